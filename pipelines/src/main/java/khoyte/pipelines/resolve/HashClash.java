package khoyte.pipelines.resolve;

/**
 * Two different texts have one hash, so that nothing may be decided by it: all versions are to be
 * numbered by another seed, and everything is to be resolved anew. Not to be expected in the life
 * of a warehouse.
 */
public final class HashClash extends RuntimeException {
  private static final long serialVersionUID = 1L;

  HashClash(String table) {
    super("Cannot resolve by hashes: " + table + " has rows");
  }
}
