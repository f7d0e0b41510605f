package khoyte.pipelines.resolve;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/**
 * The strong keys of a row as numbers, strongest first: citizen id, insurance numbers, old 9-digit
 * id. Each kind has its own range, so that a number names kind and value: insurance numbers are
 * below {@link #CITIZEN_ID}, citizen ids from there to below {@link #OLD_ID}. The old id carries
 * the birth year, which must agree too.
 */
final class StrongKeys {
  static final long CITIZEN_ID = 1_000_000_000_000L;
  static final long OLD_ID = 30_000_000_000_000L;

  private static final String TWELVE_DIGITS = "^[0-9]{12}\\z";

  private StrongKeys() {}

  /**
   * An array of keys in the order in which they are tried; places of missing ones are null.
   *
   * @param citizenId column with the 12 digits that count for the row
   */
  static Column ofRow(Column citizenId) {
    Column id = lit(CITIZEN_ID).plus(citizenId.try_cast(DataTypes.LongType));
    // A cast of the whole list: a function of each element would not be compiled.
    Column insurance = col("insurance_numbers").try_cast("array<bigint>");
    Column oldId =
        lit(OLD_ID)
            .plus(
                col("old_id")
                    .try_cast(DataTypes.LongType)
                    .multiply(lit(10_000L))
                    .plus(col("birth_year")));
    return concat(array(id), coalesce(insurance, array().cast("array<bigint>")), array(oldId));
  }

  /** An id as written if it is 12 digits, of whatever structure, else null. */
  static Column twelveDigits(Column text) {
    Column digits = stripped(text);
    return when(text.rlike(TWELVE_DIGITS), text).when(digits.rlike(TWELVE_DIGITS), digits);
  }

  /** A text without the spaces and invisible characters around it, as the readers strip it. */
  static Column stripped(Column text) {
    return regexp_replace(text, lit("^[\\s\\p{Z}\\p{C}]+|[\\s\\p{Z}\\p{C}]+$"), lit(""));
  }
}
