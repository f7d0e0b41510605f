package khoyte.pipelines.resolve;

import java.nio.file.Files;
import java.nio.file.Path;
import khoyte.pipelines.spark.SparkPath;
import khoyte.warehouse.Layout;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * Where a night puts what it needs more than once. Written anew by a step that runs again.
 *
 * @param layout of the warehouse
 * @param directory the night's own
 */
public record Workspace(SparkSession session, Layout layout, Path directory) {

  /** Writes rows and gives them back as a data set that costs only its reading. */
  Dataset<Row> kept(String name, Dataset<Row> rows) {
    session.sparkContext().setJobDescription(name);
    // Written once, read once or twice: a dictionary of mostly unique texts costs more than it
    // saves.
    rows.write()
        .mode(SaveMode.Overwrite)
        .option("parquet.enable.dictionary", "false")
        .parquet(path(name));
    return session.read().schema(rows.schema()).parquet(path(name));
  }

  /** Whether something was kept whole under a name. */
  boolean has(String name) {
    return Files.exists(directory.resolve(name).resolve("_SUCCESS"));
  }

  /** What was kept under a name. */
  Dataset<Row> kept(String name) {
    return session.read().parquet(path(name));
  }

  Path folder(String name) {
    return directory.resolve(name);
  }

  private String path(String name) {
    return SparkPath.of(folder(name));
  }
}
