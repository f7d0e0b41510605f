package khoyte.warehouse.night;

/**
 * What became of the rows of a landed file: staged = replaced + withdrawn + resolved + undecided +
 * nobody's.
 *
 * @param table name of the staged table
 */
public record FileBalance(
    long fileId,
    String table,
    long staged,
    long replaced,
    long withdrawn,
    long resolved,
    long undecided,
    long nobody) {}
