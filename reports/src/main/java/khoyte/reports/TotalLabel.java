package khoyte.reports;

/** The words of the total row, centred, and where they stand. */
public record TotalLabel(String text, Place place) {

  /** Where the words stand. */
  public enum Place {
    /** Over running number and unit name, merged. */
    FIRST_TWO_COLUMNS,
    /** In the column of the unit names; the running number stays empty. */
    UNIT_NAME
  }
}
