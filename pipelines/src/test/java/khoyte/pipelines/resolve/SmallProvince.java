package khoyte.pipelines.resolve;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import khoyte.pipelines.read.row.ContentHash;
import khoyte.pipelines.spark.Sessions;
import khoyte.pipelines.spark.SparkEngine;
import khoyte.pipelines.version.VersionBasis;
import khoyte.pipelines.version.VersionRows;
import khoyte.pipelines.version.VersionStaging;
import khoyte.warehouse.Layout;
import khoyte.warehouse.NightId;
import khoyte.warehouse.engine.DuckDbEngine;
import khoyte.warehouse.engine.Engine;
import khoyte.warehouse.lake.DataFileWriter;
import khoyte.warehouse.lake.Lake;
import khoyte.warehouse.lake.LakeLocation;
import khoyte.warehouse.night.NightBuild;
import khoyte.warehouse.night.NightContents;
import khoyte.warehouse.night.NightReader;
import khoyte.warehouse.night.Publication;
import khoyte.warehouse.sql.EngineLimits;
import khoyte.warehouse.sql.LakeView;
import khoyte.warehouse.table.DrawnTable;
import khoyte.warehouse.table.Field;
import khoyte.warehouse.table.FieldType;
import khoyte.warehouse.table.NightTables;
import khoyte.warehouse.table.ResolvedTables;
import khoyte.warehouse.table.StagedTables;
import khoyte.warehouse.table.Table;
import khoyte.warehouse.table.TableFiles;
import org.jspecify.annotations.Nullable;

/**
 * A province small enough to draw. Staged rows are drawn with what matters; what a reader would
 * derive from a drawn value (the folded name, the year of a birth date, the sender's text of an id)
 * is derived here if it is not drawn.
 */
final class SmallProvince implements AutoCloseable {
  private static final List<Communes.Place> PLACES =
      List.of(
          new Communes.Place("26050", "26050", "731", "75", true),
          new Communes.Place("26068", "26068", "731", "75", true),
          new Communes.Place("26500", "26500", "742", "75", true),
          new Communes.Place("26506", "26506", "747", "77", true),
          new Communes.Place("02605", "02605", "076", "08", true),
          new Communes.Place("26068~2024-11-01", "26068", "731", "75", false));
  static final Communes COMMUNES =
      new Communes(
          PLACES,
          List.of(
              new Communes.SamePair("26050", "26068~2024-11-01"),
              new Communes.SamePair("26068~2024-11-01", "26050")),
          List.of("75", "77", "08"),
          "75");

  private static final EngineLimits LIMITS = new EngineLimits("512MB", 2);

  private final Path home;
  private final @Nullable MatchRule matcher;
  private final Lake lake;
  private final Map<Long, FileBalance> balances = new TreeMap<>();
  private Engines engines = SmallProvince::duckDb;
  private int landed;
  private int runs;
  private long lastLanded;
  private LocalDate lastAsOf = LocalDate.EPOCH;
  private String secret = "only for tests, 32 bytes long ok";

  SmallProvince(Path home) {
    this(home, null);
  }

  /** With a matcher for events for which the rules find nobody. */
  SmallProvince(Path home, @Nullable MatchRule matcher) {
    this.home = home;
    this.matcher = matcher;
    this.lake =
        Lake.open(
            new LakeLocation(
                "jdbc:h2:file:" + home.resolve("operations") + ";DATABASE_TO_LOWER=TRUE",
                "sa",
                "",
                home.resolve("lake")));
    lake.ensure(StagedTables.ALL);
    lake.ensure(ResolvedTables.ALL);
  }

  /** A file of staged rows arrives. */
  void arrives(Table table, String drawn) {
    landed++;
    Map<Table, DataFileWriter> writers = new LinkedHashMap<>();
    VersionRows versions = new VersionRows(versionBasis());
    for (Map<String, Object> row : DrawnTable.maps(table, drawn)) {
      row.put("file_id", (long) landed);
      derive(table, row);
      if (ContentHash.isIn(table)) {
        row.put("content_hash", ContentHash.of(table).hash(row.values().toArray()));
      }
      Object[] values = row.values().toArray();
      writer(writers, table).write(values);
      versions.of(table, values, (numbered, numbers) -> writer(writers, numbered).write(numbers));
    }
    writers.forEach((any, writer) -> lake.append(any, List.of(writer.close()), "commit" + landed));
  }

  private DataFileWriter writer(Map<Table, DataFileWriter> writers, Table table) {
    return writers.computeIfAbsent(table, any -> lake.writer(any, "file" + landed));
  }

  private VersionBasis versionBasis() {
    return new VersionBasis(
        secret.getBytes(StandardCharsets.UTF_8), matcher == null ? null : matcher.search());
  }

  /** The same rows arrive last row first, a few in each file. */
  void arrivesBackwards(Table table, String drawn, int rowsInAFile) {
    List<String> lines = drawn.lines().toList();
    List<String> rows = new ArrayList<>(lines.subList(1, lines.size()));
    Collections.reverse(rows);
    for (int from = 0; from < rows.size(); from += rowsInAFile) {
      List<String> some = rows.subList(from, Math.min(from + rowsInAFile, rows.size()));
      arrives(table, lines.get(0) + "\n" + String.join("\n", some));
    }
  }

