package khoyte.pipelines.resolve;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import khoyte.warehouse.worklist.Decision;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What stations decided about records: facts that hold on every night until a later list says
 * something else. See {@link Decision} for what each of them means.
 */
final class Corrections {
  /** In which list a pair of health records stands: it is of no single staged table. */
  private static final String PAIR = "review_pair";

  /** Type of corrected values. */
  static final String VALUES =
      "struct<citizen_id:string,name_text:string,name:string,name_folded:string,"
          + "birth_date:date,birth_year:int,gender:int>";

  /** Among the facts about one record the latest list counts. */
  private static final Column LATEST =
      struct(col("updated_at"), col("file_date"), col("list"), col("content_hash"));

  private Corrections() {}

  /**
   * One row a record about which a decision stands: {@code source_table, record_key}; its {@code
   * corrected} values, a struct; {@code new_state} of a health record; {@code is_copy, is_kept};
   * {@code chosen_hssk} of the citizen whose it is, {@code refused_hssk} of those whose it is not;
   * {@code confirmed} proposals as {@code field=value}, {@code confirmed_by} which list and when.
   *
   * @param current rows of correction_version that count
   */
  static Dataset<Row> facts(Dataset<Row> current) {
    Column values =
        struct(
            col("citizen_id"),
            col("name_text"),
            col("name"),
            col("name_folded"),
            col("birth_date"),
            col("birth_year"),
            col("gender"));
    Column state = when(is(Decision.DIED), 3).when(is(Decision.MOVED_AWAY), 2);
    Column refused =
        when(
                is(Decision.NOT_SAME_PERSON),
                when(col("source_table").equalTo(PAIR), col("candidates"))
                    .otherwise(array(col("linked_hssk"))))
            .when(is(Decision.NONE_OF_THESE), col("candidates"))
            .otherwise(array().cast("array<string>"));
    Column confirmed =
        when(is(Decision.AS_PROPOSED), col("confirmed")).otherwise(array().cast("array<string>"));
    Column listed =
        concat(
            col("unit_code"),
            lit(" "),
            col("listed_night"),
            lit(" "),
            date_format(coalesce(col("updated_at"), col("file_date")), "yyyy-MM-dd"));
    return current
        .where(not(is(Decision.UNVERIFIED)))
        .groupBy("source_table", "record_key")
        .agg(
            latest(values, is(Decision.CORRECTED)).as("corrected"),
            latest(state, state.isNotNull()).as("new_state"),
            max(is(Decision.DUPLICATE)).as("is_copy"),
            max(is(Decision.KEPT)).as("is_kept"),
            latest(col("chosen_hssk"), col("chosen_hssk").isNotNull()).as("chosen_hssk"),
            array_distinct(flatten(collect_list(refused))).as("refused_hssk"),
            flatten(collect_list(confirmed)).as("confirmed"),
            latest(listed, is(Decision.AS_PROPOSED).or(is(Decision.CORRECTED))).as("confirmed_by"),
            max("linked_hssk").as("linked_hssk"));
  }

  private static Column is(Decision decision) {
    return col("decision").equalTo(decision.code());
  }

  private static Column latest(Column value, Column where) {
    return max_by(value, when(where, LATEST));
  }

  /**
   * Rows of a staged table as a station corrected them: name, birth date, gender and id, and of a
   * health record its state.
   *
   * @param facts of that table
   */
  static Dataset<Row> applied(Dataset<Row> rows, RecordKind kind, Dataset<Row> facts) {
    Dataset<Row> known =
        facts.select(col("record_key").as("corrected_key"), col("corrected"), col("new_state"));
    Dataset<Row> joined =
        rows.join(broadcast(known), kind.recordKey().equalTo(col("corrected_key")), "left");
    for (String field :
        new String[] {
          "citizen_id", "name_text", "name", "name_folded", "birth_date", "birth_year", "gender"
        }) {
      if (Arrays.asList(joined.columns()).contains(field)) {
        joined = joined.withColumn(field, coalesce(col("corrected." + field), col(field)));
      }
    }
    if (kind == RecordKind.HEALTH_RECORD) {
      joined = joined.withColumn("state", coalesce(col("new_state"), col("state")));
    } else {
      joined = joined.withColumn("corrected_id", col("corrected.citizen_id"));
    }
    return joined.drop("corrected_key", "corrected", "new_state");
  }

  /**
   * Pairs of health records about which it was decided: {@code one_hssk, other_hssk} and whether
   * they {@code are_same}.
   *
   * @param facts of all tables
   */
  static Dataset<Row> pairs(Dataset<Row> facts) {
    Dataset<Row> ofRecords =
        facts
            .where(col("source_table").isin(PAIR, RecordKind.HEALTH_RECORD.table().name()))
            .withColumn(
                "one_hssk",
                when(col("source_table").equalTo(PAIR), col("linked_hssk"))
                    .otherwise(col("record_key")));
    Dataset<Row> same =
        ofRecords
            .where(col("chosen_hssk").isNotNull())
            .select(col("one_hssk"), col("chosen_hssk").as("other_hssk"), lit(true).as("are_same"));
    Dataset<Row> different =
        ofRecords
            .where(col("chosen_hssk").isNull())
            .select(
                col("one_hssk"),
                explode(col("refused_hssk")).as("other_hssk"),
                lit(false).as("are_same"));
    return same.union(different).where(col("one_hssk").notEqual(col("other_hssk")));
  }

  /** Health records about which, alone or in a pair, versions of decisions say something. */
  static Dataset<Row> healthRecords(Dataset<Row> versions) {
    Dataset<Row> alone =
        versions
            .where(col("source_table").equalTo(RecordKind.HEALTH_RECORD.table().name()))
            .select(col("record_key").as("ma_hssk"));
    Dataset<Row> paired =
        versions
            .where(col("source_table").equalTo(PAIR))
            .select(explode(concat(array(col("linked_hssk")), col("candidates"))).as("ma_hssk"));
    return alone.union(paired).where(col("ma_hssk").isNotNull());
  }
}
