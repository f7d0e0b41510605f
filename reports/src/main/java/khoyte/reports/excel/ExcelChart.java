package khoyte.reports.excel;

import java.util.List;
import java.util.stream.Collectors;
import khoyte.reports.FilledChart;
import khoyte.reports.ReportChart.Fill;
import khoyte.reports.cell.ReportCell;
import khoyte.reports.font.Typeface;
import org.apache.poi.common.usermodel.fonts.FontGroup;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.PresetColor;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickMark;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xddf.usermodel.text.XDDFFont;
import org.apache.poi.xddf.usermodel.text.XDDFRunProperties;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.xmlbeans.XmlCursor;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTCatAx;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTLayout;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTManualLayout;
import org.openxmlformats.schemas.drawingml.x2006.chart.STDLblPos;
import org.openxmlformats.schemas.drawingml.x2006.chart.STLayoutMode;
import org.openxmlformats.schemas.drawingml.x2006.chart.STLayoutTarget;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextBody;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextCharacterProperties;

/** The workbook's own bar chart; its figures stand in a hidden sheet. */
final class ExcelChart {
  private static final XDDFSolidFillProperties DARK =
      new XDDFSolidFillProperties(XDDFColor.from(new byte[] {0x40, 0x40, 0x40}));
  private static final XDDFSolidFillProperties WHITE =
      new XDDFSolidFillProperties(XDDFColor.from(PresetColor.WHITE));
  private static final String CHART_NAMESPACE =
      "http://schemas.openxmlformats.org/drawingml/2006/chart";
  private static final double NAMES_FREE_MM = 4;
  private static final double TITLE_POINTS = 11;
  private static final double LABEL_POINTS = 9;
  private static final double VALUE_POINTS = 7;

  private final FilledChart chart;
  private final XSSFSheet data;

  ExcelChart(FilledChart chart, XSSFSheet data) {
    this.chart = chart;
    this.data = data;
  }

  /** Writes the figures: a heading row, then one row a unit in the order of the bars. */
  void writeData(CellStyles styles) {
    CellLook text =
        CellLook.of(Typeface.REGULAR, CellStyles.DEFAULT_POINTS, HorizontalAlignment.GENERAL);
    XSSFRow heading = data.createRow(0);
    for (int series = 0; series < chart.series().size(); series++) {
      XSSFCell cell = heading.createCell(series + 1);
      cell.setCellStyle(styles.style(text));
      cell.setCellValue(chart.series().get(series).name());
    }
    for (int i = 0; i < chart.categories().size(); i++) {
      XSSFRow row = data.createRow(i + 1);
      row.createCell(0).setCellValue(chart.categories().get(i));
      row.getCell(0).setCellStyle(styles.style(text));
      for (int series = 0; series < chart.series().size(); series++) {
        ReportCell value = chart.series().get(series).values().get(i);
        Number number = value.number();
        if (number != null) {
          XSSFCell cell = row.createCell(series + 1);
          cell.setCellStyle(styles.style(text.formatted(value.numberFormat())));
          cell.setCellValue(number.doubleValue());
        }
      }
    }
  }

  /**
   * Names the bars in their own order; empty for a single series. The chart's own legend is not
   * used: below bars that run from the top down, programs disagree about its order.
   */
  String legend() {
    return chart.series().size() < 2
        ? ""
        : chart.series().stream()
            .map(bars -> (bars.fill() == Fill.DARK ? "■ " : "□ ") + bars.legend())
            .collect(Collectors.joining("          "));
  }

  void draw(XSSFChart page, double widthMm) {
    page.getGraphicFrame()
        .getCTGraphicalObjectFrame()
        .getNvGraphicFramePr()
        .getCNvPr()
        .setDescr(chart.title());
    page.getCTChartSpace().addNewRoundedCorners().setVal(false);
    page.getCTChartSpace().addNewSpPr().addNewLn().addNewNoFill();
    page.setPlotOnlyVisibleCells(false);
    page.displayBlanksAs(DisplayBlanks.GAP);
    page.setTitleText(chart.title());
    page.setTitleOverlay(false);
    XDDFRunProperties title = new XDDFRunProperties();
    title.setFontSize(TITLE_POINTS);
    title.setBold(true);
    title.setFonts(
        new XDDFFont[] {new XDDFFont(FontGroup.LATIN, Typeface.FAMILY, null, null, null)});
    page.getFormattedTitle().getParagraph(0).setDefaultRunProperties(title);
    XDDFCategoryAxis units = page.createCategoryAxis(AxisPosition.LEFT);
    XDDFValueAxis values = page.createValueAxis(AxisPosition.BOTTOM);
    bars(page, units, values);
    draw(units);
    draw(values);
    face(page.getCTChartSpace().addNewTxPr(), LABEL_POINTS);
    place(page.getCTChart(), widthMm);
    spreadBars(page.getCTChart().getPlotArea().getBarChartArray(0));
    nameEveryUnit(page.getCTChart().getPlotArea().getCatAxArray(0));
    page.getCTChart().getPlotArea().getValAxArray(0).getNumFmt().setSourceLinked(false);
  }

