package khoyte.pipelines.resolve;

import static khoyte.warehouse.table.ResolvedTables.CITIZEN_KEY_MOVE;
import static khoyte.warehouse.table.ResolvedTables.REGISTERED_RECORD;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.sql.Date;
import java.util.List;
import java.util.Objects;
import khoyte.pipelines.spark.LayeredTables;
import khoyte.warehouse.table.KeyChange;
import khoyte.warehouse.table.KeyEvidence;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Records which key leads to which, by comparing whose every health record was when the last night
 * was published and whose it is now. A run that is done again finds the same, as long as the tables
 * were brought back to what was published.
 */
record RecordingKeys(LayeredTables tables, StagedRows staged, Workspace workspace, Extent extent) {
  private static final StructType MOVE =
      new StructType()
          .add("ma_hssk", DataTypes.StringType)
          .add("citizen_key", DataTypes.StringType)
          .add("successor_key", DataTypes.StringType)
          .add("change", DataTypes.StringType)
          .add("joined_by", DataTypes.StringType)
          .add("parted_by", DataTypes.StringType);

  /** Keeps whose the records are, before all of them are written anew. */
  void keepWhatWasPublished() {
    workspace.kept("published_records", held(tables.current(REGISTERED_RECORD)));
  }

  /** Records what became of all keys since {@link #keepWhatWasPublished}. */
  void recordAll() {
    record(workspace.kept("published_records"), held(tables.current(REGISTERED_RECORD)));
  }

  /**
   * The same of some citizens.
   *
   * @param before their records as they were, in the columns of {@code registered_record}
   * @param after the records of all citizens that they are now, in the same columns
   */
  void recordThese(Dataset<Row> before, Dataset<Row> after) {
    record(held(before), held(after));
  }

  private static Dataset<Row> held(Dataset<Row> registered) {
    return registered.select(
        col("ma_hssk"),
        col("first_ma_hssk"),
        col("citizen_key"),
        StrongKeys.ofRow(col("key_id")).as("strong_keys"),
        Faces.ofRecord().as("faces"),
        col("undecided"));
  }

  private void record(Dataset<Row> before, Dataset<Row> after) {
    Column gone = col("first_after").isNull();
    Column elsewhere = col("first_after").notEqual(col("first_before"));
    Column underAnotherKey = col("key_after").notEqual(col("key_before"));
    Dataset<Row> moved =
        workspace.kept(
            "moved_records",
            before
                .select(
                    col("ma_hssk"),
                    col("first_ma_hssk").as("first_before"),
                    col("citizen_key").as("key_before"))
                .join(
                    after.select(
                        col("ma_hssk"),
                        col("first_ma_hssk").as("first_after"),
                        col("citizen_key").as("key_after")),
                    new String[] {"ma_hssk"},
                    "left")
                .where(gone.or(elsewhere).or(underAnotherKey)));
    if (moved.isEmpty()) {
      return;
    }
    Dataset<Row> withOthers = moved.where(gone.or(elsewhere));
    Dataset<Row> concerned =
        withOthers
            .select(col("first_before").as("first_ma_hssk"))
            .union(withOthers.where(elsewhere).select(col("first_after")))
            .distinct();
    Dataset<Row> moves =
        session()
            .createDataFrame(
                KeyMoves.between(of(before, concerned), of(after, concerned), decisions()).stream()
                    .map(RecordingKeys::row)
                    .toList(),
                MOVE)
            .union(keyedAnew(moved.where(elsewhere.eqNullSafe(false))))
            .withColumn("run", lit(extent.run()))
            .withColumn("as_of", lit(extent.night().asOf()))
            .withColumn("version", lit(extent.night().version()));
    tables.patch(moves, moves, CITIZEN_KEY_MOVE);
  }

  /** Of citizens who have the same records under another key. */
  private static Dataset<Row> keyedAnew(Dataset<Row> moved) {
    Column none = lit(null).cast(DataTypes.StringType);
    return moved.select(
        col("ma_hssk"),
        col("key_before"),
        col("key_after"),
        lit(KeyChange.RENAMED.code()),
        none,
        lit(KeyEvidence.SECRET.code()));
  }

  private static List<KeyMoves.Held> of(Dataset<Row> held, Dataset<Row> concerned) {
    return held
        .join(broadcast(concerned), new String[] {"first_ma_hssk"}, "left_semi")
        .collectAsList()
        .stream()
        .map(
            row ->
                new KeyMoves.Held(
                    row.getAs("ma_hssk"),
                    row.getAs("first_ma_hssk"),
                    row.getAs("citizen_key"),
                    row.<Long>getList(row.fieldIndex("strong_keys")).stream()
                        .filter(Objects::nonNull)
                        .toList(),
                    row.<Row>getList(row.fieldIndex("faces")).stream()
                        .map(RecordingKeys::face)
                        .toList(),
                    row.getAs("undecided")))
        .toList();
  }

  private static KeyMoves.Face face(Row face) {
    Date birthDate = face.getAs("birth_date");
    return new KeyMoves.Face(
        face.getAs("name_folded"), birthDate == null ? null : birthDate.toLocalDate());
  }

  private List<KeyMoves.Decided> decisions() {
    if (!staged.areCorrected()) {
      return List.of();
    }
    return Corrections.pairs(staged.facts()).collectAsList().stream()
        .map(
            row ->
                new KeyMoves.Decided(
                    row.getAs("one_hssk"), row.getAs("other_hssk"), row.getAs("are_same")))
        .toList();
  }

  private static Row row(KeyMoves.Move move) {
    return RowFactory.create(
        move.maHssk(),
        move.citizenKey(),
        move.successorKey(),
        move.change().code(),
        code(move.joinedBy()),
        code(move.partedBy()));
  }

  private static @Nullable String code(@Nullable KeyEvidence evidence) {
    return evidence == null ? null : evidence.code();
  }

  private org.apache.spark.sql.SparkSession session() {
    return tables.session();
  }
}
