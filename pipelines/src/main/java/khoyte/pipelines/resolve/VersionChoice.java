package khoyte.pipelines.resolve;

import static khoyte.warehouse.table.Field.required;

import java.util.List;
import khoyte.warehouse.engine.Engine;
import khoyte.warehouse.table.FieldType;
import khoyte.warehouse.table.PlacedTables;
import khoyte.warehouse.table.RecordKind;
import khoyte.warehouse.table.ResolvedTables;
import khoyte.warehouse.table.VersionNumber;
import khoyte.warehouse.table.VersionTables;

/**
 * Which version of a record counts: the greatest by (update time, file date, content). An update
 * time later than the file date counts as earliest; of one content that came several times the
 * greatest file date counts. A night compares all versions of the records of which it brings one,
 * and of no others.
 */
record VersionChoice(Models models, Extent extent, Decisions decisions) {

  /** Chooses the current versions, and lists those that do not count. */
  void choose() {
    Engine engine = engine();
    Decisions.fillKinds(engine);
    engine.know("version", VersionTables.VERSION);
    if (extent.isAll()) {
      engine.alias("new_version", "version");
    } else {
      engine.knowVersionsAfter("new_version", VersionNumber.after(extent.knownFile()) - 1);
    }
    for (RecordKind kind : RecordKind.values()) {
      engine.know(kind.table().name(), kind.table());
    }
    checkNames();
    models.make("version", "decision_since");
    decisions.fillCame();
    decisions.fillCopies(List.of());
    if (engine.count("decision_since") > 0) {
      // These first: they may withdraw records of the other kinds.
      choose(List.of(RecordKind.CORRECTION));
    }
    engine.know("uncounted_version", ResolvedTables.UNCOUNTED_VERSION);
    models.make("registry", "uncounted");
    models.make("version", "decision");
    decisions.fillCopies(decisions.facts());
    choose(RecordKind.all().filter(kind -> kind != RecordKind.CORRECTION).toList());
  }

  /** Nothing is decided by names of which two have one hash. */
  private void checkNames() {
    engine().know("known_name", PlacedTables.NAME);
    models.make("version", "new_name", "clashing_name");
    models.refuseClash("clashing_name");
    models.patch(PlacedTables.NAME, "name", "removed_name");
    models.drop("new_name");
  }

  private void choose(List<RecordKind> kinds) {
    Engine engine = engine();
    engine.fill(
        "chosen_kind",
        List.of(required("kind", FieldType.INTEGER, "number of the RecordKind")),
        rows -> kinds.forEach(kind -> rows.row(kind.ordinal())));
    engine.know("known_uncounted_version", ResolvedTables.UNCOUNTED_VERSION);
    engine.know("known_version_conflict", ResolvedTables.VERSION_CONFLICT);
    models.make("version", "known_uncounted");
    if (extent.isAll()) {
      engine.alias("asked_version", "version");
    } else {
      models.make("version", "asked_record", "asked_version");
    }
    models.make("version", "several_record", "compared_version", "clashing_key");
    models.refuseClash("clashing_key");
    models.make("version", "tied_version");
    new TiedContents(models).fill();
    models.make(
        "version",
        "decided_version",
        "chosen_uncounted",
        "counting_again",
        "listed_kind",
        "wanted_key",
        "record_key",
        "decided_key",
        "conflict_key");
    models.patch(
        ResolvedTables.UNCOUNTED_VERSION, "uncounted_version", "removed_uncounted_version");
    models.patch(ResolvedTables.VERSION_CONFLICT, "version_conflict", "removed_version_conflict");
  }

  private Engine engine() {
    return models.engine();
  }
}
