package khoyte.warehouse.engine;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The row at which a result of DuckDB stands. */
record DuckDbRow(ResultSet rows) implements EngineRow {

  @Override
  public boolean isNull(int column) {
    return get(() -> rows.getObject(column + 1)) == null;
  }

  @Override
  public long number(int column) {
    try {
      return rows.getLong(column + 1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public boolean is(int column) {
    try {
      return rows.getBoolean(column + 1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public @Nullable String text(int column) {
    return get(() -> rows.getString(column + 1));
  }

  @Override
  public @Nullable LocalDate day(int column) {
    return get(() -> rows.getObject(column + 1, LocalDate.class));
  }

  @Override
  public List<String> texts(int column) {
    return get(
        () -> {
          Array list = rows.getArray(column + 1);
          return list == null
              ? List.<String>of()
              : Arrays.stream((Object[]) list.getArray()).map(String::valueOf).toList();
        });
  }

  @Override
  public @Nullable Long numberOrNull(int column) {
    try {
      long number = rows.getLong(column + 1);
      return rows.wasNull() ? null : (Long) number;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Getting<T extends @Nullable Object> {
    T get() throws SQLException;
  }

  private static <T extends @Nullable Object> T get(Getting<T> getting) {
    try {
      return getting.get();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
