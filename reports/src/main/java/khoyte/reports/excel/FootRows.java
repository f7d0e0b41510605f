package khoyte.reports.excel;

import static khoyte.reports.font.Typeface.BOLD;
import static khoyte.reports.font.Typeface.BOLD_ITALIC;
import static khoyte.reports.font.Typeface.REGULAR;

import java.util.List;
import khoyte.reports.FilledReport;
import khoyte.reports.HeaderBlocks;
import khoyte.reports.PageText;
import khoyte.reports.font.Typeface;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.jspecify.annotations.Nullable;

/** Everything below the table: chart, notes, data line, recipients and signature. */
final class FootRows {
  private static final double CHART_MM = 60;
  private static final double CHART_FREE_MM = 3;

  /** Columns are rounded to pixels: what ends where they end would be cut. */
  private static final double EDGE_MM = 1;

  private static final double NOTE_POINTS = 10;
  private static final double NOTE_LINE_POINTS = 12.75;
  private static final double LEGEND_POINTS = 9;
  private static final double DATA_POINTS = 8.5;
  private static final double DATA_LINE_POINTS = 11.25;

  /** Left free for signature and seal. */
  private static final double SEAL_MM = 30;

  /** A cell keeps a little of its width for itself. */
  private static final double CELL_EDGE_MM = 3;

  private static final CellLook NOTE = CellLook.of(REGULAR, NOTE_POINTS, HorizontalAlignment.LEFT);
  private static final CellLook LEGEND =
      CellLook.of(REGULAR, LEGEND_POINTS, HorizontalAlignment.CENTER);
  private static final CellLook DATA = CellLook.of(REGULAR, DATA_POINTS, HorizontalAlignment.LEFT);
  private static final CellLook RECIPIENTS = CellLook.of(BOLD_ITALIC, 12, HorizontalAlignment.LEFT);
  private static final CellLook RECIPIENT = CellLook.of(REGULAR, 11, HorizontalAlignment.LEFT);
  private static final CellLook SIGNER = CellLook.of(BOLD, 13, HorizontalAlignment.CENTER);

  private final FilledReport report;
  private final SheetGrid grid;
  private final CellStyles styles;
  private final PageText words;

  FootRows(FilledReport report, SheetGrid grid, CellStyles styles) {
    this.report = report;
    this.grid = grid;
    this.styles = styles;
    this.words = new PageText(report);
  }

  void fill(HeaderBlocks blocks, @Nullable ExcelChart chart) {
    if (chart == null) {
      grid.addRow(SheetGrid.points(CHART_FREE_MM));
    } else {
      chart(chart);
    }
    across(NOTE_LINE_POINTS, PageText.NOTES, NOTE);
    for (String note : words.notes()) {
      int lines = Typeface.REGULAR.lines(note, NOTE_POINTS, textMm());
      across(lines * NOTE_LINE_POINTS, note, NOTE);
    }
    grid.addRow(3);
    data();
    grid.addRow(6);
    if (words.isSigned()) {
      signature(blocks);
    }
  }

  private void chart(ExcelChart chart) {
    double legend = chart.legend().isEmpty() ? 0 : LEGEND_POINTS + 4;
    double height = SheetGrid.points(CHART_MM) - legend;
    double free = SheetGrid.points(CHART_FREE_MM);
    int row = grid.addRow(height + free);
    double widthMm = report.definition().paper().printWidthMm() - EDGE_MM;
    XSSFClientAnchor place = grid.anchor(row, 0, free / 2, widthMm, free / 2 + height);
    chart.draw(grid.drawing().createChart(place), widthMm);
    if (!chart.legend().isEmpty()) {
      across(LEGEND_POINTS + 4, chart.legend(), LEGEND);
    }
  }

  private void data() {
    String text = words.data() + " ";
    XSSFRichTextString line = new XSSFRichTextString();
    line.append(text, styles.font(REGULAR, DATA_POINTS));
    line.append(words.lateSources(), styles.font(words.isLate() ? BOLD : REGULAR, DATA_POINTS));
    if (!words.reissue().isEmpty()) {
      line.append(" " + words.reissue(), styles.font(REGULAR, DATA_POINTS));
    }
    Typeface widest = words.isLate() ? Typeface.BOLD : Typeface.REGULAR;
    int lines = widest.lines(line.getString(), DATA_POINTS, textMm());
    int row = grid.addRow(lines * DATA_LINE_POINTS);
    grid.text(row, 0, grid.lastColumn(), "", DATA).setCellValue(line);
  }

  private void signature(HeaderBlocks blocks) {
    List<String> left = words.recipients();
    List<String> right = words.signerTitles();
    int row = grid.addRow(17.25);
    left(blocks, row, PageText.RECIPIENTS, RECIPIENTS);
    right(blocks, row, right.get(0), SIGNER);
    double free = 0;
    for (int i = 0; i < Math.max(left.size(), right.size() - 1); i++) {
      boolean titled = i + 1 < right.size();
      row = grid.addRow(titled ? 17.25 : 15);
      left(blocks, row, i < left.size() ? left.get(i) : "", RECIPIENT);
      if (titled) {
        right(blocks, row, right.get(i + 1), SIGNER);
      } else {
        free += grid.heightPoints(row);
      }
    }
    grid.addRow(Math.max(0.75, SheetGrid.points(SEAL_MM) - free));
    right(blocks, grid.addRow(17.25), report.issue().letterhead().signer().name(), SIGNER);
  }

  private void left(HeaderBlocks blocks, int row, String text, CellLook look) {
    grid.text(row, 0, blocks.leftColumns() - 1, text, look);
  }

  private void right(HeaderBlocks blocks, int row, String text, CellLook look) {
    grid.text(row, blocks.leftColumns(), grid.lastColumn(), text, look);
  }

  private void across(double points, String text, CellLook look) {
    grid.text(grid.addRow(points), 0, grid.lastColumn(), text, look);
  }

  private double textMm() {
    return grid.widthMm(0, grid.lastColumn()) - CELL_EDGE_MM;
  }
}
