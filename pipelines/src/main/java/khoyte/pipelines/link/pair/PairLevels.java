package khoyte.pipelines.link.pair;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import khoyte.pipelines.link.model.Comparison;
import khoyte.pipelines.link.model.Level;
import khoyte.pipelines.link.model.LevelTest;
import khoyte.pipelines.link.model.LinkModel;
import khoyte.pipelines.read.person.Closeness;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/** How far the two rows of a pair agree: one level a comparison, in the order of the model. */
public final class PairLevels {
  private static final int DATE_LENGTH = 8;
  private static final int YEAR_LENGTH = 4;
  private static final String FIRST_OF_JANUARY = "0101";
  private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();

  private final List<Comparison> comparisons;
  private final List<String> columns;

  /**
   * Levels of a model.
   *
   * @param columns of the rows in their order
   */
  public PairLevels(LinkModel model, List<String> columns) {
    this.comparisons = List.copyOf(model.comparisons());
    this.columns = List.copyOf(columns);
  }

  /** Levels of two rows of texts, or lists of texts; {@link Comparison#SILENT} where it is. */
  public byte[] of(@Nullable Object[] left, @Nullable Object[] right) {
    byte[] levels = new byte[comparisons.size()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = level(comparisons.get(i), left, right);
    }
    return levels;
  }

  private byte level(Comparison comparison, @Nullable Object[] left, @Nullable Object[] right) {
    int column = columns.indexOf(comparison.column());
    Object one = left[column];
    Object other = right[column];
    if (one == null || other == null) {
      return Comparison.SILENT;
    }
    Values values = new Values(one, other, left, right);
    for (LevelTest test : comparison.silentWhen()) {
      if (holds(comparison, test, values)) {
        return Comparison.SILENT;
      }
    }
    byte place = 0;
    for (Level tested : comparison.levels()) {
      for (LevelTest test : tested.anyOf()) {
        if (holds(comparison, test, values)) {
          return place;
        }
      }
      place++;
    }
    return place;
  }

  /** The two values of a comparison, and the rows they stand in. */
  private record Values(
      Object one, Object other, @Nullable Object[] left, @Nullable Object[] right) {
    String left(int from, int to) {
      return part(one, from, to);
    }

    String right(int from, int to) {
      return part(other, from, to);
    }

    private static String part(Object value, int from, int to) {
      String text = (String) value;
      return text.substring(Math.min(from, text.length()), Math.min(to, text.length()));
    }

    boolean areEqual(int from, int to) {
      return left(from, to).equals(right(from, to));
    }
  }

  private boolean holds(Comparison comparison, LevelTest test, Values values) {
    if (test.kind() == LevelTest.Kind.EQUAL) {
      return values.one().equals(values.other());
    }
    if (test.kind() == LevelTest.Kind.OVERLAP) {
      return common(values.one(), values.other()) >= test.limit();
    }
    if (test.kind() == LevelTest.Kind.SAME) {
      int column = columns.indexOf(test.other());
      Object one = values.left()[column];
      return one != null && one.equals(values.right()[column]);
    }
    if (test.kind() == LevelTest.Kind.SWAPPED) {
      return exchanged(values.left(), comparison.column(), values.right(), test) >= test.limit()
          && exchanged(values.right(), comparison.column(), values.left(), test) >= test.limit();
    }
    String one = (String) values.one();
    String other = (String) values.other();
    int limit = (int) test.limit();
    return switch (test.kind()) {
      case BARE -> isBare(one, other);
      case FOLDED -> Folding.folded(one).equals(Folding.folded(other));
      case VARIANT ->
          NameForms.ofNorth(Folding.folded(one)).equals(NameForms.ofNorth(Folding.folded(other)));
      case LEVENSHTEIN -> new LevenshteinDistance(limit).apply(one, other) >= 0;
      case DAMERAU -> distance(one, other, farthest(comparison)) <= limit;
      case FOLDED_DAMERAU -> distance(Folding.folded(one), Folding.folded(other), limit) <= limit;
      case MISSPELT ->
          distance(Folding.folded(one), Folding.folded(other), limit) <= limit
              && !NameForms.areTwo(Folding.folded(one), Folding.folded(other));
      case JARO_WINKLER -> nearness(one, other) >= test.limit();
      case STARTS ->
          Math.min(length(one), length(other)) >= limit
              && (one.startsWith(other) || other.startsWith(one));
      case ONE_SLIP -> isOneSlip(one, other);
      case DAY_MONTH_SWAPPED -> areDates(one, other) && isSwapped(values);
      case DATE_SLIP -> isOneSlip(one, other) && yearsApart(one, other) <= limit;
      case DATE_PARTS -> areDates(one, other) && equalParts(values) >= limit;
      case YEAR_ONLY -> values.areEqual(0, YEAR_LENGTH) && saysYearOnly(one, other);
      case YEARS -> yearsApart(one, other) <= limit;
      case EQUAL, OVERLAP, SAME, SWAPPED -> throw new IllegalStateException(test.toString());
    };
  }

