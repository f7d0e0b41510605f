package khoyte.pipelines.link.pair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import khoyte.pipelines.link.model.BlockingRule;
import khoyte.pipelines.link.model.KeyPart;
import khoyte.pipelines.link.model.KeyPart.Function;
import khoyte.pipelines.link.model.LinkModel;
import org.apache.commons.codec.language.Soundex;
import org.jspecify.annotations.Nullable;

/**
 * What a row is brought together with others by: one hash of 64 bits for each blocking rule,
 * several where a rule looks at each word of a list. Rows that collide are compared, which does no
 * harm. For one thread.
 */
public final class BlockingKeys {
  private static final int SEED = 0x6b65;

  private final List<Value> values;
  private final int[][] rules;
  private final long[] hashes;
  private final boolean[] missing;

  /** Takes keys. */
  @FunctionalInterface
  public interface Taker {
    void key(int rule, long key);
  }

  /**
   * A value that keys are made of.
   *
   * @param columns places in the row
   * @param word place in a list, of a part that looks at each
   */
  private record Value(KeyPart part, List<Integer> columns, int word) {}

  /**
   * Keys of a model.
   *
   * @param columns of the rows in their order
   * @param words of a list that are keys, at most
   */
  public BlockingKeys(LinkModel model, List<String> columns, int words) {
    Map<Value, Integer> places = new LinkedHashMap<>();
    List<int[]> all = new ArrayList<>();
    for (int rule = 0; rule < model.blocking().size(); rule++) {
      BlockingRule followed = model.blocking().get(rule);
      boolean hasList =
          followed.parts().stream().anyMatch(part -> part.function() == Function.EACH);
      for (int word = 0; word < (hasList ? words : 1); word++) {
        int[] made = new int[followed.parts().size() + 1];
        made[0] = rule;
        for (int i = 0; i < followed.parts().size(); i++) {
          KeyPart part = followed.parts().get(i);
          Value value =
              new Value(
                  part,
                  part.columns().stream().map(columns::indexOf).toList(),
                  part.function() == Function.EACH ? word : 0);
          made[i + 1] = places.computeIfAbsent(value, any -> places.size());
        }
        all.add(made);
      }
    }
    values = List.copyOf(places.keySet());
    rules = all.toArray(int[][]::new);
    hashes = new long[values.size()];
    missing = new boolean[values.size()];
  }

  /**
   * Hands out the keys of a row.
   *
   * @param row texts, or lists of texts, in the order of the columns
   */
  public void of(@Nullable Object[] row, Taker taker) {
    for (int i = 0; i < values.size(); i++) {
      String text = text(values.get(i), row);
      missing[i] = text == null;
      hashes[i] = text == null ? 0 : TextHash.of(text, SEED);
    }
    for (int[] rule : rules) {
      long key = rule[0];
      boolean isWhole = true;
      for (int i = 1; i < rule.length && isWhole; i++) {
        isWhole = !missing[rule[i]];
        key = TextHash.with(key, hashes[rule[i]]);
      }
      if (isWhole) {
        taker.key(rule[0], key);
      }
    }
  }

  private static @Nullable String text(Value value, @Nullable Object[] row) {
    KeyPart part = value.part();
    if (part.function() == Function.FOLDED) {
      return folded(value, row);
    }
    if (part.function() == Function.SORTED) {
      return sorted(value, row);
    }
    Object given = row[value.columns().get(0)];
    if (given == null) {
      return null;
    }
    if (part.function() == Function.EACH) {
      List<?> words = given instanceof List<?> list ? list : List.of(given);
      return value.word() < words.size() ? (String) words.get(value.word()) : null;
    }
    String text = plain(given);
    return switch (part.function()) {
      case FIRST -> text.substring(0, Math.min(part.length(), text.length()));
      case LAST -> text.substring(Math.max(0, text.length() - part.length()));
      case SOUNDEX -> soundex(text);
      case YEAR -> text.length() == 4 || text.length() == 8 ? text.substring(0, 4) : null;
      case MONTH -> text.length() == 8 ? text.substring(4, 6) : null;
      case DAY -> text.length() == 8 ? text.substring(6, 8) : null;
      default -> text;
    };
  }

  /** Only the last of the values must be there. */
  private static @Nullable String folded(Value value, @Nullable Object[] row) {
    if (row[value.columns().get(value.columns().size() - 1)] == null) {
      return null;
    }
    StringBuilder folded = new StringBuilder();
    for (int column : value.columns()) {
      Object given = row[column];
      if (given != null) {
        folded.append(folded.isEmpty() ? "" : " ").append(Folding.folded(plain(given)));
      }
    }
    return folded.toString();
  }

  private static @Nullable String sorted(Value value, @Nullable Object[] row) {
    String[] texts = new String[value.columns().size()];
    for (int i = 0; i < texts.length; i++) {
      Object given = row[value.columns().get(i)];
      if (given == null) {
        return null;
      }
      texts[i] = plain(given);
    }
    Arrays.sort(texts);
    return String.join(" ", texts);
  }

  private static String plain(Object value) {
    return value instanceof List<?> list
        ? String.join(" ", list.stream().map(String::valueOf).toList())
        : (String) value;
  }

  /** A text that begins with no letter of the English alphabet stands for itself. */
  private static String soundex(String text) {
    String letters = text.replaceAll("[^a-zA-Z]", "");
    boolean isEnglish = !text.isEmpty() && letters.startsWith(text.substring(0, 1));
    return isEnglish ? Soundex.US_ENGLISH.encode(letters) : text;
  }
}
