package khoyte.reports.excel;

import static khoyte.reports.font.Typeface.BOLD;
import static khoyte.reports.font.Typeface.ITALIC;
import static khoyte.reports.font.Typeface.REGULAR;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import khoyte.reports.DataOrigin;
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
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A list of what was kept back as a workbook: whole files first, then line by line. Written row by
 * row, so that a long list needs no more memory than a short one. The same list gives the same
 * bytes.
 */
public record KeptBackWorkbook(KeptBackList list) {
  /** What a sheet holds; of a longer list the rest is left out, and the sheet says so. */
  public static final int MOST_LINES = 1_000_000;

  private static final double MM_PER_INCH = 25.4;
  private static final double PIXELS_PER_INCH = 96;
  private static final double DIGIT_PIXELS = 8;
  private static final int ROWS_IN_MEMORY = 100;
  private static final double POINTS = 11;
  private static final double LINE_POINTS = 15;

  /** What a cell keeps of its width for itself and its indent. */
  private static final double CELL_MM = 6;

  private static final List<String> HEADINGS = List.of("Số TT", "Tệp", "Dòng", "Cột", "Lý do");
  private static final double[] WIDTHS_MM = {15, 55, 16, 25, 54};

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
    try (XSSFWorkbook template = new XSSFWorkbook();
        SXSSFWorkbook workbook = new SXSSFWorkbook(template, ROWS_IN_MEMORY);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      // the entries of a stream are read again, which the larger form does not allow
      workbook.setZip64Mode(Zip64Mode.Never);
      CellStyles styles = new CellStyles(template);
      SXSSFSheet sheet = workbook.createSheet("giu-lai");
      page(sheet);
      int heading = head(sheet, styles);
      int at = heading + 1;
      for (Line line : list.lines().stream().limit(MOST_LINES).toList()) {
        line(sheet.createRow(at), at - heading, line, styles);
        at++;
      }
      sheet.createFreezePane(0, heading + 1);
      sheet.setRepeatingRows(new CellRangeAddress(heading, heading, -1, -1));
      describe(template);
      workbook.write(bytes);
      return StableZip.aged(bytes.toByteArray(), list.issue().receivedUntil());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives the row of the headings. */
  private int head(SXSSFSheet sheet, CellStyles styles) {
    ReportIssue issue = list.issue();
    int at = 0;
    across(sheet, at++, styles, TITLE, title(), 1);
    across(sheet, at++, styles, SENDER, sender(), 1);
    across(
        sheet,
        at++,
        styles,
        TIME,
        String.format(
            "(phiên đêm %s, dữ liệu nhận đến %s)",
            Vietnamese.date(issue.asOf()), Vietnamese.dateTime(issue.receivedUntil())),
        1);
    for (String sentence : sentences()) {
      int lines = Typeface.REGULAR.lines(sentence, POINTS, widthMm() - 4);
      across(sheet, at++, styles, TEXT, sentence, lines);
    }
    sheet.createRow(at++).setHeightInPoints(6);
    Row heading = sheet.createRow(at);
    heading.setHeightInPoints(24);
    for (int i = 0; i < HEADINGS.size(); i++) {
      cell(heading, i, styles, HEADING).setCellValue(HEADINGS.get(i));
    }
    return at;
  }

  private static String title() {
    return "Danh sách tệp, dòng bị giữ lại";
  }

  private String sender() {
    return list.source() + (list.folder().isEmpty() ? "" : ", cơ sở " + list.folder());
  }

  private List<String> sentences() {
    long lines = list.lines().size() - list.wholeFiles();
    String counted =
        String.format(
            "Giữ lại %s tệp và %s dòng của các tệp nhận trong phiên đêm này; phần còn lại đã nhận.",
            Vietnamese.number(list.wholeFiles()), Vietnamese.number(lines));
    String asked =
        "Đề nghị đơn vị sửa theo cột “Lý do” và gửi lại; tệp không có số dòng là giữ lại cả tệp.";
    String more =
        list.lines().size() > MOST_LINES
            ? " Chỉ ghi " + Vietnamese.number(MOST_LINES) + " dòng đầu."
            : "";
    return list.issue().origin() == DataOrigin.SYNTHETIC
        ? List.of(counted + more, asked, PageText.SYNTHETIC)
        : List.of(counted + more, asked);
  }

  private void line(Row row, int ordinal, Line line, CellStyles styles) {
    int lines =
        Math.max(
            Typeface.REGULAR.lines(line.reason(), POINTS, WIDTHS_MM[4] - CELL_MM),
            Typeface.REGULAR.lines(line.file(), POINTS, WIDTHS_MM[1] - CELL_MM));
    row.setHeightInPoints((float) (LINE_POINTS * lines + 2));
    cell(row, 0, styles, NUMBER).setCellValue(ordinal);
    cell(row, 1, styles, VALUE).setCellValue(line.file());
    Cell number = cell(row, 2, styles, NUMBER);
    if (line.line() != null) {
      number.setCellValue(line.line());
    }
    cell(row, 3, styles, VALUE).setCellValue(line.column());
    cell(row, 4, styles, VALUE).setCellValue(line.reason());
  }

  private static void across(
      SXSSFSheet sheet, int at, CellStyles styles, CellLook look, String text, int lines) {
    Row row = sheet.createRow(at);
    row.setHeightInPoints((float) ((look.points() + 5) * lines));
    cell(row, 0, styles, look).setCellValue(text);
    sheet.addMergedRegion(new CellRangeAddress(at, at, 0, HEADINGS.size() - 1));
  }

  private static Cell cell(Row row, int column, CellStyles styles, CellLook look) {
    Cell cell = row.createCell(column);
    cell.setCellStyle(styles.style(look));
    return cell;
  }

  private static double widthMm() {
    double width = 0;
    for (double mm : WIDTHS_MM) {
      width += mm;
    }
    return width;
  }

  private static void page(SXSSFSheet sheet) {
    for (int i = 0; i < WIDTHS_MM.length; i++) {
      double digits = WIDTHS_MM[i] / MM_PER_INCH * PIXELS_PER_INCH / DIGIT_PIXELS;
      sheet.setColumnWidth(i, (int) Math.round(digits * 256));
    }
    sheet.setDisplayGridlines(false);
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setPaperSize((short) (PaperSize.A4_PAPER.ordinal() + 1));
    sheet.getPrintSetup().setFitWidth((short) 1);
    sheet.getPrintSetup().setFitHeight((short) 0);
    sheet.setMargin(PageMargin.TOP, Paper.TOP_MM / MM_PER_INCH);
    sheet.setMargin(PageMargin.BOTTOM, Paper.BOTTOM_MM / MM_PER_INCH);
    sheet.setMargin(PageMargin.LEFT, Paper.LEFT_MM / MM_PER_INCH);
    sheet.setMargin(PageMargin.RIGHT, Paper.RIGHT_MM / MM_PER_INCH);
    sheet.getFooter().setRight("&\"Times New Roman,Regular\"&8trang &P/&N");
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
