package khoyte.jobs.operations;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The tables of the operations database as text: a line of JSON for every row, {@code {"table": …,
 * "row": {…}}}, those that others refer to first. The same for H2 and for PostgreSQL, and each can
 * be read into the other. Spring Batch's tables are left out: a night under way is not copied, it
 * starts anew.
 */
public final class OperationsCopy {
  private static final Statements SQL = Statements.of("copy");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<LinkedHashMap<String, @Nullable Object>> ROW =
      new TypeReference<>() {};
  private static final int BATCH = 500;

  private final DataSource database;

  OperationsCopy(DataSource database) {
    this.database = database;
  }

  /** Writes every table as it is at one instant, whoever writes meanwhile. */
  public void write(Path file) {
    inTransaction(
        connection -> {
          try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (String table : tables(connection)) {
              write(connection, table, out);
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static void write(Connection connection, String table, Writer out)
      throws SQLException, IOException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SQL.text("rows").formatted(table))) {
      ResultSetMetaData columns = rows.getMetaData();
      while (rows.next()) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          row.put(
              columns.getColumnName(i).toLowerCase(Locale.ROOT),
              CopiedValue.of(columns.getColumnType(i)).read(rows, i));
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("table", table);
        line.put("row", row);
        out.write(JSON.writeValueAsString(line));
        out.write('\n');
      }
    }
  }

  /** Hands over the rows of a copy one by one: the table's name and the values by column. */
  public static void read(Path file, BiConsumer<String, Map<String, @Nullable Object>> row) {
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        var parsed = JSON.readTree(line);
        row.accept(parsed.get("table").asText(), JSON.convertValue(parsed.get("row"), ROW));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a copy into this database, all or nothing. Runs that had not ended are ended: what their
   * steps had left in the working folder is not in a copy.
   *
   * @param instead takes the place of what is there
   * @throws KhoyteException {@code restore.database} if there is anything and nothing may go
   */
  public void restore(Path file, boolean instead) {
    inTransaction(
        connection -> {
          List<String> tables = new ArrayList<>(tables(connection));
          Collections.reverse(tables);
          for (String table : tables) {
            if (instead) {
              execute(connection, SQL.text("clear").formatted(table));
            }
            refuseUnlessEmpty(connection, table);
          }
          insert(connection, file);
          for (String table : tables) {
            goOnCounting(connection, table);
          }
          execute(connection, SQL.text("interrupt_runs"));
          execute(connection, SQL.text("interrupt_steps"));
        });
  }

  private static void refuseUnlessEmpty(Connection connection, String table) throws SQLException {
    if (number(connection, SQL.text("count").formatted(table)) > 0) {
      throw new KhoyteException(Fault.ARGUMENT, "restore.database");
    }
  }

  private static void insert(Connection connection, Path file) {
    List<Map<String, @Nullable Object>> batch = new ArrayList<>();
    String[] last = {""};
    read(
        file,
        (table, row) -> {
          if (!table.equals(last[0]) || batch.size() == BATCH) {
            insert(connection, last[0], batch);
            last[0] = table;
          }
          batch.add(row);
        });
    insert(connection, last[0], batch);
  }

  private static void insert(
      Connection connection, String table, List<Map<String, @Nullable Object>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    List<String> columns = List.copyOf(rows.get(0).keySet());
    String sql =
        SQL.text("insert")
            .formatted(
                table,
                String.join(", ", columns),
                columns.stream().map(column -> "?").collect(Collectors.joining(", ")));
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Map<String, Integer> types = types(connection, table);
      for (Map<String, @Nullable Object> row : rows) {
        for (int i = 0; i < columns.size(); i++) {
          Integer type = types.get(columns.get(i));
          if (type == null) {
            throw new IllegalStateException(
                "Cannot restore table " + table + ": no column " + columns.get(i));
          }
          statement.setObject(i + 1, CopiedValue.of(type).parsed(row.get(columns.get(i))));
        }
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot restore table " + table, e);
    }
    rows.clear();
  }

  /** Numbers that the database gives out go on after the greatest that is there. */
  private static void goOnCounting(Connection connection, String table) throws SQLException {
    try (ResultSet columns = columns(connection, table)) {
      while (columns.next()) {
        if ("YES".equals(columns.getString("IS_AUTOINCREMENT"))) {
          String column = columns.getString("COLUMN_NAME");
          long next = number(connection, SQL.text("next").formatted(table, column));
          execute(connection, SQL.text("restart").formatted(table, column, next));
        }
      }
    }
  }

  /** Names of the tables, those that others refer to first. */
  private static Set<String> tables(Connection connection) throws SQLException {
    Set<String> names = new TreeSet<>();
    try (ResultSet tables =
        connection
            .getMetaData()
            .getTables(
                connection.getCatalog(),
                connection.getSchema(),
                "%",
                new String[] {"TABLE", "BASE TABLE"})) {
      while (tables.next()) {
        String name = tables.getString("TABLE_NAME");
        if (!name.toLowerCase(Locale.ROOT).startsWith("batch_")) {
          names.add(name);
        }
      }
    }
    Set<String> ordered = new LinkedHashSet<>();
    for (String name : names) {
      addAfterThoseReferredTo(connection.getMetaData(), connection, name, ordered);
    }
    return ordered;
  }

  private static void addAfterThoseReferredTo(
      DatabaseMetaData meta, Connection connection, String table, Set<String> ordered)
      throws SQLException {
    if (ordered.contains(table)) {
      return;
    }
    try (ResultSet keys =
        meta.getImportedKeys(connection.getCatalog(), connection.getSchema(), table)) {
      while (keys.next()) {
        addAfterThoseReferredTo(meta, connection, keys.getString("PKTABLE_NAME"), ordered);
      }
    }
    ordered.add(table);
  }

  private static Map<String, Integer> types(Connection connection, String table)
      throws SQLException {
    Map<String, Integer> types = new LinkedHashMap<>();
    try (ResultSet columns = columns(connection, table)) {
      while (columns.next()) {
        types.put(
            columns.getString("COLUMN_NAME").toLowerCase(Locale.ROOT), columns.getInt("DATA_TYPE"));
      }
    }
    return types;
  }

  private static ResultSet columns(Connection connection, String table) throws SQLException {
    return connection
        .getMetaData()
        .getColumns(connection.getCatalog(), connection.getSchema(), table, "%");
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Work that sees the whole database as it is when the work begins. */
  @FunctionalInterface
  private interface Work {
    void on(Connection connection) throws SQLException;
  }

  private void inTransaction(Work work) {
    new JdbcTemplate(database)
        .execute(
            (ConnectionCallback<Boolean>)
                connection -> {
                  int before = connection.getTransactionIsolation();
                  connection.setTransactionIsolation(isolation(connection));
                  connection.setAutoCommit(false);
                  boolean done = false;
                  try {
                    work.on(connection);
                    connection.commit();
                    done = true;
                  } finally {
                    if (!done) {
                      connection.rollback();
                    }
                    connection.setAutoCommit(true);
                    connection.setTransactionIsolation(before);
                  }
                  return done;
                });
  }

  /** What gives one snapshot of all tables: H2 takes it of all of them only when serializable. */
  private static int isolation(Connection connection) throws SQLException {
    return connection.getMetaData().getDatabaseProductName().equals("H2")
        ? Connection.TRANSACTION_SERIALIZABLE
        : Connection.TRANSACTION_REPEATABLE_READ;
  }
}
