package khoyte.reports.print;

import java.awt.Color;
import java.math.BigDecimal;
import java.math.RoundingMode;
import khoyte.reports.FilledChart;
import khoyte.reports.FilledChart.Bars;
import khoyte.reports.ReportChart.Fill;
import khoyte.reports.cell.ReportCell;
import khoyte.reports.cell.Vietnamese;
import khoyte.reports.font.Typeface;
import net.sf.jasperreports.engine.design.JRDesignFrame;
import net.sf.jasperreports.engine.design.JRDesignLine;
import net.sf.jasperreports.engine.design.JRDesignRectangle;
import net.sf.jasperreports.engine.design.JRDesignStaticText;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;
import net.sf.jasperreports.engine.type.LineStyleEnum;
import net.sf.jasperreports.engine.type.ModeEnum;
import net.sf.jasperreports.engine.type.VerticalTextAlignEnum;

/** Bars drawn with the page's own lines, boxes and letters, in points. */
final class PrintedChart {
  private static final Color DARK = new Color(0x40, 0x40, 0x40);
  private static final float OUTLINE = 0.5f;
  private static final int TITLE_HEIGHT = 15;
  private static final int AXIS_HEIGHT = 12;
  private static final int LEGEND_HEIGHT = 12;
  private static final int NAMES_FREE = 6;
  private static final int FREE_RIGHT = 32;
  private static final int LETTER_HEIGHT = 12;
  private static final int LEAST_PITCH = 9;
  private static final int TICK = 3;

  private final FilledChart chart;
  private final JasperDesign design;
  private final JRDesignFrame frame;
  private final int names;
  private final int pitch;
  private final int plotBottom;
  private final int plotWidth;

  PrintedChart(FilledChart chart, JasperDesign design, JRDesignFrame frame) {
    this.chart = chart;
    this.design = design;
    this.frame = frame;
    int below = AXIS_HEIGHT + (chart.series().size() > 1 ? LEGEND_HEIGHT : 0);
    // Whole points a unit, so that all bars are equally far apart.
    this.pitch = (frame.getHeight() - TITLE_HEIGHT - below) / chart.categories().size();
    this.plotBottom = TITLE_HEIGHT + pitch * chart.categories().size();
    this.names =
        NAMES_FREE
            + (int)
                Math.ceil(
                    chart.categories().stream().mapToDouble(PrintedChart::points).max().orElse(0));
    this.plotWidth = frame.getWidth() - names - FREE_RIGHT;
  }

  /** The least height at which the name of every unit still has its line. */
  static int leastHeight(FilledChart chart) {
    int legend = chart.series().size() > 1 ? LEGEND_HEIGHT : 0;
    return TITLE_HEIGHT + AXIS_HEIGHT + legend + LEAST_PITCH * chart.categories().size();
  }

  void draw() {
    JRDesignStaticText title =
        text(chart.title(), 11, 0, 0, frame.getWidth(), HorizontalTextAlignEnum.CENTER);
    title.setHeight(TITLE_HEIGHT);
    title.setBold(true);
    axis();
    for (Bars series : chart.series()) {
      if (series.reference() != null) {
        reference(at(FilledChart.length(series.reference())));
      }
    }
    for (int i = 0; i < chart.categories().size(); i++) {
      unit(i, TITLE_HEIGHT + i * pitch);
    }
    if (chart.series().size() > 1) {
      legend();
    }
  }

  private void axis() {
    line(names, TITLE_HEIGHT, 0, plotBottom - TITLE_HEIGHT);
    line(names, plotBottom, plotWidth, 0);
    BigDecimal end = chart.axisEnd();
    for (BigDecimal value = BigDecimal.ZERO;
        value.compareTo(end) <= 0;
        value = value.add(chart.axisStep())) {
      line(at(value), plotBottom, 0, TICK);
      String label = Vietnamese.number(value.longValue());
      text(label, 8, at(value) - 30, plotBottom + TICK - 1, 60, HorizontalTextAlignEnum.CENTER);
    }
  }

  private void reference(int x) {
    JRDesignLine line = line(x, TITLE_HEIGHT, 0, plotBottom - TITLE_HEIGHT);
    line.getLinePen().setLineStyle(LineStyleEnum.DASHED);
  }

