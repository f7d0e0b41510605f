package khoyte.reports.excel;

import static khoyte.reports.font.Typeface.BOLD;
import static khoyte.reports.font.Typeface.ITALIC;
import static khoyte.reports.font.Typeface.REGULAR;

import java.util.List;
import khoyte.reports.WorklistPage;
import org.apache.poi.ss.usermodel.HorizontalAlignment;

/** Below a list: how many records, and the three signatures. */
final class ListFoot {
  private static final double LINE_POINTS = 17.25;

  /** Left free for signature and seal. */
  private static final double SEAL_MM = 25;

  private static final CellLook TOTAL = CellLook.of(REGULAR, 12, HorizontalAlignment.LEFT);
  private static final CellLook DATE = CellLook.of(ITALIC, 13, HorizontalAlignment.CENTER);
  private static final CellLook WHO = CellLook.of(BOLD, 13, HorizontalAlignment.CENTER);
  private static final CellLook HOW = CellLook.of(ITALIC, 13, HorizontalAlignment.CENTER);

  /** First columns of the three signatures, and one beyond the last. */
  private static final int[] BLOCKS = {0, 7, 11, 18};

  private final SheetGrid grid;
  private final WorklistPage page;

  ListFoot(SheetGrid grid, WorklistPage page) {
    this.grid = grid;
    this.page = page;
  }

  /** Gives the index of the first row. */
  int fill(long records) {
    int first = grid.addRow(6);
    grid.text(grid.addRow(18), 0, grid.lastColumn(), page.total(records), TOTAL);
    int date = grid.addRow(LINE_POINTS);
    grid.text(date, BLOCKS[2], BLOCKS[3] - 1, page.placeAndDate(), DATE);
    List<List<String>> signatures = page.signatures();
    int lines = signatures.stream().mapToInt(List::size).max().orElse(0);
    for (int line = 0; line < lines; line++) {
      int row = grid.addRow(LINE_POINTS);
      for (int i = 0; i < signatures.size(); i++) {
        List<String> titles = signatures.get(i);
        if (line < titles.size()) {
          CellLook look = line < titles.size() - 1 ? WHO : HOW;
          grid.text(row, BLOCKS[i], BLOCKS[i + 1] - 1, titles.get(line), look);
        }
      }
    }
    grid.addRow(SheetGrid.points(SEAL_MM));
    return first;
  }
}
