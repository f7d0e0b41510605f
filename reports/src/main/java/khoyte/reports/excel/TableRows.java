package khoyte.reports.excel;

import static khoyte.reports.font.Typeface.BOLD;
import static khoyte.reports.font.Typeface.ITALIC;
import static khoyte.reports.font.Typeface.REGULAR;

import java.util.List;
import khoyte.reports.FilledReport;
import khoyte.reports.ReportColumn;
import khoyte.reports.TotalLabel;
import khoyte.reports.cell.ReportCell;
import khoyte.reports.cell.ReportRow;
import khoyte.reports.cell.Sign;
import khoyte.reports.font.Typeface;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.HorizontalAlignment;

/** The table: headings, one row a unit, the total. */
final class TableRows {
  private static final double POINTS = 12;
  private static final double LATE_POINTS = 10;
  private static final double HEADING_LINE_POINTS = 15.75;
  private static final double HEADING_FREE_POINTS = 3.75;
  private static final double ROW_POINTS = 17.25;
  private static final CellLook HEADING =
      CellLook.of(BOLD, POINTS, HorizontalAlignment.CENTER).framed();

  private final FilledReport report;
  private final SheetGrid grid;
  private final List<ReportColumn> columns;

  TableRows(FilledReport report, SheetGrid grid) {
    this.report = report;
    this.grid = grid;
    this.columns = report.definition().columns();
  }

  /** Answers the index of the heading row. */
  int fill() {
    int lines = columns.stream().mapToInt(column -> column.heading().size()).max().orElse(1);
    int heading = grid.addRow(lines * HEADING_LINE_POINTS + HEADING_FREE_POINTS);
    for (int i = 0; i < columns.size(); i++) {
      grid.cell(heading, i, HEADING)
          .setCellValue(String.join("\n", report.heading(columns.get(i))));
    }
    int ordinal = 0;
    for (ReportRow row : report.rows()) {
      unit(row, row.isUnit() ? ++ordinal : 0);
    }
    total(report.total());
    return heading;
  }

  private void unit(ReportRow row, int ordinal) {
    double widthMm = columns.get(1).mm() - 4;
    int lines = Typeface.REGULAR.lines(row.unitName(), POINTS, widthMm);
    int at = grid.addRow(Math.max(ROW_POINTS, lines * HEADING_LINE_POINTS));
    CellLook look = CellLook.of(REGULAR, POINTS, HorizontalAlignment.CENTER).framed();
    Cell number = grid.cell(at, 0, look.formatted("0"));
    if (ordinal > 0) {
      number.setCellValue(ordinal);
    }
    CellLook name = CellLook.of(REGULAR, POINTS, HorizontalAlignment.LEFT).framed().indented(1);
    grid.cell(at, 1, name).setCellValue(row.unitName());
    cells(at, row, REGULAR);
  }

  private void total(ReportRow row) {
    int at = grid.addRow(ROW_POINTS);
    if (report.definition().total().place() == TotalLabel.Place.FIRST_TWO_COLUMNS) {
      grid.text(at, 0, 1, row.unitName(), HEADING);
    } else {
      grid.cell(at, 0, HEADING);
      grid.cell(at, 1, HEADING).setCellValue(row.unitName());
    }
    cells(at, row, BOLD);
  }

  private void cells(int at, ReportRow row, Typeface face) {
    for (int i = 0; i < row.cells().size(); i++) {
      ReportCell value = row.cells().get(i);
      ReportColumn column = columns.get(i + 2);
      CellLook look =
          value == Sign.LATE
              ? CellLook.of(ITALIC, LATE_POINTS, HorizontalAlignment.RIGHT)
              : CellLook.of(face, POINTS, alignment(value));
      int indent = look.alignment() == HorizontalAlignment.RIGHT ? column.indent() : 0;
      Cell cell =
          grid.cell(at, i + 2, look.framed().indented(indent).formatted(value.numberFormat()));
      Number number = value.number();
      if (number == null) {
        cell.setCellValue(value.printed());
      } else {
        cell.setCellValue(number.doubleValue());
      }
    }
  }

  private static HorizontalAlignment alignment(ReportCell value) {
    return switch (value.alignment()) {
      case LEFT -> HorizontalAlignment.LEFT;
      case CENTRE -> HorizontalAlignment.CENTER;
      case RIGHT -> HorizontalAlignment.RIGHT;
    };
  }
}
