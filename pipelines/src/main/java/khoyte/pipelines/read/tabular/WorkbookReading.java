package khoyte.pipelines.read.tabular;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import khoyte.pipelines.read.container.LandedBytes;
import khoyte.pipelines.read.source.LandedFile;
import khoyte.pipelines.read.source.ReadWarning;
import khoyte.pipelines.read.source.SourceField;
import khoyte.pipelines.read.xlsx.Sheet;
import khoyte.pipelines.read.xlsx.SheetRows;
import khoyte.pipelines.read.xlsx.Workbook;
import org.jspecify.annotations.Nullable;

/** Reads all sheets of a workbook that have the heading of the source as one table, in order. */
final class WorkbookReading {
  private final LandedFile file;
  private final TabularFile table;
  private final List<Sheet> read = new ArrayList<>();

  WorkbookReading(LandedFile file, TabularFile table) {
    this.file = file;
    this.table = table;
  }

  /** Reads to the end; returns the number of rows, counted by the sheets' own structure. */
  int read(LandedBytes bytes) throws IOException {
    try {
      Workbook workbook = Workbook.open(file, bytes);
      choose(workbook.sheets());
      if (workbook.mustBeSurveyed()) {
        for (Sheet sheet : read) {
          read(sheet, table::survey);
        }
      }
      table.decide();
      int arrived = 0;
      for (Sheet sheet : read) {
        arrived += read(sheet, table::stage);
      }
      return arrived;
    } catch (XMLStreamException e) {
      throw file.refused("archive");
    }
  }

  /** The sheets with a complete heading; without any, the file is refused for what they lack. */
  private void choose(List<Sheet> sheets) throws IOException, XMLStreamException {
    Headings best = table.match(List.of());
    boolean isEmpty = true;
    for (Sheet sheet : sheets) {
      try (SheetRows rows = sheet.rows()) {
        Headings headings = table(rows, null).headings();
        if (headings.missing() == null) {
          read.add(sheet);
          if (sheet.isHidden()) {
            table.warn(new ReadWarning("sheet.hidden", List.of(file.name(), sheet.name())));
          }
        } else if (sheet.count() > 0) {
          leaveOut(sheet, headings);
        }
        best = headings.found() > best.found() ? headings : best;
        isEmpty &= sheet.count() == 0;
      }
    }
    if (isEmpty) {
      throw file.refused("empty");
    }
    if (read.isEmpty()) {
      if (!best.areMostlyFound()) {
        throw file.refused("heading");
      }
      table.complete(best);
    }
  }

  private void leaveOut(Sheet sheet, Headings headings) throws IOException, XMLStreamException {
    SourceField missing = headings.areMostlyFound() ? headings.missing() : null;
    table.warn(
        missing == null
            ? new ReadWarning("sheet.unread", List.of(file.name(), sheet.name(), sheet.count()))
            : new ReadWarning(
                "sheet.incomplete",
                List.of(file.name(), sheet.name(), sheet.count(), table.headingOf(missing))));
  }

  private SheetTable table(SheetRows rows, @Nullable String sheet) {
    return new SheetTable(file, rows, table::match, table.habits(), sheet);
  }

  private int read(Sheet sheet, TabularReading.Pass pass) throws IOException, XMLStreamException {
    try (SheetRows rows = sheet.rows()) {
      SheetTable part = table(rows, read.size() == 1 ? null : sheet.name());
      int below = sheet.countBelow(rows.place());
      while (!part.isAtEnd()) {
        pass.over(table.complete(part.headings()), part);
      }
      return below - part.headingsAgain();
    }
  }
}
