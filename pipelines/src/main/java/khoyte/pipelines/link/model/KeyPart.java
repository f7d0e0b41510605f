package khoyte.pipelines.link.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A part of a blocking key, written {@code [function] column}:
 *
 * <pre>
 * surname              the whole value
 * first 3 surname      its first characters
 * last 7 phone         its last characters
 * soundex surname      American Soundex
 * year date_of_birth   year, month or day of a date
 * sorted given_name surname   the values in alphabetical order: exchanged ones are equal
 * folded surname given_name   the values one after another without diacritics; only the last must be there
 * each insurance_number       a word of a list
 * </pre>
 */
public record KeyPart(Function function, int length, List<String> columns) {

  /** What is done to the values of the columns. */
  public enum Function {
    WHOLE,
    FIRST,
    LAST,
    SOUNDEX,
    YEAR,
    MONTH,
    DAY,
    SORTED,
    FOLDED,
    EACH
  }

  /** Reads what the type's own description says. */
  public static KeyPart of(String text) {
    List<String> words = new ArrayList<>(Arrays.asList(text.strip().split("\\s+", -1)));
    Function function = Function.WHOLE;
    if (words.size() > 1) {
      function = Function.valueOf(words.remove(0).toUpperCase(Locale.ROOT));
    }
    boolean takesLength = function == Function.FIRST || function == Function.LAST;
    int length = takesLength ? Integer.parseInt(words.remove(0)) : 0;
    boolean isOne = function != Function.SORTED && function != Function.FOLDED;
    if (text.isBlank()
        || words.isEmpty()
        || (isOne && words.size() != 1)
        || (takesLength && length < 1)) {
      throw new IllegalArgumentException("Cannot read key part: " + text);
    }
    return new KeyPart(function, length, List.copyOf(words));
  }
}
