package khoyte.warehouse.lake;

import org.jspecify.annotations.Nullable;

/** Takes the rows of one data file; closed after the last one. */
public interface RowTaker extends AutoCloseable {
  void row(@Nullable Object[] values);

  @Override
  void close();
}
