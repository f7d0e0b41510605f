package khoyte.jobs.conf;

import java.util.Locale;

/** What runs the truths across rows. */
public enum EngineChoice {
  /** DuckDB, unless {@code spark.master} names a cluster. */
  AUTO,
  /** DuckDB, in the process. */
  DUCKDB,
  /** Spark, in the process or on a cluster. */
  SPARK;

  static EngineChoice of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /**
   * Whether it is Spark.
   *
   * @param master of Spark
   */
  public boolean isSpark(String master) {
    return this == SPARK || (this == AUTO && !master.startsWith("local"));
  }
}
