package khoyte.jobs.keep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khoyte.jobs.operations.Keeping;
import khoyte.jobs.operations.KeptFile;
import khoyte.warehouse.Layout;
import khoyte.warehouse.Sha256;
import khoyte.warehouse.lake.Lake;
import khoyte.warehouse.lake.LakeFiles;

/** Writes down what files are, as soon as they have been written for good. */
public final class Checksums {
  private final Layout layout;
  private final Keeping keeping;

  public Checksums(Layout layout, Keeping keeping) {
    this.layout = layout;
    this.keeping = keeping;
  }

  /** Night files and what is in {@code out/}; any other file is not the warehouse's. */
  public void record(Collection<Path> files) {
    List<Path> own =
        files.stream()
            .map(file -> file.toAbsolutePath().normalize())
            .filter(file -> file.startsWith(layout.out()) || file.startsWith(layout.warehouse()))
            .toList();
    keeping.change(own.stream().map(this::kept).toList(), List.of());
  }

  /** The files that stand in folders. */
  public void recordFolders(List<Path> folders) {
    for (Path folder : folders) {
      try (Stream<Path> files = Files.list(folder)) {
        record(
            files
                .filter(Files::isRegularFile)
                .filter(file -> !file.getFileName().toString().startsWith("."))
                .toList());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * What the lake consists of now. Only files that are new since the last time are read; of the
   * metadata files the newest ones count.
   */
  public void recordLake(Lake lake) {
    Set<String> known = lakeFiles();
    List<String> metadata = lake.metadataFiles();
    Set<String> consists = new LakeFiles(layout.lake()).of(metadata, known).keySet();
    List<KeptFile> added =
        consists.parallelStream()
            .filter(path -> !known.contains(path))
            .map(path -> kept(layout.lake().resolve(path)))
            .toList();
    Set<String> superseded = new HashSet<>(known);
    superseded.removeIf(path -> !path.endsWith(LakeFiles.METADATA) || metadata.contains(path));
    keeping.change(added, superseded.stream().map(layout::lakeName).toList());
  }

  /** Files of the lake that were recorded, relative to its directory. */
  Set<String> lakeFiles() {
    String prefix = layout.lakeName("");
    return keeping.files().stream()
        .map(KeptFile::name)
        .filter(name -> name.startsWith(prefix))
        .map(name -> name.substring(prefix.length()))
        .collect(Collectors.toSet());
  }

  private KeptFile kept(Path file) {
    try {
      return new KeptFile(layout.name(file), Sha256.of(file), Files.size(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
