package khoyte.pipelines.link;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;

/**
 * Dates as people write them, as {@code yyyyMMdd}. Year first, or year last with day and month in
 * the order of the column; months by number or English name; any separator or none. A year of two
 * digits up to 30 is of this century. Of a date without month and day the year is left. What is no
 * date keeps its digits: a mistyped date is still near the right one.
 */
final class DateForms {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final String YEAR = "((?:1[5-9]|2[01])[0-9]{2})";
  private static final String YEAR_FIRST =
      "^" + YEAR + "[^0-9]+([0-9]{1,2})[^0-9]+([0-9]{1,2})(?:[^0-9].*)?$";
  private static final String YEAR_FIRST_WITHOUT_SEPARATORS =
      "^" + YEAR + "([0-9]{2})([0-9]{2})(?:[^0-9].*)?$";
  private static final String YEAR_LAST =
      "^([0-9]{1,2})[^0-9]+([0-9]{1,2})[^0-9]+([0-9]{4}|[0-9]{2})(?:[^0-9].*)?$";
  private static final String YEAR_LAST_WITHOUT_SEPARATORS = "^([0-9]{2})([0-9]{2})" + YEAR + "$";

  private static final String YEAR_ALONE = "^([0-9]{4})0000$";

  private DateForms() {}

  static Column normal(Column plain, boolean monthFirst) {
    Column text = numbered(plain);
    Column together = yearFirst(text, YEAR_FIRST_WITHOUT_SEPARATORS);
    Column isTogether = text.rlike(YEAR_FIRST_WITHOUT_SEPARATORS);
    Column date =
        when(text.rlike(YEAR_FIRST), yearFirst(text, YEAR_FIRST))
            .when(isTogether.and(substring(together, 5, 2).between("01", "12")), together)
            .when(text.rlike(YEAR_LAST), yearLast(text, YEAR_LAST, monthFirst))
            .when(
                text.rlike(YEAR_LAST_WITHOUT_SEPARATORS),
                yearLast(text, YEAR_LAST_WITHOUT_SEPARATORS, monthFirst))
            .when(isTogether, together)
            .otherwise(nullif(regexp_replace(text, "[^0-9]+", ""), lit("")));
    return regexp_replace(date, YEAR_ALONE, "$1");
  }

  private static Column yearFirst(Column text, String form) {
    return concat(part(text, form, 1), two(text, form, 2), two(text, form, 3));
  }

  /**
   * Whether a date with the year last can only be read month first (1), day first (-1), or both.
   */
  private static Column order(Column plain) {
    Column text = numbered(plain);
    Column first = two(text, YEAR_LAST, 1);
    Column second = two(text, YEAR_LAST, 2);
    return when(text.rlike(YEAR_LAST).and(first.gt("12")), lit(-1))
        .when(text.rlike(YEAR_LAST).and(second.gt("12")), lit(1))
        .otherwise(lit(0));
  }

  /** Aggregate: whether the column writes months before days. */
  static Column monthFirst(Column plain) {
    return sum(order(plain)).gt(0);
  }

  private static Column yearLast(Column text, String form, boolean monthFirst) {
    Column first = two(text, form, 1);
    Column second = two(text, form, 2);
    Column usual = monthFirst ? concat(first, second) : concat(second, first);
    Column other = monthFirst ? concat(second, first) : concat(first, second);
    Column year = part(text, form, 3);
    Column century = when(year.gt("30"), lit("19")).otherwise(lit("20"));
    return concat(
        when(length(year).equalTo(2), concat(century, year)).otherwise(year),
        when(substring(usual, 1, 2).gt("12").and(substring(other, 1, 2).leq("12")), other)
            .otherwise(usual));
  }

  private static Column numbered(Column plain) {
    Column numbered = plain;
    for (int month = 1; month <= MONTHS.size(); month++) {
      numbered =
          regexp_replace(numbered, MONTHS.get(month - 1) + "[a-z]*", "-%02d-".formatted(month));
    }
    return when(plain.rlike("[a-z]{3}"), numbered).otherwise(plain);
  }

  private static Column part(Column text, String form, int group) {
    return regexp_extract(text, form, group);
  }

  private static Column two(Column text, String form, int group) {
    return lpad(part(text, form, group), 2, "0");
  }
}
