package khoyte.pipelines.link.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What can be asked about the two values of a comparison:
 *
 * <pre>
 * equal
 * bare                  the same, and one of the two has no diacritics at all
 * folded                without diacritics equal
 * variant               forms of one name in different parts of the country, as Huỳnh and Hoàng
 * levenshtein 2         at most so many insertions, deletions, substitutions apart
 * damerau 1             the same with swaps of neighbours (optimal string alignment)
 * folded-damerau 1      the same without diacritics
 * misspelt 1            the same, and not two names that people bear, as Hà and Hải
 * jaro-winkler 0.92     at least so similar
 * starts 3              one is the beginning of the other and has so many characters
 * one-slip              equally long, one character or one swap of neighbours apart
 * day-month-swapped     dates: day and month exchanged
 * date-slip 14          dates: one digit or one swap of neighbours apart, the years at most so far
 * date-parts 2          dates: so many of year, month and day are equal
 * year-only             dates: the years are equal, and one says no more than that (or the first of January)
 * years 2               dates: the years are at most so far apart; years 0: equal
 * overlap 2             lists: so many words in common
 * same district         equal in another column
 * swapped surname 0.88  exchanged with another column, both at least so similar (Jaro-Winkler)
 * </pre>
 *
 * @param limit number of the test, 0 if it takes none
 * @param other second column of {@code swapped} and {@code same}, else empty
 */
public record LevelTest(Kind kind, double limit, String other) {

  /** The questions; how they are written is in {@link LevelTest}. */
  public enum Kind {
    EQUAL(0),
    BARE(0),
    FOLDED(0),
    VARIANT(0),
    LEVENSHTEIN(1),
    DAMERAU(1),
    FOLDED_DAMERAU(1),
    MISSPELT(1),
    JARO_WINKLER(1),
    STARTS(1),
    ONE_SLIP(0),
    DAY_MONTH_SWAPPED(0),
    DATE_SLIP(1),
    DATE_PARTS(1),
    YEAR_ONLY(0),
    YEARS(1),
    OVERLAP(1),
    SAME(1),
    SWAPPED(2);

    private final int arguments;

    Kind(int arguments) {
      this.arguments = arguments;
    }
  }

  /** Reads what the type's own description says. */
  public static LevelTest of(String text) {
    List<String> words = Arrays.asList(text.strip().split("\\s+", -1));
    Kind kind = Kind.valueOf(words.get(0).toUpperCase(Locale.ROOT).replace('-', '_'));
    if (words.size() != kind.arguments + 1) {
      throw new IllegalArgumentException("Cannot read test: " + text);
    }
    if (kind == Kind.SAME) {
      return new LevelTest(kind, 0, words.get(1));
    }
    double limit = kind.arguments == 0 ? 0 : Double.parseDouble(words.get(words.size() - 1));
    if (kind.arguments > 0 && !(limit > 0 || kind == Kind.YEARS && limit == 0)) {
      throw new IllegalArgumentException("Cannot read test: " + text);
    }
    return new LevelTest(kind, limit, kind == Kind.SWAPPED ? words.get(1) : "");
  }
}
