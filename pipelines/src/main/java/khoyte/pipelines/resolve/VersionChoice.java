package khoyte.pipelines.resolve;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.translate;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.List;
import khoyte.pipelines.read.row.ContentHash;
import khoyte.warehouse.table.VersionFate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Which version of a record counts: the greatest by (update time, file date, content). An update
 * time later than the file date counts as earliest; of one content that came several times the
 * greatest file date counts.
 *
 * <p>The texts are not needed for that but where versions tie: two contents differ if their hashes
 * do. A night compares all versions of the records of which it brings one, and of no others.
 */
final class VersionChoice {
  private static final Column[] RECORD = {col("source_table"), col("record_key")};

  /** Staged fields that a choice needs beside the record key. */
  static final List<String> COMPARED =
      List.of("file_id", "record_number", "file_date", "updated_at", "withdrawn", "content_hash");

  private VersionChoice() {}

  /**
   * What a choice needs of staged versions, the same for all kinds: {@code source_table,
   * record_key, key_hash, file_id, record_number, version_no, file_date, updated_at, withdrawn,
   * content_hash}.
   */
  static Dataset<Row> comparable(RecordKind kind, Dataset<Row> versions) {
    return versions.select(
        lit(kind.table().name()).as("source_table"),
        kind.recordKey().as("record_key"),
        col("file_id"),
        col("record_number"),
        col("version_no"),
        col("file_date"),
        col("updated_at"),
        col("withdrawn"),
        col("content_hash"),
        xxhash64(lit(kind.table().name()), kind.recordKey()).as("key_hash"));
  }

  /**
   * The versions between which there is something to choose: those of records that came several
   * times, and those that take a record back. Two keys with one hash cost a comparison, not a wrong
   * answer.
   */
  static Dataset<Row> toChooseFrom(Dataset<Row> comparable) {
    Dataset<Row> hashes =
        comparable
            .groupBy("key_hash")
            .agg(count(lit(1)).as("versions"), max("withdrawn").as("withdrawn"))
            .where(col("versions").gt(1).or(col("withdrawn")))
            .select("key_hash");
    return comparable.join(broadcast(hashes), "key_hash", "left_semi");
  }

  /**
   * The versions of those records that came in a file that landed after one, or about which a
   * decision came.
   *
   * @param decided columns {@code source_table, record_key}
   */
  static Dataset<Row> toChooseFromSince(
      Dataset<Row> comparable, long knownFile, Dataset<Row> decided) {
    Dataset<Row> came = comparable.where(col("file_id").gt(knownFile)).select("key_hash");
    Dataset<Row> hashes =
        came.union(decided.select(xxhash64(col("source_table"), col("record_key")))).distinct();
    return comparable.join(broadcast(hashes), "key_hash", "left_semi");
  }

  /**
   * Comparable versions of which those of a record that a station found to be a copy withdraw it.
   */
  static Dataset<Row> withoutCopies(Dataset<Row> comparable, Dataset<Row> facts) {
    Dataset<Row> copies =
        facts
            .where(col("is_copy"))
            .select(
                col("source_table").as("copy_table"),
                col("record_key").as("copy_key"),
                lit(true).as("is_copy"));
    return comparable
        .join(
            broadcast(copies),
            col("source_table")
                .equalTo(col("copy_table"))
                .and(col("record_key").equalTo(col("copy_key"))),
            "left")
        .withColumn("withdrawn", col("withdrawn").or(coalesce(col("is_copy"), lit(false))))
        .drop("copy_table", "copy_key", "is_copy");
  }

  /**
   * Versions with their {@code place} by update time and file date (1 for the greatest; versions
   * that tie share one) and the number of different {@code contents} that share it.
   */
  static Dataset<Row> compared(Dataset<Row> comparable) {
    WindowSpec sameContent =
        Window.partitionBy(col("source_table"), col("record_key"), col("content_hash"));
    WindowSpec greatestFirst =
        Window.partitionBy(RECORD)
            .orderBy(col("updated_at").desc_nulls_last(), col("latest_file").desc_nulls_last());
    WindowSpec tied = Window.partitionBy(col("source_table"), col("record_key"), col("place"));
    return comparable
        .withColumn("latest_file", max(col("file_date")).over(sameContent))
        .withColumn("updated_at", StagedRows.effectiveUpdate(col("latest_file")))
        .withColumn("place", rank().over(greatestFirst))
        .withColumn("contents", size(collect_set(col("content_hash")).over(tied)));
  }

  /** Of compared versions those between which only their content can choose. */
  static Dataset<Row> tied(Dataset<Row> compared) {
    return compared.where(col("place").equalTo(1).and(col("contents").gt(1)));
  }

  /** Columns {@code version_no, content} of staged versions. */
  static Dataset<Row> contents(RecordKind kind, Dataset<Row> versions) {
    Column[] texts =
        ContentHash.fields(kind.table()).stream()
            .map(field -> coalesce(col(field), lit("")))
            .toArray(Column[]::new);
    return versions.select(
        col("version_no"), concat_ws(RecordKind.UNIT_SEPARATOR, texts).as("content"));
  }

  /**
   * Versions with their {@code fate}, null of those that count, and with the number of {@code
   * contents} between which the content chose.
   *
   * @param contents of those that are {@link #tied}
   */
  static Dataset<Row> decided(Dataset<Row> compared, Dataset<Row> contents) {
    WindowSpec greatestFirst =
        Window.partitionBy(RECORD)
            .orderBy(
                col("place"),
                col("content").desc_nulls_last(),
                col("file_date").desc_nulls_last(),
                col("file_id"),
                col("record_number"));
    Column isGreatest = row_number().over(greatestFirst).equalTo(1);
    return compared
        .join(contents, "version_no", "left")
        .withColumn("is_greatest", isGreatest)
        .withColumn(
            "fate",
            when(col("is_greatest"), when(col("withdrawn"), VersionFate.WITHDRAWN.code()))
                .otherwise(VersionFate.REPLACED.code()))
        .drop("content");
  }

  /**
   * Records whose current version was chosen by content alone, in the columns of {@code
   * version_conflict}; also where the version that was chosen takes the record back.
   */
  static Dataset<Row> conflicts(Dataset<Row> decided) {
    return decided
        .where(col("is_greatest").and(col("contents").gt(1)))
        .select(col("source_table"), shownKey(), col("contents"));
  }

  /** The record key as it is listed. */
  static Column shownKey() {
    return translate(col("record_key"), RecordKind.UNIT_SEPARATOR, "/").as("record_key");
  }
}
