package khoyte.pipelines.resolve;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Pairs of health records that share a strong key and agree. A group of records that all agree by
 * name is given as a star around one of them, not as every pair in it: the chains are the same, and
 * a value that thousands share costs no more than its rows.
 */
final class SharedKeys {

  private SharedKeys() {}

  /**
   * One row a key that several records hold, a record and a face of it.
   *
   * @param records see {@link HealthRecords}
   */
  static Dataset<Row> holders(Dataset<Row> records) {
    Dataset<Row> shared =
        records
            .select(explode(StrongKeys.ofRow(col("key_id"))).as("strong_key"))
            .where(col("strong_key").isNotNull())
            .groupBy("strong_key")
            .agg(count(lit(1)).as("records"))
            .where(col("records").gt(1))
            .select("strong_key");
    return records
        .select(
            col("record_no"),
            col("ma_hssk"),
            col("key_id"),
            explode(StrongKeys.ofRow(col("key_id"))).as("strong_key"),
            Faces.ofRecord().as("faces"))
        .join(broadcast(shared), "strong_key")
        .select(
            col("record_no"),
            col("ma_hssk"),
            col("key_id"),
            col("strong_key"),
            explode(col("faces")).as("face"))
        .select(
            "record_no", "ma_hssk", "key_id", "strong_key", "face.name_folded", "face.birth_date");
  }

  /**
   * Columns {@code one_no, one_hssk, one_id, other_no, other_hssk, other_id}.
   *
   * @param holders see {@link #holders}
   */
  static Dataset<Row> agreeingPairs(Dataset<Row> holders) {
    return sameName(holders)
        .union(sameBirthDate(holders))
        .distinct()
        .join(end(holders, "one"), "one_no")
        .join(end(holders, "other"), "other_no")
        .select("one_no", "one_hssk", "one_id", "other_no", "other_hssk", "other_id");
  }

  private static Dataset<Row> sameName(Dataset<Row> holders) {
    Dataset<Row> centres =
        holders
            .where(col("name_folded").isNotNull())
            .groupBy("strong_key", "name_folded")
            .agg(min(byId()).getField("record_no").as("other_no"));
    return holders
        .join(centres, new String[] {"strong_key", "name_folded"}, "inner")
        .where(col("record_no").notEqual(col("other_no")))
        .select(col("record_no").as("one_no"), col("other_no"));
  }

  private static Dataset<Row> sameBirthDate(Dataset<Row> holders) {
    Dataset<Row> centres =
        holders
            .where(col("name_folded").isNotNull().and(col("birth_date").isNotNull()))
            .groupBy("strong_key", "birth_date", "name_folded")
            .agg(min(byId()).as("least"), max(byId()).as("greatest"))
            .select(
                col("strong_key"),
                col("birth_date"),
                col("name_folded"),
                explode(array_distinct(array(col("least"), col("greatest")))).as("centre"))
            .withColumn("centre_no", col("centre.record_no"));
    Dataset<Row> one = centres.as("one");
    Dataset<Row> other = centres.as("other");
    Column together =
        col("one.strong_key")
            .equalTo(col("other.strong_key"))
            .and(col("one.birth_date").equalTo(col("other.birth_date")))
            .and(col("one.name_folded").lt(col("other.name_folded")))
            .and(NameAgreement.close(col("one.name_folded"), col("other.name_folded")));
    return one.join(other, together)
        .where(col("one.centre_no").notEqual(col("other.centre_no")))
        .select(col("one.centre_no").as("one_no"), col("other.centre_no").as("other_no"));
  }

  /**
   * The order in which a centre is chosen. A record without id comes first: whether the others of
   * its kind lead to one id or to several must show around it. Where all have ids, two that differ
   * show that there are several.
   */
  private static Column byId() {
    return struct(col("key_id"), col("record_no"));
  }

  private static Dataset<Row> end(Dataset<Row> holders, String side) {
    return holders
        .select(
            col("record_no").as(side + "_no"),
            col("ma_hssk").as(side + "_hssk"),
            col("key_id").as(side + "_id"))
        .distinct();
  }
}
