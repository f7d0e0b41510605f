package khoyte.reports.excel;

import khoyte.warehouse.worklist.IssuedRow;
import khoyte.warehouse.worklist.WorklistForm;
import khoyte.warehouse.worklist.WorklistIssue;
import khoyte.warehouse.worklist.WorklistSeal;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** Very hidden: which list the workbook is and what each row was printed for, under a seal. */
final class SealSheet {
  private final SXSSFSheet sheet;
  private final WorklistBook book;
  private final WorklistSeal.Running seal;

  SealSheet(WorklistBook book, WorklistSeal sealing) {
    WorklistIssue issue = book.page().issue();
    this.book = book;
    this.sheet = book.add(WorklistForm.SEAL_SHEET);
    this.seal = sealing.over(issue);
    line(WorklistForm.FORM, WorklistForm.FORM_VERSION);
    line(WorklistForm.AS_OF, issue.asOf().toString());
    line(WorklistForm.NIGHT, issue.night());
    line(WorklistForm.UNIT, issue.unitCode());
    line(WorklistForm.ROWS, "");
  }

  void add(IssuedRow row) {
    String packed = row.packed();
    line(row.key(), packed);
    seal.add(row.key(), packed);
  }

  void finish() {
    line(WorklistForm.SEAL, seal.seal());
    WorklistBook.protect(book.whole(sheet));
  }

  private void line(String name, String value) {
    Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
    row.createCell(0).setCellValue(name);
    row.createCell(1).setCellValue(WorklistBook.literal(value));
  }
}
