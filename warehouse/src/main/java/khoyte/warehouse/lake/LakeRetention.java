package khoyte.warehouse.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import khoyte.warehouse.NightId;
import org.apache.iceberg.ManageSnapshots;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;

/**
 * What the lake no longer needs: snapshots of nights that are not kept, and files that belong to
 * nothing. First the tables forget, then the files go: cut off in between, files are left that the
 * next time finds.
 */
public final class LakeRetention {
  private final Lake lake;

  public LakeRetention(Lake lake) {
    this.lake = lake;
  }

  /**
   * Takes the marks of all nights but these away and has every table forget the snapshots that are
   * neither marked nor its newest. Their files are still there.
   */
  public void release(Set<NightId> kept) {
    for (Table table : lake.tables()) {
      unmark(table, kept);
      forget(table);
    }
  }

  private static void unmark(Table table, Set<NightId> kept) {
    List<String> unkept =
        table.refs().entrySet().stream()
            .filter(ref -> ref.getValue().isTag())
            .map(Map.Entry::getKey)
            .filter(NightId::isName)
            .filter(name -> !kept.contains(NightId.parse(name)))
            .toList();
    if (!unkept.isEmpty()) {
      ManageSnapshots marks = table.manageSnapshots();
      unkept.forEach(marks::removeTag);
      marks.commit();
    }
  }

  private static void forget(Table table) {
    Set<Long> referred =
        table.refs().values().stream().map(SnapshotRef::snapshotId).collect(Collectors.toSet());
    List<Snapshot> snapshots =
        StreamSupport.stream(table.snapshots().spliterator(), false).toList();
    if (snapshots.stream().allMatch(snapshot -> referred.contains(snapshot.snapshotId()))) {
      return;
    }
    long newest = snapshots.stream().mapToLong(Snapshot::timestampMillis).max().orElseThrow();
    // Iceberg's own clean-up leaves a file that was added and taken out again between two marks.
    table
        .expireSnapshots()
        .expireOlderThan(newest + 1)
        .retainLast(1)
        .cleanExpiredFiles(false)
        .commit();
  }

  /**
   * Files in the lake's directory that no table refers to and that may go: they were released, or a
   * night that was cut off left them long ago.
   *
   * @param once files that a published night consisted of
   * @param before when the others must have been written last
   * @param spared files that are about to be appended
   */
  public List<String> unused(Set<String> once, Instant before, Set<String> spared) {
    Path directory = lake.directory();
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    Set<String> used = new LakeFiles(directory).of(lake.metadataFiles(), Set.of()).keySet();
    List<String> unused = new ArrayList<>();
    try (Stream<Path> files = Files.walk(directory, FileVisitOption.FOLLOW_LINKS)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String path = directory.relativize(file).toString().replace('\\', '/');
        if (!used.contains(path)
            && !spared.contains(path)
            && (once.contains(path)
                || Files.getLastModifiedTime(file).toInstant().isBefore(before))) {
          unused.add(path);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return unused;
  }

  /** Deletes files of the lake; one that is not there any more is no error. */
  public void delete(Collection<String> files) {
    LakeFileIO lakeFiles = new LakeFileIO(lake.directory());
    files.forEach(lakeFiles::deleteFile);
  }
}
