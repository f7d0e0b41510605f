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

  /** A source of which nothing is staged. */
  public static SourceBalance nothing(String source) {
    return new SourceBalance(source, 0, 0, 0, 0, 0, 0, 0);
  }

  /** Both together, under the name of this one. */
  public SourceBalance plus(SourceBalance other) {
    return new SourceBalance(
        source,
        staged + other.staged,
        replaced + other.replaced,
        withdrawn + other.withdrawn,
        current + other.current,
        resolved + other.resolved,
        undecided + other.undecided,
        nobody + other.nobody);
  }

  /** Records that are unaccounted for; 0 if the balance holds. */
  public long difference() {
    long ofStaged = staged - current - replaced - withdrawn;
    return ofStaged != 0 ? ofStaged : current - resolved - undecided - nobody;
  }
}
