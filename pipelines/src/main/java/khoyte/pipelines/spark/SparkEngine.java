package khoyte.pipelines.spark;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import khoyte.warehouse.engine.Engine;
import khoyte.warehouse.engine.EngineRow;
import khoyte.warehouse.engine.Model;
import khoyte.warehouse.engine.Written;
import khoyte.warehouse.lake.Lake;
import khoyte.warehouse.table.Field;
import khoyte.warehouse.table.Table;
import khoyte.warehouse.table.VersionTables;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Runs models by Spark SQL, in the process or on a cluster. The table of a model is written and
 * read back: Spark plans a query over queries anew each time, or not at all. For one thread.
 */
public final class SparkEngine implements Engine {
  private static final int ROWS_AT_ONCE = 200_000;

  private final SparkSession session;
  private final Lake lake;
  private final Path directory;
  private final Map<String, Path> folders = new HashMap<>();
  private int made;

  /**
   * Opens a session.
   *
   * @param master as in {@code spark.master}
   * @param properties of the session beside those of the lake
   * @param directory for the tables of models; every worker must see it
   */
  public SparkEngine(String master, Map<String, String> properties, Lake lake, Path directory) {
    Map<String, String> all = new HashMap<>(lake.sparkProperties());
    all.putAll(properties);
    this.lake = lake;
    this.directory = directory;
    this.session = Sessions.open(master, all, directory.resolve("spark"));
  }

  @Override
  public void know(String name, Table table) {
    known(table).createOrReplaceTempView(name);
  }

  private Dataset<Row> known(Table table) {
    LayeredTables tables = new LayeredTables(session, lake);
    return table.layered() ? tables.current(table) : tables.read(table);
  }

  @Override
  public void knowVersionsAfter(String name, long versionNo) {
    known(VersionTables.VERSION)
        .where(col("version_no").gt(versionNo))
        .createOrReplaceTempView(name);
  }

  @Override
  public void alias(String name, String other) {
    session.table(other).createOrReplaceTempView(name);
  }

  @Override
  public void make(Model model) {
    session.sparkContext().setJobDescription(model.name());
    keep(model.name(), session.sql(model.select()));
  }

  private void keep(String name, Dataset<Row> rows) {
    Path folder = newFolder(name);
    write(rows, folder, SaveMode.Overwrite);
    read(name, rows.schema(), folder);
  }

  private Path newFolder(String name) {
    drop(List.of(name));
    made++;
    Path folder = directory.resolve(name + "-" + made);
    folders.put(name, folder);
    return folder;
  }

  private static void write(Dataset<Row> rows, Path folder, SaveMode mode) {
    // Written once, read once or twice: a dictionary costs more than it saves.
    rows.write()
        .mode(mode)
        .option("parquet.enable.dictionary", "false")
        .parquet(SparkPath.of(folder));
  }

  private void read(String name, StructType schema, Path folder) {
    session.read().schema(schema).parquet(SparkPath.of(folder)).createOrReplaceTempView(name);
  }

  @Override
  public void fill(String name, List<Field> fields, Consumer<RowAppender> rows) {
    StructType schema = new StructType();
    for (Field field : fields) {
      schema = schema.add(field.name(), SparkTypes.of(field.type()));
    }
    Path folder = newFolder(name);
    StructType columns = schema;
    write(session.createDataFrame(List.of(), columns), folder, SaveMode.Overwrite);
    List<Row> some = new ArrayList<>();
    rows.accept(
        values -> {
          some.add(RowFactory.create(asSpark(values)));
          if (some.size() == ROWS_AT_ONCE) {
            write(session.createDataFrame(some, columns), folder, SaveMode.Append);
            some.clear();
          }
        });
    if (!some.isEmpty()) {
      write(session.createDataFrame(some, columns), folder, SaveMode.Append);
    }
    read(name, columns, folder);
  }

  private static @Nullable Object[] asSpark(@Nullable Object[] values) {
    @Nullable Object[] row = new @Nullable Object[values.length];
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      row[i] =
          value instanceof LocalDate day
              ? Date.valueOf(day)
              : value instanceof List<?> list ? list.toArray() : value;
    }
    return row;
  }

  @Override
  public void read(String name, List<String> columns, Consumer<EngineRow> taker) {
    Column[] chosen = columns.stream().map(column -> col(column)).toArray(Column[]::new);
    Iterator<Row> rows = session.table(name).select(chosen).toLocalIterator();
    while (rows.hasNext()) {
      taker.accept(new SparkRow(rows.next()));
    }
  }

  @Override
  public List<Field> columns(String name) {
    return Arrays.stream(session.table(name).schema().fields())
        .map(field -> Field.optional(field.name(), SparkTypes.of(field.dataType()), name))
        .toList();
  }

  @Override
  public long count(String name) {
    return session.table(name).count();
  }

  @Override
  public void drop(List<String> names) {
    for (String name : names) {
      session.catalog().dropTempView(name);
      Path folder = folders.remove(name);
      if (folder != null) {
        delete(folder);
      }
    }
  }

  private static void delete(Path folder) {
    try {
      if (Files.exists(folder)) {
        FileUtils.deleteDirectory(folder.toFile());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void write(Written written, long run) {
    Dataset<Row> rows = session.sql(written.rows().select());
    LayeredTables tables = new LayeredTables(session, lake);
    if (written.removed() == null) {
      tables.replace(rows, written.table(), run);
    } else {
      tables.patch(rows, session.sql(written.removed().select()), written.table(), run);
    }
  }

  @Override
  public void settle(Table table, long run) {
    new LayeredTables(session, lake).settle(table, run);
  }

  @Override
  public void close() {
    folders.values().forEach(SparkEngine::delete);
    session.stop();
  }
}
