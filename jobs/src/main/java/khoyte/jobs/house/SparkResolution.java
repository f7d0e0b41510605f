package khoyte.jobs.house;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import khoyte.jobs.conf.GeneralConf;
import khoyte.jobs.night.NightFacts;
import khoyte.jobs.night.NightSetting;
import khoyte.jobs.night.StepCount;
import khoyte.jobs.operations.CitizenSecret;
import khoyte.jobs.operations.FileRecord;
import khoyte.jobs.operations.Operations;
import khoyte.jobs.operations.SourceBalance;
import khoyte.pipelines.resolve.FileBalance;
import khoyte.pipelines.resolve.Resolution;
import khoyte.pipelines.spark.Sessions;
import khoyte.warehouse.lake.Lake;
import khoyte.warehouse.reference.AdministrativeUnits;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Cleans and resolves a night in one Spark session, whose memory goes back at the end. */
final class SparkResolution implements AutoCloseable {
  /** Rows from which on it pays to compile the queries of a night. */
  private static final long WORTH_COMPILING = 300_000;

  private final NightSetting setting;
  private final Operations operations;
  private final Lake lake;
  private final AdministrativeUnits units;
  private @Nullable SparkSession session;

  SparkResolution(
      NightSetting setting, Operations operations, Lake lake, AdministrativeUnits units) {
    this.setting = setting;
    this.operations = operations;
    this.lake = lake;
    this.units = units;
  }

  StepCount clean(NightFacts night) {
    List<FileRecord> files = operations.files().known(night.knownFile());
    resolution(night, files).clean();
    return new StepCount(files.stream().mapToLong(FileRecord::staged).sum(), 0);
  }

  List<SourceBalance> resolve(NightFacts night) {
    List<FileRecord> files = operations.files().known(night.knownFile());
    List<SourceBalance> balances = bySource(resolution(night, files).resolve(), files);
    close();
    return balances;
  }

  private Resolution resolution(NightFacts night, List<FileRecord> files) {
    return new Resolution(
        session(files),
        setting.layout().work().resolve("night-" + night.night()),
        night.night().asOf(),
        CitizenSecret.of(setting.conf().general(), setting.layout(), setting.environment()),
        CommuneReference.on(night.night().asOf(), units));
  }

  private SparkSession session(List<FileRecord> files) {
    if (session == null) {
      GeneralConf conf = setting.conf().general();
      Map<String, String> properties = new HashMap<>(lake.sparkProperties());
      properties.put("spark.sql.shuffle.partitions", String.valueOf(conf.shufflePartitions()));
      if (files.stream().mapToLong(FileRecord::staged).sum() < WORTH_COMPILING) {
        properties.putAll(Sessions.WITHOUT_COMPILING);
      }
      session =
          Sessions.open(conf.sparkMaster(), properties, setting.layout().work().resolve("spark"));
    }
    return session;
  }

  @Override
  public void close() {
    if (session != null) {
      session.stop();
      session = null;
    }
  }

  private static List<SourceBalance> bySource(
      List<FileBalance> balancesOfFiles, List<FileRecord> files) {
    Map<Long, String> sourceOfFile =
        files.stream()
            .collect(Collectors.toMap(entry -> entry.file().id(), entry -> entry.file().source()));
    Map<String, SourceBalance> balances = new TreeMap<>();
    for (FileBalance file : balancesOfFiles) {
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
