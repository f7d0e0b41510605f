package khoyte.pipelines.link.model;

import java.util.Arrays;
import java.util.List;

/**
 * A degree of agreement.
 *
 * @param text as it is written, tests joined by {@code or}; names the level
 * @param anyOf holds if one of the tests does
 */
public record Level(String text, List<LevelTest> anyOf) {
  /** Name of the level that no test reaches: both values are there and have nothing in common. */
  public static final String DIFFERENT = "different";

  /** Reads {@code jaro-winkler 0.92 or damerau 1}. */
  public static Level of(String text) {
    return new Level(
        text.strip(),
        Arrays.stream(text.split("\\bor\\b", -1)).map(String::strip).map(LevelTest::of).toList());
  }

  boolean isEqual() {
    return anyOf.size() == 1 && anyOf.get(0).kind() == LevelTest.Kind.EQUAL;
  }

  /** Whether the values are the same but for their diacritics. */
  boolean isEqualFolded() {
    return anyOf.stream()
        .allMatch(
            test ->
                test.kind() == LevelTest.Kind.EQUAL
                    || test.kind() == LevelTest.Kind.BARE
                    || test.kind() == LevelTest.Kind.FOLDED);
  }
}
