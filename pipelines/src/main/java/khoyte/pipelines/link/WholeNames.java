package khoyte.pipelines.link;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import java.util.Set;
import khoyte.pipelines.link.model.Cleaning;
import khoyte.pipelines.read.text.VietnameseText;
import khoyte.warehouse.reference.ReferenceLists;
import org.apache.spark.sql.Column;

/**
 * Names in one piece: {@code Anna Maria Berg}, {@code Berg, Anna Maria}, and where the column
 * begins with family names {@code Nguyễn Thị Mai}. A single word is the given name in Vietnam,
 * where people are called by it; elsewhere it may be either and stands for both.
 */
final class WholeNames {
  static final Set<Cleaning> PARTS =
      Set.of(Cleaning.GIVEN_PART, Cleaning.MIDDLE_PART, Cleaning.SURNAME_PART);

  private static final Object[] FAMILY_NAMES =
      ReferenceLists.rows("surnames").stream()
          .map(row -> VietnameseText.normalForm(row.getField("surname")))
          .map(VietnameseText::foldedForm)
          .distinct()
          .toArray();

  private WholeNames() {}

  /** Aggregate: whether most names of several words begin with a Vietnamese family name. */
  static Column familyFirst(Column plain) {
    Column isFamily = ValueCleaning.folded(firstWord(plain)).isin(FAMILY_NAMES);
    Column begins = when(isFamily, lit(1)).otherwise(lit(0));
    return avg(when(plain.contains(" ").and(plain.contains(",").equalTo(false)), begins)).gt(0.5);
  }

  static Column given(Column name, boolean familyFirst) {
    return nullif(
        when(name.contains(","), firstWord(behindComma(name)))
            .otherwise(familyFirst ? lastWord(name) : firstWord(name)),
        lit(""));
  }

  static Column middle(Column name) {
    return nullif(
        trim(
            when(name.contains(","), regexp_replace(behindComma(name), "^[^ ]+", ""))
                .otherwise(inner(name))),
        lit(""));
  }

  static Column surname(Column name, boolean familyFirst) {
    Column first = when(name.contains(" "), firstWord(name));
    return nullif(
        when(name.contains(","), trim(substring_index(name, ",", 1)))
            .otherwise(familyFirst ? first : lastWord(name)),
        lit(""));
  }

  /** What stands between the first and the last word. */
  static Column inner(Column name) {
    return regexp_replace(name, "^[^ ]+ ?|[^ ]+$", "");
  }

  private static Column behindComma(Column name) {
    return trim(substring_index(name, ",", -1));
  }

  private static Column firstWord(Column name) {
    return substring_index(name, " ", 1);
  }

  private static Column lastWord(Column name) {
    return substring_index(name, " ", -1);
  }
}
