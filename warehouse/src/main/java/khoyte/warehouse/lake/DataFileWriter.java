package khoyte.warehouse.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import khoyte.warehouse.StorageException;
import khoyte.warehouse.table.FieldType;
import khoyte.warehouse.table.Table;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetWriter;
import org.apache.iceberg.io.FileAppender;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.parquet.Parquet;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows into one new data file of a table, of a layered one into its base. Until it is
 * appended the file belongs to nothing: left behind by an interrupted night it is never read. For
 * one thread.
 */
public final class DataFileWriter {
  private final Table table;
  private final Schema schema;
  private final Map<String, String> properties;
  private final FileIO files;
  private final String path;
  private final GenericRecord record;
  private @Nullable FileAppender<Record> appender;
  private long rows;

  DataFileWriter(
      Table table, Schema schema, Map<String, String> properties, FileIO files, String path) {
    this.table = table;
    this.schema = schema;
    this.properties = properties;
    this.files = files;
    this.path = path;
    this.record = GenericRecord.create(schema);
  }

  /**
   * Writes one row: values in the order of the fields. The array may be used again.
   *
   * @throws StorageException if it cannot be written; any other error is the row's
   */
  public void write(@Nullable Object[] row) {
    for (int i = 0; i < row.length; i++) {
      Object value = row[i];
      record.set(i, value instanceof BigDecimal number ? scaled(number) : value);
    }
    if (table.layered()) {
      record.setField(Table.RUN, 0L);
      record.setField(Table.REMOVED, false);
    }
    try {
      opened().add(record);
    } catch (RuntimeException e) {
      throw StorageException.of(e);
    }
    rows++;
  }

  /** Ends the file; it is on disk. */
  public WrittenFile close() {
    FileAppender<Record> written = appender;
    if (written == null) {
      return new WrittenFile(table, path, 0, 0);
    }
    try {
      written.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new WrittenFile(table, path, rows, written.length());
  }

  /** Gives the file up; nothing is left of it. */
  public void discard() {
    if (appender != null) {
      try {
        close();
      } catch (RuntimeException e) {
        // a row that broke off leaves it open, and it is thrown away in any case
      }
      files.deleteFile(path);
      appender = null;
      rows = 0;
    }
  }

  private static BigDecimal scaled(BigDecimal number) {
    return number.scale() == FieldType.DECIMAL_SCALE
        ? number
        : number.setScale(FieldType.DECIMAL_SCALE, RoundingMode.HALF_UP);
  }

  private FileAppender<Record> opened() {
    FileAppender<Record> open = appender;
    if (open == null) {
      try {
        open =
            Parquet.write(files.newOutputFile(path))
                .schema(schema)
                .named(table.name())
                .setAll(properties)
                .createWriterFunc(GenericParquetWriter::create)
                .build();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      appender = open;
    }
    return open;
  }
}
