package khoyte.pipelines.resolve;

import static khoyte.warehouse.table.ResolvedTables.CITIZEN;
import static khoyte.warehouse.table.ResolvedTables.CITIZEN_IDENTITY;
import static khoyte.warehouse.table.ResolvedTables.HEALTH_RECORD;
import static khoyte.warehouse.table.ResolvedTables.REGISTERED_RECORD;
import static khoyte.warehouse.table.ResolvedTables.REVIEW_PAIR;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import khoyte.pipelines.spark.LayeredTables;
import khoyte.warehouse.table.Evidence;
import khoyte.warehouse.table.LinkState;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Writes who the citizens are. A run that builds on another takes up again only the records that
 * changed and those that hang together with them, then or now: no other chain can be different.
 */
record RegisteringCitizens(
    LayeredTables tables,
    StagedRows staged,
    Workspace workspace,
    Extent extent,
    Pseudonym pseudonym,
    Communes communes,
    @Nullable MatchingEvents matching) {

  /** Resolves all health records. */
  void all() {
    recording().keepWhatWasPublished();
    Dataset<Row> records =
        HealthRecords.answered(currentRecords(), staged.current(RecordKind.ANSWER));
    tables.replace(registered(records), REGISTERED_RECORD);
    Dataset<Row> registered = tables.current(REGISTERED_RECORD);
    tables.replace(Registry.citizens(registered), CITIZEN_IDENTITY);
    Dataset<Row> citizens = tables.current(CITIZEN_IDENTITY);
    tables.replace(forAnalysts(citizens), CITIZEN);
    tables.replace(resolvedRecords(registered), HEALTH_RECORD);
    tables.replace(ReviewPairs.of(citizens, communes), REVIEW_PAIR);
    recording().recordAll();
  }

  /** Resolves what a night brings, and keeps what that changes for events. */
  RegistryChanges changed(Extent.Before before) {
    if (!before.has(RecordKind.HEALTH_RECORD)
        && !before.has(RecordKind.ANSWER)
        && !before.has(RecordKind.CORRECTION)
        && before.asOf().equals(extent.asOf())) {
      return RegistryChanges.none();
    }
    Dataset<Row> known = tables.current(REGISTERED_RECORD);
    Dataset<Row> changed = workspace.kept("changed_keys", changedKeys(known, before));
    Dataset<Row> arrived = workspace.kept("changed_records", arrived(changed));
    Dataset<Row> neighbours = workspace.kept("neighbours", neighbours(known, changed, arrived));
    if (staged.areCorrected()) {
      neighbours =
          workspace.kept(
              "neighbours_decided", neighbours.union(decidedWith(known, changed)).distinct());
    }
    Dataset<Row> recordsBefore =
        workspace.kept("records_before", hangingTogether(known, changed, neighbours));
    Dataset<Row> others =
        recordsBefore.join(broadcast(changed), new String[] {"ma_hssk"}, "left_anti");
    Dataset<Row> records =
        arrived.unionByName(
            others.withColumn("record_no", StagedRows.number()).select(HealthRecords.columns()));
    Dataset<Row> recordsAfter = workspace.kept("records_after", registered(records));

    Dataset<Row> citizensBefore =
        workspace.kept(
            "citizens_before",
            tables
                .current(CITIZEN_IDENTITY)
                .join(
                    broadcast(recordsBefore.select("citizen_key").distinct()),
                    new String[] {"citizen_key"},
                    "left_semi"));
    Dataset<Row> citizensAfter = workspace.kept("citizens_after", Registry.citizens(recordsAfter));
    RegistryChanges changes =
        RegistryChanges.between(
            workspace,
            new RegistryChanges.State(recordsBefore, citizensBefore),
            new RegistryChanges.State(recordsAfter, citizensAfter));
    Dataset<Row> pairsBefore =
        workspace.kept("pairs_before", changes.pairsOf(tables.current(REVIEW_PAIR)));

    tables.patch(recordsAfter, recordsBefore, REGISTERED_RECORD);
    tables.patch(citizensAfter, citizensBefore, CITIZEN_IDENTITY);
    tables.patch(forAnalysts(citizensAfter), citizensBefore, CITIZEN);
    tables.patch(resolvedRecords(recordsAfter), recordsBefore, HEALTH_RECORD);
    tables.patch(
        ReviewPairs.of(changes.alike(tables.current(CITIZEN_IDENTITY)), communes),
        pairsBefore,
        REVIEW_PAIR);
    recording().recordThese(recordsBefore, recordsAfter);
    return changes;
  }

  private RecordingKeys recording() {
    return new RecordingKeys(tables, staged, workspace, extent);
  }

  private Dataset<Row> currentRecords() {
    return staged.corrected(RecordKind.HEALTH_RECORD, staged.current(RecordKind.HEALTH_RECORD));
  }

  /**
   * Records of which a version, an answer or a decision came, and those that the date makes managed
   * or not.
   */
  private Dataset<Row> changedKeys(Dataset<Row> known, Extent.Before before) {
    Dataset<Row> came =
        keysSince(RecordKind.HEALTH_RECORD, before).union(keysSince(RecordKind.ANSWER, before));
    LocalDate earlier = before.asOf().isBefore(extent.asOf()) ? before.asOf() : extent.asOf();
    LocalDate later = earlier.equals(extent.asOf()) ? before.asOf() : extent.asOf();
    Dataset<Row> openedBetween =
        known
            .where(col("opened_on").gt(lit(earlier)).and(col("opened_on").leq(lit(later))))
            .select("ma_hssk");
    return came.union(Corrections.healthRecords(staged.decisionsSince(before.knownFile())))
        .union(openedBetween)
        .distinct();
  }

  private Dataset<Row> keysSince(RecordKind kind, Extent.Before before) {
    return staged.versions(kind).where(col("file_id").gt(before.knownFile())).select("ma_hssk");
  }

  /** The changed records as they count now; a record that was taken back is none. */
  private Dataset<Row> arrived(Dataset<Row> changed) {
    String[] key = {"ma_hssk"};
    Dataset<Row> records = currentRecords().join(broadcast(changed), key, "left_semi");
    Dataset<Row> answers =
        staged.current(RecordKind.ANSWER).join(broadcast(changed), key, "left_semi");
    return HealthRecords.answered(records, answers).select(HealthRecords.columns());
  }

  /** Records that hold a key which a changed record holds or held, with their chains. */
  private static Dataset<Row> neighbours(
      Dataset<Row> known, Dataset<Row> changed, Dataset<Row> arrived) {
    Dataset<Row> keysBefore =
        held(known.join(broadcast(changed), new String[] {"ma_hssk"}, "left_semi"));
    Dataset<Row> keys =
        keysBefore.select("strong_key").union(held(arrived).select("strong_key")).distinct();
    return known
        .select(
            col("ma_hssk"), col("chain"), explode(StrongKeys.ofRow(col("key_id"))).as("strong_key"))
        .join(broadcast(keys), new String[] {"strong_key"}, "left_semi")
        .select("ma_hssk", "chain")
        .distinct();
  }

  /** Records that a decision joins with a changed one. */
  private Dataset<Row> decidedWith(Dataset<Row> known, Dataset<Row> changed) {
    Dataset<Row> pairs = Corrections.pairs(staged.facts());
    Dataset<Row> partners =
        pairs
            .join(changed, col("one_hssk").equalTo(col("ma_hssk")), "left_semi")
            .select(col("other_hssk").as("ma_hssk"))
            .union(
                pairs
                    .join(changed, col("other_hssk").equalTo(col("ma_hssk")), "left_semi")
                    .select(col("one_hssk").as("ma_hssk")));
    return known
        .select("ma_hssk", "chain")
        .join(broadcast(partners.distinct()), new String[] {"ma_hssk"}, "left_semi");
  }

  private static Dataset<Row> held(Dataset<Row> records) {
    return records.select(explode(StrongKeys.ofRow(col("key_id"))).as("strong_key"));
  }

  private static Dataset<Row> hangingTogether(
      Dataset<Row> known, Dataset<Row> changed, Dataset<Row> neighbours) {
    Dataset<Row> keys =
        changed
            .union(neighbours.select("ma_hssk"))
            .distinct()
            .select(col("ma_hssk").as("wanted_key"));
    Dataset<Row> chains =
        neighbours
            .where(col("chain").isNotNull())
            .select(col("chain").as("wanted_chain"))
            .distinct();
    return known
        .join(broadcast(keys), col("ma_hssk").equalTo(col("wanted_key")), "left")
        .join(broadcast(chains), col("chain").equalTo(col("wanted_chain")), "left")
        .where(col("wanted_key").isNotNull().or(col("wanted_chain").isNotNull()))
        .drop("wanted_key", "wanted_chain");
  }

  private Dataset<Row> registered(Dataset<Row> records) {
    Dataset<Row> placed =
        Registry.placed(records, placements(records), extent.asOf())
            .withColumn("citizen_key", pseudonym.of(col("first_ma_hssk")));
    return matching == null
        ? placed.withColumn(MatchingEvents.KEYS, lit(null).cast("array<bigint>"))
        : matching.withKeys(placed);
  }

  /**
   * Where the records in chains go. The chains are put together here and not by Spark: they are the
   * people registered more than once, a few in a hundred.
   */
  private Dataset<Row> placements(Dataset<Row> records) {
    List<RecordChains.Pair> pairs = new ArrayList<>();
    pairs(SharedKeys.agreeingPairs(workspace.kept("key_holders", SharedKeys.holders(records))))
        .forEach(pairs::add);
    List<RecordChains.Pair> different = new ArrayList<>();
    if (staged.areCorrected()) {
      Dataset<Row> decided = workspace.kept("decided_pairs", decidedPairs(records));
      pairs(decided.where(col("are_same"))).forEach(pairs::add);
      pairs(decided.where(not(col("are_same")))).forEach(different::add);
    }
    List<Row> rows =
        RecordChains.placed(pairs, different).stream()
            .map(
                place ->
                    RowFactory.create(
                        place.recordNo(),
                        place.citizenNo(),
                        place.citizenHssk(),
                        place.citizenId(),
                        place.chainHssk(),
                        place.undecided()))
            .toList();
    StructType schema =
        new StructType()
            .add("record_no", DataTypes.LongType)
            .add("citizen_no", DataTypes.LongType)
            .add("citizen_hssk", DataTypes.StringType)
            .add("verified_id", DataTypes.StringType)
            .add("chain_hssk", DataTypes.StringType)
            .add("undecided", DataTypes.BooleanType);
    return session().createDataFrame(rows, schema);
  }

  /** In the columns of {@link SharedKeys#agreeingPairs}, with {@code are_same}. */
  private Dataset<Row> decidedPairs(Dataset<Row> records) {
    Dataset<Row> pairs = Corrections.pairs(staged.facts());
    return records
        .select(
            col("record_no").as("one_no"),
            col("ma_hssk").as("one_hssk"),
            col("key_id").as("one_id"))
        .join(broadcast(pairs), "one_hssk")
        .join(
            records.select(
                col("record_no").as("other_no"),
                col("ma_hssk").as("other_hssk"),
                col("key_id").as("other_id")),
            "other_hssk");
  }

  private static Stream<RecordChains.Pair> pairs(Dataset<Row> pairs) {
    return pairs.collectAsList().stream()
        .map(row -> new RecordChains.Pair(member(row, "one"), member(row, "other")));
  }

  private static RecordChains.Member member(Row row, String side) {
    return new RecordChains.Member(
        row.getAs(side + "_no"), row.getAs(side + "_hssk"), row.getAs(side + "_id"));
  }

  private Dataset<Row> forAnalysts(Dataset<Row> citizens) {
    return atPlaces(citizens)
        .withColumnRenamed("unit_code", "commune_code")
        .withColumnRenamed("unit_district", "district_code")
        .withColumnRenamed("unit_province", "province_code");
  }

  private Dataset<Row> resolvedRecords(Dataset<Row> registered) {
    return atPlaces(registered)
        .withColumn("link", lit(LinkState.RESOLVED.code()))
        .withColumn("evidence", lit(Evidence.REGISTRY.code()))
        .withColumnRenamed("unit_code", "commune_code")
        .withColumnRenamed("station_text", "station_code")
        .withColumnRenamed("answer", "population_answer");
  }

  private Dataset<Row> atPlaces(Dataset<Row> rows) {
    return rows.join(
        broadcast(communes.placeRows(session())), col("commune").equalTo(col("unit")), "left");
  }

  private SparkSession session() {
    return tables.session();
  }
}
