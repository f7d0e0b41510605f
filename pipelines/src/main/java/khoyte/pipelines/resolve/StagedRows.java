package khoyte.pipelines.resolve;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.shiftleft;
import static org.apache.spark.sql.functions.shiftright;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import java.util.Collection;
import java.util.List;
import khoyte.pipelines.spark.LayeredTables;
import khoyte.warehouse.table.ResolvedTables;
import khoyte.warehouse.table.VersionFate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * Staged versions as a night reads them. Each has a number, {@code version_no}, that names its file
 * and its place there: no two versions share one, and it is the same on every night.
 */
record StagedRows(LayeredTables tables, Workspace workspace) {
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

  /** Of some staged rows the versions that count. */
  Dataset<Row> currentAmong(RecordKind kind, Dataset<Row> rows) {
    return counted(rows.withColumn("version_no", number()), kind);
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

  /** Versions that count now and did not before a run: those that came, and those that do again. */
  Dataset<Row> newlyCurrent(RecordKind kind, Extent.Before before) {
    Dataset<Row> came = counted(versions(kind).where(col("file_id").gt(before.knownFile())), kind);
    Dataset<Row> again =
        tables
            .removed(ResolvedTables.UNCOUNTED_VERSION)
            .where(col("file_id").leq(before.knownFile()));
    List<Long> files = again.select("file_id").distinct().as(Encoders.LONG()).collectAsList();
    if (files.isEmpty()) {
      return came;
    }
    return came.unionByName(
        currentOf(kind, files)
            .join(
                broadcast(again.select(number().as("again_no"))),
                col("version_no").equalTo(col("again_no")),
                "left_semi"));
  }

  /** Whether a station ever decided anything. */
  boolean areCorrected() {
    return !tables.lake().isEmpty(RecordKind.CORRECTION.table());
  }

  /** Keeps what stations decided, once it is known which decisions count. */
  void keepFacts() {
    workspace.kept("facts", Corrections.facts(current(RecordKind.CORRECTION)));
  }

  /** What stations decided, see {@link Corrections#facts}. */
  Dataset<Row> facts() {
    if (!workspace.has("facts")) {
      keepFacts();
    }
    return workspace.kept("facts");
  }

  /** The same about the records of a kind. */
  Dataset<Row> facts(RecordKind kind) {
    return facts().where(col("source_table").equalTo(kind.table().name()));
  }

  /** Decisions that came in files that landed after one, whether they count or not. */
  Dataset<Row> decisionsSince(long knownFile) {
    return versions(RecordKind.CORRECTION).where(col("file_id").gt(knownFile));
  }

  /** Versions with the values that stations corrected. */
  Dataset<Row> corrected(RecordKind kind, Dataset<Row> versions) {
    return areCorrected() ? Corrections.applied(versions, kind, facts(kind)) : versions;
  }

  /** Versions that a run has found to take their record back. */
  Dataset<Row> withdrawn(RecordKind kind) {
    Dataset<Row> fates =
        tables
            .written(ResolvedTables.UNCOUNTED_VERSION)
            .where(
                col("source_table")
                    .equalTo(kind.table().name())
                    .and(col("fate").equalTo(VersionFate.WITHDRAWN.code())))
            .select(number().as("withdrawn_no"));
    return versions(kind)
        .join(broadcast(fates), col("version_no").equalTo(col("withdrawn_no")), "left_semi");
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

  /** The place in its file of a version number. */
  static Column placeOf(Column versionNo) {
    return versionNo.bitwiseAND((1L << PLACE_BITS) - 1).cast(DataTypes.IntegerType);
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
