package khoyte.reports.excel;

import java.util.Arrays;
import java.util.List;
import khoyte.warehouse.worklist.Decision;
import khoyte.warehouse.worklist.PoliceAnswer;
import khoyte.warehouse.worklist.WorklistForm;
import khoyte.warehouse.worklist.WorklistSheet;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** Very hidden: what the drop-downs offer, a column each. A list in a cell holds 255 signs only. */
final class ChoicesSheet {
  static final int POLICE = 2;
  static final int GENDER = 3;

  private static final List<List<String>> COLUMNS =
      List.of(
          Decision.OF_A_RECORD.stream().map(Decision::text).toList(),
          Decision.AMONG_CANDIDATES.stream().map(Decision::text).toList(),
          Arrays.stream(PoliceAnswer.values()).map(PoliceAnswer::text).toList(),
          List.of("Nam", "Nữ"));

  private ChoicesSheet() {}

  static void fill(WorklistBook book) {
    SXSSFSheet sheet = book.add(WorklistForm.CHOICES_SHEET);
    int rows = COLUMNS.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < rows; i++) {
      Row row = sheet.createRow(i);
      for (int column = 0; column < COLUMNS.size(); column++) {
        if (i < COLUMNS.get(column).size()) {
          row.createCell(column).setCellValue(COLUMNS.get(column).get(i));
        }
      }
    }
    WorklistBook.protect(book.whole(sheet));
  }

  /** Column of the decisions that are offered in a list. */
  static int columnOf(WorklistSheet list) {
    return list == WorklistSheet.UNDECIDED ? 1 : 0;
  }

  /** The cells of a column, for a formula. */
  static String range(int column) {
    char letter = (char) ('A' + column);
    int last = COLUMNS.get(column).size();
    return WorklistForm.CHOICES_SHEET + "!$" + letter + "$1:$" + letter + "$" + last;
  }
}
