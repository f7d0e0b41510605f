package khoyte.warehouse.table;

/**
 * A number for every staged version, the same on every night: it names the landed file and the
 * place there, and has 54 bits at most.
 */
public final class VersionNumber {
  private static final int PLACE_BITS = 28;

  private VersionNumber() {}

  /** Of the record at a place, from 1, of a landed file. */
  public static long of(long fileId, int recordNumber) {
    return (fileId << PLACE_BITS) + recordNumber;
  }

  /** The landed file. */
  public static long file(long versionNo) {
    return versionNo >> PLACE_BITS;
  }

  /** The place in its file. */
  public static int place(long versionNo) {
    return (int) (versionNo & ((1L << PLACE_BITS) - 1));
  }

  /** Not greater than that of any version in files landed after one. */
  public static long after(long fileId) {
    return of(fileId + 1, 0);
  }
}
