package khoyte.reports.excel;

import static khoyte.reports.font.Typeface.BOLD;
import static khoyte.reports.font.Typeface.ITALIC;
import static khoyte.reports.font.Typeface.REGULAR;

import java.util.List;
import khoyte.reports.FilledReport;
import khoyte.reports.ReportColumn;
import khoyte.reports.ReportDefinition.Block;
import khoyte.reports.TotalLabel;
import khoyte.reports.cell.ReportCell;
import khoyte.reports.cell.ReportRow;
import khoyte.reports.cell.Sign;
import khoyte.reports.excel.CellLook.Fill;
import khoyte.reports.font.Typeface;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;

/** The table: headings, one row a unit, the total. */
final class TableRows {
  private static final double HEADING_POINTS = 12;
  private static final double LATE_POINTS = 10;
  private static final double INDEX_POINTS = 9;
  private static final double HEADING_LINE_POINTS = 15.75;
  private static final double HEADING_FREE_POINTS = 3.75;
  private static final double INDEX_ROW_POINTS = 12.75;
  private static final double ROW_POINTS = 17.25;
  private static final CellLook HEADING =
      CellLook.of(BOLD, HEADING_POINTS, HorizontalAlignment.CENTER).framed();
  private static final CellLook INDEX =
      CellLook.of(ITALIC, INDEX_POINTS, HorizontalAlignment.CENTER).framed();

  private final FilledReport report;
  private final SheetGrid grid;
  private final List<ReportColumn> columns;
  private final int points;

  TableRows(FilledReport report, SheetGrid grid) {
    this.report = report;
    this.grid = grid;
    this.columns = report.definition().columns();
    this.points = report.definition().bodyPoints();
  }

  /** The rows that head every page, by their index. */
  record Headings(int first, int last) {}

  Headings fill() {
    Headings headings = headings();
    List<String> ordinals = report.ordinals();
    for (int i = 0; i < report.rows().size(); i++) {
      unit(report.rows().get(i), ordinals.get(i));
    }
    total(report.total());
    return headings;
  }

  private Headings headings() {
    boolean grouped = columns.stream().anyMatch(column -> !column.group().isEmpty());
    int first = grid.rows();
    if (grouped) {
      grid.addRow(HEADING_LINE_POINTS + HEADING_FREE_POINTS);
    }
    int lines =
        columns.stream()
            .mapToInt(
                column -> column.heading().size() - (grouped && column.group().isEmpty() ? 1 : 0))
            .max()
            .orElse(1);
    int last = grid.addRow(lines * HEADING_LINE_POINTS + HEADING_FREE_POINTS);
    for (int i = 0; i < columns.size(); i++) {
      heading(i, first, last);
    }
    if (report.definition().has(Block.INDEX_ROW)) {
      last = grid.addRow(INDEX_ROW_POINTS);
      for (int i = 0; i < columns.size(); i++) {
        grid.cell(last, i, INDEX).setCellValue(report.definition().indexes().get(i));
      }
    }
    return new Headings(first, last);
  }

  private void heading(int column, int first, int last) {
    String text = String.join("\n", report.heading(columns.get(column)));
    String group = columns.get(column).group();
    if (group.isEmpty()) {
      for (int row = first + 1; row <= last; row++) {
        grid.cell(row, column, HEADING);
      }
      grid.cell(first, column, HEADING).setCellValue(text);
      if (last > first) {
        grid.sheet().addMergedRegion(new CellRangeAddress(first, last, column, column));
      }
      return;
    }
    grid.cell(last, column, HEADING).setCellValue(text);
    if (!group.equals(columns.get(column - 1).group())) {
      int end = column;
      while (end + 1 < columns.size() && group.equals(columns.get(end + 1).group())) {
        end++;
      }
      grid.text(first, column, end, group, HEADING);
    }
  }

  private void unit(ReportRow row, String ordinal) {
    Typeface face = row.isGroup() ? BOLD : REGULAR;
    Fill fill = row.isGroup() ? Fill.GROUP : Fill.NONE;
    int indent = 1 + (row.isGroup() || !isGrouped() ? 0 : 1);
    double widthMm = columns.get(1).mm() - 2 - 2 * indent;
    int lines = face.lines(row.unitName(), points, widthMm);
    int at = grid.addRow(Math.max(ROW_POINTS, lines * HEADING_LINE_POINTS));
    CellLook look = CellLook.of(face, points, HorizontalAlignment.CENTER).framed().filled(fill);
    Cell number = grid.cell(at, 0, look.formatted("0"));
    if (row.isGroup()) {
      number.setCellValue(ordinal);
    } else if (!ordinal.isEmpty()) {
      number.setCellValue(Integer.parseInt(ordinal));
    }
    CellLook name = CellLook.of(face, points, HorizontalAlignment.LEFT).framed().filled(fill);
    grid.cell(at, 1, name.indented(indent)).setCellValue(row.unitName());
    cells(at, row, face, fill);
  }

  private boolean isGrouped() {
    return report.rows().stream().anyMatch(ReportRow::isGroup);
  }

  private void total(ReportRow row) {
    int at = grid.addRow(ROW_POINTS);
    CellLook look = CellLook.of(BOLD, points, HorizontalAlignment.CENTER).framed();
    if (report.definition().total().place() == TotalLabel.Place.FIRST_TWO_COLUMNS) {
      grid.text(at, 0, 1, row.unitName(), look);
    } else {
      grid.cell(at, 0, look);
      grid.cell(at, 1, look).setCellValue(row.unitName());
    }
    cells(at, row, BOLD, Fill.NONE);
  }

  private void cells(int at, ReportRow row, Typeface face, Fill fill) {
    for (int i = 0; i < row.cells().size(); i++) {
      ReportCell value = row.cells().get(i);
      ReportColumn column = columns.get(i + 2);
      CellLook look =
          value == Sign.LATE
              ? CellLook.of(ITALIC, LATE_POINTS, HorizontalAlignment.RIGHT)
              : CellLook.of(face, points, alignment(value));
      int indent = look.alignment() == HorizontalAlignment.RIGHT ? column.indent() : 0;
      Cell cell =
          grid.cell(
              at,
              i + 2,
              look.framed().filled(fill).indented(indent).formatted(value.numberFormat()));
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
