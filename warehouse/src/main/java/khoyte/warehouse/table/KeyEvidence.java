package khoyte.warehouse.table;

/** What joined health records or cut them apart, strongest first. */
public enum KeyEvidence {
  /** They came to hold one citizen id, or hold two now, or stand between two. */
  CITIZEN_ID,
  INSURANCE_NUMBER,
  OLD_ID,
  /** A key is still shared, but name or birth date no longer agree. */
  AGREEMENT,
  /** A station decided that they are, or are not, one person, or took that back. */
  DECISION,
  /** The record that held them together, or gave the name, was taken back. */
  WITHDRAWN,
  /** The records are as they were: another version of the program sees it otherwise. */
  RULES,
  /** All keys were made with another secret. */
  SECRET;

  /** As written in tables. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
