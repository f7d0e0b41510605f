package khoyte.pipelines.resolve;

import static khoyte.warehouse.table.ResolvedTables.UNCOUNTED_VERSION;
import static khoyte.warehouse.table.ResolvedTables.VERSION_CONFLICT;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.stream.Stream;
import khoyte.pipelines.spark.LayeredTables;
import khoyte.pipelines.spark.Parallel;
import khoyte.warehouse.lake.Lake;
import khoyte.warehouse.table.ResolvedTables;
import khoyte.warehouse.table.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * The second half of a night's way, from staged versions to resolved tables: {@link #clean} chooses
 * the versions that count, {@link #resolve} finds out who is who and judges. Both read and write
 * the lake. What they write is the same whether everything is resolved anew or only what a night
 * brings, on the tables of the run before.
 */
public final class Resolution {
  private final LayeredTables tables;
  private final StagedRows staged;
  private final Workspace workspace;
  private final Extent extent;
  private final KnownRows known;
  private final Pseudonym pseudonym;
  private final Communes communes;
  private final @Nullable MatchRule matcher;

  /**
   * @param basis what it hangs on beside the rows
   */
  public Resolution(Workspace workspace, Lake lake, Extent extent, Basis basis) {
    this.tables = new LayeredTables(workspace.session(), lake, extent.run());
    this.workspace = workspace;
    this.known = new KnownRows(tables, workspace);
    this.staged = new StagedRows(tables, workspace);
    this.extent = extent;
    this.pseudonym = new Pseudonym(basis.secret());
    this.communes = basis.communes();
    this.matcher = basis.matcher();
  }

  /** Chooses the current version of every record, and lists those that do not count. */
  public void clean() {
    settle(ResolvedTables.OF_VERSIONS);
    Extent.Before before = extent.before();
    if (before == null) {
      ResolvedTables.OF_VERSIONS.forEach(tables.lake()::clear);
    }
    boolean decisionsCame =
        before == null ? staged.areCorrected() : before.has(RecordKind.CORRECTION);
    if (decisionsCame) {
      // These first: they may withdraw records of the other kinds.
      choose(List.of(RecordKind.CORRECTION));
    }
    if (staged.areCorrected()) {
      staged.keepFacts();
    }
    choose(
        RecordKind.all()
            .filter(kind -> kind != RecordKind.CORRECTION)
            .filter(kind -> before == null || decisionsCame || before.has(kind))
            .toList());
  }

  private void choose(List<RecordKind> kinds) {
    if (kinds.isEmpty()) {
      return;
    }
    Extent.Before before = extent.before();
    Dataset<Row> comparable =
        kinds.stream()
            .map(kind -> VersionChoice.comparable(kind, versions(kind, before)))
            .reduce(Dataset::unionByName)
            .orElseThrow();
    if (staged.areCorrected() && !kinds.contains(RecordKind.CORRECTION)) {
      comparable = VersionChoice.withoutCopies(comparable, staged.facts());
    }
    Dataset<Row> choices =
        before == null
            ? VersionChoice.toChooseFrom(comparable)
            : VersionChoice.toChooseFromSince(
                comparable, before.knownFile(), staged.decisionsSince(before.knownFile()));
    Dataset<Row> compared = workspace.kept("compared", VersionChoice.compared(choices));
    Dataset<Row> decided =
        workspace.kept("decided", VersionChoice.decided(compared, contents(kinds, compared)));
    Dataset<Row> uncounted = decided.where(col("fate").isNotNull());
    Dataset<Row> conflicts = VersionChoice.conflicts(decided);
    tables.patch(uncounted, uncountedBefore(decided), UNCOUNTED_VERSION);
    tables.patch(conflicts, conflictsBefore(decided), VERSION_CONFLICT);
  }

  /**
   * All versions of the records of which one came since the run before; all there are if a decision
   * came, which may be about any of them.
   */
  private Dataset<Row> versions(RecordKind kind, Extent.@Nullable Before before) {
    if (before == null || before.has(RecordKind.CORRECTION)) {
      return staged.versions(kind);
    }
    List<String> columns =
        Stream.concat(kind.key().stream(), VersionChoice.COMPARED.stream()).distinct().toList();
    return known
        .versionsSince(kind, before.knownFile(), columns)
        .withColumn("version_no", StagedRows.number());
  }

  /** The contents of versions that tie; they stand in few files. */
  private Dataset<Row> contents(List<RecordKind> kinds, Dataset<Row> compared) {
    Dataset<Row> tied = VersionChoice.tied(compared).select("version_no", "file_id");
    List<Long> files = tied.select("file_id").distinct().as(Encoders.LONG()).collectAsList();
    return kinds.stream()
        .map(kind -> VersionChoice.contents(kind, staged.versionsOf(kind, files)))
        .reduce(Dataset::unionByName)
        .orElseThrow()
        .join(broadcast(tied.select("version_no")), new String[] {"version_no"}, "left_semi");
  }

  /**
   * Of the versions that were chosen from those that did not count. One may count again: a content
   * that comes once more, now in a file older than its update, loses to what it had replaced.
   */
  private Dataset<Row> uncountedBefore(Dataset<Row> decided) {
    return workspace.kept(
        "uncounted_before",
        tables
            .current(UNCOUNTED_VERSION)
            .join(
                broadcast(decided.select("file_id", "record_number")),
                new String[] {"file_id", "record_number"},
                "left_semi"));
  }

  private Dataset<Row> conflictsBefore(Dataset<Row> decided) {
    Dataset<Row> records = decided.select(col("source_table"), VersionChoice.shownKey()).distinct();
    return tables
        .current(VERSION_CONFLICT)
        .join(broadcast(records), new String[] {"source_table", "record_key"}, "left_semi");
  }

  /** Tables that are not written anew altogether must not grow without end. */
  private void settle(List<Table> written) {
    if (extent.before() != null) {
      written.forEach(tables::settle);
    }
  }

  /** Finds the citizens, links every event, judges the doses, and writes the resolved tables. */
  public void resolve() {
    settle(ResolvedTables.OF_RESOLUTION);
    MatchingEvents matching = matcher == null ? null : new MatchingEvents(known, communes, matcher);
    RegisteringCitizens registering =
        new RegisteringCitizens(tables, staged, workspace, extent, pseudonym, communes, matching);
    LinkingEvents linking = new LinkingEvents(tables, staged, known, extent, communes, matching);
    JudgingDoses judging = new JudgingDoses(tables, staged, linking, known, extent, communes);
    Extent.Before before = extent.before();
    if (before == null) {
      registering.all();
      linking.all();
      linking.writeAll();
      judging.all();
    } else {
      RegistryChanges changes = registering.changed(before);
      linking.changed(before, changes);
      // Few rows keep one core busy with planning; the other one does half of what is left.
      Parallel.run(linking::writeChanged, () -> judging.changed(before, changes));
    }
  }
}
