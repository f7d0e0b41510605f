package khoyte.reports.cell;

import java.util.List;

/**
 * One unit of a report. The total row and people whose unit is not known have an empty code.
 *
 * @param cells one a measure, in the order of the columns
 */
public record ReportRow(String unitCode, String unitName, Level level, List<ReportCell> cells) {
  public ReportRow {
    cells = List.copyOf(cells);
  }

  /** A row of a table without groups. */
  public ReportRow(String unitCode, String unitName, List<ReportCell> cells) {
    this(unitCode, unitName, Level.UNIT, cells);
  }

  /** Where a row stands when units are grouped. */
  public enum Level {
    /** Holds the rows that follow it. */
    GROUP,
    UNIT
  }

  /** Whether the row is about a unit that has a code. */
  public boolean isUnit() {
    return !unitCode.isEmpty();
  }

  public boolean isGroup() {
    return level == Level.GROUP;
  }
}
