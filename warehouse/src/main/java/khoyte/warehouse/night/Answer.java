package khoyte.warehouse.night;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a query answered, whole.
 *
 * @param rows values in the order of the columns: text, number, Boolean, LocalDate, LocalDateTime,
 *     List or Map
 */
public record Answer(List<AnswerColumn> columns, List<List<@Nullable Object>> rows) {

  public Answer {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** The rows, each with its values by the names of the columns in their order. */
  public List<Map<String, @Nullable Object>> byName() {
    List<Map<String, @Nullable Object>> named = new ArrayList<>();
    for (List<@Nullable Object> values : rows) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        row.put(columns.get(i).name(), values.get(i));
      }
      named.add(row);
    }
    return named;
  }

  /** The first value of the first row. */
  @Nullable Object first() {
    return rows.get(0).get(0);
  }
}
