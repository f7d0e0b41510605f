package khoyte.reports.excel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFDataValidation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTSheetProtection;

/** A workbook as text: every cell with type, format and look, then page, drawings, properties. */
final class WorkbookText {
  private final StringBuilder text = new StringBuilder();

  private WorkbookText() {}

  static String of(byte[] bytes) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      WorkbookText dump = new WorkbookText();
      for (Sheet sheet : workbook) {
        dump.sheet((XSSFSheet) sheet);
      }
      dump.properties(workbook);
      return dump.text.toString();
    }
  }

  private void sheet(XSSFSheet sheet) {
    boolean hidden = sheet.getWorkbook().isSheetHidden(sheet.getWorkbook().getSheetIndex(sheet));
    boolean veryHidden =
        sheet.getWorkbook().getSheetVisibility(sheet.getWorkbook().getSheetIndex(sheet))
            == SheetVisibility.VERY_HIDDEN;
    line(
        "== %s%s", sheet.getSheetName(), veryHidden ? " (very hidden)" : hidden ? " (hidden)" : "");
    for (Row row : sheet) {
      for (Cell cell : row) {
        if (cell.getCellType() != CellType.BLANK || !cell.getCellStyle().getLocked()) {
          cell(cell);
        }
      }
    }
    if (!hidden && !veryHidden) {
      page(sheet);
    }
    if (sheet.isSheetLocked()) {
      protection(sheet);
    }
  }

  private void cell(Cell cell) {
    XSSFCellStyle style = (XSSFCellStyle) cell.getCellStyle();
    line(
        "%s!%s | %s | %s | %s | %s",
        cell.getSheet().getSheetName(),
        cell.getAddress(),
        kind(cell),
        style.getDataFormatString(),
        look(style),
        value(cell));
  }

  private static String kind(Cell cell) {
    return switch (cell.getCellType()) {
      case NUMERIC -> "number";
      case FORMULA -> "formula";
      case BLANK -> "empty";
      default -> "text";
    };
  }

  private static String look(XSSFCellStyle style) {
    return style.getFont().getFontName()
        + " "
        + String.format(Locale.ROOT, "%s", style.getFont().getFontHeight() / 20.0)
        + (style.getFont().getBold() ? " bold" : "")
        + (style.getFont().getItalic() ? " italic" : "")
        + " "
        + style.getAlignment().name().toLowerCase(Locale.ROOT)
        + (style.getIndention() > 0 ? " +" + style.getIndention() : "")
        + (style.getBorderTop() == BorderStyle.THIN ? " framed" : "")
        + (style.getLocked() && style.getFillPattern() == FillPatternType.SOLID_FOREGROUND
            ? " on " + style.getFillForegroundXSSFColor().getARGBHex().substring(2)
            : "")
        + (style.getBorderTop() == BorderStyle.MEDIUM ? " framed thick" : "")
        + (style.getShrinkToFit() ? " on one line" : "")
        + (style.getLocked()
            ? ""
            : " unlocked " + style.getFillForegroundColorColor().getARGBHex());
  }

  private static String value(Cell cell) {
    if (cell.getCellType() == CellType.FORMULA) {
      return cell.getCellFormula() + " = " + (long) cell.getNumericCellValue();
    }
    return cell.getCellType() == CellType.NUMERIC
        ? java.math.BigDecimal.valueOf(cell.getNumericCellValue())
            .stripTrailingZeros()
            .toPlainString()
        : cell.getStringCellValue().replace("\n", "⏎");
  }

  private void page(XSSFSheet sheet) {
    line("-- page");
    int columns = sheet.getCTWorksheet().getColsArray(0).sizeOfColArray();
    line(
        "widths (digits of font 0): %s",
        IntStream.range(0, columns)
            .mapToObj(i -> String.format(Locale.ROOT, "%.2f", sheet.getColumnWidth(i) / 256.0))
            .collect(Collectors.joining(" ")));
    line(
        "heights (points): %s",
        IntStream.rangeClosed(0, sheet.getLastRowNum())
            .mapToObj(i -> String.valueOf(sheet.getRow(i).getHeightInPoints()))
            .collect(Collectors.joining(" ")));
    line(
        "merged: %s",
        sheet.getMergedRegions().stream()
            .map(Object::toString)
            .map(region -> region.replaceAll(".*\\[(.*)]", "$1"))
            .sorted()
            .collect(Collectors.joining(" ")));
    XSSFWorkbook workbook = sheet.getWorkbook();
    line("print area: %s", workbook.getPrintArea(workbook.getSheetIndex(sheet)));
    if (sheet.getRepeatingRows() != null) {
      line("print titles: %s", sheet.getRepeatingRows().formatAsString());
      line("frozen rows: %s", sheet.getPaneInformation().getHorizontalSplitPosition());
    }
    if (sheet.getRowBreaks().length > 0) {
      line("pages end after rows (from 0): %s", Arrays.toString(sheet.getRowBreaks()));
    }
    line("gridlines: %s, printed: %s", sheet.isDisplayGridlines(), sheet.isPrintGridlines());
    line(
        "paper: %s, landscape: %s, fit to page: %s, %s wide, %s high",
        sheet.getPrintSetup().getPaperSize(),
        sheet.getPrintSetup().getLandscape(),
        sheet.getFitToPage(),
        sheet.getPrintSetup().getFitWidth(),
        sheet.getPrintSetup().getFitHeight());
    line(
        "margins (mm): %s",
        Arrays.stream(PageMargin.values())
            .map(
                margin ->
                    margin.name().toLowerCase(Locale.ROOT)
                        + " "
                        + Math.round(sheet.getMargin(margin) * 25.4))
            .collect(Collectors.joining(", ")));
    line("different first page: %s", sheet.getHeaderFooterProperties().getDifferentFirst());
    headerFooter("first header", sheet.getFirstHeader());
    headerFooter("header", sheet.getOddHeader());
    headerFooter("first footer", sheet.getFirstFooter());
    headerFooter("footer", sheet.getOddFooter());
    drawings(sheet);
  }

  private void headerFooter(String name, org.apache.poi.ss.usermodel.HeaderFooter words) {
    line("%s: %s ¦ %s ¦ %s", name, words.getLeft(), words.getCenter(), words.getRight());
  }

  private void protection(XSSFSheet sheet) {
    line("-- locked");
    CTSheetProtection locked = sheet.getCTWorksheet().getSheetProtection();
    line(
        "allowed: select %s, filter %s, sort %s, column width %s, insert rows %s; password %s",
        !locked.getSelectLockedCells() && !locked.getSelectUnlockedCells(),
        !locked.getAutoFilter(),
        !locked.getSort(),
        !locked.getFormatColumns(),
        !locked.getInsertRows(),
        locked.isSetPassword() || locked.isSetHashValue());
    if (sheet.getCTWorksheet().isSetAutoFilter()) {
      line("filter: %s", sheet.getCTWorksheet().getAutoFilter().getRef());
    }
    for (XSSFDataValidation check : sheet.getDataValidations()) {
      line(
          "%s | %s | %s | %s: %s",
          check.getRegions().getCellRangeAddress(0).formatAsString(),
          check.getValidationConstraint().getValidationType(),
          check.getValidationConstraint().getFormula1(),
          check.getErrorBoxTitle(),
          check.getErrorBoxText());
    }
  }

  private void drawings(XSSFSheet sheet) {
    if (sheet.getDrawingPatriarch() == null) {
      return;
    }
    line("-- drawings");
    sheet.getDrawingPatriarch().getShapes().stream()
        .map(shape -> shape.getAnchor())
        .map(anchor -> (org.apache.poi.xssf.usermodel.XSSFClientAnchor) anchor)
        .forEach(
            anchor ->
                line(
                    "%s%s +%.1f mm to %s +%.1f mm",
                    "row ",
                    anchor.getRow1() + 1 + ", column " + (anchor.getCol1() + 1),
                    anchor.getDx1() / 36000.0,
                    "column " + (anchor.getCol2() + 1),
                    anchor.getDx2() / 36000.0));
    sheet
        .getDrawingPatriarch()
        .getCharts()
        .forEach(
            chart -> {
              line("chart: %s", chart.getTitleText().getString());
              List<String> xml =
                  List.of(
                      "barDir",
                      "gapWidth",
                      "overlap",
                      "orientation",
                      "max",
                      "min",
                      "majorUnit",
                      "tickLblSkip",
                      "crosses",
                      "f",
                      "dispBlanksAs",
                      "plotVisOnly",
                      "dLblPos");
              String source = chart.getCTChartSpace().xmlText();
              for (String name : xml) {
                line("  %s: %s", name, elements(source, name));
              }
            });
  }

  private static String elements(String xml, String name) {
    return java.util.regex.Pattern.compile(
            "<c:" + name + "(?: val=\"([^\"]*)\"/>|>([^<]*)</c:" + name + ">)")
        .matcher(xml)
        .results()
        .map(found -> Objects.requireNonNullElse(found.group(1), found.group(2)))
        .collect(Collectors.joining(" "));
  }

  private void properties(XSSFWorkbook workbook) {
    var core = workbook.getProperties().getCoreProperties();
    line("-- file");
    if (workbook.isStructureLocked()) {
      line("structure locked");
    }
    line("title: %s", core.getTitle());
    line("author: %s", core.getCreator());
    line("language: %s", core.getUnderlyingProperties().getLanguageProperty().orElse(""));
    line("created: %s", core.getCreated().toInstant());
    line(
        "font 0: %s %s",
        workbook.getFontAt(0).getFontName(), workbook.getFontAt(0).getFontHeightInPoints());
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
