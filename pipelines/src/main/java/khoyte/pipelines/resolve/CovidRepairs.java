package khoyte.pipelines.resolve;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import khoyte.warehouse.table.CovidDefect;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** The proposals that make a dose clean, value by value, each beside what had arrived. */
final class CovidRepairs {

  private CovidRepairs() {}

  /**
   * Rows of covid_dose_repair for the doses of status {@code cleaned}.
   *
   * @param judged see {@link CovidJudgement}
   */
  static Dataset<Row> of(Dataset<Row> judged, LocalDate asOf) {
    Column id = col("citizen_citizen_id");
    Column birthDate = date_format(col("citizen_birth_date"), "dd/MM/yyyy");
    Column repairs =
        array(
            repair(CovidDefect.ID_MISSING, "id_text", id),
            repair(CovidDefect.ID_FORMAT, "id_text", id),
            repair(CovidDefect.ID_MISMATCH, "id_text", id),
            repair(CovidDefect.NAME_MISMATCH, "name_text", col("citizen_name_text")),
            repair(CovidDefect.DOB_FORMAT, "birth_date_text", birthDate),
            // A date written otherwise and of another day breaks both rules; it is one value.
            when(
                not(DefectBits.has(CovidDefect.DOB_FORMAT)),
                repair(CovidDefect.DOB_MISMATCH, "birth_date_text", birthDate)),
            repair(
                CovidDefect.GENDER_MISMATCH,
                "gender_text",
                when(col("citizen_gender").equalTo(1), "Nam").otherwise("Nữ")),
            repair(CovidDefect.PHONE_PREFIX, "phone_text", col("phone")),
            repair(
                CovidDefect.UNIT_UNKNOWN,
                "commune_text",
                substring_index(col("citizen_commune"), "~", 1)),
            repair(CovidDefect.VACCINE_ALIAS, "vaccine_text", col("vaccine")),
            repair(
                CovidDefect.DOSE_NUMBER,
                "dose_number_text",
                col("final_number").cast(DataTypes.StringType)));
    return judged
        .where(col("status").equalTo("cleaned"))
        .select(
            col("ma_mui_tiem"),
            col("citizen_name"),
            col("citizen_gender"),
            col("confirmed"),
            col("confirmed_by"),
            col("corrected"),
            explode(repairs).as("repair"))
        .where(col("repair").isNotNull())
        .select(
            col("ma_mui_tiem"),
            col("repair.field"),
            col("repair.original"),
            col("repair.repaired"),
            col("repair.rule"),
            lit(asOf.toString()).as("night"),
            when(isConfirmed(), col("confirmed_by")).as("confirmed_by"));
  }

  /** Whether a station confirmed just this proposal, or gave the same value itself. */
  private static Column isConfirmed() {
    Column proposal = concat(col("repair.field"), lit("="), col("repair.repaired"));
    Column given =
        when(col("repair.field").equalTo("id_text"), col("corrected.citizen_id"))
            .when(
                col("repair.field").equalTo("name_text"),
                when(col("corrected.name").equalTo(col("citizen_name")), col("repair.repaired")))
            .when(
                col("repair.field").equalTo("birth_date_text"),
                date_format(col("corrected.birth_date"), "dd/MM/yyyy"))
            .when(
                col("repair.field").equalTo("gender_text"),
                when(
                    col("corrected.gender").equalTo(col("citizen_gender")),
                    col("repair.repaired")));
    return coalesce(array_contains(col("confirmed"), proposal), lit(false))
        .or(coalesce(given.equalTo(col("repair.repaired")), lit(false)));
  }

  /**
   * The same with the night that repaired first.
   *
   * @param before rows of covid_dose_repair
   */
  static Dataset<Row> since(Dataset<Row> repairs, Dataset<Row> before) {
    Dataset<Row> known =
        before.select(
            col("ma_mui_tiem"),
            col("field"),
            col("original").as("known_original"),
            col("repaired").as("known_repaired"),
            col("rule").as("known_rule"),
            col("night").as("known_night"));
    Column same =
        col("original")
            .eqNullSafe(col("known_original"))
            .and(col("repaired").equalTo(col("known_repaired")))
            .and(col("rule").equalTo(col("known_rule")));
    return repairs
        .join(known, new String[] {"ma_mui_tiem", "field"}, "left")
        .withColumn("night", when(same, col("known_night")).otherwise(col("night")))
        .drop("known_original", "known_repaired", "known_rule", "known_night");
  }

  private static Column repair(CovidDefect defect, String field, Column repaired) {
    return when(
        DefectBits.has(defect),
        struct(
            lit(field).as("field"),
            col(field).as("original"),
            repaired.as("repaired"),
            lit(defect.name()).as("rule")));
  }
}
