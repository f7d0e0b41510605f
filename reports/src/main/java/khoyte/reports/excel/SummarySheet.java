package khoyte.reports.excel;

import static khoyte.reports.font.Typeface.BOLD;
import static khoyte.reports.font.Typeface.ITALIC;
import static khoyte.reports.font.Typeface.REGULAR;

import java.util.Collection;
import java.util.List;
import khoyte.reports.WorklistPage;
import khoyte.reports.cell.ReportCell;
import khoyte.warehouse.worklist.WorklistColumn;
import khoyte.warehouse.worklist.WorklistForm;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** How far the review has come, counted by the workbook itself. */
final class SummarySheet {
  private static final double ROW_POINTS = 18;
  private static final List<Double> COLUMNS_MM = List.of(100.0, 50.0, 50.0, 50.0);
  private static final List<String> HEADINGS =
      List.of("Danh sách", "Số dòng", "Đã rà soát", "Còn lại");
  private static final CellLook TITLE = CellLook.of(BOLD, 14, HorizontalAlignment.CENTER);
  private static final CellLook SCOPE = CellLook.of(ITALIC, 13, HorizontalAlignment.CENTER);
  private static final CellLook HEADING =
      CellLook.of(BOLD, 12, HorizontalAlignment.CENTER).framed();
  private static final CellLook NAME =
      CellLook.of(REGULAR, 12, HorizontalAlignment.LEFT).framed().indented(1);
  private static final CellLook COUNT =
      CellLook.of(REGULAR, 12, HorizontalAlignment.RIGHT)
          .framed()
          .indented(1)
          .formatted(new ReportCell.Count(0).numberFormat());

  private final WorklistBook book;
  private final SXSSFSheet sheet;
  private final SheetGrid grid;

  SummarySheet(WorklistBook book) {
    this.book = book;
    this.sheet = book.add(WorklistForm.SUMMARY_SHEET);
    this.grid = book.grid(sheet, COLUMNS_MM);
  }

  void fill(Collection<ListSheet> lists) {
    across(WorklistPage.TITLE, TITLE);
    across(WorklistForm.SUMMARY_SHEET, TITLE);
    across(book.page().scope(), SCOPE);
    grid.addRow(6);
    int heading = grid.addRow(ROW_POINTS);
    for (int i = 0; i < HEADINGS.size(); i++) {
      grid.cell(heading, i, HEADING).setCellValue(HEADINGS.get(i));
    }
    long all = 0;
    for (ListSheet list : lists) {
      int at = grid.addRow(ROW_POINTS);
      grid.cell(at, 0, NAME).setCellValue(list.title());
      formula(at, 1, "COUNTA(" + list.range(WorklistColumn.KEY) + ")", list.listed(), COUNT);
      formula(at, 2, "COUNTA(" + list.range(WorklistColumn.RESULT) + ")", 0, COUNT);
      rest(at, list.listed(), COUNT);
      all += list.listed();
    }
    total(heading + 1, all);
    book.finish(sheet, grid);
  }

  private void total(int first, long all) {
    int at = grid.addRow(ROW_POINTS);
    grid.cell(at, 0, HEADING).setCellValue("Tổng số");
    for (int column = 1; column <= 2; column++) {
      char letter = (char) ('A' + column);
      String sum = "SUM(" + letter + (first + 1) + ":" + letter + at + ")";
      formula(at, column, sum, column == 1 ? all : 0, COUNT.faced(BOLD));
    }
    rest(at, all, COUNT.faced(BOLD));
  }

  private void rest(int at, long rows, CellLook look) {
    formula(at, 3, "B" + (at + 1) + "-C" + (at + 1), rows, look);
  }

  /** The value is what programs show that do not count by themselves. */
  private void formula(int row, int column, String formula, long value, CellLook look) {
    Cell cell = grid.cell(row, column, look);
    cell.setCellFormula(formula);
    cell.setCellValue(value);
  }

  private void across(String text, CellLook look) {
    grid.text(grid.addRow(ROW_POINTS), 0, grid.lastColumn(), text, look);
  }
}
