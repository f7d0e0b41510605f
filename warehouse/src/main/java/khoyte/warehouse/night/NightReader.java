package khoyte.warehouse.night;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Layout;
import khoyte.warehouse.Messages;
import khoyte.warehouse.NightId;
import khoyte.warehouse.sql.EngineLimits;
import khoyte.warehouse.table.Table;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;

/**
 * A published night, open for queries and nothing else: no writing, no file but the pseudonymous
 * ones of the lake, no extension, no setting. One query at a time.
 */
public final class NightReader implements AutoCloseable {
  private final Layout layout;
  private final NightId night;
  private final EngineLimits limits;
  private final Connection database;

  private NightReader(Layout layout, NightId night, EngineLimits limits) throws SQLException {
    this.layout = layout;
    this.night = night;
    this.limits = limits;
    this.database = connect("false");
  }

  /** Opens a night that was published. */
  public static NightReader open(Layout layout, NightId night, EngineLimits limits) {
    try {
      return new NightReader(layout, night, limits);
    } catch (SQLException e) {
      throw failed("", e);
    }
  }

  /** Whether the night has a table; one that an older program published may lack it. */
  public boolean has(Table table) {
    return !Objects.equals(query(NightSql.text("night/has_table"), table.name()).first(), 0L);
  }

  /**
   * Lines that were kept back in the files after one, up to another: the fields of {@code
   * quarantine}, and {@code shown_file}, the file with its folder.
   */
  public Answer quarantined(long after, long last, int atMost) {
    return query(NightSql.text("night/quarantined"), after, last, atMost);
  }

  /**
   * The senders of which something is kept back in files that no night knew before: {@code source,
   * folder}.
   */
  public Answer keptBackSenders() {
    return query(NightSql.text("night/kept_back_senders"));
  }

  /**
   * What that is: {@code file, line, column, reason_vi}, whole files first.
   *
   * @param folder null for a source whose senders have no folders
   */
  public Answer keptBack(String source, @Nullable String folder, int atMost) {
    return query(NightSql.text("night/kept_back"), source, folder, atMost);
  }

  /** Rows of {@code mart_reconciliation}, each source before its senders. */
  public Answer reconciliation() {
    return query(NightSql.text("night/reconciliation"));
  }

  /**
   * Answers a query whole.
   *
   * @param parameters of its question marks
   * @throws KhoyteException {@code sql.readonly}, {@code sql.single} or {@code sql.failed}
   */
  public Answer query(String sql, @Nullable Object... parameters) {
    WholeAnswer answer = new WholeAnswer();
    try {
      refuseUnlessQuery(sql);
      run(database, sql, parameters, answer);
    } catch (SQLException e) {
      throw failed(sql, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answer.whole();
  }

  /** Prints the answer to a query, however long, in bounded memory. */
  public void print(String sql, AnswerFormat format, Writer out, Messages messages)
      throws IOException {
    try {
      refuseUnlessQuery(sql);
      try (Connection rowByRow = connect("true")) {
        run(rowByRow, sql, new Object[0], format.writer(out, messages));
      }
    } catch (SQLException e) {
      // Of an answer that comes row by row the driver does not say why it stopped.
      throw failed(sql, reason(sql, e));
    }
  }

  @Override
  public void close() {
    try {
      database.close();
    } catch (SQLException e) {
      throw failed("", e);
    }
  }

  private Connection connect(String isStreaming) throws SQLException {
    Properties settings = new Properties();
    settings.setProperty(DuckDBDriver.DUCKDB_READONLY_PROPERTY, "true");
    settings.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, isStreaming);
    // Else connections to one file must agree in all settings.
    settings.setProperty(DuckDBDriver.JDBC_INSTANCE_CACHE, "false");
    settings.setProperty("memory_limit", limits.memory());
    settings.setProperty("threads", String.valueOf(limits.threads()));
    // Names of temporary files are the same in every process.
    settings.setProperty(
        "temp_directory", layout.work().resolve("query-" + UUID.randomUUID()).toString());
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    settings.setProperty(
        "allowed_directories", "[" + element(layout.lake().resolve(Table.HEALTH) + "/") + "]");
    settings.setProperty("enable_external_access", "false");
    settings.setProperty("lock_configuration", "true");
    Connection connection =
        DriverManager.getConnection("jdbc:duckdb:" + layout.nightFile(night), settings);
    try (Statement statement = connection.createStatement()) {
      statement.execute("set variable khoyte_home = " + NightSql.literal(layout.home() + "/"));
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private SQLException reason(String sql, SQLException unknown) {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      statement.execute();
      return unknown;
    } catch (SQLException known) {
      return known;
    }
  }

  private static void run(
      Connection database, String sql, @Nullable Object[] parameters, AnswerWriter answer)
      throws SQLException, IOException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet result = statement.executeQuery()) {
        hand(result, answer);
      }
    }
  }

  private static void hand(ResultSet result, AnswerWriter answer) throws SQLException, IOException {
    ResultSetMetaData meta = result.getMetaData();
    int width = meta.getColumnCount();
    List<AnswerColumn> columns = new ArrayList<>();
    for (int i = 1; i <= width; i++) {
      columns.add(new AnswerColumn(meta.getColumnName(i), meta.getColumnTypeName(i)));
    }
    answer.begin(columns);
    while (result.next()) {
      List<@Nullable Object> values = new ArrayList<>(width);
      for (int i = 1; i <= width; i++) {
        values.add(AnswerValue.plain(result.getObject(i)));
      }
      answer.row(values);
    }
    answer.end();
  }

  /**
   * A file that may be read may also be written by {@code copy}, and DuckDB runs every statement of
   * a text but the last when it prepares it: so each text is taken apart first.
   */
  private void refuseUnlessQuery(String sql) throws SQLException {
    try (PreparedStatement statement =
        database.prepareStatement(NightSql.text("night/statement"))) {
      statement.setString(1, sql);
      try (ResultSet found = statement.executeQuery()) {
        found.next();
        String error = found.getString("error_type");
        if (Objects.equals(error, "parser")) {
          throw new KhoyteException(Fault.ARGUMENT, "sql.failed", found.getString("error_message"));
        }
        if (error != null || found.getBoolean("writes")) {
          throw new KhoyteException(Fault.ARGUMENT, "sql.readonly");
        }
        if (found.getLong("statements") != 1) {
          throw new KhoyteException(Fault.ARGUMENT, "sql.single");
        }
      }
    }
  }

  private static KhoyteException failed(String sql, SQLException e) {
    return new KhoyteException(e, Fault.ARGUMENT, "sql.failed", QueryError.words(sql, e));
  }

  /** Of a list in a setting. */
  private static String element(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
