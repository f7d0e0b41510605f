package khoyte.pipelines.resolve;

import static khoyte.warehouse.table.Field.required;
import static khoyte.warehouse.table.FieldType.INTEGER;
import static khoyte.warehouse.table.FieldType.TEXT;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khoyte.pipelines.version.VersionRows;
import khoyte.warehouse.engine.Engine;
import khoyte.warehouse.lake.Lake;
import khoyte.warehouse.table.Evidence;
import khoyte.warehouse.table.LinkState;
import khoyte.warehouse.table.PlacedTables;
import khoyte.warehouse.table.RecordKind;
import khoyte.warehouse.table.ResolvedTables;
import khoyte.warehouse.table.Table;
import khoyte.warehouse.table.VersionNumber;
import khoyte.warehouse.table.VersionTables;
import org.jspecify.annotations.Nullable;

/**
 * The second half of a night's way, from staged versions to resolved tables: {@link #clean} chooses
 * the versions that count, {@link #resolve} finds out who is who and judges. Both read and write
 * the lake, by models that an engine runs. What they write is the same whether everything is
 * resolved anew or only what a night brings, on the tables of the run before.
 */
public final class Resolution {
  /** First dose in Viet Nam. */
  private static final LocalDate FIRST_DOSE = LocalDate.of(2021, 3, 8);

  private final Engine engine;
  private final Lake lake;
  private final Models models;
  private final Extent extent;
  private final VersionRows versions;
  private final Communes communes;
  private final @Nullable MatchRule matcher;

  /**
   * A resolution.
   *
   * @param basis what it hangs on beside the rows
   */
  public Resolution(Engine engine, Lake lake, Extent extent, Basis basis) {
    this.engine = engine;
    this.lake = lake;
    this.models = new Models(engine, extent.run());
    this.extent = extent;
    this.versions = new VersionRows(basis.versions());
    this.communes = basis.communes();
    this.matcher = basis.matcher();
  }

  /** Chooses the current version of every record, and lists those that do not count. */
  public void clean() {
    for (Table table : ResolvedTables.OF_VERSIONS) {
      if (extent.isAll()) {
        lake.clear(table);
      } else {
        engine.settle(table, extent.run());
      }
    }
    new VersionChoice(models, extent, new Decisions(engine, versions)).choose();
  }

  /**
   * Finds the citizens, links every event, judges the doses, and writes the resolved tables.
   *
   * @return what became of the rows of the landed files of which that may have changed
   */
  public List<FileBalance> resolve() {
    if (!extent.isAll()) {
      ResolvedTables.OF_RESOLUTION.forEach(table -> engine.settle(table, extent.run()));
    }
    knowTheLake();
    fillParameters();
    Decisions decisions = new Decisions(engine, versions);
    models.make("version", "decision", "decision_since");
    List<Fact> facts = decisions.facts();
    decisions.fillCame();
    decisions.fill(facts);
    MatchingEvents matching =
        matcher == null ? null : new MatchingEvents(models, matcher, people(facts), versions);
    RegisteringCitizens registering = new RegisteringCitizens(models, extent, facts, matching);
    registering.place();
    registering.compare();
    decisions.fillDecidedEvents(facts, engine.count("scoped_record") > 0);
    registering.write();
    LinkingEvents linking = new LinkingEvents(models, extent, matching);
    linking.link();
    linking.write();
    JudgingDoses judging = new JudgingDoses(models, extent, communes);
    judging.judge();
    judging.write();
    return new CountingFiles(models, extent).count();
  }

  private void knowTheLake() {
    VersionTables.ALL.forEach(table -> engine.know(table.name(), table));
    for (RecordKind kind : RecordKind.values()) {
      engine.know(kind.table().name(), kind.table());
    }
    engine.know("uncounted_version", ResolvedTables.UNCOUNTED_VERSION);
    List<Table> known =
        List.of(
            PlacedTables.PLACED_RECORD,
            PlacedTables.PLACED_CITIZEN,
            PlacedTables.PLACED_MATCH_KEY,
            PlacedTables.EVENT_LINK,
            PlacedTables.SOUGHT_KEY,
            ResolvedTables.REVIEW_PAIR,
            ResolvedTables.MATCH_CANDIDATE,
            ResolvedTables.COVID_DOSE_REPAIR);
    for (Table table : known) {
      if (extent.isAll()) {
        engine.fill("known_" + table.name(), table.fields(), rows -> {});
      } else {
        engine.know("known_" + table.name(), table);
      }
    }
    if (extent.isAll()) {
      engine.alias("new_version", "version");
    } else {
      engine.knowVersionsAfter("new_version", VersionNumber.after(extent.knownFile()) - 1);
    }
    models.make("registry", "uncounted");
  }

  private void fillParameters() {
    Decisions.fillKinds(engine);
    communes.fill(engine);
    engine.fill(
        "night",
        List.of(
            required("as_of", INTEGER, "its date: days since 1970"),
            required("as_of_text", TEXT, "the same in ISO 8601"),
            required("earlier_day", INTEGER, "the earlier of its date and that of the run before"),
            required("later_day", INTEGER, "the later of them"),
            required("first_dose_day", INTEGER, "of COVID-19 in Viet Nam"),
            required("largest_block", INTEGER, "a key that more records hold is none")),
        rows ->
            rows.row(
                day(extent.asOf()),
                extent.asOf().toString(),
                day(extent.earlierDate()),
                day(extent.laterDate()),
                day(FIRST_DOSE),
                matcher == null ? 0 : matcher.largestBlock()));
    engine.fill(
        "link_state",
        List.of(
            required("link", INTEGER, "number of the LinkState"),
            required("state", TEXT, "as written in tables")),
        rows -> {
          for (LinkState state : LinkState.values()) {
            rows.row(state.ordinal(), state.code());
          }
        });
    engine.fill(
        "evidence",
        List.of(
            required("number", INTEGER, "of the Evidence"),
            required("evidence", TEXT, "as written in tables")),
        rows -> {
          for (Evidence evidence : Evidence.values()) {
            rows.row(evidence.ordinal(), evidence.code());
          }
        });
  }

  private static Integer day(LocalDate date) {
    return Math.toIntExact(date.toEpochDay());
  }

  private KnownPeople people(List<Fact> facts) {
    Map<Long, Fact> ofRecords = new HashMap<>();
    Map<List<Long>, Fact> ofEvents = new HashMap<>();
    for (Fact fact : facts) {
      RecordKind kind = Decisions.kind(fact.sourceTable());
      long hash = versions.recordHash(List.of(fact.recordKey()));
      if (kind == RecordKind.HEALTH_RECORD) {
        ofRecords.put(hash, fact);
      } else if (kind != null) {
        ofEvents.put(List.of((long) kind.ordinal(), hash), fact);
      }
    }
    return new KnownPeople(communes.known(), ofRecords, ofEvents);
  }
}
