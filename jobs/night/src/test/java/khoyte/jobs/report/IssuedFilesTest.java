package khoyte.jobs.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import khoyte.jobs.conf.ReportFormat;
import khoyte.warehouse.Layout;
import khoyte.warehouse.NightId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IssuedFilesTest {
  private static final NightId FIRST = NightId.parse("2022-12-31.v1");
  private static final NightId SECOND = NightId.parse("2022-12-31.v2");

  @TempDir Path home;
  private Layout layout;
  private IssuedFiles issued;

  @BeforeEach
  void theFirstVersionIsIssued() throws IOException {
    layout = new Layout(home);
    issued = new IssuedFiles(layout);
    publish(FIRST);
    issue(FIRST, ReportFormat.CSV, "one");
    issue(FIRST, ReportFormat.PDF, "page one");
  }

  @Test
  void theNewestVersionAlsoStandsBesideTheVersions() throws IOException {
    publish(SECOND);
    issue(SECOND, ReportFormat.CSV, "two");
    issued.clearOlder(SECOND, "x");

    assertThat(files())
        .containsExactly(
            Map.entry("v1/x.csv", "one"),
            Map.entry("v1/x.pdf", "page one"),
            Map.entry("v2/x.csv", "two"),
            Map.entry("x.csv", "two"));
  }

  @Test
  void whatIsIssuedIsNotWrittenAgain() throws IOException {
    Path shown = issue(FIRST, ReportFormat.CSV, "other");
    publish(SECOND);
    Path replaced = issue(FIRST, ReportFormat.CSV, "other");

    assertThat(shown).isEqualTo(layout.reports(FIRST.asOf()).resolve("x.csv")).hasContent("one");
    assertThat(replaced).isEqualTo(layout.reports(FIRST).resolve("x.csv")).hasContent("one");
  }

  @Test
  void aFileThatWasCutOffBeforeItWasProtectedIsProtectedLater() throws IOException {
    Path file = layout.reports(FIRST).resolve("x.csv");
    assertThat(file.toFile().setWritable(true)).isTrue();

    issue(FIRST, ReportFormat.CSV, "one");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("r--r--r--");
  }

  private Path issue(NightId night, ReportFormat format, String content) {
    return issued.issue(night, "x", format, content.getBytes(UTF_8));
  }

  private void publish(NightId night) throws IOException {
    Files.createDirectories(layout.warehouse());
    Files.createFile(layout.nightFile(night));
  }

  private Stream<Map.Entry<String, String>> files() throws IOException {
    Path root = layout.reports(FIRST.asOf());
    TreeMap<String, String> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(root)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(file).toString(), Files.readString(file));
      }
    }
    return files.entrySet().stream();
  }
}
