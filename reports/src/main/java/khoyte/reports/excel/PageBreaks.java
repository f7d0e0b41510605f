package khoyte.reports.excel;

import java.util.List;
import khoyte.reports.Paper;
import org.apache.poi.ss.usermodel.Sheet;

/**
 * Where the pages of a list end. Programs do not agree on it to the last point, so a break is set
 * wherever it matters: a foot never stands on a page of its own, and a record stays with its
 * candidates.
 *
 * @param widthMm of all columns, which are reduced to one page's width
 * @param firstRow first row of the list; the two above it are repeated on every page
 */
record PageBreaks(SheetGrid grid, Paper paper, double widthMm, int firstRow) {
  private static final int ROWS_WITH_THE_FOOT = 2;
  private static final double SHORT_PAGE = 0.97;
  private static final double LONG_PAGE = 1.03;

  /** Excel takes no more in a sheet. */
  private static final int MOST_BREAKS = 1000;

  /** The last rows of the list go with its foot. */
  void keepFoot(Sheet sheet, int foot) {
    int together = foot - ROWS_WITH_THE_FOOT;
    int last = grid.rows() - 1;
    boolean isWhole =
        pageOf(together, SHORT_PAGE) == pageOf(last, SHORT_PAGE)
            && pageOf(together, LONG_PAGE) == pageOf(last, LONG_PAGE);
    if (together > firstRow && !isWhole) {
      sheet.setRowBreak(together - 1);
    }
  }

  /**
   * No page ends within a block; the last one goes with the foot.
   *
   * @param blocks rows with which the blocks begin
   */
  void keepBlocks(Sheet sheet, List<Integer> blocks) {
    double used = height(0, firstRow);
    int breaks = 0;
    for (int i = 0; i < blocks.size(); i++) {
      int end = i + 1 < blocks.size() ? blocks.get(i + 1) : grid.rows();
      double block = height(blocks.get(i), end);
      if (i > 0 && used + block > pagePoints() * SHORT_PAGE && breaks < MOST_BREAKS) {
        sheet.setRowBreak(blocks.get(i) - 1);
        breaks++;
        used = headings();
      }
      used += block;
    }
  }

  /** The page on which a row would stand, from 0, on pages of that share of their length. */
  private int pageOf(int row, double share) {
    int page = 0;
    double used = 0;
    for (int i = 0; i <= row; i++) {
      if (used + grid.heightPoints(i) > pagePoints() * share) {
        page++;
        used = headings();
      }
      used += grid.heightPoints(i);
    }
    return page;
  }

  private double pagePoints() {
    double scale = Math.min(1, paper.printWidthMm() / widthMm);
    return SheetGrid.points(paper.printHeightMm()) / scale;
  }

  private double headings() {
    return height(firstRow - 2, firstRow);
  }

  private double height(int from, int end) {
    double height = 0;
    for (int i = from; i < end; i++) {
      height += grid.heightPoints(i);
    }
    return height;
  }
}
