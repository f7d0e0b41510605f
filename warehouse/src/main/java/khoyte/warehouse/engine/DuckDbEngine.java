package khoyte.warehouse.engine;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Consumer;
import khoyte.warehouse.Layout;
import khoyte.warehouse.StorageFault;
import khoyte.warehouse.lake.Lake;
import khoyte.warehouse.lake.LakeFile;
import khoyte.warehouse.lake.LayerRule;
import khoyte.warehouse.sql.EngineLimits;
import khoyte.warehouse.sql.LakeView;
import khoyte.warehouse.sql.SqlText;
import khoyte.warehouse.table.Field;
import khoyte.warehouse.table.FieldType;
import khoyte.warehouse.table.Table;
import khoyte.warehouse.table.TableFiles;
import khoyte.warehouse.table.VersionTables;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Runs models by DuckDB, in a database in memory that spills to disk. For one thread. */
public final class DuckDbEngine implements Engine {
  private final Lake lake;
  private final Path spill;
  private final Connection database;

  /** To the same database: rows are taken while a result is read. */
  private final DuckDBConnection appending;

  /** What stands under a name: a table or a view. */
  private final Map<String, String> kinds = new HashMap<>();

  /**
   * Opens a database.
   *
   * @param spill folder for what the memory does not hold
   */
  public DuckDbEngine(Layout layout, Lake lake, EngineLimits limits, Path spill) {
    this.lake = lake;
    this.spill = spill;
    Properties settings = limits.settings(layout);
    settings.setProperty("temp_directory", spill.toString());
    settings.setProperty("preserve_insertion_order", "false");
    settings.setProperty("jdbc_stream_results", "true");
    try {
      database = DriverManager.getConnection("jdbc:duckdb:", settings);
      appending = (DuckDBConnection) database.unwrap(DuckDBConnection.class).duplicate();
      execute("set variable khoyte_home = " + SqlText.literal(layout.home() + "/"));
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  @Override
  public void know(String name, Table table) {
    know(name, lake.dataFiles(table, lake.currentSnapshot(table)));
  }

  private void know(String name, TableFiles files) {
    drop(List.of(name));
    run(LakeView.create(name, files));
    kinds.put(name, "view");
  }

  @Override
  public void knowVersionsAfter(String name, long versionNo) {
    String all = name + "_before_as_well";
    know(all, VersionTables.VERSION);
    view(
        name,
        SqlText.of(
            "engine/versions_after", Map.of("table", all, "number", String.valueOf(versionNo))));
  }

  @Override
  public void alias(String name, String other) {
    view(name, SqlText.of("engine/all_rows", Map.of("table", other)));
  }

  private void view(String name, String select) {
    drop(List.of(name));
    run(SqlText.of("engine/create_view", Map.of("view", name, "select", select)));
    kinds.put(name, "view");
  }

  @Override
  public void make(Model model) {
    drop(List.of(model.name()));
    run(SqlText.of("engine/make_table", Map.of("table", model.name(), "select", model.select())));
    kinds.put(model.name(), "table");
  }

  @Override
  public void fill(String name, List<Field> fields, Consumer<RowAppender> rows) {
    drop(List.of(name));
    run(
        SqlText.of(
            "night/create_table",
            Map.of(
                "table",
                name,
                "columns",
                SqlText.list(
                    fields,
                    field -> SqlText.quoted(field.name()) + " " + SqlText.type(field.type())))));
    kinds.put(name, "table");
    try (DuckDBAppender appender =
        appending.createAppender(DuckDBConnection.DEFAULT_SCHEMA, name)) {
      rows.accept(values -> append(appender, fields, values));
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private void append(DuckDBAppender appender, List<Field> fields, @Nullable Object[] values) {
    try {
      appender.beginRow();
      for (int i = 0; i < values.length; i++) {
        append(appender, fields.get(i).type(), values[i]);
      }
      appender.endRow();
    } catch (SQLException e) {
      throw failed(e);
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
      case INTEGER -> appender.append((int) (Integer) value);
      case LONG -> appender.append((long) (Long) value);
      case BOOLEAN -> appender.append((boolean) (Boolean) value);
      case DECIMAL -> appender.append((BigDecimal) value);
      case TEXT_LIST, LONG_LIST -> appender.append((List<?>) value);
    }
  }

  @Override
  public void read(String name, List<String> columns, Consumer<EngineRow> taker) {
    String sql =
        SqlText.of(
            "engine/rows",
            Map.of(
                "table",
                name,
                "columns",
                columns.stream().map(SqlText::quoted).collect(joining(", "))));
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      DuckDbRow row = new DuckDbRow(rows);
      while (rows.next()) {
        taker.accept(row);
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  @Override
  public List<Field> columns(String name) {
    List<Field> columns = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet rows =
            statement.executeQuery(SqlText.of("engine/no_rows", Map.of("table", name)))) {
      ResultSetMetaData described = rows.getMetaData();
      for (int i = 1; i <= described.getColumnCount(); i++) {
        columns.add(
            Field.optional(
                described.getColumnName(i), type(name, described.getColumnTypeName(i)), name));
      }
    } catch (SQLException e) {
      throw failed(e);
    }
    return columns;
  }

  private static FieldType type(String table, String described) {
    return Arrays.stream(FieldType.values())
        .filter(type -> SqlText.type(type).replace(" ", "").equalsIgnoreCase(described))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Cannot tell the type of a column of " + table + ": no field is " + described));
  }

  @Override
  public long count(String name) {
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(SqlText.of("engine/count", Map.of("table", name)))) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  @Override
  public void drop(List<String> names) {
    for (String name : names) {
      String kind = kinds.remove(name);
      if (kind != null) {
        run(SqlText.of("engine/drop", Map.of("kind", kind, "name", name)));
      }
    }
  }

  @Override
  public void write(Written written, long run) {
    Table table = written.table();
    boolean isBase = written.removed() == null || lake.layers(table).isEmpty();
    LakeFile file = lake.newFile(table, "run-" + run);
    file.begin();
    Map<String, String> places = new HashMap<>();
    places.put("columns", SqlText.list(table.fields(), field -> value(table, field)));
    places.put("run", String.valueOf(run));
    places.put("rows", written.rows().select());
    places.put("removals", isBase ? "" : removals(written, run));
    places.put("file", SqlText.literal(file.path().toString()));
    places.put("ids", file.columns().stream().map(DuckDbEngine::id).collect(joining(", ")));
    long rows = run(SqlText.of("engine/write_layer", places));
    var whole = file.written(rows);
    if (isBase) {
      lake.replace(table, List.of(whole));
    } else {
      lake.append(table, List.of(whole), "layer-" + UUID.randomUUID());
    }
  }

  @Override
  public void settle(Table table, long run) {
    if (LayerRule.areToBeOne(lake.layers(table))) {
      String all = "settled_" + table.name();
      know(all, table);
      // Below the rows that this run is going to write.
      write(
          new Written(
              table, new Model(all, SqlText.of("engine/all_rows", Map.of("table", all))), null),
          run - 1);
      drop(List.of(all));
    }
  }

  private static String value(Table table, Field field) {
    String name = SqlText.quoted(field.name());
    String type = SqlText.type(field.type());
    if (!field.required()) {
      return "cast(" + name + " as " + type + ") as " + name;
    }
    String missing = "Cannot write " + table.qualifiedName() + ": " + field.name() + " is null";
    return "cast(coalesce(%1$s, error(%2$s)) as %3$s) as %1$s"
        .formatted(name, SqlText.literal(missing), type);
  }

  private static String removals(Written written, long run) {
    Table table = written.table();
    return SqlText.of(
        "engine/removed_rows",
        Map.of(
            "columns",
            SqlText.list(
                table.fields(),
                field ->
                    table.key().contains(field.name())
                        ? SqlText.quoted(field.name())
                        : "null::" + SqlText.type(field.type())),
            "run",
            String.valueOf(run),
            "keys",
            Objects.requireNonNull(written.removed()).select()));
  }

  private static String id(LakeFile.ColumnId column) {
    String name = SqlText.quoted(column.name());
    return column.element() == 0
        ? name + ": " + column.id()
        : name + ": {__duckdb_field_id: " + column.id() + ", element: " + column.element() + "}";
  }

  /** Runs a statement; the number of rows that it made or wrote. */
  private long run(String sql) {
    try {
      return execute(sql);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** A full disk is for people to mend; all else is a fault of a model, or of what it reads. */
  private RuntimeException failed(SQLException cause) {
    return StorageFault.of(cause, spill, 0)
        .<RuntimeException>map(fault -> fault)
        .orElseGet(() -> new IllegalStateException("Cannot run a model by DuckDB", cause));
  }

  private long execute(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
      return Math.max(0, statement.getUpdateCount());
    }
  }

  @Override
  public void close() {
    try (Connection other = appending) {
      database.close();
    } catch (SQLException e) {
      throw failed(e);
    }
  }
}
