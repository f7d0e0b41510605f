package khoyte.warehouse.lake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import khoyte.warehouse.table.Field;
import khoyte.warehouse.table.FieldType;
import khoyte.warehouse.table.Table;
import org.apache.iceberg.Schema;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;
import org.jspecify.annotations.Nullable;

/** A declared table in Iceberg's words. */
final class LakeSchema {

  private LakeSchema() {}

  /** Columns in the order of the fields, with their meanings, then those of the layers. */
  static Schema of(Table table) {
    List<Field> fields = columns(table);
    var ids = new AtomicInteger(fields.size());
    List<NestedField> columns = new ArrayList<>();
    for (Field field : fields) {
      Type type = type(field.type(), ids);
      int id = columns.size() + 1;
      columns.add(
          isRequired(table, field)
              ? NestedField.required(id, field.name(), type, field.meaning())
              : NestedField.optional(id, field.name(), type, field.meaning()));
    }
    return new Schema(columns);
  }

  /** The fields of a table and, of a layered one, the columns of its layers. */
  private static List<Field> columns(Table table) {
    List<Field> columns = new ArrayList<>(table.fields());
    if (table.layered()) {
      columns.add(Field.required(Table.RUN, FieldType.LONG, "run that wrote the row"));
      columns.add(Field.required(Table.REMOVED, FieldType.BOOLEAN, "the key has no row any more"));
    }
    return columns;
  }

  /** A removed row of a layered table has its key only. */
  private static boolean isRequired(Table table, Field field) {
    return field.required()
        && (!table.layered()
            || table.key().contains(field.name())
            || !table.fields().contains(field));
  }

  /** The table's columns as the lake numbers them, in the order of the declared fields. */
  static Schema inDeclaredOrder(Table table, Schema stored) {
    return new Schema(
        columns(table).stream().map(field -> stored.findField(field.name())).toList());
  }

  static Map<String, Integer> fieldIds(Schema stored) {
    Map<String, Integer> ids = new HashMap<>();
    stored.columns().forEach(column -> ids.put(column.name(), column.fieldId()));
    return ids;
  }

  /** The numbers of the columns, and of the elements of lists, in the order of the fields. */
  static List<LakeFile.ColumnId> ids(Table table, Schema stored) {
    return inDeclaredOrder(table, stored).columns().stream()
        .map(
            column ->
                new LakeFile.ColumnId(
                    column.name(),
                    column.fieldId(),
                    column.type().isListType() ? column.type().asListType().elementId() : 0))
        .toList();
  }

  static boolean isBehind(Table table, Schema stored) {
    return columns(table).stream().anyMatch(field -> stored.findField(field.name()) == null)
        || stored.columns().stream().anyMatch(column -> isAbandoned(table, column));
  }

  /**
   * Adds the fields that were declared since; the rows from before have no value there, so such a
   * column is optional whatever the declaration says. A field no longer declared keeps its column.
   */
  static UpdateSchema grow(Table table, Schema stored, UpdateSchema update) {
    @Nullable String previous = null;
    for (Field field : columns(table)) {
      if (stored.findField(field.name()) == null) {
        update.addColumn(field.name(), type(field.type(), new AtomicInteger()), field.meaning());
        if (previous == null) {
          update.moveFirst(field.name());
        } else {
          update.moveAfter(field.name(), previous);
        }
      }
      previous = field.name();
    }
    stored.columns().stream()
        .filter(column -> isAbandoned(table, column))
        .forEach(column -> update.makeColumnOptional(column.name()));
    return update;
  }

  /** Bounds are kept of key columns only: manifests hold no personal value. */
  static Map<String, String> properties(Table table) {
    Map<String, String> properties = new HashMap<>();
    properties.put(TableProperties.FORMAT_VERSION, "2");
    properties.put("comment", "One row per " + table.grain() + ".");
    properties.put(TableProperties.DELETE_MODE, "copy-on-write");
    properties.put(TableProperties.UPDATE_MODE, "copy-on-write");
    properties.put(TableProperties.MERGE_MODE, "copy-on-write");
    properties.put(TableProperties.PARQUET_COMPRESSION, "zstd");
    properties.put(TableProperties.PARQUET_COMPRESSION_LEVEL, "1");
    properties.put(TableProperties.PARQUET_ROW_GROUP_SIZE_BYTES, String.valueOf(32 << 20));
    properties.put(TableProperties.PARQUET_ROW_GROUP_CHECK_MIN_RECORD_COUNT, "1000");
    properties.put(TableProperties.WRITE_DISTRIBUTION_MODE, "none");
    // Who deletes a file must take its checksum back as well, see LakeRetention.
    properties.put(TableProperties.METADATA_DELETE_AFTER_COMMIT_ENABLED, "false");
    properties.put(TableProperties.METADATA_PREVIOUS_VERSIONS_MAX, "1");
    properties.put(TableProperties.DEFAULT_WRITE_METRICS_MODE, "counts");
    for (String key : table.key()) {
      properties.put(TableProperties.METRICS_MODE_COLUMN_CONF_PREFIX + key, "truncate(16)");
    }
    if (table.layered()) {
      // By its bounds a file is known to be of the base or of a later layer.
      properties.put(TableProperties.METRICS_MODE_COLUMN_CONF_PREFIX + Table.RUN, "full");
    }
    return properties;
  }

  private static boolean isAbandoned(Table table, NestedField column) {
    return column.isRequired()
        && columns(table).stream().noneMatch(field -> field.name().equals(column.name()));
  }

  private static Type type(FieldType type, AtomicInteger ids) {
    return switch (type) {
      case TEXT -> Types.StringType.get();
      case DATE -> Types.DateType.get();
      case DATE_TIME -> Types.TimestampType.withoutZone();
      case INTEGER -> Types.IntegerType.get();
      case LONG -> Types.LongType.get();
      case BOOLEAN -> Types.BooleanType.get();
      case DECIMAL -> Types.DecimalType.of(FieldType.DECIMAL_DIGITS, FieldType.DECIMAL_SCALE);
      case TEXT_LIST -> Types.ListType.ofRequired(ids.incrementAndGet(), Types.StringType.get());
      case LONG_LIST -> Types.ListType.ofRequired(ids.incrementAndGet(), Types.LongType.get());
    };
  }
}
