package khoyte.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The class paths of the built program. */
class DistributionIT {
  private static final Path LIB = Path.of("../target/khoyte/lib");

  @ParameterizedTest
  @ValueSource(
      strings = {"operations", "operations serve", "operations night", "operations night demo"})
  void aLibraryStandsOnAClassPathOnce(String parts) throws IOException {
    List<String> names = new ArrayList<>();
    for (String part : parts.split(" ", -1)) {
      jars(part).forEach(jar -> names.add(artifact(jar)));
    }

    assertThat(names).doesNotHaveDuplicates();
  }

  @Test
  void noLibraryIsThereInTwoVersions() throws IOException {
    Map<String, TreeSet<String>> versions = new TreeMap<>();
    for (String part : List.of("operations", "night", "serve", "demo")) {
      for (Path jar : jars(part)) {
        versions
            .computeIfAbsent(artifact(jar), any -> new TreeSet<>())
            .add(String.valueOf(jar.getFileName()));
      }
    }

    assertThat(versions).allSatisfy((artifact, jars) -> assertThat(jars).hasSize(1));
  }

  @Test
  void whatStaysInTheForegroundHasNoSparkAndNoServletApiOfOthers() throws IOException {
    for (String part : List.of("operations", "serve")) {
      for (Path jar : jars(part)) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
          assertThat(zip.stream().map(ZipEntry::getName))
              .as("%s", jar)
              .noneMatch(
                  name ->
                      name.matches(
                          "(org/apache/(spark|iceberg|hadoop)|(javax|jakarta)/servlet)/.*"));
        }
      }
    }
  }

  private static List<Path> jars(String part) throws IOException {
    try (var files = Files.list(LIB.resolve(part))) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  /** Its name without the version; those for other machines are others. */
  private static String artifact(Path jar) {
    return String.valueOf(jar.getFileName()).replaceFirst("-\\d[\\w.]*", "");
  }
}
