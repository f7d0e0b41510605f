package khoyte.warehouse.night;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import khoyte.warehouse.Layout;
import khoyte.warehouse.NightId;
import khoyte.warehouse.lake.DataFileWriter;
import khoyte.warehouse.lake.Lake;
import khoyte.warehouse.lake.LakeLocation;
import khoyte.warehouse.lake.WrittenFile;
import khoyte.warehouse.sql.EngineLimits;
import khoyte.warehouse.table.DrawnTable;
import khoyte.warehouse.table.NightTables;
import khoyte.warehouse.table.ResolvedTables;
import khoyte.warehouse.table.StagedTables;
import khoyte.warehouse.table.Table;
import khoyte.warehouse.table.TableFiles;

/**
 * A night whose tables are drawn. Citizens without a drawn health record get one, opened in 2020;
 * what was not drawn of file and balance is made to add up.
 */
public final class DrawnNight {
  public static final EngineLimits LIMITS = new EngineLimits("512MB", 1);

  private static final List<Table> LINKED =
      List.of(
          ResolvedTables.HEALTH_RECORD,
          ResolvedTables.ENCOUNTER,
          ResolvedTables.IMMUNIZATION,
          ResolvedTables.COVID_DOSE);

  private final Layout layout;
  private final NightId night;
  private final Map<Table, List<Object[]>> rows = new HashMap<>();

  private DrawnNight(Path home, NightId night) {
    this.layout = new Layout(home);
    this.night = night;
    draw(
        NightTables.NIGHT,
        """
        as_of | version | province_code | data_received_until | code_version | matcher_version
        %s    | %d      | 75            | 2023-01-01 01:30    | 1.0.0        | citizen.parameters.1 a1b2c3
        """
            .formatted(night.asOf(), night.version()));
  }

  public static DrawnNight of(Path home, String night) {
    return new DrawnNight(home, NightId.parse(night));
  }

  public DrawnNight draw(Table table, String drawn) {
    rows.put(table, DrawnTable.rows(table, drawn));
    return this;
  }

  /** Writes the lake and builds the file, which must hold all checks. */
  public Path build() {
    rows.computeIfAbsent(ResolvedTables.HEALTH_RECORD, any -> healthRecords());
    rows.computeIfAbsent(NightTables.BALANCE, any -> balance());
    rows.computeIfAbsent(NightTables.FILE, any -> files());
    rows.computeIfAbsent(NightTables.FILE_BALANCE, any -> fileBalances());
    NightBuild build = new NightBuild(layout, LIMITS);
    Path file = build.build(new NightContents(night, lake(), rows));
    build.check(night);
    return file;
  }

  /** The same, published. */
  public NightId publish() {
    build();
    new Publication(layout).publish(night);
    return night;
  }

  /** The same, open. */
  public NightReader read() {
    return NightReader.open(layout, publish(), LIMITS);
  }

  public static LakeLocation lakeLocation(Path home) {
    return new LakeLocation(
        "jdbc:h2:file:" + home.resolve("operations/khoyte") + ";DATABASE_TO_LOWER=TRUE",
        "sa",
        "",
        home.resolve("lake"));
  }

  /** Writes the tables in which people have names. */
  public List<TableFiles> identity() {
    return written(
        Stream.concat(StagedTables.ALL.stream(), ResolvedTables.ALL.stream())
            .filter(table -> table.namespace().equals(Table.IDENTITY))
            .toList());
  }

  private List<TableFiles> lake() {
    return written(NightTables.LAKE);
  }

  private List<TableFiles> written(List<Table> tables) {
    List<TableFiles> files = new ArrayList<>();
    try (Lake lake = Lake.open(lakeLocation(layout.home()))) {
      lake.ensure(tables);
      for (Table table : tables) {
        DataFileWriter writer = lake.writer(table, "drawn");
        rows.getOrDefault(table, List.of()).forEach(writer::write);
        WrittenFile written = writer.close();
        long snapshot = lake.append(table, List.of(written), night.toString());
        TableFiles all = lake.dataFiles(table, snapshot);
        files.add(
            new TableFiles(
                table,
                all.fieldIds(),
                all.areAlike(),
                written.rows() == 0 ? List.of() : List.of(written.path()),
                List.of()));
      }
    }
    return files;
  }

