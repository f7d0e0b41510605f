package khoyte.jobs.step;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import khoyte.jobs.conf.GeneralConf;
import khoyte.jobs.conf.MatcherConf;
import khoyte.jobs.link.CommuneReference;
import khoyte.jobs.link.Matcher;
import khoyte.jobs.operations.CitizenSecret;
import khoyte.jobs.operations.FileRecord;
import khoyte.jobs.operations.NightFacts;
import khoyte.jobs.operations.NightSetting;
import khoyte.jobs.operations.Operations;
import khoyte.jobs.operations.RecordBalance;
import khoyte.pipelines.link.PersonSearch;
import khoyte.pipelines.resolve.Basis;
import khoyte.pipelines.resolve.Communes;
import khoyte.pipelines.resolve.Extent;
import khoyte.pipelines.resolve.MatchRule;
import khoyte.pipelines.resolve.Resolution;
import khoyte.pipelines.resolve.Workspace;
import khoyte.pipelines.spark.Parallel;
import khoyte.pipelines.spark.Sessions;
import khoyte.warehouse.lake.Lake;
import khoyte.warehouse.night.FileBalance;
import khoyte.warehouse.night.FileBalances;
import khoyte.warehouse.reference.AdministrativeUnits;
import khoyte.warehouse.table.ResolvedTables;
import khoyte.warehouse.table.Table;
import khoyte.warehouse.table.TableFiles;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** Cleans and resolves a night in one Spark session, whose memory goes back at the end. */
final class SparkResolution implements AutoCloseable {
  /** Rows from which on it pays to compile the queries of a night. */
  private static final long WORTH_COMPILING = 300_000;

  private final NightSetting setting;
  private final Operations operations;
  private final Lake lake;
  private final AdministrativeUnits units;
  private final @Nullable Matcher matcher;
  private @Nullable CompletableFuture<SparkSession> session;

  SparkResolution(
      NightSetting setting,
      Operations operations,
      Lake lake,
      AdministrativeUnits units,
      @Nullable Matcher matcher) {
    this.setting = setting;
    this.operations = operations;
    this.lake = lake;
    this.units = units;
    this.matcher = matcher;
  }

  StepCount clean(NightFacts night, List<FileRecord> files) {
    resolution(night, files, ResolvedTables.OF_VERSIONS).clean();
    return new StepCount(files.stream().mapToLong(FileRecord::staged).sum(), 0);
  }

  List<RecordBalance> resolve(NightFacts night, List<FileRecord> files) {
    resolution(night, files, ResolvedTables.OF_RESOLUTION).resolve();
    close();
    List<TableFiles> lakeFiles =
        FileBalances.TABLES.stream()
            .map(table -> lake.dataFiles(table, lake.currentSnapshot(table)))
            .toList();
    return byFile(
        FileBalances.count(setting.layout(), setting.conf().general().nightLimits(), lakeFiles));
  }

  /**
   * @param written tables that are about to be written, which first return to what was published
   *     last
   */
  private Resolution resolution(NightFacts night, List<FileRecord> files, List<Table> written) {
    byte[] secret =
        CitizenSecret.of(setting.conf().general(), setting.layout(), setting.environment());
    Communes communes = CommuneReference.on(night.night().asOf(), units);
    NightExtent extents = new NightExtent(operations, lake);
    String version = matcher == null ? "" : matcher.version();
    Extent extent =
        extents.of(
            night, files, NightExtent.basis(setting.build().toString(), secret, communes, version));
    extents.returnToPublished(night.run(), written);
    return new Resolution(
        new Workspace(
            session(files),
            setting.layout(),
            setting.layout().work().resolve("night-" + night.night())),
        lake,
        extent,
        new Basis(secret, communes, matcher == null ? null : rule(matcher)));
  }

  private static MatchRule rule(Matcher matcher) {
    MatcherConf settings = matcher.settings();
    return new MatchRule(
        new PersonSearch(matcher.model(), matcher.parameters(), settings.people()),
        settings.match(),
        settings.review(),
        settings.margin(),
        settings.largestBlock());
  }

  /** Begins to open the session, which takes seconds, while the night does something else. */
  void open() {
    if (session == null) {
      session = CompletableFuture.supplyAsync(this::opened);
    }
  }

  private SparkSession opened() {
    GeneralConf conf = setting.conf().general();
    Map<String, String> properties = new HashMap<>(lake.sparkProperties());
    properties.put("spark.sql.shuffle.partitions", String.valueOf(conf.shufflePartitions()));
    // what it keeps for itself holds names, and is for the owner only
    properties.put("spark.hadoop.fs.permissions.umask-mode", "077");
    return Sessions.open(conf.sparkMaster(), properties, emptied(scratch()));
  }

  private SparkSession session(List<FileRecord> files) {
    open();
    SparkSession opened = Parallel.result(Objects.requireNonNull(session));
    if (files.stream().mapToLong(FileRecord::staged).sum() < WORTH_COMPILING) {
      Sessions.FOR_FEW_ROWS.forEach(opened.conf()::set);
    }
    return opened;
  }

  private Path scratch() {
    return setting.layout().work().resolve("spark");
  }

  /** Of what a session left that was killed: only one night runs at a time. */
  private static Path emptied(Path folder) {
    try {
      FileSystemUtils.deleteRecursively(folder);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (session != null) {
      CompletableFuture<Void> stopped =
          session.exceptionally(notOpened -> null).thenAccept(SparkResolution::stop);
      session = null;
      Parallel.result(stopped);
    }
  }

  private static void stop(@Nullable SparkSession opened) {
    if (opened != null) {
      opened.stop();
    }
  }

  private static List<RecordBalance> byFile(List<FileBalance> balancesOfTables) {
    Map<Long, RecordBalance> balances = new TreeMap<>();
    for (FileBalance table : balancesOfTables) {
      balances.merge(
          table.fileId(),
          new RecordBalance(
              table.fileId(),
              table.staged(),
              table.replaced(),
              table.withdrawn(),
              table.resolved(),
              table.undecided(),
              table.nobody(),
              table.copies()),
          RecordBalance::plus);
    }
    return List.copyOf(balances.values());
  }
}
