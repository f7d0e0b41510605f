package khoyte.pipelines.read.tabular;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;
import khoyte.pipelines.read.container.LandedBytes;
import khoyte.pipelines.read.csv.NoRecordException;
import khoyte.pipelines.read.person.Communes;
import khoyte.pipelines.read.source.ColumnMap;
import khoyte.pipelines.read.source.LandedFile;
import khoyte.pipelines.read.source.ReadOutcome;
import khoyte.pipelines.read.source.RowSink;
import khoyte.pipelines.read.source.SourceKind;
import khoyte.pipelines.read.xlsx.SheetRows;
import khoyte.pipelines.read.xlsx.Workbook;
import org.jspecify.annotations.Nullable;

/** Reads a file of a tabular source: CSV or workbook. */
public final class TabularReading {
  /** A heading that stands lower is not found. */
  private static final int LOWEST_HEADING = 100;

  private final LandedFile file;
  private final TabularFile table;

  private TabularReading(LandedFile file, TabularFile table) {
    this.file = file;
    this.table = table;
  }

  /** Reads the whole file; a refused file has given the sink rows that do not count. */
  public static ReadOutcome read(
      LandedFile file, SourceKind kind, ColumnMap columns, Communes communes, RowSink sink)
      throws IOException {
    var reading = new TabularReading(file, new TabularFile(file, kind, columns, communes, sink));
    try (LandedBytes bytes = LandedBytes.open(file)) {
      if (bytes.isWorkbook()) {
        reading.readWorkbook(bytes);
      } else {
        reading.readCsv(bytes);
      }
    }
    return reading.table.outcome();
  }

  private void readCsv(LandedBytes bytes) throws IOException {
    for (LandedBytes.Part part : bytes.parts()) {
      readPart(bytes, part, table::survey);
    }
    table.decide();
    for (LandedBytes.Part part : bytes.parts()) {
      readPart(bytes, part, table::stage);
    }
  }

  /** What is done with the rows of a table. */
  private interface Pass {
    void over(Headings headings, Rows rows) throws IOException;
  }

  private void readPart(LandedBytes bytes, LandedBytes.Part part, Pass pass) throws IOException {
    char separator = ',';
    int found = -1;
    for (char candidate : CsvRows.SEPARATORS) {
      try (InputStream stream = bytes.open(part)) {
        CsvRows rows = heading(stream, candidate);
        Headings headings = table.match(rows.headings());
        if (headings.found() > found) {
          found = headings.found();
          separator = candidate;
        }
      }
    }
    CsvRows rows = null;
    try (InputStream stream = bytes.open(part)) {
      rows = heading(stream, separator);
      pass.over(table.complete(table.match(rows.headings())), rows);
    } catch (EOFException | ZipException e) {
      throw file.refused("truncated", rows == null ? 1 : rows.line());
    } catch (NoRecordException e) {
      throw file.refused("format");
    }
  }

  private CsvRows heading(InputStream stream, char separator) throws IOException {
    CsvRows rows = CsvRows.of(stream, separator);
    try {
      if (!rows.next()) {
        throw file.refused("empty");
      }
    } catch (EOFException | ZipException e) {
      throw file.refused("truncated", 1);
    } catch (NoRecordException e) {
      throw file.refused("format");
    }
    return rows;
  }

  private void readWorkbook(LandedBytes bytes) throws IOException {
    try {
      Workbook workbook = Workbook.open(file, bytes);
      if (workbook.sheets() == 0) {
        throw file.refused("archive");
      }
      int sheet = sheetWithHeading(workbook);
      List<Pass> passes =
          workbook.mayBeLegacy() || workbook.hasMonthFirst()
              ? List.of(table::survey, this::decideAndStage)
              : List.of(this::decideAndStage);
      for (Pass pass : passes) {
        try (SheetRows rows = workbook.rows(sheet)) {
          if (rows != null) {
            Headings headings = heading(rows);
            if (headings != null) {
              pass.over(table.complete(headings), new SheetTable(file, rows));
            }
          }
        }
      }
    } catch (XMLStreamException | EOFException | ZipException e) {
      throw file.refused("archive");
    }
  }

  private void decideAndStage(Headings headings, Rows rows) throws IOException {
    table.decide();
    table.stage(headings, rows);
  }

  /** The first sheet with a complete heading; the file is refused for what the best one lacks. */
  private int sheetWithHeading(Workbook workbook) throws IOException, XMLStreamException {
    Headings best = table.match(List.of());
    for (int sheet = 0; sheet < workbook.sheets(); sheet++) {
      try (SheetRows rows = workbook.rows(sheet)) {
        Headings headings = rows == null ? null : heading(rows);
        if (headings != null && headings.missing() == null) {
          return sheet;
        }
        best = headings != null && headings.found() > best.found() ? headings : best;
      }
    }
    table.complete(best);
    throw new IllegalStateException("Cannot find the heading of " + file.name());
  }

  /** The first row with a heading for every required field, else the one with the most. */
  private @Nullable Headings heading(SheetRows rows) throws XMLStreamException {
    Headings best = null;
    for (int i = 0; i < LOWEST_HEADING && rows.next(); i++) {
      Headings headings = table.match(rows.values());
      if (headings.missing() == null) {
        return headings;
      }
      best = best == null || headings.found() > best.found() ? headings : best;
    }
    return best;
  }
}
