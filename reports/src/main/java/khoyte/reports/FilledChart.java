package khoyte.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import khoyte.reports.ReportChart.Fill;
import khoyte.reports.ReportChart.Order;
import khoyte.reports.ReportChart.Reference;
import khoyte.reports.cell.ReportCell;
import khoyte.reports.cell.ReportCell.Count;
import khoyte.reports.cell.ReportRow;
import khoyte.reports.cell.Sign;
import org.jspecify.annotations.Nullable;

/**
 * The bars of a report's chart as they are drawn, first on top. People whose unit is not known have
 * no bar.
 *
 * @param categories short names of the units
 * @param axisStep distance of the axis labels
 */
public record FilledChart(
    String title, List<String> categories, List<Bars> series, BigDecimal axisStep) {

  public FilledChart {
    categories = List.copyOf(categories);
    series = List.copyOf(series);
  }

  /**
   * One bar a category.
   *
   * @param legend the name, with the whole province's value if the chart marks it
   * @param reference the whole province's value, if the chart marks it
   */
  public record Bars(
      String name,
      String legend,
      Fill fill,
      List<ReportCell> values,
      @Nullable ReportCell reference) {
    public Bars {
      values = List.copyOf(values);
    }
  }

  /** Null if the report has no chart. */
  public static @Nullable FilledChart of(FilledReport report) {
    ReportChart chart = report.definition().chart();
    return chart == null ? null : of(report, chart);
  }

  private static FilledChart of(FilledReport report, ReportChart chart) {
    List<ReportRow> rows = new ArrayList<>(report.rows());
    rows.removeIf(row -> !row.isUnit());
    if (chart.order() == Order.GREATEST_FIRST) {
      ReportChart.Series first = chart.series().get(0);
      rows.sort(
          Comparator.comparing((ReportRow row) -> length(value(report, row, first))).reversed());
    }
    List<Bars> series = chart.series().stream().map(bars -> bars(report, rows, bars)).toList();
    return new FilledChart(
        chart.title(),
        rows.stream().map(row -> shortName(row.unitName())).toList(),
        series,
        chart.axisStep() > 0 ? BigDecimal.valueOf(chart.axisStep()) : niceStep(longest(series)));
  }

  private static Bars bars(FilledReport report, List<ReportRow> rows, ReportChart.Series series) {
    List<ReportCell> values = rows.stream().map(row -> value(report, row, series)).toList();
    if (series.reference() == Reference.NONE) {
      return new Bars(series.name(), series.name(), series.fill(), values, null);
    }
    ReportCell province = value(report, report.total(), series);
    String kind = report.issue().letterhead().kindOfProvince();
    String legend = series.name() + " (toàn " + kind + ": " + province.printed() + ")";
    return new Bars(series.name(), legend, series.fill(), values, province);
  }

  /** Length of a bar in the chart's unit; a cell without figure has none. */
  public static BigDecimal length(ReportCell cell) {
    Number number = cell.number();
    return number == null ? BigDecimal.ZERO : new BigDecimal(number.toString());
  }

  /** End of the axis: the first label beyond the longest bar. */
  public BigDecimal axisEnd() {
    BigDecimal steps = longest(series).divide(axisStep, 0, RoundingMode.DOWN);
    return steps.add(BigDecimal.ONE).multiply(axisStep);
  }

  private static BigDecimal longest(List<Bars> series) {
    return series.stream()
        .flatMap(bars -> bars.values().stream())
        .map(FilledChart::length)
        .max(Comparator.naturalOrder())
        .orElse(BigDecimal.ZERO);
  }

  /** 1, 2 or 5 times a power of ten, so that at most eight labels stand on the axis. */
  private static BigDecimal niceStep(BigDecimal longest) {
    BigDecimal step = BigDecimal.ONE;
    for (int i = 0; longest.compareTo(step.multiply(BigDecimal.valueOf(7))) > 0; i++) {
      step = step.multiply(i % 3 == 1 ? new BigDecimal("2.5") : BigDecimal.valueOf(2));
    }
    return step;
  }

  private static ReportCell value(FilledReport report, ReportRow row, ReportChart.Series series) {
    ReportCell measure = cell(report, row, series.measure());
    if (series.whole().isEmpty()) {
      return measure;
    }
    ReportCell whole = cell(report, row, series.whole());
    return measure instanceof Count part && whole instanceof Count all
        ? ReportCell.share(part.value(), all.value())
        : Sign.UNKNOWN;
  }

  private static ReportCell cell(FilledReport report, ReportRow row, String measure) {
    List<ReportColumn> measures = report.definition().measures();
    for (int i = 0; i < measures.size(); i++) {
      if (measures.get(i).measure().equals(measure)) {
        return row.cells().get(i);
      }
    }
    throw new IllegalArgumentException("Cannot draw measure " + measure + ": not in the table");
  }

  private static String shortName(String unitName) {
    return unitName.replaceFirst("^Thành phố ", "TP ").replaceFirst("^Huyện ", "");
  }
}
