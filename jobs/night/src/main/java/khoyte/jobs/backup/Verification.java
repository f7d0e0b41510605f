package khoyte.jobs.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import khoyte.jobs.console.Progress;
import khoyte.jobs.keep.KeepingLock;
import khoyte.jobs.operations.NightSetting;
import khoyte.jobs.operations.Operations;
import khoyte.jobs.operations.ProcessLock;
import khoyte.jobs.operations.ScratchFolder;
import khoyte.warehouse.Layout;
import khoyte.warehouse.Sha256;
import khoyte.warehouse.lake.LakeFiles;
import khoyte.warehouse.night.Publication;

/** Reads every file again and compares it with what it was when it was written. */
public final class Verification {
  private final NightSetting setting;
  private final Layout layout;

  public Verification(NightSetting setting) {
    this.setting = setting;
    this.layout = setting.layout();
  }

  /**
   * What was found.
   *
   * @param files that were looked at
   * @param damaged in the order of their names
   */
  public record Found(long files, List<Damage> damaged) {}

  /**
   * Of the warehouse: landed files, lake, night files, reports, by their checksums; what a night
   * that did not end has written, by its size; that each is there which the operations database
   * refers to.
   */
  public Found ofWarehouse() {
    try (ProcessLock together = KeepingLock.shared(layout);
        ScratchFolder work = ScratchFolder.of(layout, "verify")) {
      Path copy = work.path().resolve(BackupState.OPERATIONS);
      try (Operations operations = setting.glance()) {
        operations.copy().write(copy);
      }
      List<Damage> damaged = new ArrayList<>();
      Map<String, WarehouseFiles.Known> files =
          WarehouseFiles.of(copy, layout, name -> damaged.add(damage(name))).files();
      damaged.addAll(damaged(files));
      pointer().ifPresent(damaged::add);
      damaged.sort(Comparator.comparing(Damage::name));
      return new Found(files.size(), damaged.stream().distinct().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Damage> damaged(Map<String, WarehouseFiles.Known> files) {
    long size = files.values().stream().mapToLong(known -> Math.max(0, known.bytes())).sum();
    Progress progress = progress(files.size(), size);
    AtomicLong read = new AtomicLong();
    AtomicLong bytes = new AtomicLong();
    List<Damage> damaged =
        files.entrySet().parallelStream()
            .filter(
                file -> {
                  boolean sound = isSound(layout.named(file.getKey()), file.getValue());
                  long done = bytes.addAndGet(Math.max(0, file.getValue().bytes()));
                  progress.at(read.incrementAndGet(), done, done >> 20);
                  return !sound;
                })
            .map(file -> damage(file.getKey()))
            .toList();
    progress.end();
    return damaged;
  }

  private Damage damage(String name) {
    return new Damage(name, !Files.exists(layout.named(name)));
  }

  private static boolean isSound(Path file, WarehouseFiles.Known known) {
    try {
      return Files.exists(file)
          && (known.bytes() == LakeFiles.UNKNOWN || known.bytes() == Files.size(file))
          && (known.sha256() == null || known.sha256().equals(Sha256.of(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The pointer must name a night that is there. */
  private Optional<Damage> pointer() throws IOException {
    Publication publication = new Publication(layout);
    Path pointer = layout.currentPointer();
    if (publication.nights().isEmpty()) {
      return Optional.empty();
    }
    boolean sound =
        Files.exists(pointer)
            && Files.exists(layout.warehouse().resolve(Files.readString(pointer).strip()));
    return sound ? Optional.empty() : Optional.of(damage(layout.name(pointer)));
  }

  /** Of a backup: every file of every state it holds. */
  public Found ofBackup(String place) {
    try (BackupFolder folder = BackupFolder.open(place, setting)) {
      List<Damage> damaged = new ArrayList<>(BackupHead.damaged(folder.place().root()));
      Map<String, Long> needed = new TreeMap<>();
      List<String> states = folder.store().stateNames();
      for (String name : states) {
        String text = folder.store().stateText(name);
        if (text.isEmpty()) {
          damaged.add(new Damage("states/" + name, false));
        } else {
          BackupState.parse(text).files().forEach(file -> needed.put(file.sha256(), file.bytes()));
        }
      }
      damaged.addAll(damaged(needed, folder.store()));
      damaged.sort(Comparator.comparing(Damage::name));
      return new Found(BackupHead.NAMES.size() + states.size() + needed.size(), damaged);
    } catch (IOException e) {
      throw BackupPlace.failed(place, e);
    }
  }

  private List<Damage> damaged(Map<String, Long> needed, BackupStore store) throws IOException {
    List<Damage> damaged = new ArrayList<>();
    long size = needed.values().stream().mapToLong(Long::longValue).sum();
    Progress progress = progress(needed.size(), size);
    long files = 0;
    long bytes = 0;
    for (Map.Entry<String, Long> file : needed.entrySet()) {
      boolean there = store.hasAnyOf(file.getKey());
      if (!there || !store.read(file.getKey(), OutputStream.nullOutputStream())) {
        damaged.add(new Damage(BackupStore.objectName(file.getKey()), !there));
      }
      files++;
      bytes += file.getValue();
      progress.at(files, bytes, bytes >> 20);
    }
    progress.end();
    return damaged;
  }

  private Progress progress(long files, long bytes) {
    return new Progress(
        setting.console(),
        setting.spoken(),
        setting.clock(),
        setting.console().messages().text("verify.step"),
        new Progress.Work(files, bytes, "copy.progress"));
  }
}
