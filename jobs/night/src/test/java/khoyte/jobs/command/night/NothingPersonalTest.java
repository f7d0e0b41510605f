package khoyte.jobs.command.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import khoyte.jobs.night.FakeHouse;
import khoyte.jobs.operations.Operations;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a library quotes when it fails: nothing of it is written anywhere. */
class NothingPersonalTest {
  @TempDir Path home;

  @Test
  @Tag("slow")
  void anErrorThatQuotesAPersonLeavesNothingOfHer() throws Exception {
    Path out = home.resolve("out.txt");
    Path err = home.resolve("err.txt");
    Path logs = home.resolve("logs");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    Files.readAllLines(Path.of("../bin/jvm.options")).stream()
        .filter(line -> line.startsWith("-"))
        .forEach(command::add);
    command.add("-Dlogback.configurationFile=logback.xml");
    command.add("-Dkhoyte.logs=" + logs);
    if (System.getProperty("operations") != null) {
      command.add("-Doperations=" + System.getProperty("operations"));
    }
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            FailingNight.class.getName(),
            home.toString()));

    int code =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start()
            .waitFor();

    assertThat(code).as(Files.readString(err)).isZero();
    assertThat(Files.readAllLines(out).stream().filter(line -> line.matches(".*: [0-9]")))
        .containsExactly(
            "read ehr.csv: 1",
            "clean: 1",
            "resolve: 1",
            "stage: 1",
            "marts: 1",
            "check: 1",
            "publish: 1",
            "report: 1");
    assertThat(Files.readString(err))
        .contains("lỗi không lường trước (SparkNumberFormatException)");
    // each failure is in the log, by its class
    assertThat(Files.readString(logs.resolve("khoyte.log")))
        .contains(
            "SparkNumberFormatException",
            "java.sql.SQLException",
            "IllegalArgumentException",
            "JsonParseException",
            "WFCException",
            "AssertionError",
            "scheduler.TaskSetManager - (…)",
            "org.somebody - Cannot read {} of {} < java.lang.IllegalStateException");
    assertThat(marked(home)).isEmpty();
    assertThat(operations()).noneMatch(NothingPersonalTest::isMarked);
  }

  /** Files below a folder that hold the mark. */
  private static List<Path> marked(Path folder) throws IOException {
    List<Path> marked = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
          if (isMarked(new String(bytes, charset))) {
            marked.add(file);
          }
        }
      }
    }
    return marked;
  }

  private static boolean isMarked(String text) {
    return text.contains("DANH DAU")
        || text.contains("DANH_DAU")
        || text.contains("Đánh")
        || text.contains("0791234");
  }

  /** Every value of every table of the operations database, Spring Batch's among them. */
  private List<String> operations() throws IOException, SQLException {
    FakeHouse house = new CommandHouse(home).house;
    List<String> values = new ArrayList<>();
    try (Operations operations = house.operations();
        Connection connection = operations.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet found =
          connection
              .getMetaData()
              .getTables(
                  connection.getCatalog(),
                  connection.getSchema(),
                  "%",
                  new String[] {"TABLE", "BASE TABLE"})) {
        while (found.next()) {
          tables.add(found.getString("TABLE_NAME"));
        }
      }
      assertThat(tables).anyMatch("batch_step_execution"::equalsIgnoreCase);
      for (String table : tables) {
        try (ResultSet rows = statement.executeQuery("select * from " + table)) {
          while (rows.next()) {
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
              values.add(table + ": " + rows.getString(i));
            }
          }
        }
      }
    }
    return values;
  }
}
