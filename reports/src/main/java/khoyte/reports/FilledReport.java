package khoyte.reports;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import khoyte.reports.cell.ReportCell;
import khoyte.reports.cell.ReportCell.Count;
import khoyte.reports.cell.ReportCell.Money;
import khoyte.reports.cell.ReportCell.PartialCount;
import khoyte.reports.cell.ReportCell.Share;
import khoyte.reports.cell.ReportCell.Text;
import khoyte.reports.cell.ReportRow;
import khoyte.reports.cell.Sign;
import khoyte.reports.cell.Vietnamese;

/** A report with its figures, ready for any kind of page. */
public record FilledReport(
    ReportDefinition definition, List<ReportRow> rows, ReportRow total, ReportIssue issue) {

  public FilledReport {
    rows = List.copyOf(rows);
  }

  /**
   * Keeps the order of the answer and adds the total, of groups where there are any. A row without
   * unit code is printed only if one of its figures is not 0.
   *
   * @param answer rows of the definition's query: {@code unit_code, unit_name}, every measure,
   *     {@code <measure>_state} where a measure has no figure, and {@code is_group} where units are
   *     grouped
   */
  public static FilledReport of(
      ReportDefinition definition, List<? extends Map<String, ?>> answer, ReportIssue issue) {
    List<ReportColumn> measures = definition.measures();
    List<ReportRow> rows = new ArrayList<>();
    for (Map<String, ?> row : answer) {
      ReportRow filled =
          new ReportRow(
              Objects.toString(row.get("unit_code"), ""),
              Normalizer.normalize(Objects.toString(row.get("unit_name"), ""), Normalizer.Form.NFC),
              Boolean.parseBoolean(Objects.toString(row.get("is_group"), ""))
                  ? ReportRow.Level.GROUP
                  : ReportRow.Level.UNIT,
              measures.stream().map(measure -> measure.cell(row)).toList());
      if (filled.isUnit() || !isNothing(filled)) {
        rows.add(filled);
      }
    }
    List<ReportRow> summed = summed(rows);
    List<ReportCell> sums = new ArrayList<>();
    for (int i = 0; i < measures.size(); i++) {
      int column = i;
      sums.add(total(summed.stream().map(row -> row.cells().get(column)).toList()));
    }
    return new FilledReport(
        definition, rows, new ReportRow("", definition.total().text(), sums), issue);
  }

  /** What stands in the column of running numbers: groups are I, II…, units start at 1 in each. */
  public List<String> ordinals() {
    List<String> ordinals = new ArrayList<>();
    int groups = 0;
    int units = 0;
    for (ReportRow row : rows) {
      if (row.isGroup()) {
        units = 0;
        ordinals.add(Vietnamese.roman(++groups));
      } else {
        ordinals.add(row.isUnit() ? String.valueOf(++units) : "");
      }
    }
    return ordinals;
  }

  /** Whether a source that a column is made of was late. */
  public boolean isLate(ReportColumn column) {
    return issue.lateSources().stream().anyMatch(late -> column.sources().contains(late.id()));
  }

  /** The column's heading, marked if one of its sources was late. */
  public List<String> heading(ReportColumn column) {
    if (!isLate(column)) {
      return column.heading();
    }
    List<String> lines = new ArrayList<>(column.heading());
    lines.set(lines.size() - 1, lines.get(lines.size() - 1) + ReportDefinition.LATE_MARK);
    return lines;
  }

  /** The signs that occur, in the order of the legend. */
  public Set<Sign> signs() {
    Set<Sign> signs = EnumSet.noneOf(Sign.class);
    Stream.concat(rows.stream(), Stream.of(total))
        .flatMap(row -> row.cells().stream())
        .filter(Sign.class::isInstance)
        .map(Sign.class::cast)
        .forEach(signs::add);
    return signs;
  }

  /** Units with a figure that the total does not hold. */
  public List<String> unitsOutsideTotal() {
    return summed(rows).stream()
        .filter(row -> row.cells().stream().anyMatch(FilledReport::hidesFigure))
        .map(ReportRow::unitName)
        .toList();
  }

  /** The rows that the total is of: the groups, or without any, the units. */
  private static List<ReportRow> summed(List<ReportRow> rows) {
    boolean grouped = rows.stream().anyMatch(ReportRow::isGroup);
    return rows.stream().filter(row -> row.isGroup() == grouped).toList();
  }

  private static boolean isNothing(ReportRow row) {
    return row.cells().stream().allMatch(cell -> cell.equals(new Count(0)));
  }

  private static boolean hidesFigure(ReportCell cell) {
    return cell instanceof Sign sign && sign.hidesFigure();
  }

  private static ReportCell total(List<ReportCell> cells) {
    List<Sign> missing =
        cells.stream().filter(FilledReport::hidesFigure).map(Sign.class::cast).toList();
    List<ReportCell> figures = cells.stream().filter(cell -> !(cell instanceof Sign)).toList();
    if (figures.isEmpty()) {
      return missing.isEmpty() ? Sign.NOT_APPLICABLE : missing.get(0);
    }
    if (figures.get(0) instanceof Share) {
      return missing.isEmpty() ? shareOfAll(figures) : missing.get(0);
    }
    if (!(figures.get(0) instanceof Count || figures.get(0) instanceof Money)) {
      return new Text("");
    }
    long sum = figures.stream().mapToLong(FilledReport::amount).sum();
    if (!missing.isEmpty()) {
      return new PartialCount(sum, missing.get(0));
    }
    return figures.get(0) instanceof Money ? new Money(sum) : new Count(sum);
  }

  private static ReportCell shareOfAll(List<ReportCell> shares) {
    long part = 0;
    long whole = 0;
    for (ReportCell cell : shares) {
      Share share = (Share) cell;
      part += share.part();
      whole += share.whole();
    }
    return ReportCell.share(part, whole);
  }

  private static long amount(ReportCell cell) {
    return Objects.requireNonNull(cell.number()).longValue();
  }
}
