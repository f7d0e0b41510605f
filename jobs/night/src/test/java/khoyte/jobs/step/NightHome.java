package khoyte.jobs.step;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import khoyte.jobs.conf.BuildInfo;
import khoyte.jobs.conf.Conf;
import khoyte.jobs.console.Console;
import khoyte.jobs.night.NightRunner;
import khoyte.jobs.operations.NightRun;
import khoyte.jobs.operations.NightSetting;
import khoyte.jobs.operations.Operations;
import khoyte.jobs.operations.TestedConf;
import khoyte.warehouse.Layout;
import khoyte.warehouse.Messages;
import khoyte.warehouse.NightId;
import khoyte.warehouse.lake.Lake;
import khoyte.warehouse.night.NightReader;
import khoyte.warehouse.sql.EngineLimits;
import khoyte.warehouse.table.ResolvedTables;
import khoyte.warehouse.table.Table;
import khoyte.warehouse.table.TableFiles;
import org.jspecify.annotations.Nullable;

/** A whole house with its real parts, its clock and terminal in the hand of a test. */
public final class NightHome {
  public final Layout layout;
  public Instant now = Instant.parse("2023-01-06T01:00:00Z");

  /** Of the next nights. */
  public BiFunction<NightSetting, Operations, NightWork> work = NightWork::new;

  BuildInfo build = new BuildInfo("1.0.0", "a1b2c3d");

  private final Conf conf;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  public NightHome(Path home) {
    layout = new Layout(home);
    conf = Conf.read(TestedConf.of(home));
  }

  public NightRun night(String asOf) {
    return new NightRunner(setting(), (setting, operations) -> work.apply(setting, operations))
        .run(LocalDate.parse(asOf), List.of());
  }

  public Operations operations() {
    return Operations.glance(conf.general().operations(), layout, Map.of());
  }

  public NightSetting setting() {
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            Messages.VIETNAMESE);
    return new NightSetting(conf, layout, Map.of(), () -> now, console, build);
  }

  /** Puts a file into the inbox. */
  public Path send(String path, byte[] bytes) {
    Path file = layout.inbox().resolve(path);
    try {
      Files.createDirectories(file.getParent());
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path send(String path, String text) {
    return send(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Answers a query of the test's own folder. */
  public List<List<@Nullable Object>> rows(String night, String query) {
    EngineLimits limits = new EngineLimits("512MB", 2);
    try (NightReader reader = NightReader.open(layout, NightId.parse(night), limits)) {
      return reader.query(sql(query)).rows();
    }
  }

  /** The citizens of a published night as the registry knows them: record key, id, name. */
  public List<List<@Nullable Object>> registry(String night) throws SQLException {
    Table table = ResolvedTables.CITIZEN_IDENTITY;
    TableFiles files;
    try (Operations operations = operations();
        Lake lake = Lake.open(operations.lake())) {
      long snapshot = lake.snapshotOf(table, NightId.parse(night)).orElseThrow();
      files = lake.dataFiles(table, snapshot);
    }
    String paths =
        files.paths().stream()
            .map(path -> "'" + layout.lake().resolve(path) + "'")
            .collect(Collectors.joining(", "));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(sql("registry").replace("${files}", paths))) {
      while (row.next()) {
        rows.add(Arrays.asList(row.getObject(1), row.getObject(2), row.getObject(3)));
      }
    }
    return rows;
  }

  public static String sql(String query) {
    String resource = query + ".sql";
    try (InputStream file =
        Objects.requireNonNull(NightHome.class.getResourceAsStream(resource), resource)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was said on the terminal since it was asked last. */
  public List<String> said() {
    return lines(out);
  }

  /** The same of the remarks. */
  public List<String> remarked() {
    return lines(err);
  }

  private static List<String> lines(ByteArrayOutputStream stream) {
    List<String> lines = stream.toString(StandardCharsets.UTF_8).lines().toList();
    stream.reset();
    return lines;
  }
}
