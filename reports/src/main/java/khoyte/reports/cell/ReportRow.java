package khoyte.reports.cell;

import java.util.List;

/**
 * One unit of a report. The total row and people whose unit is not known have an empty code.
 *
 * @param cells one a measure, in the order of the columns
 */
public record ReportRow(String unitCode, String unitName, List<ReportCell> cells) {
  public ReportRow {
    cells = List.copyOf(cells);
  }

  /** Whether the row has a unit of the list of administrative units. */
  public boolean isUnit() {
    return !unitCode.isEmpty();
  }
}
