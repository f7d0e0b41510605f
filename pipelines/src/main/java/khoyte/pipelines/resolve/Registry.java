package khoyte.pipelines.resolve;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Who a citizen is: one row a citizen with the values that count for him, in the columns of {@code
 * identity.citizen} but for the pseudonym.
 */
final class Registry {

  /** Update time, then key: the greatest is the record last updated. */
  private static final Column LATEST = struct(col("updated_at"), col("ma_hssk"));

  private Registry() {}

  /**
   * Health records in the columns of {@code identity.registered_record} but for the pseudonym and
   * the keys of the matcher.
   *
   * @param records see {@link HealthRecords}
   * @param placed columns {@code record_no, citizen_no, citizen_hssk, verified_id, chain_hssk,
   *     undecided} of the records that share a key with another; every other record is a citizen of
   *     its own
   */
  static Dataset<Row> placed(Dataset<Row> records, Dataset<Row> placed, LocalDate asOf) {
    Dataset<Row> places =
        placed.select(
            col("record_no").as("placed_no"),
            col("citizen_no").as("placed_citizen_no"),
            col("citizen_hssk").as("placed_hssk"),
            col("verified_id").as("placed_id"),
            col("chain_hssk").as("chain"),
            col("undecided").as("placed_undecided"));
    return records
        .join(places, col("record_no").equalTo(col("placed_no")), "left")
        .withColumn("citizen_no", coalesce(col("placed_citizen_no"), col("record_no")))
        .withColumn("first_ma_hssk", coalesce(col("placed_hssk"), col("ma_hssk")))
        .withColumn(
            "verified_id", when(col("chain").isNull(), col("key_id")).otherwise(col("placed_id")))
        .withColumn("undecided", coalesce(col("placed_undecided"), lit(false)))
        .withColumn(
            "is_managed",
            coalesce(col("state").equalTo(1).and(col("opened_on").leq(lit(asOf))), lit(false)))
        .drop("placed_no", "placed_citizen_no", "placed_hssk", "placed_id", "placed_undecided");
  }

  /**
   * One row a citizen.
   *
   * @param registered rows of {@code identity.registered_record}, all or none of a citizen
   */
  static Dataset<Row> citizens(Dataset<Row> registered) {
    return ofOneRecord(registered.where(col("chain").isNull()))
        .unionByName(ofChains(registered.where(col("chain").isNotNull())));
  }

  private static Dataset<Row> ofOneRecord(Dataset<Row> placed) {
    Column named = col("answer_name").isNotNull();
    Column dated = col("answer_birth_date").isNotNull();
    return placed.select(
        col("citizen_no"),
        col("citizen_key"),
        col("first_ma_hssk"),
        col("key_id").as("citizen_id"),
        idSource(col("key_id"), col("is_answered")),
        when(named, col("answer_name_text")).otherwise(col("name_text")).as("name_text"),
        when(named, col("answer_name")).otherwise(col("name")).as("name"),
        when(named, col("answer_name_folded")).otherwise(col("name_folded")).as("name_folded"),
        when(dated, col("answer_birth_date")).otherwise(col("birth_date")).as("birth_date"),
        coalesce(
                year(coalesce(col("answer_birth_date"), col("birth_date"))),
                col("answer_birth_year"),
                col("birth_year"))
            .as("birth_year"),
        coalesce(col("answer_gender"), col("gender")).as("gender"),
        col("commune"),
        col("is_managed").as("managed"),
        col("undecided"));
  }

  private static Dataset<Row> ofChains(Dataset<Row> placed) {
    Column name = struct(col("name_text"), col("name"), col("name_folded"));
    Column answeredName =
        struct(
            col("answer_name_text").as("name_text"),
            col("answer_name").as("name"),
            col("answer_name_folded").as("name_folded"));
    Column answeredId = when(col("is_answered"), col("key_id"));
    return placed
        .groupBy("citizen_no", "citizen_key", "first_ma_hssk")
        .agg(
            lastGiven(answeredId, col("key_id")).as("citizen_id"),
            max(answeredId.isNotNull()).as("id_answered"),
            coalesce(
                    max_by(answeredName, when(col("answer_name").isNotNull(), LATEST)),
                    max_by(name, when(col("name").isNotNull(), LATEST)))
                .as("named"),
            lastGiven(col("answer_birth_date"), col("birth_date")).as("birth_date"),
            lastGiven(col("answer_birth_year"), col("birth_year")).as("given_year"),
            lastGiven(col("answer_gender"), col("gender")).as("gender"),
            max_by(struct(col("commune")), struct(col("is_managed"), LATEST)).as("living"),
            max(col("is_managed")).as("managed"),
            max(col("undecided")).as("undecided"))
        .select(
            col("citizen_no"),
            col("citizen_key"),
            col("first_ma_hssk"),
            col("citizen_id"),
            idSource(col("citizen_id"), col("id_answered")),
            col("named.name_text"),
            col("named.name"),
            col("named.name_folded"),
            col("birth_date"),
            coalesce(year(col("birth_date")), col("given_year")).as("birth_year"),
            col("gender"),
            col("living.commune"),
            col("managed"),
            col("undecided"));
  }

  /** The value of the last updated KHOP answer that has one, else of the last updated record. */
  private static Column lastGiven(Column answered, Column own) {
    return coalesce(
        max_by(answered, when(answered.isNotNull(), LATEST)),
        max_by(own, when(own.isNotNull(), LATEST)));
  }

  private static Column idSource(Column id, Column answered) {
    return when(id.isNotNull(), when(answered, "population").otherwise("health_record"))
        .as("id_source");
  }
}
