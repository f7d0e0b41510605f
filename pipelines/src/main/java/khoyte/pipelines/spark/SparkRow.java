package khoyte.pipelines.spark;

import java.time.LocalDate;
import java.util.List;
import khoyte.warehouse.engine.EngineRow;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** A row of a data set. */
record SparkRow(Row row) implements EngineRow {

  @Override
  public boolean isNull(int column) {
    return row.isNullAt(column);
  }

  @Override
  public long number(int column) {
    return ((Number) row.get(column)).longValue();
  }

  @Override
  public boolean is(int column) {
    return row.getBoolean(column);
  }

  @Override
  public @Nullable String text(int column) {
    return row.getString(column);
  }

  @Override
  public @Nullable LocalDate day(int column) {
    return row.isNullAt(column) ? null : row.getDate(column).toLocalDate();
  }

  @Override
  public List<String> texts(int column) {
    return row.isNullAt(column) ? List.of() : row.getList(column);
  }
}
