package khoyte.warehouse.table;

/** What a link stands on, strongest first. */
public enum Evidence {
  CITIZEN_ID,
  INSURANCE_NUMBER,
  OLD_ID,
  /** Folded name, full birth date and commune fit exactly one citizen. */
  NAME_BIRTH_COMMUNE,
  /** The same, against a key that points to somebody else. */
  CONTESTED_KEY,
  /** A health record stands for its citizen. */
  REGISTRY,
  /** A station decided whose the record is, in a list that came back. */
  DECISION,
  /**
   * The rules found nobody; by name, birth date, home, phone and numbers that nearly agree it is
   * one citizen beyond doubt, or, if the link is undecided, perhaps one.
   */
  MATCHER;

  /** As written in tables. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
