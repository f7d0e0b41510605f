package khoyte.jobs.conf;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import khoyte.warehouse.sql.EngineLimits;

/**
 * {@code conf/khoyte.yml}; the manual of every key is there.
 *
 * @param province statistical code
 * @param nightStart time of day at which the night of the day before is run
 * @param readingThreads files read at the same time, never 0
 * @param ignoredEntries names in archives that are passed over
 * @param nightLimits what DuckDB may take while a night resolves, counts and checks
 * @param queryLimits what it may take for a query or a report
 * @param citizenKeySecretEnv environment variable of the secret; empty for one drawn by khoyte
 */
public record GeneralConf(
    String province,
    ZoneId timeZone,
    LocalTime nightStart,
    int catchUpDays,
    int readingThreads,
    EngineChoice engine,
    List<String> ignoredEntries,
    String sparkMaster,
    int shufflePartitions,
    EngineLimits nightLimits,
    OperationsConf operations,
    String citizenKeySecretEnv,
    MatcherConf matcher,
    List<ReportFormat> reportFormats,
    EngineLimits queryLimits,
    WorklistConf worklist,
    RetentionConf retention,
    BackupConf backup) {

  static GeneralConf read(Path file) {
    ConfSection root = ConfFile.read(file);
    ConfSection night = root.section("night");
    ConfSection spark = root.section("spark");
    int threads = night.whole("reading-threads", 0, 0, 64);
    GeneralConf conf =
        new GeneralConf(
            root.value("province", "75", "75", text -> text.matches("[0-9]{2}") ? text : null),
            root.value("time-zone", "Asia/Ho_Chi_Minh", "Asia/Ho_Chi_Minh", ZoneId::of),
            night.value("start-time", "HH:mm", "00:30", LocalTime::parse),
            night.whole("catch-up-days", 7, 0, 366),
            threads == 0 ? Runtime.getRuntime().availableProcessors() : threads,
            night.value("engine", "auto | duckdb | spark", "auto", EngineChoice::of),
            root.section("archives")
                .texts(
                    "ignored",
                    List.of(
                        "Thumbs.db", "ehthumbs.db", "desktop.ini", "__MACOSX", ".DS_Store", "._*")),
            spark.text("master", "local[*]"),
            spark.whole("shuffle-partitions", 4, 1, 1000),
            limits(root.section("duckdb"), 0, memoryBesideTheHeap()),
            OperationsConf.of(root.section("operations")),
            root.section("citizen-key").text("secret-env", ""),
            MatcherConf.of(root.section("matcher")),
            formats(root.section("reports")),
            limits(root.section("sql"), 64, 1024),
            WorklistConf.of(root.section("worklist")),
            RetentionConf.of(root.section("retention")),
            BackupConf.of(root.section("backup")));
    root.end();
    return conf;
  }

  /** A memory of 0 is the usual one. */
  private static EngineLimits limits(ConfSection section, int least, int usual) {
    int memory = section.whole("memory-mb", least == 0 ? 0 : usual, least, 1 << 20);
    int threads = section.whole("threads", 0, 0, 256);
    return new EngineLimits(
        (memory == 0 ? usual : memory) + "MB",
        threads == 0 ? Runtime.getRuntime().availableProcessors() : threads);
  }

  static int memoryBesideTheHeap() {
    long machine =
        ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system
            ? system.getTotalMemorySize()
            : 0;
    return memoryBesideTheHeap(machine >> 20, Runtime.getRuntime().maxMemory() >> 20);
  }

  /** Half of what a machine has beyond the heap and a gigabyte for the system; megabytes. */
  static int memoryBesideTheHeap(long machine, long heap) {
    return (int) Math.min(8192, Math.max(512, (machine - heap - 1024) / 2));
  }

  private static List<ReportFormat> formats(ConfSection reports) {
    return reports.texts("formats", List.of("xlsx", "pdf", "csv")).stream()
        .map(
            text -> {
              try {
                return ReportFormat.of(text);
              } catch (IllegalArgumentException e) {
                throw reports.invalid("formats", text, "xlsx | pdf | csv", e);
              }
            })
        .toList();
  }
}
