package khoyte.pipelines.read.row;

import java.time.LocalDateTime;
import khoyte.warehouse.table.Table;
import org.jspecify.annotations.Nullable;

/** Fills a row of a table field by field, in the table's order. */
public final class RowWriter {
  private final Table table;
  private final @Nullable Object[] row;
  private int at;

  public RowWriter(Table table) {
    this.table = table;
    this.row = new Object[table.fields().size()];
  }

  /** The fields with which every record begins, up to the update time. */
  public RowWriter lineage(Lineage lineage, @Nullable LocalDateTime updatedAt) {
    return add(lineage.fileId())
        .add(lineage.recordNumber())
        .add(lineage.line())
        .add(lineage.fileDate())
        .add(lineage.plausible(updatedAt));
  }

  public RowWriter add(@Nullable Object value) {
    row[at++] = value;
    return this;
  }

  public RowWriter addAll(@Nullable String[] values, int from, int to) {
    for (int i = from; i < to; i++) {
      row[at++] = values[i];
    }
    return this;
  }

  /** The whole row of a version, with the hash of its content as the last field. */
  public Object[] done(ContentHash content) {
    return add(content.hash(row)).done();
  }

  /** The whole row. */
  @SuppressWarnings("NullAway") // a row has nulls where its fields are optional
  public Object[] done() {
    if (at != row.length) {
      throw new IllegalStateException(
          "Cannot stage a row of " + table.name() + ": " + at + " of " + row.length + " fields");
    }
    return row;
  }
}
