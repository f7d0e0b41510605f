package khoyte.pipelines.spark;

import java.util.Arrays;
import khoyte.warehouse.table.FieldType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Types of declared fields as Spark knows them. */
final class SparkTypes {

  private SparkTypes() {}

  static DataType of(FieldType type) {
    return switch (type) {
      case TEXT -> DataTypes.StringType;
      case DATE -> DataTypes.DateType;
      case DATE_TIME -> DataTypes.TimestampNTZType;
      case INTEGER -> DataTypes.IntegerType;
      case LONG -> DataTypes.LongType;
      case BOOLEAN -> DataTypes.BooleanType;
      case DECIMAL ->
          DataTypes.createDecimalType(FieldType.DECIMAL_DIGITS, FieldType.DECIMAL_SCALE);
      case TEXT_LIST -> DataTypes.createArrayType(DataTypes.StringType);
      case LONG_LIST -> DataTypes.createArrayType(DataTypes.LongType);
    };
  }

  static FieldType of(DataType type) {
    return Arrays.stream(FieldType.values())
        .filter(known -> of(known).catalogString().equals(type.catalogString()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Cannot tell a type: no field is " + type));
  }
}
