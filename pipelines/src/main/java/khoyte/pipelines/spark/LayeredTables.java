package khoyte.pipelines.spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.raise_error;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import khoyte.warehouse.lake.Lake;
import khoyte.warehouse.lake.LakeLocation;
import khoyte.warehouse.lake.LayerRule;
import khoyte.warehouse.table.Field;
import khoyte.warehouse.table.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriterV2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;

/**
 * The tables of the lake as Spark reads and writes them; of a layered one (see {@link
 * Table#layered}) the rows that count.
 */
record LayeredTables(SparkSession session, Lake lake) {
  /** A table that is not layered, as it is now, whatever is committed later. */
  Dataset<Row> read(Table table) {
    return session.read().option("versionAsOf", lake.currentSnapshot(table)).table(name(table));
  }

  /** The rows of a layered table that count, in the columns of its fields. */
  Dataset<Row> current(Table table) {
    SortedMap<Long, Long> layers = lake.layers(table);
    Dataset<Row> rows = read(table);
    if (layers.size() <= 1) {
      return fields(rows, table);
    }
    long base = layers.firstKey();
    Column[] key = key(table);
    Dataset<Row> patches =
        rows.where(col(Table.RUN).gt(base))
            .withColumn(
                "layer_rank", row_number().over(Window.partitionBy(key).orderBy(desc(Table.RUN))))
            .where(col("layer_rank").equalTo(1));
    Dataset<Row> untouched =
        rows.where(col(Table.RUN).equalTo(base))
            .join(broadcast(patches.select(key)), table.key().toArray(String[]::new), "left_anti");
    return fields(untouched, table)
        .unionByName(fields(patches.where(not(col(Table.REMOVED))), table));
  }

  void settle(Table table, long run) {
    if (LayerRule.areToBeOne(lake.layers(table))) {
      // Below the rows that this run is going to write.
      replace(current(table), table, run - 1);
    }
  }

  /** Replaces all rows of a layered table in one commit. */
  void replace(Dataset<Row> rows, Table table, long layer) {
    try {
      writer(conformed(rows, table, layer), table).overwrite(lit(true));
    } catch (NoSuchTableException e) {
      throw notInTheLake(table, e);
    }
  }

  /**
   * Adds a layer: rows that take the place of those with the same key, in one commit.
   *
   * @param removed keys that have no row any more
   */
  void patch(Dataset<Row> rows, Dataset<Row> removed, Table table, long run) {
    if (lake.layers(table).isEmpty()) {
      // The first layer is the base, in which nothing is removed.
      replace(rows, table, run);
      return;
    }
    Dataset<Row> layer =
        conformed(rows, table, run).unionByName(removals(removed, table, run)).repartition(1);
    try {
      writer(layer, table).append();
    } catch (NoSuchTableException e) {
      throw notInTheLake(table, e);
    }
  }

  private DataFrameWriterV2<Row> writer(Dataset<Row> rows, Table table) {
    session.sparkContext().setJobDescription(table.qualifiedName());
    return rows.writeTo(name(table)).option("check-nullability", "false");
  }

  private static Dataset<Row> conformed(Dataset<Row> rows, Table table, long layer) {
    List<Column> columns = new ArrayList<>();
    for (Field field : table.fields()) {
      Column value = col(field.name()).cast(SparkTypes.of(field.type()));
      columns.add((field.required() ? given(value, field, table) : value).as(field.name()));
    }
    columns.add(lit(layer).as(Table.RUN));
    columns.add(lit(false).as(Table.REMOVED));
    return rows.select(columns.toArray(Column[]::new));
  }

  /** The lake cannot demand it, because a removed row has its key only. */
  private static Column given(Column value, Field field, Table table) {
    String missing = "Cannot write " + table.qualifiedName() + ": " + field.name() + " is null";
    return when(value.isNotNull(), value).otherwise(raise_error(lit(missing)));
  }

  private static Dataset<Row> removals(Dataset<Row> keys, Table table, long run) {
    Stream<Column> values =
        table.fields().stream()
            .map(
                field ->
                    table.key().contains(field.name())
                        ? col(field.name())
                        : lit(null).cast(SparkTypes.of(field.type())).as(field.name()));
    Stream<Column> layer = Stream.of(lit(run).as(Table.RUN), lit(true).as(Table.REMOVED));
    return keys.select(Stream.concat(values, layer).toArray(Column[]::new));
  }

  private static Dataset<Row> fields(Dataset<Row> rows, Table table) {
    return rows.select(
        table.fields().stream().map(field -> col(field.name())).toArray(Column[]::new));
  }

  private static Column[] key(Table table) {
    return table.key().stream().map(functions::col).toArray(Column[]::new);
  }

  private static IllegalStateException notInTheLake(Table table, NoSuchTableException e) {
    return new IllegalStateException("Cannot write table " + table.name() + ": not in the lake", e);
  }

  private static String name(Table table) {
    return LakeLocation.CATALOG + "." + table.qualifiedName();
  }
}
