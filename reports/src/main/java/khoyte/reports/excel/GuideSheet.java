package khoyte.reports.excel;

import static khoyte.reports.font.Typeface.BOLD;
import static khoyte.reports.font.Typeface.ITALIC;
import static khoyte.reports.font.Typeface.REGULAR;

import java.util.List;
import khoyte.reports.WorklistPage;
import khoyte.reports.font.Typeface;
import khoyte.warehouse.worklist.WorklistForm;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** What a station has to do with the workbook. */
record GuideSheet(WorklistBook book) {
  private static final double WIDTH_MM = 250;
  private static final double POINTS = 13;
  private static final double LINE_POINTS = 17.25;
  private static final double CELL_EDGE_MM = 3;
  private static final CellLook TITLE = CellLook.of(BOLD, 14, HorizontalAlignment.CENTER);
  private static final CellLook SCOPE = CellLook.of(ITALIC, 13, HorizontalAlignment.CENTER);
  private static final CellLook STEP = CellLook.of(REGULAR, POINTS, HorizontalAlignment.LEFT);

  void fill() {
    SXSSFSheet sheet = book.add(WorklistForm.GUIDE_SHEET);
    SheetGrid grid = book.grid(sheet, List.of(WIDTH_MM));
    line(grid, 1, WorklistPage.TITLE, TITLE);
    line(grid, 1, book.page().scope(), SCOPE);
    grid.addRow(9);
    line(grid, 1, WorklistForm.GUIDE_SHEET, TITLE);
    grid.addRow(6);
    for (String step : book.page().guide()) {
      int lines = Typeface.REGULAR.lines(step, POINTS, WIDTH_MM - CELL_EDGE_MM);
      line(grid, lines, step, STEP);
      grid.addRow(3);
    }
    book.finish(sheet, grid);
  }

  private static void line(SheetGrid grid, int lines, String text, CellLook look) {
    grid.cell(grid.addRow(lines * LINE_POINTS + 1.5), 0, look).setCellValue(text);
  }
}
