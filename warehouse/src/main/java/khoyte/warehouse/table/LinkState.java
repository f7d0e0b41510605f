package khoyte.warehouse.table;

/** What became of the question whose record it is. */
public enum LinkState {
  RESOLVED,
  /** More than one citizen fits; a person decides. */
  UNDECIDED,
  NOBODY;

  /** As written in tables. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
