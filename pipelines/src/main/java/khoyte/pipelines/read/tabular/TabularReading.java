package khoyte.pipelines.read.tabular;

import java.io.IOException;
import khoyte.pipelines.read.container.LandedBytes;
import khoyte.pipelines.read.person.Communes;
import khoyte.pipelines.read.source.ColumnMap;
import khoyte.pipelines.read.source.LandedFile;
import khoyte.pipelines.read.source.ReadOutcome;
import khoyte.pipelines.read.source.RowSink;
import khoyte.pipelines.read.source.SourceKind;

/** Reads a file of a tabular source: CSV or workbook. */
public final class TabularReading {

  private TabularReading() {}

  /** Reads the whole file; a refused file has given the sink rows that do not count. */
  public static ReadOutcome read(
      LandedFile file,
      LandedBytes bytes,
      SourceKind kind,
      ColumnMap columns,
      Communes communes,
      RowSink sink)
      throws IOException {
    var table = new TabularFile(file, kind, columns, communes, sink);
    int arrived =
        bytes.isWorkbook()
            ? new WorkbookReading(file, table).read(bytes)
            : new CsvReading(file, table).read(bytes);
    return table.outcome(arrived);
  }

  /** What is done with the rows of a table, or of a part of it. */
  interface Pass {
    void over(Headings headings, Rows rows) throws IOException;
  }
}
