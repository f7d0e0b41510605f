package khoyte.pipelines.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import khoyte.warehouse.engine.Engine;
import khoyte.warehouse.engine.EngineRow;
import khoyte.warehouse.engine.Model;
import khoyte.warehouse.engine.Written;
import khoyte.warehouse.table.Field;
import khoyte.warehouse.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * Runs every model on two engines and compares the tables: their columns, their types and their
 * rows. Each writes into a lake of its own.
 */
final class TwoEngines implements Engine {
  private final Engine one;
  private final Engine other;
  private final Compared compared;

  TwoEngines(Engine one, Engine other, Compared compared) {
    this.one = one;
    this.other = other;
    this.compared = compared;
  }

  /**
   * Takes the names of the tables that were compared.
   *
   * @param withRows those that had rows
   */
  record Compared(Set<String> made, Set<String> withRows) {}

  private void compare(String name) {
    List<Field> columns = one.columns(name);
    assertThat(other.columns(name)).as(name).isEqualTo(columns);
    List<String> rows = rows(one, name, columns);
    assertThat(rows(other, name, columns)).as(name).isEqualTo(rows);
    compared.made().add(name);
    if (!rows.isEmpty()) {
      compared.withRows().add(name);
    }
  }

  private static List<String> rows(Engine engine, String name, List<Field> columns) {
    List<String> rows = new ArrayList<>();
    engine.read(
        name,
        columns.stream().map(Field::name).toList(),
        row -> {
          StringBuilder text = new StringBuilder();
          for (int i = 0; i < columns.size(); i++) {
            text.append(value(row, columns.get(i), i)).append(" | ");
          }
          rows.add(text.toString());
        });
    Collections.sort(rows);
    return rows;
  }

  private static Object value(EngineRow row, Field field, int column) {
    if (row.isNull(column)) {
      return "-";
    }
    return switch (field.type()) {
      case TEXT -> String.valueOf(row.text(column));
      case DATE -> String.valueOf(row.day(column));
      case INTEGER, LONG -> row.number(column);
      case BOOLEAN -> row.is(column);
      case TEXT_LIST -> row.texts(column);
      case DATE_TIME, DECIMAL, LONG_LIST -> "is there";
    };
  }

  @Override
  public void know(String name, Table table) {
    one.know(name, table);
    other.know(name, table);
    compare(name);
  }

  @Override
  public void knowVersionsAfter(String name, long versionNo) {
    one.knowVersionsAfter(name, versionNo);
    other.knowVersionsAfter(name, versionNo);
    compare(name);
  }

  @Override
  public void alias(String name, String of) {
    one.alias(name, of);
    other.alias(name, of);
  }

  @Override
  public void make(Model model) {
    one.make(model);
    other.make(model);
    compare(model.name());
  }

  @Override
  public void fill(String name, List<Field> fields, Consumer<RowAppender> rows) {
    List<@Nullable Object[]> filled = new ArrayList<>();
    rows.accept(values -> filled.add(values.clone()));
    one.fill(name, fields, appender -> filled.forEach(appender::row));
    other.fill(name, fields, appender -> filled.forEach(appender::row));
  }

  @Override
  public void read(String name, List<String> columns, Consumer<EngineRow> taker) {
    one.read(name, columns, taker);
  }

  @Override
  public List<Field> columns(String name) {
    return one.columns(name);
  }

  @Override
  public long count(String name) {
    return one.count(name);
  }

  @Override
  public void drop(List<String> names) {
    one.drop(names);
    other.drop(names);
  }

  @Override
  public void write(Written written, long run) {
    compareWritten(written.rows());
    if (written.removed() != null) {
      compareWritten(written.removed());
    }
    one.write(written, run);
    other.write(written, run);
  }

  private void compareWritten(Model model) {
    make(new Model("written_" + model.name(), model.select()));
    drop(List.of("written_" + model.name()));
  }

  @Override
  public void settle(Table table, long run) {
    one.settle(table, run);
    other.settle(table, run);
  }

  @Override
  public void close() {
    one.close();
    other.close();
  }
}
