package khoyte.jobs.step;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import khoyte.jobs.conf.SourceConf;
import khoyte.jobs.keep.Checksums;
import khoyte.jobs.link.Matcher;
import khoyte.jobs.operations.ArrivedFile;
import khoyte.jobs.operations.FileRecord;
import khoyte.jobs.operations.LateSource;
import khoyte.jobs.operations.NightFacts;
import khoyte.jobs.operations.NightSetting;
import khoyte.jobs.operations.Operations;
import khoyte.jobs.operations.RecordBalance;
import khoyte.warehouse.NightId;
import khoyte.warehouse.lake.Lake;
import khoyte.warehouse.night.NightBuild;
import khoyte.warehouse.night.NightContents;
import khoyte.warehouse.night.Publication;
import khoyte.warehouse.table.NightTables;
import khoyte.warehouse.table.ResolvedTables;
import khoyte.warehouse.table.StagedTables;
import khoyte.warehouse.table.Table;
import khoyte.warehouse.table.TableFiles;
import org.jspecify.annotations.Nullable;

/** Builds, checks and publishes the file of a night. */
final class NightFiles {
  private final NightSetting setting;
  private final Operations operations;
  private final Lake lake;
  private final @Nullable Matcher matcher;

  NightFiles(NightSetting setting, Operations operations, Lake lake, @Nullable Matcher matcher) {
    this.setting = setting;
    this.operations = operations;
    this.lake = lake;
    this.matcher = matcher;
  }

  StepCount build(NightFacts night, List<FileRecord> manifest) {
    List<TableFiles> tables =
        NightTables.LAKE.stream()
            .map(table -> lake.dataFiles(table, lake.currentSnapshot(table)))
            .toList();
    Map<Long, RecordBalance> balances = new HashMap<>();
    operations.nights().balances(night.run()).forEach(b -> balances.put(b.fileId(), b));
    Map<Table, List<@Nullable Object[]>> rows =
        Map.of(
            NightTables.NIGHT,
            List.<@Nullable Object[]>of(nightRow(night)),
            NightTables.SOURCE_STATE,
            sourceRows(night, manifest),
            NightTables.FILE,
            manifest.stream().map(entry -> fileRow(entry, night)).toList(),
            NightTables.FILE_BALANCE,
            balances.values().stream().map(NightFiles::fileBalanceRow).toList(),
            NightTables.BALANCE,
            balanceRows(manifest, balances));
    build().build(new NightContents(night.night(), tables, rows));
    return new StepCount(manifest.size(), 0);
  }

  void check(NightFacts night) {
    build().check(night.night());
  }

  private NightBuild build() {
    return new NightBuild(setting.layout(), setting.conf().general().nightLimits());
  }

  /** Marks the night's snapshots in the lake, then makes its file the published one. */
  Map<String, Long> publish(NightFacts night) {
    Publication publication = new Publication(setting.layout());
    boolean published = publication.nights().contains(night.night());
    Map<String, Long> snapshots = new LinkedHashMap<>();
    for (List<Table> tables : List.of(StagedTables.ALL, ResolvedTables.ALL)) {
      for (Table table : tables) {
        snapshots.put(table.qualifiedName(), marked(table, night.night(), published));
      }
    }
    publication.publish(night.night());
    Checksums checksums = new Checksums(setting.layout(), operations.keeping());
    checksums.recordLake(lake);
    checksums.record(List.of(setting.layout().nightFile(night.night())));
    return snapshots;
  }

  /** A mark from before the night was taken up anew is on a snapshot it is not made from. */
  private long marked(Table table, NightId night, boolean published) {
    OptionalLong marked = lake.snapshotOf(table, night);
    if (published && marked.isPresent()) {
      return marked.getAsLong();
    }
    long current = lake.currentSnapshot(table);
    if (marked.isPresent() && marked.getAsLong() != current) {
      lake.untag(table, night);
    }
    lake.tag(table, night);
    return current;
  }

  private @Nullable Object[] nightRow(NightFacts night) {
    return new @Nullable Object[] {
      night.night().asOf(),
      night.night().version(),
      setting.conf().general().province(),
      local(night.receivedUntil()),
      setting.build().toString(),
      matcher == null ? null : matcher.version()
    };
  }

  private List<@Nullable Object[]> sourceRows(NightFacts night, List<FileRecord> manifest) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (SourceConf source : setting.conf().sources()) {
      List<ArrivedFile> files =
          manifest.stream()
              .map(FileRecord::file)
              .filter(file -> file.source().equals(source.id()))
              .toList();
      ArrivedFile last = files.isEmpty() ? null : files.get(files.size() - 1);
      LateSource late =
          night.late().stream()
              .filter(one -> one.source().equals(source.id()))
              .max(java.util.Comparator.comparingInt(LateSource::days))
              .orElse(null);
      LocalDate lastOn = late == null ? null : late.lastOn();
      rows.add(
          new @Nullable Object[] {
            source.id(),
            source.name(),
            rows.size() + 1,
            (long) files.size(),
            last == null ? null : last.name(),
            last == null ? null : local(last.landedAt()),
            late == null ? 0 : late.days(),
            lastOn == null ? null : lastOn.plusDays(1)
          });
    }
    return rows;
  }

  private @Nullable Object[] fileRow(FileRecord entry, NightFacts night) {
    ArrivedFile file = entry.file();
    return new @Nullable Object[] {
      file.id(),
      file.source(),
      file.folder().isEmpty() ? null : file.folder(),
      file.name(),
      file.sha256(),
      file.bytes(),
      local(file.landedAt()),
      file.fileDate(),
      entry.refused() ? "refused" : "loaded",
      entry.announced(),
      entry.read(),
      entry.staged(),
      entry.quarantined(),
      entry.copies(),
      night.files().isNew(file.id())
    };
  }

  private static @Nullable Object[] fileBalanceRow(RecordBalance balance) {
    return new @Nullable Object[] {
      balance.fileId(),
      balance.staged(),
      balance.replaced(),
      balance.withdrawn(),
      balance.resolved(),
      balance.undecided(),
      balance.nobody(),
      balance.copies()
    };
  }

  private List<@Nullable Object[]> balanceRows(
      List<FileRecord> manifest, Map<Long, RecordBalance> balances) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (SourceConf source : setting.conf().sources()) {
      RecordBalance balance = RecordBalance.nothing(0);
      long arrived = 0;
      long quarantined = 0;
      for (FileRecord entry : manifest) {
        if (entry.file().source().equals(source.id())) {
          arrived += entry.read();
          quarantined += entry.quarantined();
          RecordBalance ofFile = balances.get(entry.file().id());
          balance = ofFile == null ? balance : balance.plus(ofFile);
        }
      }
      rows.add(
          new @Nullable Object[] {
            source.id(),
            arrived,
            balance.staged(),
            quarantined,
            balance.replaced(),
            balance.withdrawn(),
            balance.current(),
            source.isAboutPeople() ? balance.resolved() : null,
            source.isAboutPeople() ? balance.undecided() : null,
            source.isAboutPeople() ? balance.nobody() : null
          });
    }
    return rows;
  }

  private LocalDateTime local(Instant instant) {
    return LocalDateTime.ofInstant(instant, setting.conf().general().timeZone());
  }
}
