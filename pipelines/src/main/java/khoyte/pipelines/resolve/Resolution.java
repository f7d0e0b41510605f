package khoyte.pipelines.resolve;

import static khoyte.pipelines.resolve.CurrentVersions.RANK;
import static khoyte.warehouse.table.ResolvedTables.CITIZEN;
import static khoyte.warehouse.table.ResolvedTables.CITIZEN_IDENTITY;
import static khoyte.warehouse.table.ResolvedTables.COVID_DOSE;
import static khoyte.warehouse.table.ResolvedTables.COVID_DOSE_REPAIR;
import static khoyte.warehouse.table.ResolvedTables.ENCOUNTER;
import static khoyte.warehouse.table.ResolvedTables.HEALTH_RECORD;
import static khoyte.warehouse.table.ResolvedTables.IMMUNIZATION;
import static khoyte.warehouse.table.ResolvedTables.REVIEW_PAIR;
import static khoyte.warehouse.table.ResolvedTables.VERSION_CONFLICT;
import static khoyte.warehouse.table.StagedTables.COVID_DOSE_VERSION;
import static khoyte.warehouse.table.StagedTables.ENCOUNTER_VERSION;
import static khoyte.warehouse.table.StagedTables.HEALTH_RECORD_VERSION;
import static khoyte.warehouse.table.StagedTables.IMMUNIZATION_VERSION;
import static khoyte.warehouse.table.StagedTables.POPULATION_ANSWER_VERSION;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.when;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import khoyte.pipelines.spark.SparkTables;
import khoyte.warehouse.table.Evidence;
import khoyte.warehouse.table.Field;
import khoyte.warehouse.table.LinkState;
import khoyte.warehouse.table.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The second half of a night's way, from staged versions to resolved tables: {@link #clean} chooses
 * the current versions, {@link #resolve} finds out who is who and judges. Both read and write the
 * lake; both may run again.
 */
public final class Resolution {

  private final Workspace workspace;
  private final SparkSession session;
  private final LocalDate asOf;
  private final Pseudonym pseudonym;
  private final Communes communes;

  /**
   * @param directory the night's own, for what is needed more than once
   * @param secret of the citizen keys, 16 to 64 bytes
   */
  public Resolution(
      SparkSession session, Path directory, LocalDate asOf, byte[] secret, Communes communes) {
    this.workspace = new Workspace(session, directory);
    this.session = session;
    this.asOf = asOf;
    this.pseudonym = new Pseudonym(secret);
    this.communes = communes;
  }

  /**
   * A staged table as the night reads it.
   *
   * @param number tells the kind of an event from its number
   * @param key the fields that identify a record
   * @param texts the sender's own values that are still needed when the current version is chosen
   */
  private record Kind(Table table, int number, List<String> key, List<String> texts) {
    String name() {
      return table.name();
    }

    String[] keys() {
      return key.toArray(String[]::new);
    }
  }

  private static final Kind RECORDS =
      new Kind(HEALTH_RECORD_VERSION, 0, List.of("ma_hssk"), List.of("name_text", "station_text"));
  private static final Kind ANSWERS =
      new Kind(POPULATION_ANSWER_VERSION, 0, List.of("ma_hssk"), List.of("name_text"));
  private static final Kind VISITS =
      new Kind(
          ENCOUNTER_VERSION,
          1,
          List.of("facility_code", "ma_lk"),
          List.of(
              "id_text",
              "main_diagnosis_text",
              "other_diagnoses_text",
              "result_text",
              "discharge_type_text"));
  private static final Kind ROUTINE =
      new Kind(
          IMMUNIZATION_VERSION,
          2,
          List.of("ma_doi_tuong"),
          List.of("id_text", "vaccine_code_text", "vaccine_name_text", "lot_text", "place_text"));
  private static final Kind COVID =
      new Kind(
          COVID_DOSE_VERSION,
          3,
          List.of("ma_mui_tiem"),
          List.of(
              "id_text",
              "name_text",
              "birth_date_text",
              "gender_text",
              "phone_text",
              "province_text",
              "commune_text",
              "vaccine_text",
              "dose_number_text"));
  private static final List<Kind> EVENTS = List.of(VISITS, ROUTINE, COVID);
  private static final List<Kind> ALL = List.of(RECORDS, ANSWERS, VISITS, ROUTINE, COVID);

  /**
   * Chooses the current version of every record; those it replaced are kept beside, to be counted.
   */
  public void clean() {
    workspace.kept(ANSWERS.name(), ranked(ANSWERS));
    workspace.kept(RECORDS.name(), HealthRecords.answered(ranked(RECORDS), current(ANSWERS)));
    for (Kind kind : EVENTS) {
      workspace.kept(kind.name(), numbered(ranked(kind), kind));
    }
    Dataset<Row> conflicts =
        ALL.stream()
            .map(
                kind ->
                    CurrentVersions.conflicts(
                        kind.table(), workspace.kept(kind.name()), kind.keys()))
            .reduce(Dataset::unionByName)
            .orElseThrow();
    SparkTables.replace(conflicts, VERSION_CONFLICT);
  }

  private Dataset<Row> ranked(Kind kind) {
    String[] dropped =
        kind.table().fields().stream()
            .map(Field::name)
            .filter(name -> name.endsWith("_text") && !kind.texts().contains(name))
            .toArray(String[]::new);
    return CurrentVersions.ranked(
            kind.table(), SparkTables.read(session, kind.table()), kind.keys())
        .drop(dropped);
  }

  /** Numbers the rows of a kind so that no two events of a night share a number. */
  private static Dataset<Row> numbered(Dataset<Row> rows, Kind kind) {
    return rows.withColumn(
        "event_no", monotonically_increasing_id().multiply(lit(4L)).plus(lit(kind.number())));
  }

  private Dataset<Row> current(Kind kind) {
    return CurrentVersions.current(workspace.kept(kind.name()));
  }

  /**
   * Finds the citizens, links every event, judges the doses, and writes the resolved tables.
   *
   * @return what became of the rows of each landed file
   */
  public List<FileBalance> resolve() {
    Dataset<Row> placed = registry();
    Dataset<Row> citizens = SparkTables.read(session, CITIZEN_IDENTITY);
    Dataset<Row> links = links(placed, citizens);
    writeVisits(links);
    writeRoutineDoses(links);
    writeCovidDoses(links, citizens);
    return balances();
  }

  private Dataset<Row> registry() {
    Dataset<Row> records = current(RECORDS);
    Dataset<Row> placed = Registry.placed(records, placements(records), asOf);
    Dataset<Row> places = broadcast(communes.placeRows(session));
    Dataset<Row> citizens =
        Registry.citizens(placed).withColumn("citizen_key", pseudonym.of(col("first_ma_hssk")));
    SparkTables.replace(citizens, CITIZEN_IDENTITY);
    Dataset<Row> known = SparkTables.read(session, CITIZEN_IDENTITY);
    SparkTables.replace(
        known
            .join(places, col("commune").equalTo(col("unit")), "left")
            .withColumnRenamed("unit_code", "commune_code")
            .withColumnRenamed("unit_district", "district_code")
            .withColumnRenamed("unit_province", "province_code"),
        CITIZEN);
    SparkTables.replace(
        placed
            .join(places, col("commune").equalTo(col("unit")), "left")
            .withColumn("citizen_key", pseudonym.of(col("citizen_hssk")))
            .withColumn("link", lit(LinkState.RESOLVED.code()))
            .withColumn("evidence", lit(Evidence.REGISTRY.code()))
            .withColumn("commune_code", col("unit_code"))
            .withColumn("station_code", col("station_text"))
            .withColumn("population_answer", col("answer")),
        HEALTH_RECORD);
    SparkTables.replace(ReviewPairs.of(known, communes), REVIEW_PAIR);
    return placed;
  }

  /**
   * Where the records in chains go. The chains are put together here and not by Spark: they are the
   * people registered more than once, a few in a hundred.
   */
  private Dataset<Row> placements(Dataset<Row> records) {
    List<RecordChains.Pair> pairs =
        SharedKeys.agreeingPairs(workspace.kept("key_holders", SharedKeys.holders(records)))
            .collectAsList()
            .stream()
            .map(row -> new RecordChains.Pair(member(row, "one"), member(row, "other")))
            .toList();
    List<Row> rows =
        RecordChains.placed(pairs).stream()
            .map(
                place ->
                    RowFactory.create(
                        place.recordNo(),
                        place.citizenNo(),
                        place.citizenHssk(),
                        place.undecided()))
            .toList();
    StructType schema =
        new StructType()
            .add("record_no", DataTypes.LongType)
            .add("citizen_no", DataTypes.LongType)
            .add("citizen_hssk", DataTypes.StringType)
            .add("undecided", DataTypes.BooleanType);
    return session.createDataFrame(rows, schema);
  }

  private static RecordChains.Member member(Row row, String side) {
    return new RecordChains.Member(
        row.getAs(side + "_no"), row.getAs(side + "_hssk"), row.getAs(side + "_id"));
  }

  private Dataset<Row> links(Dataset<Row> placed, Dataset<Row> citizens) {
    Dataset<Row> events =
        EVENTS.stream()
            .map(kind -> people(current(kind)))
            .reduce(Dataset::unionByName)
            .orElseThrow();
    Dataset<Row> chained =
        citizens.join(
            placed.where(col("in_chain")).select("citizen_no").distinct(),
            "citizen_no",
            "left_semi");
    Dataset<Row> byKey = EventLinks.byKey(events, KeyIndex.of(placed, chained), communes);
    Dataset<Row> tried =
        workspace.kept(
            "events_by_key",
            events
                .drop("citizen_id", "insurance_numbers", "old_id", "birth_year")
                .join(byKey, "event_no", "left"));
    Dataset<Row> byName = EventLinks.byName(tried, citizens, communes);
    return workspace.kept("links", EventLinks.decided(tried.join(byName, "event_no", "left")));
  }

  private static Dataset<Row> people(Dataset<Row> events) {
    return events.select(
        col("event_no"),
        coalesce(StrongKeys.twelveDigits(col("id_text")), col("citizen_id")).as("id_given"),
        col("citizen_id"),
        col("insurance_numbers"),
        col("old_id"),
        col("birth_year"),
        col("name_folded"),
        col("birth_date"),
        col("commune"));
  }

  private Dataset<Row> linked(Kind kind, Dataset<Row> links) {
    return current(kind)
        .join(links.where(col("event_no").mod(4).equalTo(kind.number())), "event_no", "left");
  }

  private void writeVisits(Dataset<Row> links) {
    Dataset<Row> places = broadcast(communes.placeRows(session));
    SparkTables.replace(
        withCitizenKey(linked(VISITS, links))
            .join(places, col("commune").equalTo(col("unit")), "left")
            .withColumn("main_diagnosis", col("main_diagnosis_text"))
            .withColumn("other_diagnoses", col("other_diagnoses_text"))
            .withColumn("result", col("result_text"))
            .withColumn("discharge_type", col("discharge_type_text"))
            .withColumn("commune_code", col("unit_code")),
        ENCOUNTER);
  }

  private void writeRoutineDoses(Dataset<Row> links) {
    Dataset<Row> places = broadcast(communes.placeRows(session));
    SparkTables.replace(
        withCitizenKey(linked(ROUTINE, links))
            .join(places, col("commune").equalTo(col("unit")), "left")
            .withColumn("vaccine_code", col("vaccine_code_text"))
            .withColumn("vaccine_name", col("vaccine_name_text"))
            .withColumn("lot", col("lot_text"))
            .withColumn("place", col("place_text"))
            .withColumn("commune_code", col("unit_code")),
        IMMUNIZATION);
  }

  private void writeCovidDoses(Dataset<Row> links, Dataset<Row> citizens) {
    Dataset<Row> people =
        citizens.select(
            col("citizen_no"),
            col("citizen_key"),
            col("citizen_id").as("citizen_citizen_id"),
            col("name").as("citizen_name"),
            col("name_text").as("citizen_name_text"),
            col("birth_date").as("citizen_birth_date"),
            col("gender").as("citizen_gender"),
            col("commune").as("citizen_commune"));
    Dataset<Row> doses =
        workspace.kept(
            "judged_doses",
            CovidJudgement.judged(
                linked(COVID, links).join(people, "citizen_no", "left"), communes, asOf));
    Dataset<Row> places = broadcast(communes.placeRows(session));
    Column commune = coalesce(col("citizen_commune"), col("commune"));
    SparkTables.replace(
        doses
            .join(places, commune.equalTo(col("unit")), "left")
            .withColumn("dose_number", CovidJudgement.doseNumber())
            .withColumn("commune_code", col("unit_code"))
            .withColumn("district_code", col("unit_district")),
        COVID_DOSE);
    SparkTables.replace(CovidRepairs.of(doses, asOf), COVID_DOSE_REPAIR);
  }

  private Dataset<Row> withCitizenKey(Dataset<Row> events) {
    return events.join(
        SparkTables.read(session, CITIZEN_IDENTITY).select("citizen_no", "citizen_key"),
        new String[] {"citizen_no"},
        "left");
  }

  private List<FileBalance> balances() {
    Dataset<Row> versions =
        ALL.stream().map(kind -> versionsByFile(kind)).reduce(Dataset::unionByName).orElseThrow();
    Dataset<Row> links =
        ALL.stream().map(kind -> linksByFile(kind)).reduce(Dataset::unionByName).orElseThrow();
    return versions
        .join(links, new String[] {"file_id", "table"}, "left")
        .na()
        .fill(0)
        .orderBy("file_id", "table")
        .collectAsList()
        .stream()
        .map(
            row ->
                new FileBalance(
                    row.getAs("file_id"),
                    row.getAs("table"),
                    row.getAs("staged"),
                    row.getAs("replaced"),
                    row.getAs("withdrawn"),
                    row.getAs("resolved"),
                    row.getAs("undecided"),
                    row.getAs("nobody")))
        .toList();
  }

  private Dataset<Row> versionsByFile(Kind kind) {
    return workspace
        .kept(kind.name())
        .groupBy("file_id")
        .agg(
            count(lit(1)).as("staged"),
            count(when(col(RANK).gt(1), lit(1))).as("replaced"),
            count(when(col(RANK).equalTo(1).and(col("withdrawn")), lit(1))).as("withdrawn"))
        .withColumn("table", lit(kind.name()));
  }

  private Dataset<Row> linksByFile(Kind kind) {
    return outcome(kind)
        .groupBy("file_id")
        .agg(
            EventLinks.countOf(LinkState.RESOLVED).as("resolved"),
            EventLinks.countOf(LinkState.UNDECIDED).as("undecided"),
            EventLinks.countOf(LinkState.NOBODY).as("nobody"))
        .withColumn("table", lit(kind.name()));
  }

  private Dataset<Row> outcome(Kind kind) {
    if (kind == RECORDS) {
      return SparkTables.read(session, HEALTH_RECORD);
    }
    if (kind == VISITS) {
      return SparkTables.read(session, ENCOUNTER);
    }
    if (kind == ROUTINE) {
      return SparkTables.read(session, IMMUNIZATION);
    }
    if (kind == COVID) {
      return SparkTables.read(session, COVID_DOSE);
    }
    // An answer without its health record waits.
    Dataset<Row> known =
        SparkTables.read(session, HEALTH_RECORD).select("ma_hssk").withColumn("known", lit(true));
    return current(ANSWERS)
        .join(known, new String[] {"ma_hssk"}, "left")
        .withColumn(
            "link",
            when(col("known"), LinkState.RESOLVED.code()).otherwise(LinkState.NOBODY.code()));
  }
}
