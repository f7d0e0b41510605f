package khoyte.jobs.step;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import khoyte.jobs.console.KeptNotice;
import khoyte.jobs.operations.ArrivedFile;
import khoyte.pipelines.read.source.RowSink;
import khoyte.pipelines.version.VersionRows;
import khoyte.warehouse.StorageException;
import khoyte.warehouse.lake.DataFileWriter;
import khoyte.warehouse.lake.Lake;
import khoyte.warehouse.lake.WrittenFile;
import khoyte.warehouse.table.StagedTables;
import khoyte.warehouse.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * Takes the rows of one landed file, with their numbers: one data file for each table that gets
 * any.
 */
final class FileSink implements RowSink, AutoCloseable {
  private final Lake lake;
  private final ArrivedFile file;
  private final Map<Table, DataFileWriter> writers = new LinkedHashMap<>();
  private final VersionRows versions;
  private int keptBack;

  /**
   * A sink of a file.
   *
   * @param versions makes the numbers of its rows
   */
  FileSink(Lake lake, ArrivedFile file, VersionRows versions) {
    this.lake = lake;
    this.file = file;
    this.versions = versions;
  }

  @Override
  public void staged(Table table, @Nullable Object[] row) {
    write(table, row);
    versions.of(table, row, this::write);
  }

  private void write(Table table, @Nullable Object[] row) {
    DataFileWriter writer = writers.get(table);
    if (writer == null) {
      writer = writer(table);
      writers.put(table, writer);
    }
    writer.write(row);
  }

  private DataFileWriter writer(Table table) {
    try {
      return lake.writer(table, "file-" + file.id());
    } catch (RuntimeException e) {
      throw new StorageException(e);
    }
  }

  @Override
  public void quarantined(
      @Nullable Integer line, @Nullable String column, String reasonKey, Object... values) {
    keepBack(line, column, KeptNotice.of(reasonKey, List.of(values)));
  }

  /** Throws away what was taken and keeps the file back as a whole. */
  void refuse(KeptNotice refusal) {
    close();
    keptBack = 0;
    keepBack(null, null, refusal);
  }

  private void keepBack(@Nullable Integer line, @Nullable String column, KeptNotice reason) {
    keptBack++;
    write(
        StagedTables.QUARANTINE,
        new @Nullable Object[] {
          file.id(),
          keptBack,
          file.source(),
          file.folder().isEmpty() ? null : file.folder(),
          file.name(),
          line,
          column,
          reason.key(),
          reason.vietnamese(),
          reason.values()
        });
  }

  /** Completes the data files. */
  List<WrittenFile> finish() {
    List<WrittenFile> finished = writers.values().stream().map(DataFileWriter::close).toList();
    writers.clear();
    return finished;
  }

  /** Leaves nothing behind of what was not finished. */
  @Override
  public void close() {
    writers.values().forEach(DataFileWriter::discard);
    writers.clear();
  }
}
