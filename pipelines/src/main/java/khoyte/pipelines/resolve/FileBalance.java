package khoyte.pipelines.resolve;

/**
 * What became of the rows of a landed file: staged = replaced + withdrawn + resolved + undecided +
 * nobody's.
 *
 * @param table name of the staged table
 * @param copies of the replaced, those that say what the current version of their record says
 */
public record FileBalance(
    long fileId,
    String table,
    long staged,
    long replaced,
    long withdrawn,
    long resolved,
    long undecided,
    long nobody,
    long copies) {

  /** Without copies. */
  public FileBalance(
      long fileId,
      String table,
      long staged,
      long replaced,
      long withdrawn,
      long resolved,
      long undecided,
      long nobody) {
    this(fileId, table, staged, replaced, withdrawn, resolved, undecided, nobody, 0);
  }
}
