package khoyte.jobs.house;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import khoyte.jobs.conf.GeneralConf;
import khoyte.jobs.night.NightFacts;
import khoyte.jobs.night.NightParts;
import khoyte.jobs.night.NightSetting;
import khoyte.jobs.operations.ManifestEntry;
import khoyte.jobs.operations.Operations;
import khoyte.jobs.operations.SourceBalance;
import khoyte.pipelines.resolve.FileBalance;
import khoyte.pipelines.resolve.Resolution;
import khoyte.pipelines.spark.Sessions;
import khoyte.warehouse.lake.Lake;
import khoyte.warehouse.reference.AdministrativeUnits;
import org.apache.spark.sql.SparkSession;

/** Resolves a night in a Spark session of its own, which goes back to the system at its end. */
final class SparkResolution implements NightParts.Resolving {
  /** Rows from which on it pays to compile the queries of a night. */
  private static final long WORTH_COMPILING = 300_000;

  private final NightSetting setting;
  private final Operations operations;
  private final Lake lake;
  private final AdministrativeUnits units;

  SparkResolution(
      NightSetting setting, Operations operations, Lake lake, AdministrativeUnits units) {
    this.setting = setting;
    this.operations = operations;
    this.lake = lake;
    this.units = units;
  }

  @Override
  public List<SourceBalance> resolve(NightFacts night) {
    GeneralConf conf = setting.conf().general();
    Path work = setting.layout().work();
    Map<String, String> properties = new HashMap<>(lake.sparkProperties());
    properties.put("spark.sql.shuffle.partitions", String.valueOf(conf.shufflePartitions()));
    List<ManifestEntry> manifest = operations.files().manifest(night.knownFile());
    if (manifest.stream().mapToLong(ManifestEntry::staged).sum() < WORTH_COMPILING) {
      properties.putAll(Sessions.WITHOUT_COMPILING);
    }
    SparkSession session = Sessions.open(conf.sparkMaster(), properties, work.resolve("spark"));
    try {
      Resolution resolution =
          new Resolution(
              session,
              work.resolve("night-" + night.night()),
              night.night().asOf(),
              CitizenKeySecret.of(setting),
              CommuneReference.on(night.night().asOf(), units));
      resolution.clean();
      return bySource(resolution.resolve(), operations.files().manifest(night.knownFile()));
    } finally {
      session.stop();
    }
  }

  private static List<SourceBalance> bySource(
      List<FileBalance> files, List<ManifestEntry> manifest) {
    Map<Long, String> sourceOfFile =
        manifest.stream()
            .collect(Collectors.toMap(entry -> entry.file().id(), entry -> entry.file().source()));
    Map<String, SourceBalance> balances = new TreeMap<>();
    for (FileBalance file : files) {
      String source = sourceOfFile.getOrDefault(file.fileId(), "");
      SourceBalance one =
          new SourceBalance(
              source,
              file.staged(),
              file.replaced(),
              file.withdrawn(),
              file.staged() - file.replaced() - file.withdrawn(),
              file.resolved(),
              file.undecided(),
              file.nobody());
      balances.merge(source, one, SourceBalance::plus);
    }
    return List.copyOf(balances.values());
  }
}
