package khoyte.jobs.demo;

import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import khoyte.jobs.console.TextTable;
import org.jspecify.annotations.Nullable;

/** Rows by key, as they must be and as they are; draws those that differ. */
final class Comparison {
  private static final int DRAWN = 60;

  private final String subject;
  private final Map<String, String> expected = new TreeMap<>();
  private final Map<String, String> found = new TreeMap<>();
  private final Map<String, String> tags = new TreeMap<>();

  Comparison(String subject) {
    this.subject = subject;
  }

  /**
   * A row that must be there.
   *
   * @param tags what was planted in it
   */
  void expect(String key, Object tags, @Nullable Object... values) {
    put(expected, key, values);
    this.tags.put(key, String.valueOf(tags));
  }

  void find(String key, @Nullable Object... values) {
    put(found, key, values);
  }

  private void put(Map<String, String> rows, String key, @Nullable Object... values) {
    List<String> texts = new ArrayList<>();
    for (Object value : values) {
      texts.add(value == null ? "-" : value.toString());
    }
    if (rows.put(key, String.join(" | ", texts)) != null) {
      fail(subject + ": " + key + " stands there twice");
    }
  }

  /** Fails with the rows that differ. */
  void check() {
    TreeSet<String> keys = new TreeSet<>(expected.keySet());
    keys.addAll(found.keySet());
    keys.removeIf(key -> expected.getOrDefault(key, "").equals(found.getOrDefault(key, "")));
    if (keys.isEmpty() && !expected.isEmpty()) {
      return;
    }
    TextTable table = new TextTable(Locale.ROOT, List.of(subject, "must be", "is", "planted"));
    keys.stream()
        .limit(DRAWN)
        .forEach(
            key ->
                table.row(
                    key,
                    expected.getOrDefault(key, "nothing"),
                    found.getOrDefault(key, "nothing"),
                    tags.getOrDefault(key, "")));
    fail(
        "%d of %d rows differ%n%s", keys.size(), expected.size(), String.join("\n", table.lines()));
  }
}
