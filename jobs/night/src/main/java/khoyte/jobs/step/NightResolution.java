package khoyte.jobs.step;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import khoyte.jobs.conf.GeneralConf;
import khoyte.jobs.conf.MatcherConf;
import khoyte.jobs.link.CommuneReference;
import khoyte.jobs.link.Matcher;
import khoyte.jobs.operations.FileRecord;
import khoyte.jobs.operations.NightFacts;
import khoyte.jobs.operations.NightSetting;
import khoyte.jobs.operations.Operations;
import khoyte.jobs.operations.RecordBalance;
import khoyte.pipelines.resolve.Basis;
import khoyte.pipelines.resolve.Communes;
import khoyte.pipelines.resolve.Extent;
import khoyte.pipelines.resolve.FileBalance;
import khoyte.pipelines.resolve.HashClash;
import khoyte.pipelines.resolve.MatchRule;
import khoyte.pipelines.resolve.Resolution;
import khoyte.pipelines.spark.SparkEngine;
import khoyte.pipelines.version.VersionStaging;
import khoyte.warehouse.engine.DuckDbEngine;
import khoyte.warehouse.engine.Engine;
import khoyte.warehouse.lake.Lake;
import khoyte.warehouse.reference.AdministrativeUnits;
import khoyte.warehouse.table.ResolvedTables;
import khoyte.warehouse.table.Table;
import org.jspecify.annotations.Nullable;

/** Cleans and resolves a night. */
final class NightResolution {
  private final NightSetting setting;
  private final Operations operations;
  private final Lake lake;
  private final VersionStaging versions;
  private final AdministrativeUnits units;
  private final @Nullable Matcher matcher;

  NightResolution(
      NightSetting setting,
      Operations operations,
      Lake lake,
      VersionStaging versions,
      AdministrativeUnits units,
      @Nullable Matcher matcher) {
    this.setting = setting;
    this.operations = operations;
    this.lake = lake;
    this.versions = versions;
    this.units = units;
    this.matcher = matcher;
  }

  StepCount clean(NightFacts night, List<FileRecord> files) {
    versions.complete();
    while (!isClean(night, files)) {
      versions.reseed();
    }
    return new StepCount(files.stream().mapToLong(FileRecord::staged).sum(), 0);
  }

  /** False if two texts had one hash. */
  private boolean isClean(NightFacts night, List<FileRecord> files) {
    try (Engine engine = engine(night)) {
      resolution(engine, night, files, ResolvedTables.OF_VERSIONS).clean();
      return true;
    } catch (HashClash clash) {
      return false;
    }
  }

  /** The balances of the files of which something may have changed. */
  List<RecordBalance> resolve(NightFacts night, List<FileRecord> files) {
    versions.complete();
    Optional<List<FileBalance>> balances = resolved(night, files);
    while (balances.isEmpty()) {
      versions.reseed();
      clean(night, files);
      balances = resolved(night, files);
    }
    return byFile(balances.get());
  }

  /** Empty if two texts had one hash. */
  private Optional<List<FileBalance>> resolved(NightFacts night, List<FileRecord> files) {
    try (Engine engine = engine(night)) {
      return Optional.of(resolution(engine, night, files, ResolvedTables.OF_RESOLUTION).resolve());
    } catch (HashClash clash) {
      return Optional.empty();
    }
  }

  private Engine engine(NightFacts night) {
    GeneralConf conf = setting.conf().general();
    Path directory = setting.layout().work().resolve("night-" + night.night());
    return conf.engine().isSpark(conf.sparkMaster())
        ? new SparkEngine(
            conf.sparkMaster(),
            Map.of(
                "spark.sql.shuffle.partitions",
                String.valueOf(conf.shufflePartitions()),
                // what it keeps for itself holds names, and is for the owner only
                "spark.hadoop.fs.permissions.umask-mode",
                "077"),
            lake,
            directory)
        : new DuckDbEngine(
            setting.layout(), lake, conf.nightLimits(), directory.resolve("spilled"));
  }

  /**
   * @param written tables that are about to be written, which first return to what was published
   *     last
   */
  private Resolution resolution(
      Engine engine, NightFacts night, List<FileRecord> files, List<Table> written) {
    Communes communes =
        CommuneReference.on(night.night().asOf(), units, setting.conf().general().province());
    NightExtent extents = new NightExtent(operations, lake);
    String version = matcher == null ? "" : matcher.version();
    Extent extent =
        extents.of(
            night,
            files,
            NightExtent.basis(
                setting.build().toString(), versions.basis().digest(), communes, version));
    extents.returnToPublished(night.run(), written);
    return new Resolution(
        engine,
        lake,
        extent,
        new Basis(versions.basis(), communes, matcher == null ? null : rule(matcher)));
  }

  private static MatchRule rule(Matcher matcher) {
    MatcherConf settings = matcher.settings();
    return new MatchRule(
        matcher.search(),
        settings.match(),
        settings.review(),
        settings.margin(),
        settings.largestBlock());
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
