package khoyte.reports.excel;

import java.util.List;
import khoyte.reports.Paper;
import org.apache.poi.ss.usermodel.HeaderFooter;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.xssf.usermodel.XSSFPrintSetup;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** How a sheet is put on paper. */
record PageSetup(XSSFSheet sheet, Paper paper) {
  private static final double MM_PER_INCH = 25.4;
  private static final String REGULAR = "&\"Times New Roman,Regular\"";
  private static final String BOLD = "&\"Times New Roman,Bold\"";

  /**
   * Paper, margins, and as many pages as are needed.
   *
   * @param high pages, or 0 for any number
   */
  void oneWide(int high) {
    sheet.setDisplayGridlines(false);
    sheet.setFitToPage(true);
    XSSFPrintSetup setup = sheet.getPrintSetup();
    setup.setPaperSize(size());
    setup.setLandscape(paper.isLandscape());
    setup.setFitWidth((short) 1);
    setup.setFitHeight((short) high);
    sheet.setMargin(PageMargin.TOP, Paper.TOP_MM / MM_PER_INCH);
    sheet.setMargin(PageMargin.BOTTOM, Paper.BOTTOM_MM / MM_PER_INCH);
    sheet.setMargin(PageMargin.LEFT, Paper.LEFT_MM / MM_PER_INCH);
    sheet.setMargin(PageMargin.RIGHT, Paper.RIGHT_MM / MM_PER_INCH);
    sheet.setMargin(PageMargin.HEADER, Paper.MARGIN_LINE_MM / MM_PER_INCH);
    sheet.setMargin(PageMargin.FOOTER, Paper.MARGIN_LINE_MM / MM_PER_INCH);
  }

  /** Page number on top from the second page on, banner beside it, a foot on every page. */
  void numbered(String banner, String foot) {
    sheet.getHeaderFooterProperties().setDifferentFirst(true);
    sheet.getPrintSetup().setPageStart((short) 1);
    sheet.getPrintSetup().setUsePage(true);
    sheet.getOddHeader().setCenter(REGULAR + "&13&P");
    for (HeaderFooter header : List.of(sheet.getFirstHeader(), sheet.getOddHeader())) {
      if (!banner.isEmpty()) {
        header.setLeft(BOLD + "&9" + banner);
      }
    }
    for (HeaderFooter footer : List.of(sheet.getFirstFooter(), sheet.getOddFooter())) {
      footer.setLeft(REGULAR + "&8" + foot);
      footer.setRight(REGULAR + "&8trang &P/&N");
    }
  }

  private PaperSize size() {
    return switch (paper) {
      case A4_PORTRAIT, A4_LANDSCAPE -> PaperSize.A4_PAPER;
      case A3_LANDSCAPE -> PaperSize.A3_PAPER;
    };
  }
}