  private static boolean isBare(String one, String other) {
    String folded = Folding.folded(one);
    String otherFolded = Folding.folded(other);
    return folded.equals(otherFolded) && (one.equals(folded) || other.equals(otherFolded));
  }

  private static int common(Object one, Object other) {
    Set<Object> common = new HashSet<>((List<?>) one);
    common.retainAll(new HashSet<>((List<?>) other));
    return common.size();
  }

  /** How near a value is to the other row's value of a second column; 0 if one is missing. */
  private double exchanged(
      @Nullable Object[] row, String column, @Nullable Object[] otherRow, LevelTest test) {
    Object one = row[columns.indexOf(column)];
    Object other = otherRow[columns.indexOf(test.other())];
    return one == null || other == null ? 0 : nearness((String) one, (String) other);
  }

  private static double nearness(String one, String other) {
    return one.equals(other) ? 1 : JARO_WINKLER.apply(one, other);
  }

  /** As far as some level of the comparison asks, else something greater. */
  private static int farthest(Comparison comparison) {
    return Stream.concat(
            comparison.silentWhen().stream(),
            comparison.levels().stream().flatMap(level -> level.anyOf().stream()))
        .filter(test -> test.kind() == LevelTest.Kind.DAMERAU)
        .mapToInt(test -> (int) test.limit())
        .max()
        .orElse(1);
  }

  private static int distance(String one, String other, int limit) {
    if (one.equals(other)) {
      return 0;
    }
    return Math.abs(length(one) - length(other)) <= limit
        ? Closeness.distance(one, other)
        : Integer.MAX_VALUE;
  }

  private static boolean isOneSlip(String one, String other) {
    return length(one) == length(other)
        && !one.equals(other)
        && Closeness.distance(one, other) == 1;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static boolean areDates(String one, String other) {
    return one.length() == DATE_LENGTH && other.length() == DATE_LENGTH;
  }

  private static boolean isSwapped(Values dates) {
    return dates.areEqual(0, 4)
        && dates.left(4, 6).equals(dates.right(6, 8))
        && dates.left(6, 8).equals(dates.right(4, 6));
  }

  private static int equalParts(Values dates) {
    return (dates.areEqual(0, 4) ? 1 : 0)
        + (dates.areEqual(4, 6) ? 1 : 0)
        + (dates.areEqual(6, 8) ? 1 : 0);
  }

  /** Whether the year is all that one of two dates says; a year alone is often made 1 January. */
  private static boolean saysYearOnly(String one, String other) {
    return one.length() == YEAR_LENGTH
        || other.length() == YEAR_LENGTH
        || one.endsWith(FIRST_OF_JANUARY)
        || other.endsWith(FIRST_OF_JANUARY);
  }

  private static int yearsApart(String one, String other) {
    Integer year = year(one);
    Integer otherYear = year(other);
    return year == null || otherYear == null ? Integer.MAX_VALUE : Math.abs(year - otherYear);
  }

  private static @Nullable Integer year(String date) {
    String digits = date.substring(0, Math.min(YEAR_LENGTH, date.length()));
    try {
      return Integer.valueOf(digits);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
