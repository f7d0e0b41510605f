package khoyte.jobs.step;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import khoyte.jobs.conf.GeneralConf;
import khoyte.jobs.conf.SourceConf;
import khoyte.jobs.keep.Checksums;
import khoyte.jobs.keep.Retention;
import khoyte.jobs.link.Matcher;
import khoyte.jobs.operations.ArrivedFile;
import khoyte.jobs.operations.CitizenSecret;
import khoyte.jobs.operations.FileOutcome;
import khoyte.jobs.operations.FileRecord;
import khoyte.jobs.operations.NightFacts;
import khoyte.jobs.operations.NightSetting;
import khoyte.jobs.operations.Operations;
import khoyte.jobs.operations.RecordBalance;
import khoyte.jobs.report.ReportIssues;
import khoyte.jobs.worklist.Worklists;
import khoyte.pipelines.read.SourceReading;
import khoyte.pipelines.read.container.IgnoredEntries;
import khoyte.pipelines.version.VersionBasis;
import khoyte.pipelines.version.VersionStaging;
import khoyte.warehouse.NightId;
import khoyte.warehouse.lake.Lake;
import khoyte.warehouse.lake.WrittenFile;
import khoyte.warehouse.reference.AdministrativeUnits;
import khoyte.warehouse.table.ResolvedTables;
import khoyte.warehouse.table.StagedTables;
import khoyte.warehouse.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of a night do, over one lake, which is opened when the first of them needs it.
 * Each may be done again with the same arguments after it was cut off at any point, and then gives
 * the same.
 */
public class NightWork implements AutoCloseable {
  private final NightSetting setting;
  private final Operations operations;
  private @Nullable Opened opened;
  private List<FileRecord> known = List.of();

  public NightWork(NightSetting setting, Operations operations) {
    this.setting = setting;
    this.operations = operations;
  }

  /** The lake, and what works on it. */
  private record Opened(
      Lake lake, LakeReading reading, NightResolution resolution, NightFiles files) {}

  private synchronized Opened opened() {
    Opened before = opened;
    if (before != null) {
      return before;
    }
    Lake lake = Lake.open(operations.lake());
    try {
      Opened now = over(lake);
      opened = now;
      return now;
    } catch (RuntimeException e) {
      lake.close();
      throw e;
    }
  }

  private Opened over(Lake lake) {
    lake.ensure(StagedTables.ALL);
    lake.ensure(ResolvedTables.ALL);
    GeneralConf general = setting.conf().general();
    AdministrativeUnits units = AdministrativeUnits.load();
    Matcher matcher = Matcher.of(setting.conf());
    SourceReading reading =
        new SourceReading(
            units,
            general.province(),
            Worklists.seal(setting),
            new IgnoredEntries(general.ignoredEntries()));
    VersionStaging versions = new VersionStaging(lake, versionBasis(matcher));
    versions.begin();
    return new Opened(
        lake,
        new LakeReading(lake, setting.layout(), reading, versions),
        new NightResolution(setting, operations, lake, versions, units, matcher),
        new NightFiles(setting, operations, lake, matcher));
  }

  private VersionBasis versionBasis(@Nullable Matcher matcher) {
    byte[] secret =
        CitizenSecret.of(setting.conf().general(), setting.layout(), setting.environment());
    return new VersionBasis(secret, matcher == null ? null : matcher.search());
  }

  /** Every file the night knows, as reading left it. */
  private List<FileRecord> known(NightFacts night) {
    if (known.isEmpty()) {
      known = operations.files().known(night.files().greatest());
    }
    return known;
  }

  /** Reads a landed file whole into data files, or refuses it. For several threads. */
  public FileOutcome read(ArrivedFile file, SourceConf source) {
    return opened().reading.read(file, source);
  }

  /** Lets the lake take over data files, one append a table; a commit is taken once. */
  public void stage(String commitId, List<WrittenFile> dataFiles) {
    Map<Table, List<WrittenFile>> byTable =
        dataFiles.stream().collect(Collectors.groupingBy(WrittenFile::table));
    for (Table table : StagedTables.ALL) {
      opened().lake.append(table, byTable.getOrDefault(table, List.of()), commitId);
    }
  }

  /** Chooses the current version of every record. */
  public StepCount clean(NightFacts night) {
    return opened().resolution.clean(night, known(night));
  }

  /** Finds out who is who and judges; tells what became of every staged record. */
  public List<RecordBalance> resolve(NightFacts night) {
    return opened().resolution.resolve(night, known(night));
  }

  /** Writes the night's file, not yet published. */
  public StepCount marts(NightFacts night) {
    return opened().files.build(night, known(night));
  }

  /** Refuses a night that must not be published. */
  public void check(NightFacts night) {
    opened().files.check(night);
  }

  /** Makes the night's file the published one; gives the lake's snapshots by table. */
  public Map<String, Long> publish(NightFacts night) {
    return opened().files.publish(night);
  }

  /** Writes every report of the night; gives the reports by name with their files. */
  public Map<String, List<Path>> report(NightFacts night) {
    Map<String, List<Path>> issued = new ReportIssues(setting).issue(night);
    new Checksums(setting.layout(), operations.keeping())
        .recordFolders(
            List.of(
                setting.layout().reports(night.night()),
                setting.layout().reports(night.night().asOf())));
    return issued;
  }

  /** Clears away what is no longer kept, after a night that stands. */
  public void clearAfter(NightId night) {
    new Retention(setting, operations, opened().lake).after(night);
  }

  @Override
  public synchronized void close() {
    Opened last = opened;
    if (last != null) {
      opened = null;
      last.lake.close();
    }
  }
}