  /** Title, legend and axis get just the room they need, so that every unit has its name. */
  private void place(CTChart drawn, double widthMm) {
    double titleMm = Typeface.BOLD.mm(chart.title(), TITLE_POINTS);
    layout(drawn.getTitle().getLayout(), (1 - titleMm / widthMm) / 2, 0.01);
    double names =
        chart.categories().stream()
            .mapToDouble(name -> Typeface.REGULAR.mm(name, LABEL_POINTS))
            .max()
            .orElse(0);
    double left = (names + NAMES_FREE_MM) / widthMm;
    CTManualLayout plot = layout(drawn.getPlotArea().getLayout(), left, 0.12);
    plot.addNewLayoutTarget().setVal(STLayoutTarget.INNER);
    plot.addNewW().setVal(0.95 - left);
    plot.addNewH().setVal(0.78);
  }

  /** Every unit is named, however narrow the bars. */
  private static void nameEveryUnit(CTCatAx axis) {
    try (XmlCursor cursor = axis.newCursor()) {
      cursor.toEndToken();
      insert(cursor, "tickLblSkip", 1);
    }
  }

  /** Room between the two bars of a unit, so that a figure does not stand on its neighbour. */
  private static void spreadBars(CTBarChart bars) {
    try (XmlCursor cursor = bars.newCursor()) {
      cursor.toChild(CHART_NAMESPACE, "axId");
      insert(cursor, "overlap", -30);
    }
  }

  /** An element that the library's reduced schema does not hold. */
  private static void insert(XmlCursor cursor, String element, int value) {
    cursor.beginElement(element, CHART_NAMESPACE);
    cursor.insertAttributeWithValue("val", Integer.toString(value));
  }

  private static CTManualLayout layout(CTLayout layout, double x, double y) {
    CTManualLayout manual = layout.addNewManualLayout();
    manual.addNewXMode().setVal(STLayoutMode.EDGE);
    manual.addNewYMode().setVal(STLayoutMode.EDGE);
    manual.addNewX().setVal(x);
    manual.addNewY().setVal(y);
    return manual;
  }

  private void draw(XDDFCategoryAxis axis) {
    // First unit on top; the axis of the values is then at the other end.
    axis.setOrientation(AxisOrientation.MAX_MIN);
    axis.setMajorTickMark(AxisTickMark.NONE);
    axis.setMinorTickMark(AxisTickMark.NONE);
    axis.getOrAddShapeProperties().setLineProperties(outline());
  }

  private void draw(XDDFValueAxis axis) {
    axis.setCrosses(AxisCrosses.MAX);
    axis.setCrossBetween(AxisCrossBetween.BETWEEN);
    axis.setMinimum(0);
    axis.setMaximum(chart.axisEnd().doubleValue());
    axis.setMajorUnit(chart.axisStep().doubleValue());
    axis.setNumberFormat(new ReportCell.Count(0).numberFormat());
    axis.setMajorTickMark(AxisTickMark.OUT);
    axis.setMinorTickMark(AxisTickMark.NONE);
    axis.getOrAddShapeProperties().setLineProperties(outline());
  }

  private void bars(XSSFChart page, XDDFCategoryAxis units, XDDFValueAxis values) {
    XDDFBarChartData bars = (XDDFBarChartData) page.createData(ChartTypes.BAR, units, values);
    bars.setBarDirection(BarDirection.BAR);
    bars.setBarGrouping(BarGrouping.CLUSTERED);
    bars.setVaryColors(false);
    bars.setGapWidth(40);
    XDDFCategoryDataSource names = XDDFDataSourcesFactory.fromStringCellRange(data, column(0));
    for (int i = 0; i < chart.series().size(); i++) {
      FilledChart.Bars series = chart.series().get(i);
      XDDFChartData.Series drawn =
          bars.addSeries(names, XDDFDataSourcesFactory.fromNumericCellRange(data, column(i + 1)));
      drawn.setTitle(series.name(), new CellReference(data.getSheetName(), 0, i + 1, true, true));
      // Without an explicit fill some programs draw the axes and no bar.
      drawn.setFillProperties(series.fill() == Fill.DARK ? DARK : WHITE);
      drawn.setLineProperties(outline());
    }
    page.plot(bars);
    List<CTBarSer> plotted = page.getCTChart().getPlotArea().getBarChartArray(0).getSerList();
    for (int i = 0; i < plotted.size(); i++) {
      label(plotted.get(i).addNewDLbls(), format(chart.series().get(i)));
    }
  }

  private static String format(FilledChart.Bars series) {
    return series.values().stream()
        .filter(value -> value.number() != null)
        .map(ReportCell::numberFormat)
        .findFirst()
        .orElse("General");
  }

  private static void label(CTDLbls labels, String format) {
    labels.addNewNumFmt().setFormatCode(format);
    labels.getNumFmt().setSourceLinked(false);
    face(labels.addNewTxPr(), VALUE_POINTS);
    labels.addNewDLblPos().setVal(STDLblPos.OUT_END);
    labels.addNewShowLegendKey().setVal(false);
    labels.addNewShowVal().setVal(true);
    labels.addNewShowCatName().setVal(false);
    labels.addNewShowSerName().setVal(false);
    labels.addNewShowPercent().setVal(false);
    labels.addNewShowBubbleSize().setVal(false);
  }

  private static void face(CTTextBody text, double points) {
    text.addNewBodyPr();
    CTTextCharacterProperties run = text.addNewP().addNewPPr().addNewDefRPr();
    run.setSz((int) Math.round(points * 100));
    run.setB(false);
    run.addNewLatin().setTypeface(Typeface.FAMILY);
  }

  private CellRangeAddress column(int index) {
    return new CellRangeAddress(1, chart.categories().size(), index, index);
  }

  private static XDDFLineProperties outline() {
    XDDFLineProperties line = new XDDFLineProperties(DARK);
    line.setWidth(0.75);
    return line;
  }
}
