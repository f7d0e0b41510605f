package khoyte.pipelines.resolve;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.Set;
import java.util.stream.Stream;
import khoyte.warehouse.table.Field;
import khoyte.warehouse.table.ResolvedTables;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Current health records with what the population database answered about them. The id that counts
 * for a record is {@code key_id}: that of a KHOP answer, else its own unless the answer was
 * KHONG_KHOP for that very id.
 */
final class HealthRecords {

  /** Columns of {@code registered_record} that say whose a record is. */
  private static final Set<String> PLACEMENT =
      Set.of(
          "chain",
          "citizen_no",
          "first_ma_hssk",
          "citizen_key",
          "undecided",
          "is_managed",
          "verified_id",
          MatchingEvents.KEYS);

  private HealthRecords() {}

  /**
   * One row a record, numbered by {@code record_no}, the number of its current version.
   *
   * @param records current rows of health_record_version
   * @param answers current rows of population_answer_version
   */
  static Dataset<Row> answered(Dataset<Row> records, Dataset<Row> answers) {
    Dataset<Row> answer =
        answers.select(
            col("ma_hssk").as("answered_hssk"),
            col("answer"),
            col("citizen_id").as("answer_id"),
            ifMatching("name_text"),
            ifMatching("name"),
            ifMatching("name_folded"),
            ifMatching("birth_date"),
            ifMatching("birth_year"),
            ifMatching("gender"));
    Column ownId = col("citizen_id");
    Column refused =
        col("answer")
            .equalTo("KHONG_KHOP")
            .and(col("answer_id").isNull().or(col("answer_id").equalTo(ownId)));
    Column matching = col("answer").equalTo("KHOP");
    return records
        .join(answer, col("ma_hssk").equalTo(col("answered_hssk")), "left")
        .withColumn(
            "key_id",
            when(matching, coalesce(col("answer_id"), ownId))
                .when(coalesce(refused, lit(false)), null)
                .otherwise(ownId))
        .withColumn("is_answered", coalesce(matching, lit(false)))
        .drop("answered_hssk", "answer_id")
        .withColumnRenamed("version_no", "record_no");
  }

  /** Of such a row what decides whose it is, in the columns of {@code registered_record}. */
  static Column[] columns() {
    return Stream.concat(
            Stream.of("record_no"),
            ResolvedTables.REGISTERED_RECORD.fields().stream()
                .map(Field::name)
                .filter(name -> !PLACEMENT.contains(name)))
        .map(functions::col)
        .toArray(Column[]::new);
  }

  private static Column ifMatching(String field) {
    return when(col("answer").equalTo("KHOP"), col(field)).as("answer_" + field);
  }
}
