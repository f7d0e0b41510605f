package khoyte.pipelines.link;

import java.nio.file.Path;
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

  /** Writes rows and gives them back as a data set that costs only its reading. */
  Dataset<Row> kept(String name, Dataset<Row> rows) {
    String path = directory.resolve(name).toUri().toString();
    rows.write().mode(SaveMode.Overwrite).parquet(path);
    return session.read().schema(rows.schema()).parquet(path);
  }
}
