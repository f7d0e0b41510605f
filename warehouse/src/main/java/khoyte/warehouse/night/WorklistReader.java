package khoyte.warehouse.night;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Consumer;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Layout;
import khoyte.warehouse.NightId;
import khoyte.warehouse.StorageFault;
import khoyte.warehouse.sql.EngineLimits;
import khoyte.warehouse.table.TableFiles;
import khoyte.warehouse.worklist.ListedRow;
import khoyte.warehouse.worklist.ListedRow.Candidate;
import khoyte.warehouse.worklist.ListedRow.Contact;
import khoyte.warehouse.worklist.ListedRow.Given;
import khoyte.warehouse.worklist.Present;
import khoyte.warehouse.worklist.Proposal;
import khoyte.warehouse.worklist.WorklistSheet;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the communes' worklists, found in a published night and in the tables of the
 * namespace identity at its snapshots. The one reader of a night that sees names: for lists that
 * are handed to those who know the people, and for nothing else.
 */
public final class WorklistReader implements AutoCloseable {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

  private final Connection database;
  private final Path overflow;

  /**
   * Finds the rows of all lists.
   *
   * @param identity the night's snapshots of the tables of the namespace identity
   * @param overflow directory, for the owner only, that takes what the memory does not hold; it is
   *     emptied at the end
   */
  public static WorklistReader open(
      Layout layout,
      NightId night,
      List<TableFiles> identity,
      ListedUnits units,
      EngineLimits limits,
      Path overflow) {
    WorklistReader reader = new WorklistReader(limits.settings(layout), overflow);
    try {
      reader.prepare(layout, night, identity, units);
      return reader;
    } catch (SQLException e) {
      reader.close();
      throw reader.failed(e);
    }
  }

  private WorklistReader(Properties settings, Path overflow) {
    this.overflow = overflow;
    settings.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
    settings.setProperty("temp_directory", overflow.toString());
    try {
      this.database = DriverManager.getConnection("jdbc:duckdb:", settings);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private void prepare(Layout layout, NightId night, List<TableFiles> identity, ListedUnits units)
      throws SQLException {
    IdentityViews.create(database, layout, identity);
    execute(
        NightSql.text(
            "worklist/attach_night",
            Map.of("night", NightSql.literal(layout.nightFile(night).toString()))));
    execute(NightSql.text("worklist/create_units"));
    append("unit_on_list", units.communes());
    append("same_unit", units.same());
    for (String table : List.of("undecided_record", "candidate", "listed_row")) {
      execute(NightSql.createTemp(table, "worklist/" + table));
    }
  }

  private void append(String table, List<@Nullable String[]> rows) throws SQLException {
    try (DuckDBAppender appender =
        database.unwrap(DuckDBConnection.class).createAppender("temp", "main", table)) {
      for (@Nullable String[] row : rows) {
        appender.beginRow();
        for (String value : row) {
          appender.append(value);
        }
        appender.endRow();
      }
    }
  }

  /** Number of rows by commune; those of no commune of the province under an empty code. */
  public Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(NightSql.text("worklist/count_rows"))) {
      while (row.next()) {
        counts.put(Objects.requireNonNullElse(row.getString("commune"), ""), row.getLong("listed"));
      }
    } catch (SQLException e) {
      throw failed(e);
    }
    return counts;
  }

  /** Hands out the rows of a commune one by one, list by list. */
  public void rows(String commune, Consumer<ListedRow> taker) {
    try {
      Map<String, List<Candidate>> candidates = candidates(commune);
      try (PreparedStatement statement =
          database.prepareStatement(NightSql.text("worklist/rows_of_commune"))) {
        statement.setString(1, commune);
        try (ResultSet row = statement.executeQuery()) {
          while (row.next()) {
            taker.accept(listed(row, candidates));
          }
        }
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private Map<String, List<Candidate>> candidates(String commune) throws SQLException {
    Map<String, List<Candidate>> candidates = new HashMap<>();
    try (PreparedStatement statement =
        database.prepareStatement(NightSql.text("worklist/candidates_of_commune"))) {
      statement.setString(1, commune);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          candidates
              .computeIfAbsent(record(row), any -> new ArrayList<>())
              .add(
                  new Candidate(
                      row.getString("hssk"),
                      new Present(
                          row.getString("name_text"),
                          birth(row),
                          gender(row.getString("gender")),
                          row.getString("citizen_id")),
                      contact(row)));
        }
      }
    }
    return candidates;
  }

  private static ListedRow listed(ResultSet row, Map<String, List<Candidate>> candidates)
      throws SQLException {
    List<@Nullable String> fields = texts(row, "fields");
    List<@Nullable String> originals = texts(row, "originals");
    List<@Nullable String> repaired = texts(row, "repaired");
    List<Proposal> proposals = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      proposals.add(
          new Proposal(
              Objects.requireNonNull(fields.get(i)),
              originals.get(i),
              Objects.requireNonNull(repaired.get(i))));
    }
    return new ListedRow(
        WorklistSheet.ofCode(row.getString("list")),
        row.getString("source_table"),
        row.getString("record_key"),
        new Present(
            row.getString("name_text"),
            row.getString("birth_date_text"),
            row.getString("gender_text"),
            row.getString("id_text")),
        contact(row),
        new Given(
            row.getString("vaccine_text"),
            row.getString("dose_number_text"),
            row.getString("given_text"),
            row.getString("place_text")),
        texts(row, "defects").stream().map(Objects::requireNonNull).toList(),
        row.getString("linked_hssk"),
        proposals,
        candidates.getOrDefault(record(row), List.of()));
  }

  private static String record(ResultSet row) throws SQLException {
    return row.getString("source_table") + " " + row.getString("record_key");
  }

  private static Contact contact(ResultSet row) throws SQLException {
    return new Contact(row.getString("phone_text"), row.getString("address_text"));
  }

  private static @Nullable String birth(ResultSet row) throws SQLException {
    LocalDate date = row.getObject("birth_date", LocalDate.class);
    return date == null ? row.getString("birth_year") : DATE.format(date);
  }

  private static @Nullable String gender(@Nullable String code) {
    return code == null ? null : code.equals("1") ? "Nam" : "Nữ";
  }

  private static List<@Nullable String> texts(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    List<@Nullable String> texts = new ArrayList<>();
    for (Object value : (Object[]) array.getArray()) {
      texts.add((String) value);
    }
    return texts;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() {
    try {
      database.close();
      Files.deleteIfExists(overflow);
    } catch (SQLException e) {
      throw failed(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of the driver's words only the first, as "IO Error": the others may hold a value of a row. */
  private RuntimeException failed(SQLException e) {
    RuntimeException known = StorageFault.cannotWrite(overflow, e);
    String words = Objects.requireNonNullElse(e.getMessage(), "");
    return known instanceof KhoyteException
        ? known
        : new IllegalStateException("Cannot read worklists: " + words.split(":", -1)[0]);
  }
}
