package khoyte.reports;

import java.util.List;

/**
 * Horizontal bars below the table, one group a unit, the axis from 0.
 *
 * @param axisStep distance of the axis labels; 0 leaves it to the figures
 */
public record ReportChart(String title, List<Series> series, Order order, int axisStep) {
  public ReportChart {
    series = List.copyOf(series);
  }

  /** Which unit is on top. */
  public enum Order {
    AS_TABLE,
    GREATEST_FIRST
  }

  /** How the bars of a series are told apart without colour. */
  public enum Fill {
    /** 404040. */
    DARK,
    /** White with a dark outline. */
    WHITE
  }

  /** Whether a line marks the value of the whole province. */
  public enum Reference {
    NONE,
    PROVINCE
  }

  /**
   * One bar a unit.
   *
   * @param whole measure that {@code measure} is a share of, in per cent; empty for plain figures
   */
  public record Series(String name, String measure, String whole, Fill fill, Reference reference) {}
}
