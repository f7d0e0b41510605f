package khoyte.reports;

/** Whether the figures are about people or about a generated province. */
public enum DataOrigin {
  REAL,
  /** Every page says so. */
  SYNTHETIC
}
