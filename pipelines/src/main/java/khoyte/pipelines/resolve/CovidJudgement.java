package khoyte.pipelines.resolve;

import static khoyte.warehouse.table.CovidDefect.DATE_IMPLAUSIBLE;
import static khoyte.warehouse.table.CovidDefect.DOB_FORMAT;
import static khoyte.warehouse.table.CovidDefect.DOB_MISMATCH;
import static khoyte.warehouse.table.CovidDefect.DOSE_NUMBER;
import static khoyte.warehouse.table.CovidDefect.DUPLICATE;
import static khoyte.warehouse.table.CovidDefect.GENDER_MISMATCH;
import static khoyte.warehouse.table.CovidDefect.ID_FORMAT;
import static khoyte.warehouse.table.CovidDefect.ID_MISMATCH;
import static khoyte.warehouse.table.CovidDefect.ID_MISSING;
import static khoyte.warehouse.table.CovidDefect.NAME_MISMATCH;
import static khoyte.warehouse.table.CovidDefect.UNIT_UNKNOWN;
import static khoyte.warehouse.table.CovidDefect.UNMATCHED;
import static khoyte.warehouse.table.CovidDefect.VACCINE_ALIAS;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.first_value;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.stream.Stream;
import khoyte.warehouse.table.CovidDefect;
import khoyte.warehouse.table.LinkState;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Which rules a COVID-19 dose breaks, and what becomes of it as of a date. */
final class CovidJudgement {

  /** First dose in Viet Nam. */
  static final LocalDate FIRST_DAY = LocalDate.of(2021, 3, 8);

  private CovidJudgement() {}

  /**
   * The doses with {@code defects, status, error_class, final_number, duplicate_of}.
   *
   * @param doses current rows of covid_dose_version with {@code link, citizen_key}, the citizen's
   *     values under {@code citizen_…}, null where unresolved, and whether it {@code is_kept}
   */
  static Dataset<Row> judged(Dataset<Row> doses, Communes communes, LocalDate asOf) {
    Dataset<Row> broken =
        doses
            .withColumn(
                "defect_bits",
                DefectBits.ofNames(col("defects")).bitwiseOR(brokenRules(communes, asOf)))
            .withColumn(
                "verify_first", DefectBits.hasAny(col("defect_bits"), UNMATCHED, DATE_IMPLAUSIBLE));
    return numbered(withoutCopies(broken));
  }

  private static Column brokenRules(Communes communes, LocalDate asOf) {
    Column resolved = col("link").equalTo(LinkState.RESOLVED.code());
    Column id = StrongKeys.twelveDigits(col("id_text"));
    Column date = col("given_on");
    Column unitOnReportDate =
        date.isNull().and(communes.isUnknown(col("commune_text"), col("province_text")));
    Column implausible =
        date.isNull()
            .or(date.lt(lit(FIRST_DAY)))
            .or(date.gt(lit(asOf)))
            .or(date.lt(col("citizen_birth_date")));
    Column otherGender = col("gender").isNull().or(col("gender").notEqual(col("citizen_gender")));
    return Stream.of(
            DefectBits.where(resolved.and(id.notEqual(col("citizen_citizen_id"))), ID_MISMATCH),
            DefectBits.where(
                resolved.and(not(col("name").eqNullSafe(col("citizen_name")))), NAME_MISMATCH),
            DefectBits.where(
                resolved.and(col("birth_date").notEqual(col("citizen_birth_date"))), DOB_MISMATCH),
            DefectBits.where(otherGender, GENDER_MISMATCH),
            DefectBits.where(unitOnReportDate, UNIT_UNKNOWN),
            DefectBits.where(implausible, DATE_IMPLAUSIBLE),
            DefectBits.where(not(resolved), UNMATCHED))
        .reduce(Column::bitwiseOR)
        .orElseThrow();
  }

