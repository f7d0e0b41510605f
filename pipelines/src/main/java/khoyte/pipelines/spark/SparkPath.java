package khoyte.pipelines.spark;

import java.nio.file.Path;

/** Local files as Spark calls them; a blank in a name stays a blank. */
public final class SparkPath {

  private SparkPath() {}

  public static String of(Path file) {
    return new org.apache.hadoop.fs.Path(file.toUri()).toString();
  }
}
