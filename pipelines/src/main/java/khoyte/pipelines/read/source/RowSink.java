package khoyte.pipelines.read.source;

import khoyte.warehouse.StorageException;
import khoyte.warehouse.table.Table;
import org.jspecify.annotations.Nullable;

/** Takes what a file gives, in file order. Throws {@link StorageException} if it cannot keep it. */
public interface RowSink {

  /** A row in the order of the table's fields; the array is the sink's from now on. */
  void staged(Table table, Object[] row);

  /**
   * A record that is kept back.
   *
   * @param line line or sheet row where it starts, from 1
   * @param column heading, if one is to blame
   * @param reasonKey key of the text, {@code quarantine.…}
   * @param values of the text's places; of what the record says at most its key
   */
  void quarantined(
      @Nullable Integer line, @Nullable String column, String reasonKey, Object... values);
}
