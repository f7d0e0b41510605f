package khoyte.reports.cell;

/** Where a value stands in its cell. */
public enum Alignment {
  LEFT,
  CENTRE,
  RIGHT
}
