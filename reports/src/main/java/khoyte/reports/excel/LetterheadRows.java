package khoyte.reports.excel;

import static khoyte.reports.font.Typeface.BOLD;
import static khoyte.reports.font.Typeface.REGULAR;

import khoyte.reports.HeaderBlocks;
import khoyte.reports.PageText;
import org.apache.poi.ss.usermodel.HorizontalAlignment;

/** The bodies on the left, the nation on the right, each with its line. */
record LetterheadRows(SheetGrid grid, HeaderBlocks blocks) {
  private static final CellLook PLAIN_12 = CellLook.of(REGULAR, 12, HorizontalAlignment.CENTER);
  private static final CellLook BOLD_12 = CellLook.of(BOLD, 12, HorizontalAlignment.CENTER);
  private static final CellLook BOLD_13 = CellLook.of(BOLD, 13, HorizontalAlignment.CENTER);

  void fill(String parent, String name) {
    pair(16.5, parent, PLAIN_12, PageText.NATION, BOLD_12);
    pair(17.25, name, BOLD_12, PageText.MOTTO, BOLD_13);
    int lines = grid.addRow(7.5);
    centredLine(lines, 0, blocks.leftMm(), HeaderBlocks.nameLineMm(name));
    centredLine(lines, blocks.leftMm(), blocks.rightMm(), HeaderBlocks.mottoLineMm());
  }

  /** One line of both blocks. */
  void pair(double points, String left, CellLook leftLook, String right, CellLook rightLook) {
    int row = grid.addRow(points);
    grid.text(row, 0, blocks.leftColumns() - 1, left, leftLook);
    grid.text(row, blocks.leftColumns(), grid.lastColumn(), right, rightLook);
  }

  private void centredLine(int row, double leftMm, double widthMm, double lengthMm) {
    double from = leftMm + (widthMm - lengthMm) / 2;
    grid.line(row, 1.5, from, from + lengthMm);
  }
}
