package khoyte.jobs.backup;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import khoyte.jobs.console.Progress;
import khoyte.jobs.keep.KeepingLock;
import khoyte.jobs.operations.DatabaseFault;
import khoyte.jobs.operations.NightRuns;
import khoyte.jobs.operations.NightSetting;
import khoyte.jobs.operations.Operations;
import khoyte.jobs.operations.ProcessLock;
import khoyte.jobs.operations.ScratchFolder;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Layout;
import khoyte.warehouse.Sha256;
import khoyte.warehouse.lake.LakeFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Copies the warehouse as it is at one instant, also while a night runs: first the operations
 * database, then every file that this state of it refers to. Only what the folder does not hold yet
 * is copied; the state counts from the moment its list is written, as the last.
 */
public final class Backup {
  private static final Logger LOG = LoggerFactory.getLogger(Backup.class);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** A night may replace a report while it is copied; then a later instant is taken. */
  private static final int ATTEMPTS = 3;

  private final NightSetting setting;
  private final Layout layout;
  private final Path conf;

  /**
   * @param conf directory of the configuration
   */
  public Backup(NightSetting setting, Path conf) {
    this.setting = setting;
    this.layout = setting.layout();
    this.conf = conf;
  }

  /**
   * What was done.
   *
   * @param files of the state
   * @param added files that were copied
   * @param bytes their size
   * @param damaged files of the warehouse of which the folder has no good copy
   * @param readable whether a server holds the copy unsealed
   */
  public record Done(long files, long added, long bytes, List<Damage> damaged, boolean readable) {}

  /** Takes a backup into a folder, or to a server. */
  public Done to(String place) {
    refuseInside(place);
    try (ProcessLock alone = KeepingLock.exclusive(layout);
        ScratchFolder work = ScratchFolder.of(layout, "backup");
        BackupFolder folder = BackupFolder.of(warehouse(), place, setting)) {
      return taken(work.path().resolve(BackupState.OPERATIONS), folder);
    } catch (IOException e) {
      throw BackupPlace.failed(place, e);
    }
  }

  private void refuseInside(String place) {
    if (!BackupPlace.isRemote(place)
        && Path.of(place).toAbsolutePath().normalize().startsWith(layout.home())) {
      throw new KhoyteException(Fault.ARGUMENT, "backup.inside", place);
    }
  }

  /** The id of this warehouse; it goes with it wherever it is restored. */
  private String warehouse() {
    try (Operations operations = open()) {
      NightRuns facts = operations.nights();
      if (facts.fact(NightRuns.WAREHOUSE).isEmpty()) {
        facts.keepFact(NightRuns.WAREHOUSE, UUID.randomUUID().toString());
      }
      return facts.fact(NightRuns.WAREHOUSE).orElseThrow();
    }
  }

  private Operations open() {
    return setting.glance();
  }

  private Done taken(Path copy, BackupFolder folder) throws IOException {
    Taking taking = new Taking(folder.store());
    List<Damage> damaged = List.of();
    for (int attempt = 1; attempt == 1 || (attempt <= ATTEMPTS && !damaged.isEmpty()); attempt++) {
      copyOperations(copy);
      damaged = taking.all(files(copy));
    }
    String time = TIME.format(setting.clock().instant());
    BackupState state = new BackupState("khoyte " + setting.build() + ", " + time, taking.entries);
    folder.store().put(state, time);
    folder.store().keep(setting.conf().general().backup().keepStates());
    LOG.info("backup: {} files, {} of them new", state.files().size(), taking.added);
    return new Done(
        state.files().size(),
        taking.added,
        taking.bytes,
        damaged,
        BackupPlace.isRemote(folder.place().name()) && !folder.seal().isSealing());
  }

  /** A night that ends takes the connections of others with it; then it is tried again. */
  private void copyOperations(Path copy) {
    for (int attempt = 1; ; attempt++) {
      try (Operations operations = open()) {
        operations.copy().write(copy);
        return;
      } catch (DataAccessException e) {
        if (attempt == ATTEMPTS || DatabaseFault.of(e).isEmpty()) {
          throw e;
        }
        LOG.info("backup: the operations database went away, tried again");
      }
    }
  }

  /** The files of the state, each with its name in the backup. */
  private List<Wanted> files(Path copy) throws IOException {
    List<Wanted> wanted = new ArrayList<>();
    wanted.add(new Wanted(BackupState.OPERATIONS, unknown(), copy));
    WarehouseFiles.of(copy, layout, unreadable -> LOG.warn("backup: cannot read {}", unreadable))
        .with(layout, layout.secret(), layout.out())
        .files()
        .forEach((name, known) -> wanted.add(new Wanted(name, known, layout.named(name))));
    try (Stream<Path> files = Files.walk(conf, FileVisitOption.FOLLOW_LINKS)) {
      files
          .filter(Files::isRegularFile)
          .sorted()
          .forEach(
              file ->
                  wanted.add(
                      new Wanted(
                          BackupState.CONF + conf.relativize(file).toString().replace('\\', '/'),
                          unknown(),
                          file)));
    }
    return wanted;
  }

  private static WarehouseFiles.Known unknown() {
    return new WarehouseFiles.Known(null, LakeFiles.UNKNOWN);
  }

  private record Wanted(String name, WarehouseFiles.Known known, Path file) {}

  /** Files on their way into the store. */
  private final class Taking {
    private final BackupStore store;
    private final List<BackupState.Entry> entries = new ArrayList<>();
    private long added;
    private long bytes;

    Taking(BackupStore store) {
      this.store = store;
    }

    List<Damage> all(List<Wanted> wanted) throws IOException {
      entries.clear();
      List<Damage> damaged = new ArrayList<>();
      long size = wanted.stream().mapToLong(one -> Math.max(0, one.known.bytes())).sum();
      Progress progress =
          new Progress(
              setting.console(),
              setting.spoken(),
              setting.clock(),
              setting.console().messages().text("backup.step"),
              new Progress.Work(wanted.size(), size, "copy.progress"));
      long done = 0;
      for (Wanted one : wanted) {
        if (!take(one)) {
          damaged.add(new Damage(one.name, !Files.exists(one.file)));
        }
        done += Math.max(0, one.known.bytes());
        progress.at(entries.size(), done, bytes >> 20);
      }
      progress.end();
      return damaged;
    }

    /** Whether the folder holds the file now, as it was recorded. */
    private boolean take(Wanted wanted) throws IOException {
      String sha256 = wanted.known.sha256();
      long size = wanted.known.bytes();
      try {
        if (sha256 == null) {
          long found = Files.size(wanted.file);
          if (size != LakeFiles.UNKNOWN && size != found) {
            return false;
          }
          sha256 = Sha256.of(wanted.file);
          size = found;
        }
        entries.add(new BackupState.Entry(wanted.name, sha256, size));
        if (store.holds(sha256, size)) {
          return true;
        }
        boolean taken = store.put(sha256, wanted.file);
        if (taken) {
          added++;
          bytes += size;
        }
        return taken;
      } catch (NoSuchFileException e) {
        if (Files.exists(wanted.file)) {
          throw e;
        }
        return false;
      }
    }
  }
}
