package khoyte.warehouse.table;

/** What became in a night of a citizen whose health records another key holds since. */
public enum KeyChange {
  /** His records are with those of another. */
  MERGED,
  /** Some of his records are no longer with the others. */
  SPLIT,
  /** Some of his records are no longer with the others but with those of another citizen. */
  MOVED,
  /** He is who he was under another key: a record before his smallest came, or that one went. */
  RENAMED,
  /** The record was taken back; no key holds it. */
  WITHDRAWN;

  /** As written in tables. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
