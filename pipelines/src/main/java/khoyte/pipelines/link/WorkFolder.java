package khoyte.pipelines.link;

import java.nio.file.Path;
import khoyte.pipelines.spark.SparkPath;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * Where a linkage puts what it needs more than once.
 *
 * @param directory its own; may be emptied when it is over
 */
record WorkFolder(SparkSession session, Path directory) {

  /**
   * Writes rows and gives them back as a data set that costs only its reading. Not as lz4_raw,
   * which the session writes by default: its reader broke on weights (MalformedInputException).
   */
  Dataset<Row> kept(String name, Dataset<Row> rows) {
    String path = SparkPath.of(directory.resolve(name));
    rows.write().mode(SaveMode.Overwrite).option("compression", "snappy").parquet(path);
    return session.read().schema(rows.schema()).parquet(path);
  }
}
