package khoyte.reports.excel;

import static khoyte.reports.font.Typeface.BOLD;
import static khoyte.reports.font.Typeface.ITALIC;
import static khoyte.reports.font.Typeface.REGULAR;

import khoyte.reports.FilledReport;
import khoyte.reports.HeaderBlocks;
import khoyte.reports.LetterForm;
import khoyte.reports.Letterhead;
import khoyte.reports.PageText;
import org.apache.poi.ss.usermodel.HorizontalAlignment;

/** Everything above the table. */
final class HeadRows {
  private static final CellLook PLAIN_12 = CellLook.of(REGULAR, 12, HorizontalAlignment.CENTER);
  private static final CellLook BOLD_12 = CellLook.of(BOLD, 12, HorizontalAlignment.CENTER);
  private static final CellLook PLAIN_13 = CellLook.of(REGULAR, 13, HorizontalAlignment.CENTER);
  private static final CellLook BOLD_13 = CellLook.of(BOLD, 13, HorizontalAlignment.CENTER);
  private static final CellLook ITALIC_13 = CellLook.of(ITALIC, 13, HorizontalAlignment.CENTER);
  private static final CellLook TITLE = CellLook.of(BOLD, 14, HorizontalAlignment.CENTER);
  private static final CellLook UNIT = CellLook.of(ITALIC, 11, HorizontalAlignment.RIGHT);

  /** Left free on an annex for the line of the digital signature. */
  private static final double SIGNATURE_LINE_MM = 15;

  private final FilledReport report;
  private final SheetGrid grid;
  private final PageText words;

  HeadRows(FilledReport report, SheetGrid grid) {
    this.report = report;
    this.grid = grid;
    this.words = new PageText(report);
  }

  void fill(HeaderBlocks blocks) {
    if (report.issue().letterhead().form() == LetterForm.VAN_BAN) {
      letterhead(blocks);
      title();
    } else {
      grid.addRow(SheetGrid.points(SIGNATURE_LINE_MM));
      across(18.75, words.annex(), TITLE);
      title();
      across(17.25, words.attachedTo(), ITALIC_13);
    }
    across(17.25, words.subtitle(), ITALIC_13);
    int last = report.definition().columns().size() - 1;
    grid.text(grid.addRow(16.5), 0, last, words.unitLine(), UNIT);
  }

  private void letterhead(HeaderBlocks blocks) {
    Letterhead letterhead = report.issue().letterhead();
    pair(blocks, 16.5, letterhead.parent(), PLAIN_12, PageText.NATION, BOLD_12);
    pair(blocks, 17.25, letterhead.name(), BOLD_12, PageText.MOTTO, BOLD_13);
    int lines = grid.addRow(7.5);
    centredLine(lines, 0, blocks.leftMm(), HeaderBlocks.nameLineMm(letterhead));
    centredLine(lines, blocks.leftMm(), blocks.rightMm(), HeaderBlocks.mottoLineMm());
    pair(blocks, 17.25, words.number(), PLAIN_13, words.placeAndDate(), ITALIC_13);
    grid.addRow(9);
  }

  private void centredLine(int row, double leftMm, double widthMm, double lengthMm) {
    double from = leftMm + (widthMm - lengthMm) / 2;
    grid.line(row, 1.5, from, from + lengthMm);
  }

  private void title() {
    across(18.75 * words.title().size(), String.join("\n", words.title()), TITLE);
  }

  private void pair(
      HeaderBlocks blocks,
      double points,
      String left,
      CellLook leftLook,
      String right,
      CellLook rightLook) {
    int row = grid.addRow(points);
    grid.text(row, 0, blocks.leftColumns() - 1, left, leftLook);
    grid.text(row, blocks.leftColumns(), grid.lastColumn(), right, rightLook);
  }

  private void across(double points, String text, CellLook look) {
    grid.text(grid.addRow(points), 0, grid.lastColumn(), text, look);
  }
}
