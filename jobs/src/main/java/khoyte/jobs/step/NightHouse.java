package khoyte.jobs.step;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import khoyte.jobs.keep.Checksums;
import khoyte.jobs.keep.Retention;
import khoyte.jobs.link.Matcher;
import khoyte.jobs.night.NightParts;
import khoyte.jobs.operations.CitizenSecret;
import khoyte.jobs.operations.DataFile;
import khoyte.jobs.operations.NightFacts;
import khoyte.jobs.operations.NightSetting;
import khoyte.jobs.operations.Operations;
import khoyte.jobs.report.ReportIssues;
import khoyte.pipelines.read.SourceReading;
import khoyte.warehouse.lake.Lake;
import khoyte.warehouse.lake.WrittenFile;
import khoyte.warehouse.reference.AdministrativeUnits;
import khoyte.warehouse.table.ResolvedTables;
import khoyte.warehouse.table.StagedTables;
import khoyte.warehouse.table.Table;
import khoyte.warehouse.worklist.WorklistSeal;

/** The parts of a night, over one open lake. */
public final class NightHouse {

  private NightHouse() {}

  /** Opens the lake and creates what it lacks. */
  public static NightParts open(NightSetting setting, Operations operations) {
    Matcher matcher = setting.conf().matcher();
    Lake lake = opened(operations);
    AdministrativeUnits units = AdministrativeUnits.load();
    SourceReading reading =
        new SourceReading(units, setting.conf().general().province(), seal(setting));
    SparkResolution resolution = new SparkResolution(setting, operations, lake, units, matcher);
    NightFiles files = new NightFiles(setting, operations, lake, matcher);
    return new NightParts(
        new LakeReading(lake, setting.layout(), reading),
        (commitId, dataFiles) -> {
          resolution.open();
          append(lake, commitId, dataFiles);
        },
        resolution::clean,
        resolution::resolve,
        files::build,
        files::check,
        files::publish,
        night -> issued(night, setting, operations),
        new Retention(setting, operations, lake)::after,
        () -> {
          resolution.close();
          lake.close();
        });
  }

  private static Lake opened(Operations operations) {
    Lake lake = Lake.open(operations.lake());
    boolean whole = false;
    try {
      lake.ensure(StagedTables.ALL);
      lake.ensure(ResolvedTables.ALL);
      whole = true;
      return lake;
    } finally {
      if (!whole) {
        lake.close();
      }
    }
  }

  private static Map<String, List<Path>> issued(
      NightFacts night, NightSetting setting, Operations operations) {
    Map<String, List<Path>> issued = new ReportIssues(setting).issue(night);
    new Checksums(setting.layout(), operations.keeping())
        .recordFolders(
            List.of(
                setting.layout().reports(night.night()),
                setting.layout().reports(night.night().asOf())));
    return issued;
  }

  /** What proves that a worklist is one this house issued. */
  public static WorklistSeal seal(NightSetting setting) {
    return new WorklistSeal(
        CitizenSecret.of(setting.conf().general(), setting.layout(), setting.environment()));
  }

  private static void append(Lake lake, String commitId, List<DataFile> dataFiles) {
    Map<String, List<DataFile>> byTable =
        dataFiles.stream().collect(Collectors.groupingBy(DataFile::table));
    for (Table table : StagedTables.ALL) {
      List<WrittenFile> files =
          byTable.getOrDefault(table.qualifiedName(), List.of()).stream()
              .map(file -> new WrittenFile(table, file.path(), file.rows(), file.bytes()))
              .toList();
      lake.append(table, files, commitId);
    }
  }
}
