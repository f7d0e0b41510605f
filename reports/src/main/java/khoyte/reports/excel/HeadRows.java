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
  private static final CellLook PLAIN_13 = CellLook.of(REGULAR, 13, HorizontalAlignment.CENTER);
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
    LetterheadRows rows = new LetterheadRows(grid, blocks);
    rows.fill(letterhead.parent(), letterhead.name());
    rows.pair(17.25, words.number(), PLAIN_13, words.placeAndDate(), ITALIC_13);
    grid.addRow(9);
  }

  private void title() {
    across(18.75 * words.title().size(), String.join("\n", words.title()), TITLE);
  }

  private void across(double points, String text, CellLook look) {
    grid.text(grid.addRow(points), 0, grid.lastColumn(), text, look);
  }
}
