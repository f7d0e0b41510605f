package khoyte.reports.excel;

import java.time.LocalDate;
import khoyte.warehouse.worklist.WorklistColumn;
import khoyte.warehouse.worklist.WorklistSheet;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** What may be written into the yellow columns of a list. */
record ListChoices(SXSSFSheet sheet, WorklistSheet list, LocalDate asOf) {
  private static final String TITLE = "Giá trị không hợp lệ";
  private static final String CHOOSE = "Chọn một giá trị trong danh sách.";

  /** Offers drop-downs and checks from one row to another. */
  void offer(int first, int last) {
    DataValidationHelper made = sheet.getDataValidationHelper();
    String decisions = ChoicesSheet.range(ChoicesSheet.columnOf(list));
    Column column = new Column(first, last);
    column.check(WorklistColumn.RESULT, made.createFormulaListConstraint(decisions), CHOOSE);
    column.check(
        WorklistColumn.RIGHT_NAME,
        made.createTextLengthConstraint(OperatorType.LESS_OR_EQUAL, "255", null),
        "Không quá 255 ký tự.");
    column.check(
        WorklistColumn.RIGHT_BIRTH_DATE,
        made.createCustomConstraint(isDate(address(WorklistColumn.RIGHT_BIRTH_DATE, first))),
        "Nhập ngày dạng 31/12/1980.");
    column.check(
        WorklistColumn.RIGHT_GENDER,
        made.createFormulaListConstraint(ChoicesSheet.range(ChoicesSheet.GENDER)),
        CHOOSE);
    column.check(
        WorklistColumn.RIGHT_ID,
        made.createCustomConstraint(isId(address(WorklistColumn.RIGHT_ID, first))),
        "Số định danh gồm 12 chữ số, nhập dạng chữ, giữ số 0 ở đầu.");
    column.check(
        WorklistColumn.POLICE,
        made.createFormulaListConstraint(ChoicesSheet.range(ChoicesSheet.POLICE)),
        CHOOSE);
  }

  /** A text as 31/12/1980, or a date, from 01/01/1900 to the date of the figures. */
  private String isDate(String cell) {
    String read = "DATE(RIGHT(" + cell + ",4),MID(" + cell + ",4,2),LEFT(" + cell + ",2))";
    String latest =
        "DATE(%d,%d,%d)".formatted(asOf.getYear(), asOf.getMonthValue(), asOf.getDayOfMonth());
    String isReal = "TEXT(%2$s,\"dd\\/mm\\/yyyy\")=%1$s,RIGHT(%1$s,4)>=\"1900\",%2$s<=%3$s";
    String isDay = "AND(%1$s>=1,%1$s<=%3$s)";
    return ("IF(ISNUMBER(%1$s)," + isDay + ",IFERROR(AND(" + isReal + "),FALSE))")
        .formatted(cell, read, latest);
  }

  /** A text of twelve digits. */
  private static String isId(String cell) {
    return "AND(LEN(%1$s)=12,ISNUMBER(-%1$s),TEXT(%1$s,\"000000000000\")=%1$s)".formatted(cell);
  }

  private static String address(WorklistColumn column, int row) {
    return (char) ('A' + column.ordinal()) + String.valueOf(row + 1);
  }

  /** Cells of one column. */
  private final class Column {
    private final int first;
    private final int last;

    Column(int first, int last) {
      this.first = first;
      this.last = last;
    }

    void check(WorklistColumn column, DataValidationConstraint allowed, String error) {
      int at = column.ordinal();
      DataValidation check =
          sheet
              .getDataValidationHelper()
              .createValidation(allowed, new CellRangeAddressList(first, last, at, at));
      check.setEmptyCellAllowed(true);
      // Of this kind of workbook it means that the arrow is shown.
      check.setSuppressDropDownArrow(true);
      check.setErrorStyle(DataValidation.ErrorStyle.STOP);
      check.createErrorBox(TITLE, error);
      check.setShowErrorBox(true);
      sheet.addValidationData(check);
    }
  }
}
