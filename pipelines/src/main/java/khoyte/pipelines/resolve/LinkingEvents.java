package khoyte.pipelines.resolve;

import static khoyte.warehouse.table.ResolvedTables.CITIZEN_IDENTITY;
import static khoyte.warehouse.table.ResolvedTables.ENCOUNTER;
import static khoyte.warehouse.table.ResolvedTables.IMMUNIZATION;
import static khoyte.warehouse.table.ResolvedTables.REGISTERED_RECORD;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import khoyte.pipelines.spark.LayeredTables;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Writes whose the events are. A run that builds on another links the events that came, and again
 * those that share a key, or name and birth date, with a citizen that changed.
 */
record LinkingEvents(
    LayeredTables tables,
    StagedRows staged,
    Workspace workspace,
    Extent extent,
    Communes communes) {

  /** Links all events. */
  void all() {
    link(
        RecordKind.EVENTS.stream()
            .map(kind -> people(kind, staged.current(kind)))
            .reduce(Dataset::unionByName)
            .orElseThrow());
    tables.replace(visits(linked(RecordKind.VISIT)), ENCOUNTER);
    tables.replace(routineDoses(linked(RecordKind.ROUTINE_DOSE)), IMMUNIZATION);
  }

  /** Links what a night brings or changes. */
  void changed(Extent.Before before, RegistryChanges changes) {
    Dataset<Row> events =
        RecordKind.EVENTS.stream()
            .map(kind -> people(kind, staged.newlyCurrent(kind, before)))
            .reduce(Dataset::unionByName)
            .orElseThrow();
    if (!changes.areNone()) {
      events = events.unionByName(touched(before, changes));
    }
    if (staged.areCorrected() && (before.has(RecordKind.CORRECTION) || !changes.areNone())) {
      events = events.unionByName(decidedAbout(before));
    }
    // one that is newly current may be touched as well
    link(workspace.kept("events", events.dropDuplicates("event_no")));
    tables.patch(visits(linked(RecordKind.VISIT)), staged.withdrawn(RecordKind.VISIT), ENCOUNTER);
    tables.patch(
        routineDoses(linked(RecordKind.ROUTINE_DOSE)),
        staged.withdrawn(RecordKind.ROUTINE_DOSE),
        IMMUNIZATION);
  }

  private Dataset<Row> touched(Extent.Before before, RegistryChanges changes) {
    Dataset<Row> known =
        workspace.kept(
            "known_events",
            RecordKind.EVENTS.stream()
                .map(kind -> people(kind, staged.current(kind)))
                .reduce(Dataset::unionByName)
                .orElseThrow()
                .where(StagedRows.fileOf(col("event_no")).leq(before.knownFile())));
    Dataset<Row> byKey =
        known
            .select(col("event_no"), explode(StrongKeys.ofRow(col("citizen_id"))).as("strong_key"))
            .join(broadcast(changes.keys()), new String[] {"strong_key"}, "left_semi")
            .select("event_no");
    Dataset<Row> byName =
        known
            .join(
                broadcast(changes.people()),
                new String[] {"name_folded", "birth_date"},
                "left_semi")
            .select("event_no");
    return known.join(
        broadcast(byKey.union(byName).distinct()), new String[] {"event_no"}, "left_semi");
  }

  /** Events about which a decision stands or was taken back. */
  private Dataset<Row> decidedAbout(Extent.Before before) {
    Dataset<Row> records =
        staged
            .facts()
            .select("source_table", "record_key")
            .union(staged.decisionsSince(before.knownFile()).select("source_table", "record_key"))
            .distinct();
    return RecordKind.EVENTS.stream()
        .map(
            kind ->
                people(
                    kind,
                    staged
                        .current(kind)
                        .join(
                            broadcast(
                                records.where(col("source_table").equalTo(kind.table().name()))),
                            kind.recordKey().equalTo(col("record_key")),
                            "left_semi")))
        .reduce(Dataset::unionByName)
        .orElseThrow();
  }

  private EventDecisions decisions() {
    if (!staged.areCorrected()) {
      return EventDecisions.none();
    }
    Dataset<Row> facts =
        RecordKind.EVENTS.stream()
            .map(
                kind ->
                    staged
                        .current(kind)
                        .join(
                            broadcast(
                                staged
                                    .facts(kind)
                                    .select("record_key", "chosen_hssk", "refused_hssk")),
                            kind.recordKey().equalTo(col("record_key")))
                        .select(
                            col("version_no").as("event_no"),
                            col("chosen_hssk"),
                            col("refused_hssk")))
            .reduce(Dataset::unionByName)
            .orElseThrow();
    return EventDecisions.of(
        workspace, workspace.kept("decided_events", facts), tables.current(REGISTERED_RECORD));
  }

  /** Decides whose the events are, and keeps it. */
  private void link(Dataset<Row> events) {
    EventDecisions decisions = decisions();
    Dataset<Row> citizens = tables.current(CITIZEN_IDENTITY);
    Dataset<Row> byKey =
        EventLinks.byKey(events, index(events, citizens), decisions, extent, communes);
    Dataset<Row> tried =
        workspace.kept(
            "events_by_key",
            events
                .drop("citizen_id", "insurance_numbers", "old_id", "birth_year")
                .join(byKey, "event_no", "left"));
    Dataset<Row> byName = EventLinks.byName(tried, citizens, decisions, extent, communes);
    Dataset<Row> links = decisions.over(EventLinks.decided(tried.join(byName, "event_no", "left")));
    Dataset<Row> pseudonyms = citizens.select("citizen_no", "citizen_key");
    workspace.kept("links", links.join(pseudonyms, new String[] {"citizen_no"}, "left"));
  }

  private Dataset<Row> index(Dataset<Row> events, Dataset<Row> citizens) {
    Dataset<Row> registered = tables.current(REGISTERED_RECORD);
    if (extent.before() == null) {
      Dataset<Row> chained = registered.where(col("chain").isNotNull());
      return KeyIndex.of(
          registered,
          citizens.join(chained.select("citizen_no").distinct(), "citizen_no", "left_semi"));
    }
    Dataset<Row> keys =
        events.select(explode(StrongKeys.ofRow(col("citizen_id"))).as("strong_key")).distinct();
    Dataset<Row> holders =
        workspace.kept(
            "holders",
            registered
                .select(
                    col("ma_hssk"),
                    col("citizen_key"),
                    explode(StrongKeys.ofRow(col("key_id"))).as("strong_key"))
                .join(broadcast(keys), new String[] {"strong_key"}, "left_semi")
                .select("ma_hssk", "citizen_key")
                .distinct());
    return KeyIndex.of(
        registered.join(
            broadcast(holders.select("ma_hssk")), new String[] {"ma_hssk"}, "left_semi"),
        citizens.join(
            broadcast(holders.select("citizen_key").distinct()),
            new String[] {"citizen_key"},
            "left_semi"));
  }

  private Dataset<Row> people(RecordKind kind, Dataset<Row> versions) {
    Dataset<Row> events = staged.corrected(kind, versions);
    Column given = coalesce(StrongKeys.twelveDigits(col("id_text")), col("citizen_id"));
    return events.select(
        lit(kind.name()).as("kind"),
        col("version_no").as("event_no"),
        (staged.areCorrected() ? coalesce(col("corrected_id"), given) : given).as("id_given"),
        col("citizen_id"),
        col("insurance_numbers"),
        col("old_id"),
        col("birth_year"),
        col("name_folded"),
        col("birth_date"),
        col("commune"));
  }

  /** The links that this run has decided: {@code event_no, citizen_key, link, evidence}. */
  Dataset<Row> links(RecordKind kind) {
    return workspace
        .kept("links")
        .where(col("kind").equalTo(kind.name()))
        .select("event_no", "citizen_key", "link", "evidence");
  }

  /** The linked events of a kind with all that was staged of them. */
  private Dataset<Row> linked(RecordKind kind) {
    return withLinks(kind, links(kind));
  }

  /** Current versions of a kind that have a link, with it. */
  Dataset<Row> withLinks(RecordKind kind, Dataset<Row> links) {
    if (extent.before() == null) {
      return staged
          .current(kind)
          .withColumnRenamed("version_no", "event_no")
          .join(links, new String[] {"event_no"}, "left");
    }
    List<Long> files =
        links
            .select(StagedRows.fileOf(col("event_no")).as("file"))
            .distinct()
            .as(Encoders.LONG())
            .collectAsList();
    return staged
        .currentOf(kind, files)
        .withColumnRenamed("version_no", "event_no")
        .join(broadcast(links), new String[] {"event_no"}, "inner");
  }

  private Dataset<Row> visits(Dataset<Row> linked) {
    return atPlaces(linked)
        .withColumn("main_diagnosis", col("main_diagnosis_text"))
        .withColumn("other_diagnoses", col("other_diagnoses_text"))
        .withColumn("result", col("result_text"))
        .withColumn("discharge_type", col("discharge_type_text"))
        .withColumn("commune_code", col("unit_code"));
  }

  private Dataset<Row> routineDoses(Dataset<Row> linked) {
    return atPlaces(linked)
        .withColumn("vaccine_code", col("vaccine_code_text"))
        .withColumn("vaccine_name", col("vaccine_name_text"))
        .withColumn("lot", col("lot_text"))
        .withColumn("place", col("place_text"))
        .withColumn("commune_code", col("unit_code"));
  }

  private Dataset<Row> atPlaces(Dataset<Row> events) {
    Column sameUnit = col("commune").equalTo(col("unit"));
    return events.join(broadcast(communes.placeRows(tables.session())), sameUnit, "left");
  }
}
