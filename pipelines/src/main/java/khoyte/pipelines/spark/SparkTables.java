package khoyte.pipelines.spark;

import static org.apache.spark.sql.functions.col;

import khoyte.warehouse.lake.LakeLocation;
import khoyte.warehouse.table.Field;
import khoyte.warehouse.table.FieldType;
import khoyte.warehouse.table.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Declared tables as Spark sees them. */
public final class SparkTables {

  private SparkTables() {}

  /** Columns of a table in their order. Spark does not enforce that required values are there. */
  public static StructType schema(Table table) {
    StructType schema = new StructType();
    for (Field field : table.fields()) {
      schema = schema.add(field.name(), dataType(field.type()), true, field.meaning());
    }
    return schema;
  }

  private static DataType dataType(FieldType type) {
    return switch (type) {
      case TEXT -> DataTypes.StringType;
      case DATE -> DataTypes.DateType;
      case DATE_TIME -> DataTypes.TimestampNTZType;
      case INTEGER -> DataTypes.IntegerType;
      case LONG -> DataTypes.LongType;
      case BOOLEAN -> DataTypes.BooleanType;
      case DECIMAL -> DataTypes.createDecimalType(20, 4);
      case TEXT_LIST -> DataTypes.createArrayType(DataTypes.StringType);
    };
  }

  /** The newest state of a table in the lake. */
  public static Dataset<Row> read(SparkSession session, Table table) {
    return session.table(name(table));
  }

  /** Replaces all rows of a table in one commit. */
  public static void replace(Dataset<Row> rows, Table table) {
    try {
      conformed(rows, table)
          .writeTo(name(table))
          .option("check-nullability", "false")
          .overwrite(functions.lit(true));
    } catch (NoSuchTableException e) {
      throw new IllegalStateException(
          "Cannot write table " + table.name() + ": not in the lake", e);
    }
  }

  private static Dataset<Row> conformed(Dataset<Row> rows, Table table) {
    Column[] columns =
        table.fields().stream()
            .map(field -> col(field.name()).cast(dataType(field.type())).as(field.name()))
            .toArray(Column[]::new);
    return rows.select(columns);
  }

  private static String name(Table table) {
    return LakeLocation.CATALOG + "." + table.qualifiedName();
  }
}
