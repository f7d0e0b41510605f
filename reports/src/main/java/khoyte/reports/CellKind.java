package khoyte.reports;

/** What the cells of a column say. */
public enum CellKind {
  /** The running number. */
  ORDINAL,
  UNIT_NAME,
  COUNT,
  /** Per cent of another measure. */
  SHARE,
  /** Whole amounts in the unit that the heading names. */
  MONEY,
  DAY,
  TEXT
}
