package khoyte.jobs.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import khoyte.jobs.console.Progress;
import khoyte.jobs.operations.NightSetting;
import khoyte.jobs.operations.Operations;
import khoyte.warehouse.Fault;
import khoyte.warehouse.HomePermissions;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Layout;
import khoyte.warehouse.NightId;
import khoyte.warehouse.OwnerOnly;
import khoyte.warehouse.WholeFile;
import khoyte.warehouse.lake.Lake;
import khoyte.warehouse.night.Publication;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the newest state of a backup back into an empty home, wherever it is. Cut off, it is begun
 * again; until it is finished, nobody else opens the home.
 */
public final class Restoration {
  private static final Logger LOG = LoggerFactory.getLogger(Restoration.class);

  private final NightSetting setting;
  private final Layout layout;
  private final HomePermissions permissions;

  public Restoration(NightSetting setting) {
    this.setting = setting;
    this.layout = setting.layout();
    this.permissions = new HomePermissions(layout);
  }

  /**
   * What was done.
   *
   * @param files that are back
   * @param damaged files of the backup that could not be brought back
   * @param newest greatest night that is back
   */
  public record Done(long files, List<Damage> damaged, Optional<NightId> newest) {}

  /**
   * Restores.
   *
   * @throws KhoyteException {@code restore.notempty}, {@code restore.database}, {@code backup.none}
   */
  public Done from(String place) {
    boolean again = Files.exists(layout.restoring());
    try (BackupFolder folder = BackupFolder.open(place, setting)) {
      BackupState state = newest(folder);
      if (!again) {
        refuseUnlessEmpty();
      }
      permissions.directory(layout.home());
      Files.writeString(layout.restoring(), state.takenBy() + "\n");
      List<Damage> damaged = bring(state, folder.store());
      restoreOperations(again);
      Publication publication = new Publication(layout);
      publication.pointToGreatest();
      Files.delete(layout.restoring());
      LOG.info("restored: {} files of {}", state.files().size(), state.takenBy());
      return new Done(state.files().size() - damaged.size(), damaged, publication.currentNight());
    } catch (IOException e) {
      throw BackupPlace.failed(place, e);
    }
  }

  private BackupState newest(BackupFolder folder) throws IOException {
    List<String> names = new ArrayList<>(folder.store().stateNames());
    Collections.reverse(names);
    for (String name : names) {
      String text = folder.store().stateText(name);
      if (!text.isEmpty()) {
        return BackupState.parse(text);
      }
      setting.console().remark(new Damage("states/" + name, false).ofBackup());
    }
    throw new KhoyteException(Fault.ARGUMENT, "backup.none", folder.place().name());
  }

  /** Its own log may stand in a new home, and empty folders. */
  private void refuseUnlessEmpty() throws IOException {
    if (!Files.isDirectory(layout.home())) {
      return;
    }
    try (Stream<Path> files = Files.walk(layout.home())) {
      if (files.anyMatch(file -> Files.isRegularFile(file) && !file.startsWith(layout.logs()))) {
        throw new KhoyteException(Fault.ARGUMENT, "restore.notempty", layout.home());
      }
    }
  }

  private List<Damage> bring(BackupState state, BackupStore store) throws IOException {
    List<Damage> damaged = new ArrayList<>();
    Progress progress =
        new Progress(
            setting.console(),
            setting.spoken(),
            setting.clock(),
            setting.console().messages().text("restore.step"),
            new Progress.Work(
                state.files().size(),
                state.files().stream().mapToLong(BackupState.Entry::bytes).sum(),
                "copy.progress"));
    long files = 0;
    long bytes = 0;
    for (BackupState.Entry file : state.files()) {
      if (!brought(file, store)) {
        damaged.add(new Damage(file.name(), !store.hasAnyOf(file.sha256())));
        if (file.name().equals(BackupState.OPERATIONS)) {
          throw new KhoyteException(
              Fault.RESOURCE, "restore.operations", BackupStore.objectName(file.sha256()));
        }
      }
      files++;
      bytes += file.bytes();
      progress.at(files, bytes, bytes >> 20);
    }
    progress.end();
    return damaged;
  }

  private boolean brought(BackupState.Entry file, BackupStore store) throws IOException {
    if (!store.hasAnyOf(file.sha256())) {
      return false;
    }
    Path target = target(file.name());
    Path part = WholeFile.unfinished(target);
    permissions.directory(Objects.requireNonNull(target.getParent()));
    try {
      Files.createFile(part, OwnerOnly.file(part));
      boolean whole;
      try (OutputStream out = Files.newOutputStream(part)) {
        whole = store.read(file.sha256(), out);
      }
      if (whole) {
        if (target.startsWith(layout.landing())) {
          permissions.landed(part);
        } else if (target.startsWith(layout.reports())) {
          permissions.issued(part);
        }
        Files.move(
            part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
      return whole;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private Path target(String name) {
    if (name.equals(BackupState.OPERATIONS)) {
      return copy();
    }
    if (name.startsWith(BackupState.CONF)) {
      Path conf = layout.restoredConf();
      return layout.named(layout.name(conf) + "/" + name.substring(BackupState.CONF.length()));
    }
    return layout.named(name);
  }

  private Path copy() {
    return layout.work().resolve(BackupState.OPERATIONS);
  }

  private void restoreOperations(boolean instead) throws IOException {
    try (Operations operations =
        Operations.unfinished(
            setting.conf().general().operations(), layout, setting.environment())) {
      Lake.open(operations.lake()).close(); // makes the tables of the catalog
      operations.copy().restore(copy(), instead);
    }
    Files.delete(copy());
  }
}