  private List<Object[]> healthRecords() {
    StringBuilder drawn = new StringBuilder("ma_hssk | citizen_key | state | opened_on\n");
    int managed = ResolvedTables.CITIZEN.indexOf("managed");
    for (Object[] citizen : rows.getOrDefault(ResolvedTables.CITIZEN, List.of())) {
      drawn.append(
          "HS-%s | %s | %d | 2020-01-01\n"
              .formatted(citizen[0], citizen[0], citizen[managed].equals(true) ? 1 : 2));
    }
    return DrawnTable.rows(ResolvedTables.HEALTH_RECORD, drawn.toString());
  }

  private List<Object[]> balance() {
    long current = LINKED.stream().mapToLong(table -> rowsOf(table).size()).sum();
    return DrawnTable.rows(
        NightTables.BALANCE,
        """
        source | arrived | staged | quarantined | current | resolved | undecided | nobody
        drawn  | %d      | %d     | 0           | %d      | %d       | %d        | %d
        """
            .formatted(
                current, current, current, links("resolved"), links("undecided"), links("nobody")));
  }

  private List<Object[]> files() {
    List<Object[]> files = new ArrayList<>();
    for (Object[] source : rows.get(NightTables.BALANCE)) {
      Map<String, Object> file = new HashMap<>();
      file.put("file_id", (long) files.size() + 1);
      file.put("source", source[0]);
      file.put("name", source[0] + ".csv");
      file.put("sha256", "00");
      file.put("bytes", 1L);
      file.put("landed_at", LocalDateTime.of(2023, 1, 1, 1, 30));
      file.put("file_date", LocalDate.of(2022, 12, 31));
      file.put("state", "loaded");
      file.put("arrived", source[1]);
      file.put("staged", source[2]);
      file.put("quarantined", source[3]);
      file.put("copies", 0L);
      file.put("is_new", true);
      files.add(NightTables.FILE.fields().stream().map(field -> file.get(field.name())).toArray());
    }
    return files;
  }

  /** The balances of the sources, each that of its first file; of drawn files all is replaced. */
  private List<Object[]> fileBalances() {
    List<Object[]> balances = new ArrayList<>();
    int staged = NightTables.FILE.indexOf("staged");
    boolean filePerSource =
        rows.get(NightTables.FILE).size() == rows.get(NightTables.BALANCE).size();
    for (Object[] file : rows.get(NightTables.FILE)) {
      Map<String, Object> balance = new HashMap<>();
      balance.put("file_id", file[0]);
      balance.put("staged", file[staged]);
      balance.put("replaced", file[staged]);
      if (filePerSource) {
        Object[] source = rows.get(NightTables.BALANCE).get(balances.size());
        for (String part : List.of("replaced", "withdrawn", "resolved", "undecided", "nobody")) {
          Object count = source[NightTables.BALANCE.indexOf(part)];
          balance.put(part, count == null ? 0L : count);
        }
        if (source[NightTables.BALANCE.indexOf("resolved")] == null) {
          balance.put("nobody", source[NightTables.BALANCE.indexOf("current")]);
        }
      }
      balances.add(
          NightTables.FILE_BALANCE.fields().stream()
              .map(field -> balance.getOrDefault(field.name(), 0L))
              .toArray());
    }
    return balances;
  }

  private long links(String state) {
    return LINKED.stream()
        .mapToLong(
            table ->
                rowsOf(table).stream()
                    .filter(row -> row[table.indexOf("link")].equals(state))
                    .count())
        .sum();
  }

  private List<Object[]> rowsOf(Table table) {
    return rows.getOrDefault(table, List.of());
  }
}
