package khoyte.pipelines.resolve;

import static khoyte.warehouse.table.ResolvedTables.CITIZEN_IDENTITY;
import static khoyte.warehouse.table.ResolvedTables.COVID_DOSE;
import static khoyte.warehouse.table.ResolvedTables.ENCOUNTER;
import static khoyte.warehouse.table.ResolvedTables.IMMUNIZATION;
import static khoyte.warehouse.table.ResolvedTables.MATCH_CANDIDATE;
import static khoyte.warehouse.table.ResolvedTables.REGISTERED_RECORD;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.translate;
import static org.apache.spark.sql.functions.when;

import java.util.stream.Stream;
import khoyte.pipelines.link.PersonSearch;
import khoyte.pipelines.spark.LayeredTables;
import khoyte.warehouse.table.Evidence;
import khoyte.warehouse.table.LinkState;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Writes whose the events are. A run that builds on another links the events that came, and again
 * those that share a key, or name and birth date, with a citizen that changed; and those for which
 * the rules found nobody and that a changed citizen may be.
 *
 * @param matching for events for which the rules find nobody; null to leave them nobody's
 */
record LinkingEvents(
    LayeredTables tables,
    StagedRows staged,
    KnownRows known,
    Extent extent,
    Communes communes,
    @Nullable MatchingEvents matching) {

  /** Links all events, to be written by {@link #writeAll}. */
  void all() {
    link(
        RecordKind.EVENTS.stream()
            .map(kind -> people(kind, staged.current(kind)))
            .reduce(Dataset::unionByName)
            .orElseThrow());
  }

  void writeAll() {
    tables.replace(candidates(), MATCH_CANDIDATE);
    tables.replace(visits(linked(RecordKind.VISIT)), ENCOUNTER);
    tables.replace(routineDoses(linked(RecordKind.ROUTINE_DOSE)), IMMUNIZATION);
  }

  /** Links what a night brings or changes, to be written by {@link #writeChanged}. */
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
  }

  void writeChanged() {
    if (matching != null) {
      tables.patch(candidates(), candidatesBefore(workspace().kept("events")), MATCH_CANDIDATE);
    }
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
    Dataset<Row> touched = byKey.union(byName);
    if (matching != null) {
      touched = touched.union(metByTheMatcher(known, matching, changes.matchKeys()));
    }
    return known.join(broadcast(touched.distinct()), new String[] {"event_no"}, "left_semi");
  }

  /** Events that were nobody's for the rules and share a key of the matcher with what changed. */
  private Dataset<Row> metByTheMatcher(
      Dataset<Row> known, MatchingEvents matcher, Dataset<Row> keys) {
    Dataset<Row> open =
        Stream.of(ENCOUNTER, IMMUNIZATION, COVID_DOSE)
            .map(
                table ->
                    tables
                        .current(table)
                        .where(MatchingEvents.isOpen())
                        .select(StagedRows.number().as("event_no")))
            .reduce(Dataset::union)
            .orElseThrow();
    return matcher
        .keys(known.join(broadcast(open), new String[] {"event_no"}, "left_semi"))
        .join(broadcast(keys), new String[] {PersonSearch.KEY}, "left_semi")
        .select("event_no");
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
                    .select("kind", "event_no", "id_given", "name_folded", "birth_date", "commune")
                    .join(byKey, "event_no", "left"));
    Dataset<Row> byName = EventLinks.byName(tried, citizens, decisions, extent, communes);
    Dataset<Row> ruled = decisions.over(EventLinks.decided(tried.join(byName, "event_no", "left")));
    Dataset<Row> links =
        matching == null
            ? ruled
            : matched(matching, events, workspace().kept("ruled", ruled), decisions);
    Dataset<Row> pseudonyms = citizens.select("citizen_no", "citizen_key");
    if (matching != null) {
      pseudonyms = withMatched(pseudonyms);
    }
    workspace().kept("links", links.join(pseudonyms, new String[] {"citizen_no"}, "left"));
  }

  /** Links with those of the matcher in the place of nobody. */
  private Dataset<Row> matched(
      MatchingEvents matcher, Dataset<Row> events, Dataset<Row> ruled, EventDecisions decisions) {
    Dataset<Row> nobodys =
        ruled.where(col("link").equalTo(LinkState.NOBODY.code())).select("event_no");
    Dataset<Row> asked =
        workspace()
            .kept(
                "nobodys", events.join(broadcast(nobodys), new String[] {"event_no"}, "left_semi"));
    Dataset<Row> candidates = matcher.candidates(asked, decisions);
    Column isMatched = col("matched_link").isNotNull();
    return ruled
        .join(broadcast(MatchingEvents.links(candidates)), new String[] {"event_no"}, "left")
        .withColumn("citizen_no", coalesce(col("matched_no"), col("citizen_no")))
        .withColumn("link", coalesce(col("matched_link"), col("link")))
        .withColumn("evidence", when(isMatched, Evidence.MATCHER.code()).otherwise(col("evidence")))
        .drop("matched_no", "matched_link");
  }

  /** Pseudonyms of citizens and of those whom the matcher found. */
  private Dataset<Row> withMatched(Dataset<Row> pseudonyms) {
    Dataset<Row> matched =
        workspace()
            .kept("match_candidates")
            .where(col("decision").equalTo("match"))
            .select("citizen_no", "citizen_key")
            .distinct();
    return extent.before() == null
        ? pseudonyms
        : pseudonyms.union(matched).dropDuplicates("citizen_no");
  }

  /** Rows of match_candidate that this run has found. */
  private Dataset<Row> candidates() {
    return matching == null
        ? tables.current(MATCH_CANDIDATE).limit(0)
        : MatchingEvents.rows(workspace().kept("match_candidates"), workspace().kept("nobodys"));
  }

  private Dataset<Row> candidatesBefore(Dataset<Row> events) {
    Dataset<Row> records =
        RecordKind.EVENTS.stream()
            .map(
                kind ->
                    staged
                        .withdrawn(kind)
                        .select(lit(kind.table().name()).as("source_table"), shownKey(kind)))
            .reduce(events.select("source_table", "record_key"), Dataset::union);
    return workspace()
        .kept(
            "candidates_before",
            tables
                .current(MATCH_CANDIDATE)
                .join(
                    broadcast(records.distinct()),
                    new String[] {"source_table", "record_key"},
                    "left_semi"));
  }

  private static Column shownKey(RecordKind kind) {
    return translate(kind.recordKey(), RecordKind.UNIT_SEPARATOR, "/").as("record_key");
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
        lit(kind.table().name()).as("source_table"),
        shownKey(kind),
        col("version_no").as("event_no"),
        (staged.areCorrected() ? coalesce(col("corrected_id"), given) : given).as("id_given"),
        col("citizen_id"),
        col("insurance_numbers"),
        col("old_id"),
        col("birth_year"),
        col("name"),
        col("name_folded"),
        col("birth_date"),
        col("gender"),
        col("phone"),
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
