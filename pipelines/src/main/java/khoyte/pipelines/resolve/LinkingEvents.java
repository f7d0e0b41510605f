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

import khoyte.pipelines.spark.LayeredTables;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Writes whose the events are. A run that builds on another links the events that came, and again
 * those that share a key, or name and birth date, with a citizen that changed.
 */
record LinkingEvents(
    LayeredTables tables, StagedRows staged, KnownRows known, Extent extent, Communes communes) {

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
    link(workspace().kept("events", events.dropDuplicates("event_no")));
    tables.patch(visits(linked(RecordKind.VISIT)), staged.withdrawn(RecordKind.VISIT), ENCOUNTER);
    tables.patch(
        routineDoses(linked(RecordKind.ROUTINE_DOSE)),
        staged.withdrawn(RecordKind.ROUTINE_DOSE),
        IMMUNIZATION);
  }

  private Dataset<Row> touched(Extent.Before before, RegistryChanges changes) {
    Dataset<Row> known =
        workspace()
            .kept(
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
        workspace(), workspace().kept("decided_events", facts), tables.current(REGISTERED_RECORD));
  }

  /** Decides whose the events are, and keeps it. */
  private void link(Dataset<Row> events) {
    EventDecisions decisions = decisions();
    Dataset<Row> citizens;
    Dataset<Row> index;
    if (extent.before() == null) {
      Dataset<Row> registered = tables.current(REGISTERED_RECORD);
      citizens = tables.current(CITIZEN_IDENTITY);
      index = KeyIndex.of(registered, inChains(citizens, registered));
    } else {
      Dataset<Row> holders = known.holding("holders", strongKeys(events));
      citizens = possible(events, holders, decisions);
      index = KeyIndex.of(holders, citizens);
    }
    Dataset<Row> byKey = EventLinks.byKey(events, index, decisions, extent, communes);
    Dataset<Row> tried =
        workspace()
            .kept(
                "events_by_key",
                events
                    .drop("citizen_id", "insurance_numbers", "old_id", "birth_year")
                    .join(byKey, "event_no", "left"));
    Dataset<Row> byName = EventLinks.byName(tried, citizens, decisions, extent, communes);
    Dataset<Row> links = decisions.over(EventLinks.decided(tried.join(byName, "event_no", "left")));
    Dataset<Row> pseudonyms = citizens.select("citizen_no", "citizen_key");
    workspace().kept("links", links.join(pseudonyms, new String[] {"citizen_no"}, "left"));
  }

  private static Dataset<Row> inChains(Dataset<Row> citizens, Dataset<Row> registered) {
    Dataset<Row> chained = registered.where(col("chain").isNotNull());
    return citizens.join(chained.select("citizen_no").distinct(), "citizen_no", "left_semi");
  }

  private static Dataset<Row> strongKeys(Dataset<Row> events) {
    return events
        .select(explode(StrongKeys.ofRow(col("citizen_id"))).as("strong_key"))
        .where(col("strong_key").isNotNull());
  }

  /** The citizens whose the events can be: by their keys, by name and birth date, by decision. */
  private Dataset<Row> possible(
      Dataset<Row> events, Dataset<Row> holders, EventDecisions decisions) {
    Dataset<Row> possible =
        known
            .meeting("citizens_by_key", CITIZEN_IDENTITY, holders.select("citizen_key"))
            .union(
                known.meeting(
                    "citizens_by_name",
                    CITIZEN_IDENTITY,
                    events.select("name_folded", "birth_date").na().drop()));
    if (staged.areCorrected()) {
      possible =
          possible.union(known.meeting("citizens_chosen", CITIZEN_IDENTITY, decisions.chosen()));
    }
    return workspace().kept("possible_citizens", possible.dropDuplicates("citizen_key"));
  }

  private Workspace workspace() {
    return known.workspace();
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
    return workspace()
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
    Dataset<Row> keys =
        links.select(
            StagedRows.fileOf(col("event_no")).as("file_id"),
            StagedRows.placeOf(col("event_no")).as("record_number"));
    return staged
        .currentAmong(kind, known.meeting("linked_" + kind, kind.table(), keys))
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
