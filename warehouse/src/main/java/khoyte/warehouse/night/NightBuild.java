package khoyte.warehouse.night;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Layout;
import khoyte.warehouse.NightId;
import khoyte.warehouse.OwnerOnly;
import khoyte.warehouse.StorageFault;
import khoyte.warehouse.reference.ReferenceLists;
import khoyte.warehouse.sql.EngineLimits;
import khoyte.warehouse.table.FieldType;
import khoyte.warehouse.table.NightTables;
import khoyte.warehouse.table.Table;
import khoyte.warehouse.table.TableFiles;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Makes the file of a night in the working directory: views over the night's snapshots, the tables
 * it was made of, marts; and checks it. Nobody sees the file before it is published.
 */
public final class NightBuild {
  private final Layout layout;
  private final EngineLimits limits;

  public NightBuild(Layout layout, EngineLimits limits) {
    this.layout = layout;
    this.limits = limits;
  }

  /** The whole file, not yet checked. What an earlier attempt left is thrown away. */
  public Path build(NightContents contents) {
    Path file = layout.unpublished(contents.night());
    try {
      OwnerOnly.directory(layout.work());
      Files.deleteIfExists(file);
      Files.deleteIfExists(layout.work().resolve(file.getFileName() + ".wal"));
    } catch (IOException e) {
      throw StorageFault.cannotWrite(file, e);
    }
    try (Connection database =
        DriverManager.getConnection("jdbc:duckdb:" + file, limits.settings(layout))) {
      fill(database, contents);
      execute(database, "checkpoint");
    } catch (SQLException e) {
      throw StorageFault.cannotWrite(file, e);
    }
    return file;
  }

  /**
   * Checks the built file of a night and keeps the counts in it. May be called again.
   *
   * @throws KhoyteException {@code check.failed} or {@code balance.failed}
   */
  public void check(NightId night) {
    Path file = layout.unpublished(night);
    try (Connection database =
        DriverManager.getConnection("jdbc:duckdb:" + file, limits.settings(layout))) {
      execute(database, "set variable khoyte_home = " + NightSql.literal(layout.home() + "/"));
      check(database, night.asOf());
      execute(database, "checkpoint");
    } catch (SQLException e) {
      throw StorageFault.cannotWrite(file, e);
    }
  }

  private void fill(Connection database, NightContents contents) throws SQLException {
    execute(database, "set variable khoyte_home = " + NightSql.literal(layout.home() + "/"));
    execute(database, NightSql.text("night/create_lake"));
    for (TableFiles table : contents.lake()) {
      execute(database, NightSql.createLakeView(table));
    }
    create(database, NightTables.ADMINISTRATIVE_UNIT, units());
    for (Table table :
        List.of(
            NightTables.NIGHT,
            NightTables.SOURCE_STATE,
            NightTables.FILE,
            NightTables.FILE_BALANCE,
            NightTables.BALANCE)) {
      create(database, table, contents.rowsOf(table));
    }
    for (String view : NightTables.VIEWS) {
      execute(database, NightSql.createView(view));
    }
    for (Table mart : NightTables.MARTS) {
      execute(database, NightSql.createTable(mart));
      execute(database, NightSql.fillMart(mart));
    }
  }

  private static void check(Connection database, LocalDate asOf) throws SQLException {
    execute(database, NightSql.dropTable(NightTables.CHECK));
    execute(database, NightSql.createTable(NightTables.CHECK));
    for (String check : NightTables.CHECKS) {
      execute(database, NightSql.fillChecks(check));
    }
    try (Statement statement = database.createStatement()) {
      try (ResultSet failed = statement.executeQuery(NightSql.text("night/failed_check"))) {
        if (failed.next()) {
          throw new KhoyteException(
              Fault.CHECK,
              "check.failed",
              asOf,
              failed.getString("name"),
              failed.getLong("found"),
              failed.getLong("expected"));
        }
      }
      try (ResultSet unbalanced = statement.executeQuery(NightSql.text("checks/balance"))) {
        if (unbalanced.next()) {
          throw new KhoyteException(
              Fault.CHECK,
              "balance.failed",
              asOf,
              unbalanced.getString("sender"),
              unbalanced.getLong("difference"));
        }
      }
    }
  }

  private static List<@Nullable Object[]> units() {
    List<@Nullable Object[]> units = new ArrayList<>();
    for (NamedCsvRecord unit : ReferenceLists.rows("administrative_units")) {
      units.add(
          new @Nullable Object[] {
            unit.getField("code"),
            unit.getField("name"),
            unit.getField("level"),
            emptyToNull(unit.getField("parent_code")),
            date(unit.getField("valid_from")),
            date(unit.getField("valid_to"))
          });
    }
    return units;
  }

  private static @Nullable String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static @Nullable LocalDate date(String text) {
    return text.isEmpty() ? null : LocalDate.parse(text);
  }

  private static void create(Connection database, Table table, List<@Nullable Object[]> rows)
      throws SQLException {
    execute(database, NightSql.createTable(table));
    try (DuckDBAppender appender =
        database
            .unwrap(DuckDBConnection.class)
            .createAppender(DuckDBConnection.DEFAULT_SCHEMA, table.name())) {
      for (@Nullable Object[] row : rows) {
        appender.beginRow();
        for (int i = 0; i < row.length; i++) {
          append(appender, table.fields().get(i).type(), row[i]);
        }
        appender.endRow();
      }
    }
  }

  private static void append(DuckDBAppender appender, FieldType type, @Nullable Object value)
      throws SQLException {
    if (value == null) {
      appender.appendNull();
      return;
    }
    switch (type) {
      case TEXT -> appender.append((String) value);
      case DATE -> appender.append((LocalDate) value);
      case DATE_TIME -> appender.append((LocalDateTime) value);
      case INTEGER -> appender.append((Integer) value);
      case LONG -> appender.append((Long) value);
      case BOOLEAN -> appender.append((Boolean) value);
      case DECIMAL -> appender.append((BigDecimal) value);
      case TEXT_LIST, LONG_LIST -> appender.append((List<?>) value);
    }
  }

  private static void execute(Connection database, String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }
}
