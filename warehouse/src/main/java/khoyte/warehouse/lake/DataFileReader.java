package khoyte.warehouse.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import khoyte.warehouse.table.Table;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetReaders;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.parquet.Parquet;
import org.jspecify.annotations.Nullable;

/** Reads the rows of data files of a table that is not layered. */
final class DataFileReader {
  private final Table table;
  private final Schema schema;

  DataFileReader(Table table, Schema stored) {
    this.table = table;
    this.schema = LakeSchema.inDeclaredOrder(table, stored);
  }

  /** Hands out the rows of a file in their order: values in the order of the fields. */
  void read(InputFile file, Consumer<@Nullable Object[]> taker) {
    int fields = table.fields().size();
    try (CloseableIterable<Record> records =
        Parquet.read(file)
            .project(schema)
            .createReaderFunc(stored -> GenericParquetReaders.buildReader(schema, stored))
            .reuseContainers()
            .build()) {
      for (Record record : records) {
        @Nullable Object[] row = new @Nullable Object[fields];
        for (int i = 0; i < fields; i++) {
          row[i] = record.get(i);
        }
        taker.accept(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
