package khoyte.pipelines.link;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_remove;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.translate;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import khoyte.pipelines.link.model.Cleaning;
import org.apache.spark.sql.Column;

/** Values as they are compared; null where there is none. */
final class ValueCleaning {
  private static final String BLANKS = "[\\s\\u00a0\\u200b\\ufeff]+";
  private static final String[] FOLDING = folding();

  private static final Object[] MALE = {"1", "m", "male", "man", "boy", "nam", "trai"};
  private static final Object[] FEMALE = {
    "2", "f", "female", "w", "woman", "girl", "nữ", "nu", "gái", "gai"
  };

  private ValueCleaning() {}

  /** Trimmed, inner blanks made one, in small letters; null if nothing is left or it means none. */
  static Column plain(Column raw, Collection<String> emptyValues) {
    Column text = lower(trim(regexp_replace(raw, BLANKS, " ")));
    return when(text.isin(emptyValues.toArray()), lit(null)).otherwise(nullif(text, lit("")));
  }

  /**
   * A plain value after some steps.
   *
   * @param habits of the column
   */
  static Column cleaned(Column plain, List<Cleaning> steps, WritingHabits habits) {
    Column value = plain;
    for (Cleaning step : steps) {
      value = step(value, step, habits);
    }
    return value;
  }

  private static Column step(Column value, Cleaning step, WritingHabits habits) {
    return switch (step) {
      case FOLD -> folded(value);
      case LETTERS -> kept(value, "[^\\p{L}]+");
      case ALPHANUMERIC -> kept(value, "[^\\p{L}\\p{N}]+");
      case DIGITS -> kept(value, "[^0-9]+");
      case DATE -> DateForms.normal(value, habits.monthFirst());
      case FIRST_LETTER -> substring(value, 1, 1);
      case SEX ->
          when(value.isin(MALE), lit("m"))
              .when(value.isin(FEMALE), lit("f"))
              .otherwise(substring(value, 1, 1));
      case INSURANCE_NUMBER ->
          regexp_replace(kept(value, "[^\\p{L}\\p{N}]+"), "^[a-z]{2}[0-9]{3}([0-9]{10})$", "$1");
      case FIRST_WORD -> substring_index(value, " ", 1);
      case LAST_WORD -> substring_index(value, " ", -1);
      case MIDDLE_WORDS -> nullif(trim(WholeNames.inner(value)), lit(""));
      case GIVEN_PART -> WholeNames.given(value, habits.familyFirst());
      case MIDDLE_PART -> WholeNames.middle(value);
      case SURNAME_PART -> WholeNames.surname(value, habits.familyFirst());
      case WORDS -> words(value);
    };
  }

  private static Column kept(Column value, String others) {
    return nullif(regexp_replace(value, others, ""), lit(""));
  }

  private static Column words(Column value) {
    Column words =
        array_sort(
            array_distinct(
                array_remove(split(regexp_replace(value, "[^\\p{L}\\p{N}]+", " "), " "), "")));
    return when(size(words).gt(0), words);
  }

  /** Without diacritics. Most values have none and are left alone. */
  static Column folded(Column value) {
    Column bare = regexp_replace(value, "\\p{M}+", "");
    return when(value.rlike("[^\\x00-\\x7f]"), translate(bare, FOLDING[0], FOLDING[1]))
        .otherwise(value);
  }

  /** Every Latin letter with a mark, and the letter without; both in small letters. */
  private static String[] folding() {
    StringBuilder from = new StringBuilder("đøłħıŧ");
    StringBuilder to = new StringBuilder("dolhit");
    for (char letter = '\u00e0'; letter <= '\u1eff'; letter++) {
      String parts = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD);
      char base = parts.charAt(0);
      if (Character.isLowerCase(letter) && parts.length() > 1 && base >= 'a' && base <= 'z') {
        from.append(letter);
        to.append(base);
      }
    }
    return new String[] {from.toString(), to.toString()};
  }
}
