package khoyte.warehouse.table;

/** Why a version of a record does not count. */
public enum VersionFate {
  /** A greater version of its record came. */
  REPLACED,
  /** It is the greatest of its record and takes the record back. */
  WITHDRAWN;

  /** As written in tables. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