  /** Adds what a reader would derive. */
  static void derive(Table table, Map<String, Object> row) {
    Object name = row.get("name_text");
    if (name != null && row.get("name") == null) {
      String normal = name.toString().strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
      row.put("name", normal);
      row.put(
          "name_folded",
          Normalizer.normalize(normal, Normalizer.Form.NFD)
              .replaceAll("\\p{M}", "")
              .replace('đ', 'd'));
    }
    if (row.get("birth_date") instanceof LocalDate date && row.get("birth_year") == null) {
      row.put("birth_year", date.getYear());
    }
    if (row.containsKey("id_text") && row.get("id_text") == null) {
      row.put("id_text", row.get("citizen_id"));
    }
    for (Field field : table.fields()) {
      if (field.required() && field.type() == FieldType.TEXT_LIST) {
        row.putIfAbsent(field.name(), List.of());
      }
    }
  }

  /** Which engine runs the nights. */
  interface Engines {
    Engine open(SmallProvince province);
  }

  /** From the next night on another engine runs them. */
  void runsOn(Engines others) {
    engines = others;
  }

  Engine duckDb() {
    return new DuckDbEngine(new Layout(home), lake, LIMITS, home.resolve("work/spill"));
  }

  Engine spark() {
    Map<String, String> properties = new HashMap<>(Sessions.FOR_FEW_ROWS);
    properties.put("spark.sql.shuffle.partitions", "1");
    return new SparkEngine("local[2]", properties, lake, home.resolve("work/spark"));
  }

  /** From the next night on keys are made with another secret. */
  void usesSecret(String other) {
    secret = other;
    VersionStaging staging = new VersionStaging(lake, versionBasis());
    staging.begin();
    staging.complete();
  }

  /** Runs the night's two steps over everything. */
  List<FileBalance> night(LocalDate asOf) {
    return run(asOf, null);
  }

  /** Runs the night's two steps on the tables of the night before, over what came since. */
  List<FileBalance> nextNight(LocalDate asOf) {
    return run(asOf, new Extent.Before(lastAsOf, lastLanded));
  }

  private List<FileBalance> run(LocalDate asOf, Extent.Before before) {
    runs++;
    try (Engine engine = engines.open(this)) {
      Resolution resolution =
          new Resolution(
              engine,
              lake,
              new Extent(runs, new NightId(asOf, runs), before),
              new Basis(versionBasis(), COMMUNES, matcher));
      resolution.clean();
      if (before == null) {
        balances.clear();
      }
      for (FileBalance balance : resolution.resolve()) {
        balances.put(balance.fileId(), balance);
      }
    }
    lastAsOf = asOf;
    lastLanded = landed;
    return List.copyOf(balances.values());
  }

  /**
   * Rows of a resolved table. A column {@code citizen} names the citizen by his smallest MA_HSSK
   * instead of his pseudonym.
   */
  List<Map<String, Object>> rows(Table table) {
    Map<Object, Object> names = new HashMap<>();
    for (Map<String, Object> row : current(ResolvedTables.CITIZEN_IDENTITY)) {
      names.put(row.get("citizen_key"), row.get("first_ma_hssk"));
    }
    List<Map<String, Object>> rows = current(table);
    rows.forEach(row -> row.put("citizen", names.get(row.get("citizen_key"))));
    return rows;
  }

  private List<Map<String, Object>> current(Table table) {
    List<Map<String, Object>> rows = new ArrayList<>();
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = database.createStatement()) {
      statement.execute("set variable khoyte_home = '" + home + "/'");
      statement.execute(
          LakeView.create("found", lake.dataFiles(table, lake.currentSnapshot(table))));
      try (ResultSet row = statement.executeQuery("from found")) {
        while (row.next()) {
          Map<String, Object> values = new LinkedHashMap<>();
          for (Field field : table.fields()) {
            values.put(field.name(), value(row.getObject(field.name())));
          }
          rows.add(values);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return rows;
  }

  private static Object value(Object value) throws SQLException {
    if (value instanceof Array list) {
      return Arrays.asList((Object[]) list.getArray());
    }
    return value instanceof Timestamp time ? time.toLocalDateTime() : value;
  }

  /** The citizens' keys, each with its health records. */
  Map<String, Set<String>> keys() {
    Map<String, Set<String>> keys = new TreeMap<>();
    for (Map<String, Object> row : current(ResolvedTables.REGISTERED_RECORD)) {
      keys.computeIfAbsent((String) row.get("citizen_key"), any -> new TreeSet<>())
          .add((String) row.get("ma_hssk"));
    }
    return keys;
  }

  /** Answers a query over the last night as analysts see it. */
  List<List<@Nullable Object>> answer(String query) {
    Layout layout = new Layout(home);
    NightId night = new NightId(lastAsOf, runs);
    if (!Files.exists(layout.nightFile(night))) {
      publish(layout, night);
    }
    try (NightReader reader = NightReader.open(layout, night, LIMITS)) {
      return reader.query(query).rows();
    }
  }

  private void publish(Layout layout, NightId night) {
    List<TableFiles> tables =
        NightTables.LAKE.stream()
            .map(table -> lake.dataFiles(table, lake.currentSnapshot(table)))
            .toList();
    new NightBuild(layout, LIMITS).build(new NightContents(night, tables, Map.of()));
    new Publication(layout).publish(night);
  }

  /** The layers of a table: rows by the run that wrote them. */
  String layers(Table table) {
    return lake.layers(table).toString();
  }

  /** Of rows those that are drawn; the first drawn column knows them. */
  static List<Map<String, Object>> drawnOf(List<Map<String, Object>> rows, String drawn) {
    List<String> first =
        drawn.lines().map(line -> line.substring(0, line.indexOf('|')).strip()).toList();
    return rows.stream()
        .filter(row -> first.subList(1, first.size()).contains(row.get(first.get(0))))
        .toList();
  }

  @Override
  public void close() {
    lake.close();
  }
}
