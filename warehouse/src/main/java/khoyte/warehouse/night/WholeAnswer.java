package khoyte.warehouse.night;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps an answer. */
final class WholeAnswer implements AnswerWriter {
  private final List<List<@Nullable Object>> rows = new ArrayList<>();
  private List<AnswerColumn> columns = List.of();

  @Override
  public void begin(List<AnswerColumn> columns) {
    this.columns = columns;
  }

  @Override
  public void row(List<@Nullable Object> values) {
    rows.add(values);
  }

  @Override
  public void end() {}

  Answer whole() {
    return new Answer(columns, rows);
  }
}
