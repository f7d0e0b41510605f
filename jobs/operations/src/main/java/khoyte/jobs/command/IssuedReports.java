package khoyte.jobs.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import khoyte.warehouse.Layout;
import khoyte.warehouse.NightId;

/** The reports that were issued for a night, by what stands in its folder. */
public final class IssuedReports {

  private IssuedReports() {}

  /** Their names in the alphabet. */
  public static List<String> of(Layout layout, NightId night) {
    Path folder = layout.reports(night);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> !name.startsWith("."))
          .map(name -> name.replaceFirst("\\.[a-z]+$", ""))
          .distinct()
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
