package khoyte.warehouse.lake;

import java.nio.file.Path;

/**
 * Where the lake is: its catalog is in the operations database, its files are below a directory.
 *
 * @param catalogUrl JDBC URL of the operations database; of H2 with DATABASE_TO_LOWER=TRUE
 */
public record LakeLocation(String catalogUrl, String user, String password, Path directory) {

  /** Name of the catalog, in the database and in Spark SQL. */
  public static final String CATALOG = "lake";

  @Override
  public String toString() {
    return "LakeLocation[" + directory + "]";
  }
}
