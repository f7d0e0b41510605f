package khoyte.pipelines.resolve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import khoyte.pipelines.link.PersonSearch;
import khoyte.pipelines.spark.LayeredTables;
import khoyte.pipelines.spark.SparkPath;
import khoyte.warehouse.night.EngineLimits;
import khoyte.warehouse.night.LakeRows;
import khoyte.warehouse.table.Field;
import khoyte.warehouse.table.ResolvedTables;
import khoyte.warehouse.table.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The few rows of a large table that a night asks for by key. Not Spark but DuckDB looks for them:
 * a night that brings little would spend most of its time on reading what it does not need.
 */
record KnownRows(LayeredTables tables, Workspace workspace) {
  private static final StructType FOUND =
      new StructType()
          .add("key", DataTypes.LongType)
          .add("file_id", DataTypes.LongType)
          .add("record_number", DataTypes.IntegerType);

  private static final EngineLimits LIMITS = new EngineLimits("1GB", 2);

  /**
   * Rows whose key stands in a list.
   *
   * @param name of what is kept of it in the workspace
   * @param keys their columns are the key
   */
  Dataset<Row> meeting(String name, Table table, Dataset<Row> keys) {
    return meeting(name, table, keys, table.fields().stream().map(Field::name).toList());
  }

  /** The same, in some columns. */
  Dataset<Row> meeting(String name, Table table, Dataset<Row> keys, List<String> columns) {
    List<String> key = List.of(keys.columns());
    Path asked = asked(name, keys);
    Path file = file(name);
    of(table).meeting(asked, key, columns, file);
    return tables.readFile(file, table, columns);
  }

  /**
   * Rows of registered_record that hold a strong key of a list.
   *
   * @param keys column {@code strong_key}, see {@link StrongKeys}
   */
  Dataset<Row> holding(String name, Dataset<Row> keys) {
    Table table = ResolvedTables.REGISTERED_RECORD;
    List<String> columns = table.fields().stream().map(Field::name).toList();
    Path asked = asked(name, keys);
    Path file = file(name);
    of(table).holding(asked, StrongKeys.CITIZEN_ID, StrongKeys.OLD_ID, columns, file);
    return tables.readFile(file, table, columns);
  }

  /**
   * Records by the keys of the matcher that they hold: {@code key, file_id, record_number}.
   *
   * @param keys column {@code key}, see {@link PersonSearch#KEY}
   * @param largestBlock a key that more records hold leads to none
   */
  Dataset<Row> found(String name, Dataset<Row> keys, int largestBlock) {
    Path asked = asked(name, keys);
    Path file = file(name);
    of(ResolvedTables.REGISTERED_RECORD).found(asked, largestBlock, file);
    return workspace.session().read().schema(FOUND).parquet(SparkPath.of(file));
  }

  /** All versions of the records of which one came in a file that landed after one. */
  Dataset<Row> versionsSince(RecordKind kind, long knownFile, List<String> columns) {
    Path file = file("versions_of_" + kind);
    of(kind.table()).versionsSince(knownFile, kind.key(), columns, file);
    return tables.readFile(file, kind.table(), columns);
  }

  private LakeRows of(Table table) {
    return new LakeRows(
        workspace.layout(),
        LIMITS,
        tables.lake().dataFiles(table, tables.lake().currentSnapshot(table)));
  }

  private Path asked(String name, Dataset<Row> keys) {
    String asked = name + "_asked";
    workspace.kept(asked, keys.distinct());
    return workspace.folder(asked);
  }

  private Path file(String name) {
    try {
      return Files.createDirectories(workspace.folder(name.toLowerCase(Locale.ROOT)))
          .resolve("rows.parquet");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
