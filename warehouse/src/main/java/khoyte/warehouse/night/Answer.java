package khoyte.warehouse.night;

import java.util.List;
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
}
