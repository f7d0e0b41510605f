package khoyte.reports.excel;

import java.util.ArrayList;
import java.util.List;
import khoyte.reports.Paper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ShapeTypes;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFConnector;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.drawingml.x2006.main.CTPositiveSize2D;

/** A sheet that is filled row by row, with columns and drawings placed in millimetres. */
final class SheetGrid {
  private static final double MM_PER_INCH = 25.4;
  private static final double PIXELS_PER_INCH = 96;
  private static final double DIGIT_PIXELS = 8;
  private static final double LEAST_SCALE = 0.75;
  private static final double LINE_POINTS = 0.75;

  private final Sheet sheet;
  private final XSSFSheet drawn;
  private final CellStyles styles;
  private final List<Double> columnsMm;
  private final List<Float> heights = new ArrayList<>();
  private int drawings;

  SheetGrid(XSSFSheet sheet, CellStyles styles, List<Double> columnsMm) {
    this(sheet, sheet, styles, columnsMm);
  }

  /**
   * @param sheet takes the rows; if it is a streaming one, only the last of them can be filled
   * @param drawn the same sheet, which takes the drawings
   */
  SheetGrid(Sheet sheet, XSSFSheet drawn, CellStyles styles, List<Double> columnsMm) {
    this.sheet = sheet;
    this.drawn = drawn;
    this.styles = styles;
    this.columnsMm = List.copyOf(columnsMm);
    for (int i = 0; i < columnsMm.size(); i++) {
      // In the file the width is in digits of font 0, 8 pixels each in Times New Roman 12, with the
      // cell's own 5 pixels; Excel shows it without them.
      double digits = columnsMm.get(i) / MM_PER_INCH * PIXELS_PER_INCH / DIGIT_PIXELS;
      sheet.setColumnWidth(i, (int) Math.round(digits * 256));
    }
  }

  static double points(double mm) {
    return mm / MM_PER_INCH * Units.POINT_DPI;
  }

  Sheet sheet() {
    return sheet;
  }

  int lastColumn() {
    return columnsMm.size() - 1;
  }

  /** Rows so far; the next row's index. */
  int rows() {
    return heights.size();
  }

  double widthMm(int firstColumn, int lastColumn) {
    return leftMm(lastColumn + 1) - leftMm(firstColumn);
  }

  double leftMm(int column) {
    return columnsMm.subList(0, column).stream().mapToDouble(Double::doubleValue).sum();
  }

  /** Adds a row; heights are whole pixels, never less than asked. */
  int addRow(double points) {
    float height = (float) (Math.ceil(points / 0.75) * 0.75);
    sheet.createRow(rows()).setHeightInPoints(height);
    heights.add(height);
    return rows() - 1;
  }

  double heightPoints(int row) {
    return heights.get(row);
  }

  /** Whether all rows stand on one page that is not reduced below three quarters. */
  boolean fitsOnePage(Paper paper) {
    double height = 0;
    for (int row = 0; row < rows(); row++) {
      height += heightPoints(row);
    }
    return height * LEAST_SCALE <= points(paper.printHeightMm());
  }

  Cell cell(int row, int column, CellLook look) {
    Cell cell = sheet.getRow(row).createCell(column);
    cell.setCellStyle(styles.style(look));
    return cell;
  }

  /** A text over several columns of a row. */
  Cell text(int row, int firstColumn, int lastColumn, String text, CellLook look) {
    for (int column = lastColumn; column > firstColumn; column--) {
      cell(row, column, look);
    }
    if (lastColumn > firstColumn) {
      sheet.addMergedRegion(new CellRangeAddress(row, row, firstColumn, lastColumn));
    }
    Cell cell = cell(row, firstColumn, look);
    cell.setCellValue(text);
    return cell;
  }

  /** A horizontal line in a row. */
  void line(int row, double downPoints, double fromMm, double toMm) {
    XSSFClientAnchor anchor = anchor(row, fromMm, downPoints, toMm, downPoints);
    XSSFConnector line = drawing().createConnector(anchor);
    line.getCTConnector().getNvCxnSpPr().getCNvPr().setId(++drawings);
    line.getCTConnector().getNvCxnSpPr().getCNvPr().setName("Line " + drawings);
    CTPositiveSize2D size = line.getCTConnector().getSpPr().getXfrm().getExt();
    size.setCx(emu(toMm - fromMm));
    line.setShapeType(ShapeTypes.LINE);
    line.setLineWidth(LINE_POINTS);
    line.setLineStyleColor(0, 0, 0);
  }

  /** A place for a drawing inside one row. */
  XSSFClientAnchor anchor(
      int row, double fromMm, double topPoints, double toMm, double bottomPoints) {
    int first = columnAt(fromMm);
    int last = columnAt(toMm);
    return new XSSFClientAnchor(
        emu(fromMm - leftMm(first)),
        Units.toEMU(topPoints),
        emu(toMm - leftMm(last)),
        Units.toEMU(bottomPoints),
        first,
        row,
        last,
        row);
  }

  XSSFDrawing drawing() {
    return drawn.createDrawingPatriarch();
  }

  private static int emu(double mm) {
    return (int) Math.round(mm * Units.EMU_PER_CENTIMETER / 10);
  }

  private int columnAt(double mm) {
    int column = 0;
    while (column < lastColumn() && leftMm(column + 1) <= mm) {
      column++;
    }
    return column;
  }
}