  /** Of doses of one citizen with the same vaccine and date all but the kept one are copies. */
  private static Dataset<Row> withoutCopies(Dataset<Row> doses) {
    Column comparable = not(col("verify_first")).and(col("vaccine").isNotNull());
    // Doses that are no copies of anything stand alone in a group of their own.
    WindowSpec copies =
        Window.partitionBy(
                col("citizen_key"),
                col("vaccine"),
                col("given_on"),
                when(not(comparable), col("event_no")))
            .orderBy(
                DefectBits.count(col("defect_bits")).asc(),
                col("updated_at").asc_nulls_first(),
                col("ma_mui_tiem").asc());
    return doses
        .withColumn("copy", row_number().over(copies))
        .withColumn("kept", first_value(col("ma_mui_tiem")).over(copies))
        .withColumn("is_copy", col("copy").gt(1))
        .withColumn("duplicate_of", when(col("is_copy"), col("kept")))
        .drop("copy", "kept");
  }

  /** Numbers the counted doses; a wrong number becomes the one before + 1. */
  private static Dataset<Row> numbered(Dataset<Row> doses) {
    Column counted = not(col("verify_first").or(col("is_copy")).or(irreparable()));
    WindowSpec walk =
        Window.partitionBy(col("citizen_key"), col("is_counted"), standAlone())
            .orderBy(col("given_on"), col("vaccine"), col("ma_mui_tiem"))
            .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
    // The repaired number is r(i) = max(n(i), r(i-1) + 1) with r(0) = 0, where wrong n(i) are no
    // obstacle; unrolled: r(i) = i + max(0, n(j) - j for j up to i).
    Column place = row_number().over(walk);
    Column given = when(col("dose_number").geq(1), col("dose_number").minus(col("place")));
    Dataset<Row> walked =
        doses
            .withColumn("is_counted", counted)
            .withColumn("place", place)
            .withColumn("ahead", given)
            .withColumn(
                "final_number",
                when(
                    col("is_counted"),
                    col("place").plus(greatest(lit(0), max(col("ahead")).over(walk)))));
    Column wrong = col("is_counted").and(not(col("final_number").eqNullSafe(col("dose_number"))));
    Column added =
        DefectBits.where(wrong, DOSE_NUMBER).bitwiseOR(DefectBits.where(col("is_copy"), DUPLICATE));
    Dataset<Row> complete =
        walked
            .withColumn("defect_bits", col("defect_bits").bitwiseOR(added))
            .withColumn("defects", DefectBits.names(col("defect_bits")));
    return complete
        .withColumn(
            "status",
            when(col("verify_first"), "to_verify")
                .when(col("is_copy"), "duplicate")
                .when(not(col("is_counted")), "to_verify")
                .when(col("defect_bits").notEqual(0), "cleaned")
                .otherwise("clean"))
        .withColumn("error_class", DefectBits.errorClass(col("defect_bits")))
        .drop("verify_first", "is_copy", "is_counted", "place", "ahead");
  }

  private static Column standAlone() {
    return when(not(col("is_counted")), col("event_no"));
  }

  /**
   * Whether a broken rule cannot be repaired: the citizen or the lists have no value, or a station
   * found that the dose is right as it arrived.
   */
  private static Column irreparable() {
    return col("is_kept")
        .and(col("defect_bits").notEqual(0))
        .or(lacks("citizen_citizen_id", ID_MISSING, ID_FORMAT, ID_MISMATCH))
        .or(lacks("citizen_name", NAME_MISMATCH))
        .or(lacks("citizen_birth_date", DOB_FORMAT, DOB_MISMATCH))
        .or(lacks("citizen_gender", GENDER_MISMATCH))
        .or(lacks("citizen_commune", UNIT_UNKNOWN))
        .or(lacks("vaccine", VACCINE_ALIAS));
  }

  private static Column lacks(String value, CovidDefect... defects) {
    return col(value).isNull().and(DefectBits.hasAny(col("defect_bits"), defects));
  }

  /** The number that counts; null of a dose to verify and of a copy, which are not numbered. */
  static Column doseNumber() {
    return col("final_number");
  }
}
