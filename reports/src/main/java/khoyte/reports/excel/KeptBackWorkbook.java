package khoyte.reports.excel;

import static khoyte.reports.font.Typeface.BOLD;
import static khoyte.reports.font.Typeface.ITALIC;
import static khoyte.reports.font.Typeface.REGULAR;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import khoyte.reports.KeptBackList;
import khoyte.reports.KeptBackList.Line;
import khoyte.reports.PageText;
import khoyte.reports.Paper;
import khoyte.reports.ReportIssue;
import khoyte.reports.cell.ReportCell.Count;
import khoyte.reports.cell.Vietnamese;
import khoyte.reports.font.Typeface;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.internal.PackagePropertiesPart;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.TempFile;
import org.apache.poi.util.UserNameAwareTempFileCreationStrategy;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A list of what was kept back as a workbook: whole files first, then line by line. Written row by
 * row, so that a long list needs no more memory than a short one. The same list gives the same
 * bytes.
 */
public record KeptBackWorkbook(KeptBackList list) {
  /** What a sheet holds; of a longer list the rest is left out, and the sheet says so. */
  public static final int MOST_LINES = 1_000_000;

  private static final int ROWS_IN_MEMORY = 100;
  private static final double POINTS = 11;
  private static final double LINE_POINTS = 15;

  /** What a cell keeps of its width for itself and its indent. */
  private static final double CELL_MM = 6;

  private static final List<String> HEADINGS = List.of("Số TT", "Tệp", "Dòng", "Cột", "Lý do");
  private static final List<Double> WIDTHS_MM = List.of(15.0, 55.0, 16.0, 25.0, 54.0);

  private static final CellLook TITLE = CellLook.of(BOLD, 14, HorizontalAlignment.CENTER);
  private static final CellLook SENDER = CellLook.of(BOLD, 13, HorizontalAlignment.CENTER);
  private static final CellLook TIME = CellLook.of(ITALIC, 13, HorizontalAlignment.CENTER);
  private static final CellLook TEXT = CellLook.of(REGULAR, POINTS, HorizontalAlignment.LEFT);
  private static final CellLook HEADING =
      CellLook.of(BOLD, 12, HorizontalAlignment.CENTER).framed();
  private static final CellLook VALUE = TEXT.framed().indented(1).formatted("@");
  private static final CellLook NUMBER =
      CellLook.of(REGULAR, POINTS, HorizontalAlignment.CENTER)
          .framed()
          .formatted(new Count(0).numberFormat());

  public byte[] bytes() {
    // One folder for everybody on a server would belong to whoever was first.
    return TempFile.withStrategy(new UserNameAwareTempFileCreationStrategy(), this::filled);
  }

  private byte[] filled() {
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(new XSSFWorkbook(), ROWS_IN_MEMORY);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      // the entries of a stream are read again, which the larger form does not allow
      workbook.setZip64Mode(Zip64Mode.Never);
      SXSSFSheet sheet = workbook.createSheet("giu-lai");
      XSSFSheet whole = workbook.getXSSFWorkbook().getSheet(sheet.getSheetName());
      CellStyles styles = new CellStyles(workbook.getXSSFWorkbook());
      SheetGrid grid = new SheetGrid(sheet, whole, styles, WIDTHS_MM);
      int heading = head(grid);
      list.lines().stream().limit(MOST_LINES).forEach(line -> line(grid, heading, line));
      PageSetup page = new PageSetup(whole, Paper.A4_PORTRAIT);
      page.oneWide(0);
      page.numbered(list.banner(), foot());
      sheet.createFreezePane(0, heading + 1);
      sheet.setRepeatingRows(new CellRangeAddress(heading, heading, -1, -1));
      workbook.setPrintArea(0, 0, grid.lastColumn(), 0, grid.rows() - 1);
      describe(workbook.getXSSFWorkbook());
      workbook.write(bytes);
      return StableZip.aged(bytes.toByteArray(), list.issue().receivedUntil());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives the row of the headings. */
  private int head(SheetGrid grid) {
    ReportIssue issue = list.issue();
    across(grid, TITLE, title());
    across(grid, SENDER, sender());
    across(
        grid,
        TIME,
        String.format(
            "(phiên đêm %s, dữ liệu nhận đến %s)",
            Vietnamese.date(issue.asOf()), Vietnamese.dateTime(issue.receivedUntil())));
    across(grid, TEXT, counted());
    across(
        grid,
        TEXT,
        "Đề nghị đơn vị sửa theo cột “Lý do” và gửi lại; tệp không có số dòng là giữ lại cả tệp.");
    grid.addRow(6);
    int heading = grid.addRow(24);
    for (int i = 0; i < HEADINGS.size(); i++) {
      grid.cell(heading, i, HEADING).setCellValue(HEADINGS.get(i));
    }
    return heading;
  }

  private static String title() {
    return "Danh sách tệp, dòng bị giữ lại";
  }

  private String sender() {
    return list.source() + (list.folder().isEmpty() ? "" : ", cơ sở " + list.folder());
  }

  private String counted() {
    String counted =
        String.format(
            "Giữ lại %s tệp và %s dòng của các tệp nhận trong phiên đêm này; phần còn lại đã nhận.",
            Vietnamese.number(list.wholeFiles()),
            Vietnamese.number(list.lines().size() - list.wholeFiles()));
    return list.lines().size() > MOST_LINES
        ? counted + " Chỉ ghi " + Vietnamese.number(MOST_LINES) + " dòng đầu."
        : counted;
  }

  private static void line(SheetGrid grid, int heading, Line line) {
    int lines =
        Math.max(
            Typeface.REGULAR.lines(line.reason(), POINTS, WIDTHS_MM.get(4) - CELL_MM),
            Typeface.REGULAR.lines(line.file(), POINTS, WIDTHS_MM.get(1) - CELL_MM));
    int row = grid.addRow(LINE_POINTS * lines + 2);
    grid.cell(row, 0, NUMBER).setCellValue(row - heading);
    grid.cell(row, 1, VALUE).setCellValue(line.file());
    Cell number = grid.cell(row, 2, NUMBER);
    if (line.line() != null) {
      number.setCellValue(line.line());
    }
    grid.cell(row, 3, VALUE).setCellValue(line.column());
    grid.cell(row, 4, VALUE).setCellValue(line.reason());
  }

  private static void across(SheetGrid grid, CellLook look, String text) {
    int lines =
        look.face().lines(text, look.points(), grid.widthMm(0, grid.lastColumn()) - CELL_MM);
    grid.text(grid.addRow((look.points() + 5) * lines), 0, grid.lastColumn(), text, look);
  }

  private String foot() {
    return String.format(
        "khoyte · giu-lai · phiên đêm %s · lần phát hành %d",
        Vietnamese.date(list.issue().asOf()), list.issue().number());
  }

  private void describe(XSSFWorkbook workbook) {
    PackagePropertiesPart properties =
        workbook.getProperties().getCoreProperties().getUnderlyingProperties();
    properties.setTitleProperty(title() + " - " + sender());
    properties.setCreatorProperty(list.issue().letterhead().issuerInSentences());
    properties.setLanguageProperty(PageText.LANGUAGE);
    String made = list.issue().receivedInstant().toString();
    try {
      properties.setCreatedProperty(made);
      properties.setModifiedProperty(made);
    } catch (InvalidFormatException e) {
      throw new IllegalStateException(e);
    }
  }
}
