package khoyte.jobs.operations;

/**
 * What became of the staged records of a source, over all nights: staged = current + replaced +
 * withdrawn; current = resolved + undecided + nobody.
 */
public record SourceBalance(
    String source,
    long staged,
    long replaced,
    long withdrawn,
    long current,
    long resolved,
    long undecided,
    long nobody) {

  /** Records that are unaccounted for; 0 if the balance holds. */
  public long difference() {
    long ofStaged = staged - current - replaced - withdrawn;
    return ofStaged != 0 ? ofStaged : current - resolved - undecided - nobody;
  }
}
