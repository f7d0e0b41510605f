package khoyte.jobs.operations;

/**
 * What became of the staged records of a landed file, as the lake has them: staged = replaced +
 * withdrawn + resolved + undecided + nobody.
 *
 * @param copies of the replaced, those that say what the current version of their record says
 */
public record RecordBalance(
    long fileId,
    long staged,
    long replaced,
    long withdrawn,
    long resolved,
    long undecided,
    long nobody,
    long copies) {

  /** A file of which nothing is staged. */
  public static RecordBalance nothing(long fileId) {
    return new RecordBalance(fileId, 0, 0, 0, 0, 0, 0, 0);
  }

  /** Both together, under the file of this one. */
  public RecordBalance plus(RecordBalance other) {
    return new RecordBalance(
        fileId,
        staged + other.staged,
        replaced + other.replaced,
        withdrawn + other.withdrawn,
        resolved + other.resolved,
        undecided + other.undecided,
        nobody + other.nobody,
        copies + other.copies);
  }

  public long current() {
    return staged - replaced - withdrawn;
  }

  /** Records that are unaccounted for; 0 if the balance holds. */
  public long difference() {
    return current() - resolved - undecided - nobody;
  }
}
