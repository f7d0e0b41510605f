package khoyte.warehouse.night;

import static java.util.stream.Collectors.joining;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Layout;
import khoyte.warehouse.NightId;
import khoyte.warehouse.StorageFault;
import khoyte.warehouse.explain.AskedRecord;
import khoyte.warehouse.explain.AskedRecord.Decided;
import khoyte.warehouse.explain.KnownPerson;
import khoyte.warehouse.explain.PersonValues;
import khoyte.warehouse.sql.EngineLimits;
import khoyte.warehouse.table.ResolvedTables;
import khoyte.warehouse.table.Table;
import khoyte.warehouse.table.TableFiles;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * One record of a published night and the citizens whose it may be, with their names: for the
 * analyst who asks why a record is whose it is.
 */
public final class LinkReader implements AutoCloseable {
  private final Connection database;
  private final Path overflow;

  private LinkReader(Properties settings, Path overflow) {
    this.overflow = overflow;
    settings.setProperty("temp_directory", overflow.toString());
    try {
      this.database = DriverManager.getConnection("jdbc:duckdb:", settings);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /**
   * Opens a night.
   *
   * @param identity the night's snapshots of the tables of the namespace identity
   * @param overflow directory, for the owner only, that takes what the memory does not hold
   */
  public static LinkReader open(
      Layout layout,
      NightId night,
      List<TableFiles> identity,
      ListedUnits units,
      EngineLimits limits,
      Path overflow) {
    LinkReader reader = new LinkReader(limits.settings(layout), overflow);
    try {
      IdentityViews.create(reader.database, layout, identity);
      reader.execute(
          NightSql.text(
              "worklist/attach_night",
              Map.of("night", NightSql.literal(layout.nightFile(night).toString()))));
      reader.execute(NightSql.text("worklist/create_units"));
      reader.append(units.same());
      return reader;
    } catch (SQLException e) {
      reader.close();
      throw reader.failed(e);
    }
  }

  private void append(List<@Nullable String[]> same) throws SQLException {
    try (DuckDBAppender appender =
        database.unwrap(DuckDBConnection.class).createAppender("temp", "main", "same_unit")) {
      for (@Nullable String[] pair : same) {
        appender.beginRow();
        for (String unit : pair) {
          appender.append(unit);
        }
        appender.endRow();
      }
    }
  }

  /**
   * The record of a key, which {@link #known} then is about.
   *
   * @param view one of the tables of resolution whose records have a citizen
   * @param versions staged table of its versions
   */
  public Optional<AskedRecord> record(Table view, Table versions, String recordKey) {
    Map<String, String> places = places(view, versions, recordKey);
    boolean isHealthRecord = view.equals(ResolvedTables.HEALTH_RECORD);
    try {
      execute(
          NightSql.text(
              "explain/create_asked",
              Map.of(
                  "select",
                  NightSql.text(
                      isHealthRecord ? "explain/asked_health_record" : "explain/asked_event",
                      places))));
      List<Decided> decisions = decisions(versions, recordKey);
      try (Statement statement = database.createStatement();
          ResultSet row = statement.executeQuery(NightSql.text("explain/asked"))) {
        return row.next()
            ? Optional.of(
                new AskedRecord(
                    view,
                    recordKey,
                    row.getString("citizen_key"),
                    row.getString("link"),
                    row.getString("evidence"),
                    values(row),
                    decisions))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static Map<String, String> places(Table view, Table versions, String recordKey) {
    return Map.of(
        "view",
        view.name(),
        "versions",
        versions.name(),
        "key",
        view.key().stream().collect(joining(" || '/' || ")),
        "wanted",
        NightSql.literal(recordKey));
  }

  private List<Decided> decisions(Table versions, String recordKey) throws SQLException {
    List<Decided> decisions = new ArrayList<>();
    try (PreparedStatement statement =
        database.prepareStatement(NightSql.text("explain/decisions"))) {
      statement.setString(1, versions.name());
      statement.setString(2, recordKey);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          decisions.add(
              new Decided(
                  row.getString("decision_text"),
                  row.getString("unit_code"),
                  row.getString("listed_night")));
        }
      }
    }
    return decisions;
  }

  /**
   * The records of its citizen, then those of others, the likest first, that the last record asked
   * for may belong to.
   *
   * @param most records of either
   */
  public List<KnownPerson> known(int most) {
    List<KnownPerson> people = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery(
                NightSql.text("explain/known_person", Map.of("most", String.valueOf(most))))) {
      while (row.next()) {
        people.add(
            new KnownPerson(
                row.getString("ma_hssk"),
                row.getString("citizen_key"),
                row.getString("first_ma_hssk"),
                row.getBoolean("is_same_commune"),
                values(row)));
      }
    } catch (SQLException e) {
      throw failed(e);
    }
    return people;
  }

  /** The key of a record of a kind that is likest to one that there is not. */
  public Optional<String> nearest(Table view, String recordKey) {
    try (Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery(
                NightSql.text("explain/nearest_record", places(view, view, recordKey)))) {
      return row.next() ? Optional.of(row.getString("record_key")) : Optional.empty();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static PersonValues values(ResultSet row) throws SQLException {
    Array numbers = row.getArray("insurance_numbers");
    List<String> insurance = new ArrayList<>();
    for (Object number : (Object[]) numbers.getArray()) {
      insurance.add((String) number);
    }
    return new PersonValues(
        row.getString("name_text"),
        row.getString("name"),
        row.getString("name_folded"),
        row.getObject("birth_date", LocalDate.class),
        whole(row, "birth_year"),
        whole(row, "gender"),
        row.getString("citizen_id"),
        row.getString("id_text"),
        row.getString("old_id"),
        insurance,
        row.getString("phone"),
        row.getString("commune"));
  }

  private static @Nullable Integer whole(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : value;
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
        : new IllegalStateException("Cannot read record: " + words.split(":", -1)[0]);
  }
}
