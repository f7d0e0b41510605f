package khoyte.pipelines.resolve;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.shiftleft;
import static org.apache.spark.sql.functions.shiftright;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import java.util.Collection;
import khoyte.pipelines.spark.LayeredTables;
import khoyte.warehouse.table.ResolvedTables;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * Staged versions as a night reads them. Each has a number, {@code version_no}, that names its file
 * and its place there: no two versions share one, and it is the same on every night.
 */
record StagedRows(LayeredTables tables) {
  /** Bits of the place in the file; with those of the file a number has 54 bits at most. */
  private static final int PLACE_BITS = 28;

  /** More files than this are not worth a list. */
  private static final int FILES_WORTH_NAMING = 500;

  /** All versions. */
  Dataset<Row> versions(RecordKind kind) {
    return tables.read(kind.table()).withColumn("version_no", number());
  }

  /**
   * The versions that count; {@code updated_at} is the update time that counts: one later than the
   * file date does not.
   */
  Dataset<Row> current(RecordKind kind) {
    return counted(versions(kind), kind);
  }

  /** Versions among which are those of some files. */
  Dataset<Row> versionsOf(RecordKind kind, Collection<Long> files) {
    Dataset<Row> versions = versions(kind);
    return files.size() > FILES_WORTH_NAMING
        ? versions
        : versions.where(col("file_id").isin(files.toArray()));
  }

  /** Versions that count, among which are those of some files. */
  Dataset<Row> currentOf(RecordKind kind, Collection<Long> files) {
    return counted(versionsOf(kind, files), kind);
  }

  /** Of the versions that count those of files that landed after one. */
  Dataset<Row> currentSince(RecordKind kind, long knownFile) {
    return counted(versions(kind).where(col("file_id").gt(knownFile)), kind);
  }

  private Dataset<Row> counted(Dataset<Row> versions, RecordKind kind) {
    Dataset<Row> uncounted =
        tables
            .current(ResolvedTables.UNCOUNTED_VERSION)
            .where(col("source_table").equalTo(kind.table().name()))
            .select(number().as("uncounted_no"));
    return versions
        .join(uncounted, col("version_no").equalTo(col("uncounted_no")), "left_anti")
        .withColumn("updated_at", effectiveUpdate(col("file_date")));
  }

  /** Of a row with {@code file_id} and {@code record_number}. */
  static Column number() {
    return shiftleft(col("file_id"), PLACE_BITS)
        .plus(col("record_number").cast(DataTypes.LongType));
  }

  /** The file of a version number. */
  static Column fileOf(Column versionNo) {
    return shiftright(versionNo, PLACE_BITS);
  }

  static Column effectiveUpdate(Column fileDate) {
    Column updated = col("updated_at");
    return when(fileDate.isNull().or(to_date(updated).leq(fileDate)), updated);
  }
}
