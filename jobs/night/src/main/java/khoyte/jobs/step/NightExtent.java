package khoyte.jobs.step;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import khoyte.jobs.operations.FileRecord;
import khoyte.jobs.operations.NightFacts;
import khoyte.jobs.operations.NightRun;
import khoyte.jobs.operations.NightState;
import khoyte.jobs.operations.Operations;
import khoyte.pipelines.resolve.Communes;
import khoyte.pipelines.resolve.Extent;
import khoyte.warehouse.Sha256;
import khoyte.warehouse.lake.Lake;
import khoyte.warehouse.table.ResolvedTables;
import khoyte.warehouse.table.Table;

/**
 * Decides how much a run resolves: what is new since the last completed run, on the tables that run
 * published, if everything else that a resolution hangs on is as it was then; else everything.
 */
final class NightExtent {
  /** Of all rows: with more new ones than this it costs less to resolve everything anew. */
  private static final double WORTH_STARTING_ANEW = 0.25;

  /** Between dates further apart so many records are managed or not that the same holds. */
  private static final int DAYS_WORTH_FOLLOWING = 45;

  private final Operations operations;
  private final Lake lake;

  NightExtent(Operations operations, Lake lake) {
    this.operations = operations;
    this.lake = lake;
  }

  /**
   * What a resolution hangs on beside the rows.
   *
   * @param program version of the program, whose rules may differ
   * @param versions what the numbers of the versions hang on
   * @param communes as of the night's date
   * @param matcher version of the matcher, empty if there is none
   */
  static String basis(String program, String versions, Communes communes, String matcher) {
    MessageDigest digest = Sha256.digest();
    digest.update(program.getBytes(StandardCharsets.UTF_8));
    digest.update(versions.getBytes(StandardCharsets.UTF_8));
    digest.update(communes.toString().getBytes(StandardCharsets.UTF_8));
    digest.update(matcher.getBytes(StandardCharsets.UTF_8));
    return Sha256.hex(digest);
  }

  /** The extent of a run; it is the same when the run goes on after it was cut off. */
  Extent of(NightFacts night, List<FileRecord> files, String basis) {
    operations.nights().keepBasis(night.run(), basis);
    Extent.Before before =
        operations
            .nights()
            .lastPublishedBefore(night.run())
            .filter(run -> run.state() == NightState.COMPLETED)
            .filter(run -> operations.nights().basis(run.id()).equals(basis))
            .filter(run -> snapshots(run).keySet().containsAll(names(ResolvedTables.ALL)))
            .filter(run -> isNear(run.night().asOf(), night.night().asOf()))
            .filter(run -> isLittle(files, known(run)))
            .map(run -> new Extent.Before(run.night().asOf(), known(run)))
            .orElse(null);
    return new Extent(night.run(), night.night(), before);
  }

  /**
   * Lets tables be as the run published last left them, whatever a run that was cut off left; empty
   * if none did.
   */
  void returnToPublished(long run, List<Table> tables) {
    Map<String, Long> snapshots =
        operations.nights().lastPublishedBefore(run).map(this::snapshots).orElse(Map.of());
    for (Table table : tables) {
      Long snapshot = snapshots.get(table.qualifiedName());
      if (snapshot != null) {
        lake.returnTo(table, snapshot);
      } else if (!lake.isEmpty(table)) {
        lake.clear(table);
      }
    }
  }

  private Map<String, Long> snapshots(NightRun run) {
    return operations.nights().snapshots(run.id());
  }

  private static Set<String> names(List<Table> tables) {
    return tables.stream().map(Table::qualifiedName).collect(Collectors.toSet());
  }

  private static long known(NightRun run) {
    return Objects.requireNonNull(run.knownFile());
  }

  private static boolean isNear(LocalDate one, LocalDate other) {
    return Math.abs(ChronoUnit.DAYS.between(one, other)) <= DAYS_WORTH_FOLLOWING;
  }

  private static boolean isLittle(List<FileRecord> files, long known) {
    long all = files.stream().mapToLong(FileRecord::staged).sum();
    long fresh =
        files.stream().filter(file -> file.file().id() > known).mapToLong(FileRecord::staged).sum();
    return fresh <= all * WORTH_STARTING_ANEW;
  }
}
