package khoyte.jobs.house;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import khoyte.jobs.conf.GeneralConf;
import khoyte.jobs.night.NightFacts;
import khoyte.jobs.night.NightSetting;
import khoyte.jobs.night.StepCount;
import khoyte.jobs.operations.CitizenSecret;
import khoyte.jobs.operations.FileRecord;
import khoyte.jobs.operations.Operations;
import khoyte.jobs.operations.RecordBalance;
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
    List<FileRecord> files = operations.files().known(night.files().greatest());
    resolution(night, files).clean();
    return new StepCount(files.stream().mapToLong(FileRecord::staged).sum(), 0);
  }

  List<RecordBalance> resolve(NightFacts night) {
    List<FileRecord> files = operations.files().known(night.files().greatest());
    List<RecordBalance> balances = byFile(resolution(night, files).resolve());
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
              table.nobody()),
          RecordBalance::plus);
    }
    return List.copyOf(balances.values());
  }
}
