package khoyte.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import khoyte.reports.cell.ReportCell;
import khoyte.reports.cell.Sign;
import org.jspecify.annotations.Nullable;

/**
 * One column of a report.
 *
 * @param heading lines as they are broken on paper
 * @param mm width on paper
 * @param measure its name in the query and in the CSV; empty for running number and unit name
 * @param whole measure that a share is a part of; empty for other kinds
 * @param indent steps between the value and the edge of its cell
 * @param sources ids of the sources that its figures are made of (contract of sources)
 * @param group heading over this and its neighbours of the same group; empty for none
 * @param formula of other columns by their number, as {@code 3 + 4}; empty for none
 */
public record ReportColumn(
    List<String> heading,
    double mm,
    CellKind kind,
    String measure,
    String whole,
    int indent,
    Set<String> sources,
    String group,
    String formula) {

  public ReportColumn {
    heading = List.copyOf(heading);
    sources = Set.copyOf(sources);
  }

  static ReportColumn ordinal(double mm, String... heading) {
    return new ReportColumn(List.of(heading), mm, CellKind.ORDINAL, "", "", 0, Set.of(), "", "");
  }

  static ReportColumn unitName(double mm, String... heading) {
    return new ReportColumn(List.of(heading), mm, CellKind.UNIT_NAME, "", "", 1, Set.of(), "", "");
  }

  static ReportColumn count(String measure, double mm, String... heading) {
    return new ReportColumn(List.of(heading), mm, CellKind.COUNT, measure, "", 1, Set.of(), "", "");
  }

  static ReportColumn share(String measure, String whole, double mm, String... heading) {
    return new ReportColumn(
        List.of(heading), mm, CellKind.SHARE, measure, whole, 1, Set.of(), "", "");
  }

  static ReportColumn money(String measure, double mm, String... heading) {
    return new ReportColumn(List.of(heading), mm, CellKind.MONEY, measure, "", 1, Set.of(), "", "");
  }

  static ReportColumn day(String measure, double mm, String... heading) {
    return new ReportColumn(List.of(heading), mm, CellKind.DAY, measure, "", 0, Set.of(), "", "");
  }

  static ReportColumn text(String measure, double mm, String... heading) {
    return new ReportColumn(List.of(heading), mm, CellKind.TEXT, measure, "", 0, Set.of(), "", "");
  }

  ReportColumn indented(int steps) {
    return new ReportColumn(heading, mm, kind, measure, whole, steps, sources, group, formula);
  }

  ReportColumn from(String... sourceIds) {
    return new ReportColumn(
        heading, mm, kind, measure, whole, indent, Set.of(sourceIds), group, formula);
  }

  ReportColumn in(String headingAbove) {
    return new ReportColumn(
        heading, mm, kind, measure, whole, indent, sources, headingAbove, formula);
  }

  ReportColumn equalTo(String others) {
    return new ReportColumn(heading, mm, kind, measure, whole, indent, sources, group, others);
  }

  public boolean isMeasure() {
    return !measure.isEmpty();
  }

  /** The measure's name where it stands beside others: a share's differs from its part's. */
  public String csvName() {
    return kind == CellKind.SHARE ? measure + "_share" : measure;
  }

  /** The cell of a row of the query; {@code <measure>_state}, if given, says why there is none. */
  ReportCell cell(Map<String, ?> row) {
    Object state = row.get(measure + "_state");
    if (state != null) {
      return Sign.ofState(state.toString());
    }
    Object value = row.get(measure);
    if (value == null) {
      return Sign.UNKNOWN;
    }
    return switch (kind) {
      case COUNT -> new ReportCell.Count(wholeNumber(value));
      case MONEY -> new ReportCell.Money(wholeNumber(value));
      case SHARE -> share(value, row.get(whole));
      case DAY -> new ReportCell.Day(LocalDate.parse(value.toString()));
      case TEXT -> new ReportCell.Text(value.toString());
      case ORDINAL, UNIT_NAME ->
          throw new IllegalStateException("Cannot read a measure of column " + heading);
    };
  }

  private static ReportCell share(Object part, @Nullable Object whole) {
    return whole == null ? Sign.UNKNOWN : ReportCell.share(wholeNumber(part), wholeNumber(whole));
  }

  private static long wholeNumber(Object value) {
    return new BigDecimal(Objects.toString(value))
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }
}
