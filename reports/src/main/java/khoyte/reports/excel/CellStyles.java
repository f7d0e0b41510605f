package khoyte.reports.excel;

import java.util.HashMap;
import java.util.Map;
import khoyte.reports.excel.CellLook.Fill;
import khoyte.reports.excel.CellLook.Frame;
import khoyte.reports.font.Typeface;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FontFamily;
import org.apache.poi.ss.usermodel.FontScheme;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The styles of one workbook. Its font 0, which gives columns their unit of width, is 12 points.
 */
final class CellStyles {
  static final double DEFAULT_POINTS = 12;

  private static final byte[] GROUP = {(byte) 0xF2, (byte) 0xF2, (byte) 0xF2};
  private static final byte[] PALE_YELLOW = {(byte) 0xFF, (byte) 0xF9, (byte) 0xE5};

  private final XSSFWorkbook workbook;
  private final Map<CellLook, XSSFCellStyle> styles = new HashMap<>();

  CellStyles(XSSFWorkbook workbook) {
    this.workbook = workbook;
    draw(workbook.getFontAt(0), Typeface.REGULAR, DEFAULT_POINTS);
  }

  XSSFCellStyle style(CellLook look) {
    return styles.computeIfAbsent(look, this::created);
  }

  XSSFFont font(Typeface face, double points) {
    boolean bold = face == Typeface.BOLD || face == Typeface.BOLD_ITALIC;
    boolean italic = face == Typeface.ITALIC || face == Typeface.BOLD_ITALIC;
    XSSFFont known =
        workbook.findFont(
            bold,
            (short) 0,
            (short) Math.round(points * 20),
            Typeface.FAMILY,
            italic,
            false,
            XSSFFont.SS_NONE,
            XSSFFont.U_NONE);
    return known == null ? draw(workbook.createFont(), face, points) : known;
  }

  private static XSSFFont draw(XSSFFont font, Typeface face, double points) {
    font.setFontName(Typeface.FAMILY);
    font.setScheme(FontScheme.NONE);
    font.setFamily(FontFamily.ROMAN);
    font.setFontHeight(points);
    font.setBold(face == Typeface.BOLD || face == Typeface.BOLD_ITALIC);
    font.setItalic(face == Typeface.ITALIC || face == Typeface.BOLD_ITALIC);
    font.setColor((short) 0);
    return font;
  }

  private XSSFCellStyle created(CellLook look) {
    XSSFCellStyle style = workbook.createCellStyle();
    style.setFont(font(look.face(), look.points()));
    style.setAlignment(look.alignment());
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    style.setIndention((short) look.indent());
    // A figure that is too wide must not be broken: it shows as ### and is seen.
    style.setWrapText(look.alignment() != HorizontalAlignment.RIGHT && !look.use().isOnOneLine());
    style.setShrinkToFit(look.use().isOnOneLine());
    style.setDataFormat(workbook.createDataFormat().getFormat(look.numberFormat()));
    if (look.fill() == Fill.GROUP) {
      fill(style, GROUP);
    }
    if (look.frame() != Frame.NONE) {
      BorderStyle line = look.frame() == Frame.THIN ? BorderStyle.THIN : BorderStyle.MEDIUM;
      style.setBorderTop(line);
      style.setBorderBottom(line);
      style.setBorderLeft(line);
      style.setBorderRight(line);
    }
    if (look.use().isWritable()) {
      style.setLocked(false);
      fill(style, PALE_YELLOW);
    }
    return style;
  }

  private static void fill(XSSFCellStyle style, byte[] colour) {
    style.setFillForegroundColor(new XSSFColor(colour));
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
  }
}
