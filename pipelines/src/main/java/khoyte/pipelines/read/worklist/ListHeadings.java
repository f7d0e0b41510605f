package khoyte.pipelines.read.worklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import khoyte.pipelines.read.source.LandedFile;
import khoyte.pipelines.read.text.VietnameseText;
import khoyte.pipelines.read.xlsx.SheetRows;
import khoyte.warehouse.worklist.WorklistColumn;
import khoyte.warehouse.worklist.WorklistSheet;

/** The two heading rows of a list, which must stand as they were printed. */
record ListHeadings(LandedFile file, WorklistSheet list) {
  private static final int LOWEST = 100;

  /** Goes to the lower heading row. */
  void pass(SheetRows rows) throws XMLStreamException {
    for (int i = 0; i < LOWEST && rows.next(); i++) {
      if (stands(rows, WorklistColumn.KEY, WorklistColumn.KEY.heading())) {
        check(rows, upper());
        if (!rows.next()) {
          break;
        }
        check(rows, lower());
        return;
      }
    }
    throw file.refused("worklist.heading", list.title(), WorklistColumn.KEY.heading());
  }

  private record Heading(WorklistColumn column, String text) {}

  private static List<Heading> upper() {
    List<Heading> headings = new ArrayList<>();
    for (WorklistColumn column : WorklistColumn.values()) {
      boolean isGrouped =
          WorklistColumn.PRESENT.contains(column) || WorklistColumn.RIGHT.contains(column);
      if (!isGrouped) {
        headings.add(new Heading(column, column.heading()));
      }
    }
    headings.add(new Heading(WorklistColumn.PRESENT.get(0), WorklistColumn.PRESENT_HEADING));
    headings.add(new Heading(WorklistColumn.RIGHT.get(0), WorklistColumn.RIGHT_HEADING));
    return headings;
  }

  private static List<Heading> lower() {
    List<Heading> headings = new ArrayList<>();
    WorklistColumn.PRESENT.forEach(column -> headings.add(new Heading(column, column.heading())));
    WorklistColumn.RIGHT.forEach(column -> headings.add(new Heading(column, column.heading())));
    return headings;
  }

  private void check(SheetRows rows, List<Heading> headings) {
    for (Heading heading : headings) {
      if (!stands(rows, heading.column(), heading.text())) {
        throw file.refused("worklist.heading", list.title(), heading.text());
      }
    }
  }

  private static boolean stands(SheetRows rows, WorklistColumn column, String heading) {
    String written = Objects.requireNonNullElse(rows.value(column.ordinal()), "");
    return VietnameseText.normalForm(written).equals(VietnameseText.normalForm(heading));
  }
}
