package khoyte.reports.excel;

import java.util.List;
import khoyte.reports.WorklistPage;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** What all sheets of a worklist share. */
record WorklistBook(SXSSFWorkbook workbook, CellStyles styles, WorklistPage page) {

  /** Adds a sheet whose rows are written and forgotten. */
  SXSSFSheet add(String name) {
    return workbook.createSheet(name);
  }

  /** The same sheet without its rows, for all that is said of it as a whole. */
  XSSFSheet whole(SXSSFSheet sheet) {
    return workbook.getXSSFWorkbook().getSheet(sheet.getSheetName());
  }

  SheetGrid grid(SXSSFSheet sheet, List<Double> columnsMm) {
    return new SheetGrid(sheet, whole(sheet), styles, columnsMm);
  }

  /** A text that looks like an escaped character, escaped: else a reader would resolve it. */
  static String literal(String text) {
    return text.contains("_x") ? text.replaceAll("_x(?=\\p{XDigit}{4}_)", "_x005F_x") : text;
  }

  /** Paper and foot of a sheet; nothing in it can be changed but what is not locked. */
  void finish(SXSSFSheet sheet, SheetGrid grid) {
    XSSFSheet whole = whole(sheet);
    PageSetup setup = new PageSetup(whole, page.paper());
    setup.oneWide(0);
    setup.numbered(page.banner(), page.foot());
    int index = workbook.getSheetIndex(sheet);
    workbook.setPrintArea(index, 0, grid.lastColumn(), 0, grid.rows() - 1);
    protect(whole);
  }

  /** Without password: against slips, not against people. */
  static void protect(XSSFSheet sheet) {
    sheet.lockSelectLockedCells(false);
    sheet.lockSelectUnlockedCells(false);
    sheet.lockAutoFilter(false);
    sheet.lockSort(false);
    sheet.lockFormatColumns(false);
    sheet.lockObjects(true);
    sheet.lockScenarios(true);
    sheet.enableLocking();
  }
}
