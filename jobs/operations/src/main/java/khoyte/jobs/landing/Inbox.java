package khoyte.jobs.landing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import khoyte.jobs.conf.SourceConf;

/** The folders into which senders put their files. */
public final class Inbox {
  private final Path directory;

  public Inbox(Path directory) {
    this.directory = directory;
  }

  Path folder(SourceConf source) {
    return directory.resolve(source.inbox());
  }

  /**
   * The regular files of a source, by folder and name. Links are not followed: what they point to
   * was not sent.
   */
  List<InboxFile> files(SourceConf source) throws IOException {
    Path folder = folder(source);
    List<InboxFile> files = new ArrayList<>();
    if (source.hasFacilityFolders()) {
      for (Path facility : entries(folder)) {
        if (Files.isDirectory(facility, LinkOption.NOFOLLOW_LINKS)) {
          files.addAll(files(source, String.valueOf(facility.getFileName()), facility));
        }
      }
    }
    files.addAll(files(source, "", folder));
    return files;
  }

  /** Number of finished files that wait, by source in their order; none without a file. */
  public Map<String, Long> waiting(List<SourceConf> sources) {
    Map<String, Long> waiting = new LinkedHashMap<>();
    try {
      for (SourceConf source : sources) {
        if (Files.isDirectory(folder(source))) {
          long files = files(source).stream().filter(file -> !file.isUnfinished()).count();
          if (files > 0) {
            waiting.put(source.id(), files);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return waiting;
  }

  /** Facility folders of a source that are there, with files or without. */
  List<String> facilities(SourceConf source) throws IOException {
    Path folder = folder(source);
    if (!source.hasFacilityFolders() || !Files.isDirectory(folder)) {
      return List.of();
    }
    return entries(folder).stream()
        .filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
        .map(path -> String.valueOf(path.getFileName()))
        .toList();
  }

  private static List<InboxFile> files(SourceConf source, String folder, Path directory)
      throws IOException {
    return entries(directory).stream()
        .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
        .map(path -> new InboxFile(source, folder, path))
        .toList();
  }

  private static List<Path> entries(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries
          .sorted(Comparator.comparing(path -> String.valueOf(path.getFileName())))
          .toList();
    }
  }
}
