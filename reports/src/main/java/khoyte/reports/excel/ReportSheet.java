package khoyte.reports.excel;

import java.util.ArrayList;
import java.util.List;
import khoyte.reports.FilledChart;
import khoyte.reports.FilledReport;
import khoyte.reports.HeaderBlocks;
import khoyte.reports.PageText;
import khoyte.reports.ReportColumn;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** The printed sheet of a report, from letterhead to signature, and its page. */
final class ReportSheet {
  private final FilledReport report;
  private final XSSFWorkbook workbook;
  private final PageText words;

  ReportSheet(FilledReport report, XSSFWorkbook workbook) {
    this.report = report;
    this.workbook = workbook;
    this.words = new PageText(report);
  }

  void fill() {
    CellStyles styles = new CellStyles(workbook);
    XSSFSheet sheet = workbook.createSheet(report.definition().name());
    ExcelChart chart = chart(styles);
    HeaderBlocks blocks = HeaderBlocks.of(report);
    SheetGrid grid = new SheetGrid(sheet, styles, widths(blocks));
    new HeadRows(report, grid).fill(blocks);
    TableRows.Headings headings = new TableRows(report, grid).fill();
    new FootRows(report, grid, styles).fill(blocks, chart);
    print(sheet, grid, headings);
  }

  private @Nullable ExcelChart chart(CellStyles styles) {
    FilledChart filled = FilledChart.of(report);
    if (filled == null) {
      return null;
    }
    ExcelChart chart = new ExcelChart(filled, workbook.createSheet(ExcelReport.CHART_SHEET));
    chart.writeData(styles);
    workbook.setSheetHidden(1, true);
    return chart;
  }

  private List<Double> widths(HeaderBlocks blocks) {
    List<Double> widths =
        new ArrayList<>(report.definition().columns().stream().map(ReportColumn::mm).toList());
    if (blocks.extraMm() > 0) {
      widths.add(blocks.extraMm());
    }
    return widths;
  }

  private void print(XSSFSheet sheet, SheetGrid grid, TableRows.Headings headings) {
    sheet.setPrintGridlines(false);
    sheet.createFreezePane(0, headings.last() + 1);
    sheet.setRepeatingRows(new CellRangeAddress(headings.first(), headings.last(), -1, -1));
    workbook.setPrintArea(0, 0, grid.lastColumn(), 0, grid.rows() - 1);
    sheet.setHorizontallyCenter(false);
    PageSetup page = new PageSetup(sheet, report.definition().paper());
    page.oneWide(grid.fitsOnePage(report.definition().paper()) ? 1 : 0);
    page.numbered(words.banner(), words.foot());
  }
}
