package khoyte.reports.excel;

import static khoyte.reports.font.Typeface.BOLD;
import static khoyte.reports.font.Typeface.ITALIC;

import java.util.Arrays;
import java.util.List;
import khoyte.reports.HeaderBlocks;
import khoyte.reports.WorklistPage;
import khoyte.warehouse.worklist.ListedRow;
import khoyte.warehouse.worklist.WorklistColumn;
import khoyte.warehouse.worklist.WorklistForm;
import khoyte.warehouse.worklist.WorklistSheet;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** One list: head, headings, a row a record, signatures; printed alone. */
final class ListSheet {
  private static final List<WorklistColumn> COLUMNS = List.of(WorklistColumn.values());
  private static final int LAST = COLUMNS.size() - 1;
  private static final CellLook TITLE = CellLook.of(BOLD, 14, HorizontalAlignment.CENTER);
  private static final CellLook SCOPE = CellLook.of(ITALIC, 13, HorizontalAlignment.CENTER);
  private static final CellLook PERSONAL = CellLook.of(BOLD, 10, HorizontalAlignment.CENTER);
  private static final double HEADING_POINTS = 10;
  private static final CellLook NOTHING =
      CellLook.of(ITALIC, 11, HorizontalAlignment.CENTER).framed();

  private final WorklistBook book;
  private final WorklistSheet list;
  private final SXSSFSheet sheet;
  private final SheetGrid grid;
  private final ListRows rows;
  private final int heading;

  ListSheet(WorklistBook book, WorklistSheet list) {
    this.book = book;
    this.list = list;
    this.sheet = book.add(list.title());
    this.grid = book.grid(sheet, COLUMNS.stream().map(WorklistColumn::mm).toList());
    head();
    this.heading = heading();
    this.rows = new ListRows(grid);
  }

  private void head() {
    WorklistPage page = book.page();
    List<Double> columnsMm = COLUMNS.stream().map(WorklistColumn::mm).toList();
    HeaderBlocks blocks =
        HeaderBlocks.of(
            page.head().parent(),
            page.head().station(),
            columnsMm,
            columnsMm.stream().mapToDouble(Double::doubleValue).sum());
    new LetterheadRows(grid, blocks).fill(page.head().parent(), page.head().station());
    grid.addRow(9);
    across(18.75, WorklistPage.TITLE, TITLE);
    across(18.75, WorklistPage.title(list), TITLE);
    across(17.25, page.scope(), SCOPE);
    across(16.5, WorklistPage.PERSONAL, PERSONAL);
  }

  /** Two rows: groups of columns over the columns; gives the index of the first. */
  private int heading() {
    int upper = grid.addRow(18);
    int lower = grid.addRow(33);
    for (int column = 0; column <= LAST; column++) {
      grid.cell(upper, column, heading(HEADING_POINTS));
      grid.cell(lower, column, heading(HEADING_POINTS));
    }
    group(upper, WorklistColumn.PRESENT, WorklistColumn.PRESENT_HEADING);
    group(upper, WorklistColumn.RIGHT, WorklistColumn.RIGHT_HEADING);
    for (WorklistColumn column : COLUMNS) {
      boolean isGrouped =
          WorklistColumn.PRESENT.contains(column) || WorklistColumn.RIGHT.contains(column);
      grid.cell(isGrouped ? lower : upper, column.ordinal(), heading(points(column)))
          .setCellValue(column.heading());
      if (!isGrouped) {
        sheet.addMergedRegion(
            new CellRangeAddress(upper, lower, column.ordinal(), column.ordinal()));
      }
    }
    return upper;
  }

  private void group(int row, List<WorklistColumn> columns, String text) {
    int first = columns.get(0).ordinal();
    int last = columns.get(columns.size() - 1).ordinal();
    grid.cell(row, first, heading(HEADING_POINTS)).setCellValue(text);
    sheet.addMergedRegion(new CellRangeAddress(row, row, first, last));
  }

  private static CellLook heading(double points) {
    return CellLook.of(BOLD, points, HorizontalAlignment.CENTER).framed();
  }

  /** Small enough for the longest word of a heading. */
  private static double points(WorklistColumn column) {
    double widest =
        Arrays.stream(column.heading().split(" ", -1))
            .mapToDouble(word -> BOLD.mm(word, HEADING_POINTS))
            .max()
            .orElse(0);
    double fitting = HEADING_POINTS * (column.mm() - ListRows.CELL_EDGE_MM) / widest;
    return Math.min(HEADING_POINTS, Math.floor(fitting * 2) / 2);
  }

  /** Adds a record, and what its row was printed for. */
  void add(ListedRow row, SealSheet sealed) {
    rows.add(row, sealed);
  }

  /** All that comes after the rows. */
  void finish() {
    if (listed() == 0) {
      across(21, WorklistForm.NOTHING, NOTHING);
    }
    int last = grid.rows() - 1;
    int foot = new ListFoot(grid, book.page()).fill(listed());
    sheet.createFreezePane(0, firstRow());
    sheet.setRepeatingRows(new CellRangeAddress(heading, heading + 1, -1, -1));
    book.finish(sheet, grid);
    PageBreaks pages =
        new PageBreaks(grid, book.page().paper(), WorklistColumn.allMm(), firstRow());
    if (list == WorklistSheet.UNDECIDED) {
      pages.keepBlocks(sheet, rows.blocks());
    } else {
      pages.keepFoot(sheet, foot);
    }
    if (listed() > 0) {
      // Ids and dates are texts on purpose: no program need point at them.
      book.whole(sheet)
          .addIgnoredErrors(
              new CellRangeAddress(firstRow(), last, 0, LAST),
              IgnoredErrorType.NUMBER_STORED_AS_TEXT,
              IgnoredErrorType.TWO_DIGIT_TEXT_YEAR);
      new ListChoices(sheet, list, book.page().issue().asOf()).offer(firstRow(), last);
      if (list != WorklistSheet.UNDECIDED) {
        sheet.setAutoFilter(new CellRangeAddress(heading + 1, last, 0, LAST));
      }
    }
  }

  String title() {
    return list.title();
  }

  /** Records so far. */
  long listed() {
    return rows.records();
  }

  /** Column of the row keys, and of the answers, as a range in formulas. */
  String range(WorklistColumn column) {
    char letter = (char) ('A' + column.ordinal());
    int last = Math.max(firstRow(), firstRow() + rows.rows() - 1);
    return "'" + title() + "'!" + letter + (firstRow() + 1) + ":" + letter + (last + 1);
  }

  private int firstRow() {
    return heading + 2;
  }

  private void across(double points, String text, CellLook look) {
    grid.text(grid.addRow(points), 0, grid.lastColumn(), text, look);
  }
}
