package khoyte.jobs.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import khoyte.jobs.operations.OperationsCopy;
import khoyte.warehouse.Layout;
import khoyte.warehouse.NightId;
import khoyte.warehouse.lake.LakeFiles;
import org.jspecify.annotations.Nullable;

/**
 * Every file that belongs to the state of the operations database which a copy holds, and nothing
 * that came after: landed files, what was written for good, completed nights, what the lake's
 * tables refer to, what waits to be appended; beside these the secret of the pseudonyms and what
 * was made for people.
 *
 * @param files by name
 */
record WarehouseFiles(SortedMap<String, Known> files) {

  /**
   * What is known of a file.
   *
   * @param sha256 null if it was not recorded yet
   * @param bytes {@link LakeFiles#UNKNOWN} if nothing tells
   */
  record Known(@Nullable String sha256, long bytes) {}

  /**
   * Reads the copy, and the metadata of the lake that it names.
   *
   * @param unreadable is told of metadata that cannot be read
   */
  static WarehouseFiles of(Path copy, Layout layout, Consumer<String> unreadable) {
    SortedMap<String, Known> files = new TreeMap<>();
    Set<String> metadata = new HashSet<>();
    Set<NightId> nights = new HashSet<>();
    Set<NightId> retired = new HashSet<>();
    OperationsCopy.read(
        copy,
        (table, row) -> {
          switch (table) {
            case "landed_file" ->
                files.put(
                    layout.name(layout.landed(text(row.get("sha256")))),
                    new Known(text(row.get("sha256")), number(row.get("byte_count"))));
            case "kept_file" ->
                files.put(
                    text(row.get("path")),
                    new Known(text(row.get("sha256")), number(row.get("byte_count"))));
            case "data_file" -> {
              if (Boolean.FALSE.equals(row.get("committed")) && number(row.get("row_count")) > 0) {
                files.putIfAbsent(
                    layout.lakeName(text(row.get("path"))),
                    new Known(null, number(row.get("byte_count"))));
              }
            }
            case "night_run" -> {
              if ("completed".equals(row.get("state"))) {
                nights.add(night(row));
              }
            }
            case "retired_night" -> retired.add(night(row));
            case "iceberg_tables" -> metadata.add(text(row.get("metadata_location")));
            default -> {}
          }
        });
    nights.removeAll(retired);
    for (NightId night : nights) {
      files.putIfAbsent(layout.name(layout.nightFile(night)), new Known(null, LakeFiles.UNKNOWN));
    }
    addLake(files, metadata, layout, unreadable);
    return new WarehouseFiles(files);
  }

  /** Of a table whose metadata was recorded, all files were. */
  private static void addLake(
      SortedMap<String, Known> files,
      Set<String> metadata,
      Layout layout,
      Consumer<String> unreadable) {
    String prefix = layout.lakeName("");
    Set<String> known = new HashSet<>();
    for (String name : files.keySet()) {
      if (name.startsWith(prefix)) {
        known.add(name.substring(prefix.length()));
      }
    }
    LakeFiles lake = new LakeFiles(layout.lake());
    for (String table : metadata) {
      try {
        lake.of(Set.of(table), known)
            .forEach(
                (path, bytes) -> files.putIfAbsent(layout.lakeName(path), new Known(null, bytes)));
      } catch (RuntimeException e) {
        // Iceberg fails in many ways on a file that is missing, cut short or changed
        unreadable.accept(layout.lakeName(table));
      }
    }
  }

  /** Adds the files of folders that nobody recorded. */
  WarehouseFiles with(Layout layout, Path... folders) {
    SortedMap<String, Known> more = new TreeMap<>(files);
    for (Path folder : folders) {
      if (!Files.isDirectory(folder)) {
        continue;
      }
      try (Stream<Path> found = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
        found
            .filter(Files::isRegularFile)
            .filter(WarehouseFiles::isFinished)
            .forEach(
                file -> more.putIfAbsent(layout.name(file), new Known(null, LakeFiles.UNKNOWN)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new WarehouseFiles(more);
  }

  private static boolean isFinished(Path file) {
    String name = String.valueOf(file.getFileName());
    return !name.startsWith(".") && !name.endsWith(".tmp");
  }

  private static NightId night(Map<String, @Nullable Object> row) {
    return new NightId(LocalDate.parse(text(row.get("as_of"))), (int) number(row.get("version")));
  }

  private static String text(@Nullable Object value) {
    return String.valueOf(value);
  }

  private static long number(@Nullable Object value) {
    return value == null ? 0 : ((Number) value).longValue();
  }
}