  /** A name and its bars. */
  private void unit(int index, int top) {
    text(
        chart.categories().get(index),
        9,
        0,
        top + Math.floorDiv(pitch - LETTER_HEIGHT, 2),
        names - 4,
        HorizontalTextAlignEnum.RIGHT);
    int bars = chart.series().size();
    int free = Math.max(1, pitch / 6);
    int height = Math.max(2, (pitch - 2 * free - (bars - 1)) / bars);
    for (int i = 0; i < bars; i++) {
      bar(chart.series().get(i), index, top + free + i * (height + 1), height);
    }
  }

  private void bar(Bars series, int index, int y, int height) {
    ReportCell value = series.values().get(index);
    int end = at(FilledChart.length(value));
    if (end > names) {
      box(series.fill(), names, y, end - names, height);
    }
    JRDesignStaticText label =
        text(
            value.printed(),
            7,
            end + 3,
            y + Math.floorDiv(height - LETTER_HEIGHT, 2),
            Math.min(50, frame.getWidth() - end - 3),
            HorizontalTextAlignEnum.LEFT);
    label.setMode(ModeEnum.TRANSPARENT);
  }

  /** The bars in their order, each with a box of its fill; a dashed line where one is drawn. */
  private void legend() {
    double gap = 24;
    double width = -gap;
    for (Bars series : chart.series()) {
      width += gap + 12 + points(series.name());
      width += series.reference() == null ? 0 : gap + 22 + points(reference(series));
    }
    double x = (frame.getWidth() - width) / 2;
    int y = plotBottom + AXIS_HEIGHT;
    for (Bars series : chart.series()) {
      box(series.fill(), (int) x, y + 4, 7, 6);
      x = named(series.name(), x + 12, y) + gap;
    }
    for (Bars series : chart.series()) {
      if (series.reference() != null) {
        JRDesignLine line = line((int) x, y + 7, 18, 0);
        line.getLinePen().setLineStyle(LineStyleEnum.DASHED);
        x = named(reference(series), x + 22, y) + gap;
      }
    }
  }

  private static String reference(Bars series) {
    return series.legend();
  }

  private double named(String name, double x, int y) {
    text(name, 9, (int) x, y, (int) points(name) + 4, HorizontalTextAlignEnum.LEFT);
    return x + points(name);
  }

  private static double points(String text) {
    return Typeface.REGULAR.mm(text, 9) * 72 / 25.4;
  }

  /** Where a value stands on the page. */
  private int at(BigDecimal value) {
    return names
        + value
            .multiply(BigDecimal.valueOf(plotWidth))
            .divide(chart.axisEnd(), 0, RoundingMode.HALF_UP)
            .intValueExact();
  }

  private JRDesignLine line(int x, int y, int width, int height) {
    JRDesignLine line = new JRDesignLine(design);
    line.setX(x);
    line.setY(y);
    line.setWidth(width);
    line.setHeight(height);
    line.getLinePen().setLineWidth(OUTLINE);
    line.getLinePen().setLineColor(DARK);
    frame.addElement(line);
    return line;
  }

  private void box(Fill fill, int x, int y, int width, int height) {
    JRDesignRectangle box = new JRDesignRectangle(design);
    box.setX(x);
    box.setY(y);
    box.setWidth(width);
    box.setHeight(height);
    box.setMode(ModeEnum.OPAQUE);
    box.setBackcolor(fill == Fill.DARK ? DARK : Color.WHITE);
    box.getLinePen().setLineWidth(OUTLINE);
    box.getLinePen().setLineColor(DARK);
    frame.addElement(box);
  }

  private JRDesignStaticText text(
      String words, float points, int x, int y, int width, HorizontalTextAlignEnum alignment) {
    JRDesignStaticText text = new JRDesignStaticText(design);
    text.setText(words);
    text.setFontSize(points);
    text.setX(x);
    text.setY(y);
    text.setWidth(width);
    text.setHeight(LETTER_HEIGHT);
    text.setHorizontalTextAlign(alignment);
    text.setVerticalTextAlign(VerticalTextAlignEnum.MIDDLE);
    frame.addElement(text);
    return text;
  }
}
