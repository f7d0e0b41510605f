package khoyte.pipelines.version;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khoyte.warehouse.table.Field;
import khoyte.warehouse.table.Table;
import org.jspecify.annotations.Nullable;

/** A staged row by the names of its fields; one after another. */
final class StagedRow {
  private final Map<String, Integer> places = new HashMap<>();
  private @Nullable Object[] row = new Object[0];

  StagedRow(Table table) {
    for (Field field : table.fields()) {
      places.put(field.name(), places.size());
    }
  }

  void take(@Nullable Object[] staged) {
    row = staged;
  }

  /** The value of a field; null also if the table has no such field. */
  @Nullable Object value(String field) {
    Integer place = places.get(field);
    return place == null ? null : row[place];
  }

  @Nullable String text(String field) {
    return (String) value(field);
  }

  long number(String field) {
    return ((Number) java.util.Objects.requireNonNull(value(field))).longValue();
  }

  @SuppressWarnings("unchecked") // a field of texts
  List<String> texts(String field) {
    Object value = value(field);
    return value == null ? List.of() : (List<String>) value;
  }
}
