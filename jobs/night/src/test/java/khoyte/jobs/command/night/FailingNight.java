package khoyte.jobs.command.night;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import khoyte.jobs.Khoyte;
import khoyte.jobs.night.FakeHouse;
import khoyte.jobs.operations.Operations;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.spark.sql.SparkSession;

/**
 * A process of nights, each of which a library breaks off with an error that quotes a value of a
 * person.
 */
final class FailingNight {
  /** In ASCII as well: a file may hold it in whatever encoding. */
  static final String NAME = "NGUYEN THI DANH DAU Nguyễn Thị Đánh Dấu";

  static final String NUMBER = "079123456789";

  private FailingNight() {}

  /** Something that fails; the part of the night in which it does, the name of what fails. */
  private interface Failing {
    void run() throws Exception;
  }

  /** Home; each further night has its own date. */
  public static void main(String[] args) throws Exception {
    Khoyte.keepLibrariesSilent();
    CommandHouse house = new CommandHouse(Path.of(args[0]));
    Map<String, Failing> failures = new LinkedHashMap<>();
    failures.put("read ehr.csv", () -> xml());
    failures.put("clean", () -> spark());
    failures.put("resolve", () -> sql("jdbc:duckdb:", "select cast(? as integer)"));
    failures.put("stage", () -> operations(house.house));
    failures.put("marts", () -> poi());
    failures.put("check", () -> json());
    failures.put("publish", () -> thread());
    failures.put("report", () -> error());
    int day = 1;
    for (Map.Entry<String, Failing> failure : failures.entrySet()) {
      house.house.send("ehr/ehr.csv", "a", String.valueOf(day));
      house.house.meanwhile.clear();
      house.house.meanwhile.put(failure.getKey(), () -> fail(failure.getValue()));
      CommandHouse.Answer answer = house.khoyte("night", "--as-of", "2022-12-0" + day++);
      System.out.println(failure.getKey() + ": " + answer.code());
      System.out.print(answer.out());
      System.err.print(answer.err());
    }
    System.exit(0);
  }

  private static void fail(Failing failing) {
    try {
      failing.run();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("Cannot go on: " + e.getMessage(), e);
    }
  }

  private static void spark() {
    SparkSession spark = SparkSession.builder().master("local[2]").getOrCreate();
    try {
      spark
          .sql("select cast(concat('" + NAME + NUMBER + " ', id) as int) from range(10)")
          .write()
          .format("noop")
          .mode("overwrite")
          .save();
    } finally {
      spark.stop();
    }
  }

  private static void operations(FakeHouse house) throws SQLException {
    try (Operations operations = house.operations();
        Connection connection = operations.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("select cast('" + NAME + NUMBER + "' as integer)");
    }
  }

  private static void sql(String url, String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        var statement = connection.prepareStatement(query)) {
      statement.setString(1, NAME + " " + NUMBER);
      statement.executeQuery().next();
    }
  }

  private static void poi() throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      workbook.createSheet(NAME.substring(0, 20) + "[" + NUMBER.substring(0, 8));
    }
  }

  private static void xml() throws XMLStreamException {
    String text = "<HO_TEN>" + NAME + "</" + NUMBER + ">";
    XMLStreamReader reader =
        new InputFactoryImpl()
            .createXMLStreamReader(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "UTF-8");
    while (reader.hasNext()) {
      reader.next();
    }
  }

  private static void json() throws IOException {
    new ObjectMapper().readTree("{\"name\": " + NAME.replace(' ', '_') + "}");
  }

  private static void thread() throws InterruptedException {
    Logger.getLogger("org.somebody").log(Level.SEVERE, NAME);
    org.slf4j.LoggerFactory.getLogger("org.somebody").error("Cannot read " + NAME);
    org.slf4j.LoggerFactory.getLogger("org.somebody")
        .error("Cannot read {} of {}", NUMBER, "x", new IllegalStateException(NAME));
    Thread thread =
        new Thread(
            () -> {
              throw new IllegalStateException(NAME);
            });
    thread.start();
    thread.join();
    throw new IllegalArgumentException(NUMBER);
  }

  private static void error() {
    throw new AssertionError(NAME + NUMBER);
  }
}
