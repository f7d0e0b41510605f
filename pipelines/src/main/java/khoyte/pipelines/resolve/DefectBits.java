package khoyte.pipelines.resolve;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.bit_count;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import khoyte.warehouse.table.CovidDefect;
import org.apache.spark.sql.Column;

/**
 * The rules a dose breaks as the bits of one number, the first rule of the contract the lowest.
 * Sets of names cost Spark a hash table each, for every row and question.
 */
final class DefectBits {
  private static final String SEPARATOR = ",";

  private DefectBits() {}

  /** From an array of names. */
  static Column ofNames(Column names) {
    return Arrays.stream(CovidDefect.values())
        .map(defect -> when(array_contains(names, defect.name()), bit(defect)).otherwise(0))
        .reduce(lit(0), Column::bitwiseOR);
  }

  /** The bit of a rule if a condition holds, else none. */
  static Column where(Column broken, CovidDefect defect) {
    return when(broken, bit(defect)).otherwise(0);
  }

  /** Whether any of the rules is broken. */
  static Column hasAny(Column bits, CovidDefect... defects) {
    int mask = 0;
    for (CovidDefect defect : defects) {
      mask |= bit(defect);
    }
    return bits.bitwiseAND(mask).notEqual(0);
  }

  static Column count(Column bits) {
    return bit_count(bits);
  }

  /** As an array of names in the order of the contract. */
  static Column names(Column bits) {
    Column[] names =
        Arrays.stream(CovidDefect.values())
            .map(defect -> when(hasAny(bits, defect), defect.name()))
            .toArray(Column[]::new);
    return when(bits.equalTo(0), array().cast("array<string>"))
        .otherwise(split(concat_ws(SEPARATOR, names), SEPARATOR));
  }

  /** Smallest class of a broken rule, null without one. */
  static Column errorClass(Column bits) {
    Column smallest = lit(null).cast("int");
    for (int errorClass = 4; errorClass >= 1; errorClass--) {
      int wanted = errorClass;
      CovidDefect[] ofClass =
          Arrays.stream(CovidDefect.values())
              .filter(defect -> defect.errorClass() == wanted)
              .toArray(CovidDefect[]::new);
      smallest = when(hasAny(bits, ofClass), lit(wanted)).otherwise(smallest);
    }
    return smallest;
  }

  /** Whether a judged dose broke a rule. */
  static Column has(CovidDefect defect) {
    return hasAny(col("defect_bits"), defect);
  }

  private static int bit(CovidDefect defect) {
    return 1 << defect.ordinal();
  }
}
