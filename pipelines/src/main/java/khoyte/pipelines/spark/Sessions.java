package khoyte.pipelines.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import khoyte.warehouse.OwnerOnly;
import org.apache.spark.sql.SparkSession;

/** How Spark runs: embedded by default, on a cluster if the configuration names a master. */
public final class Sessions {

  /**
   * For a warehouse of few rows: queries are interpreted, planned once and hardly divided. To
   * generate and compile their code, or to plan them again after every stage, takes longer than
   * there are rows for.
   */
  public static final Map<String, String> FOR_FEW_ROWS =
      Map.of(
          "spark.sql.codegen.wholeStage", "false",
          "spark.sql.codegen.factoryMode", "NO_CODEGEN",
          "spark.sql.adaptive.enabled", "false",
          "spark.sql.shuffle.partitions", "2");

  private Sessions() {}

  /**
   * One session for a night.
   *
   * @param master as in {@code spark.master}
   * @param catalog properties of the lake's catalog, see {@code Lake#sparkProperties}
   * @param scratch folder for what Spark spills
   */
  public static SparkSession open(String master, Map<String, String> catalog, Path scratch) {
    made(scratch);
    SparkSession.Builder builder =
        SparkSession.builder()
            .appName("khoyte")
            .master(master)
            .config("spark.ui.enabled", false)
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.local.dir", scratch.toString())
            .config("spark.sql.warehouse.dir", scratch.resolve("tables").toString())
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.hadoop.fs.file.impl", LocalFiles.class.getName())
            // Nobody looks at the texts of plans, which cost a tenth of a small night.
            .config("spark.sql.ui.explainMode", "simple")
            .config("spark.sql.maxPlanStringLength", 0)
            .config(
                "spark.sql.extensions",
                "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions")
            // Few wide partitions: a night is a few million rows on a few cores.
            .config("spark.sql.shuffle.partitions", 8)
            // HotSpot never compiles a longer method: interpreted, it is slower than no generated
            // one.
            .config("spark.sql.codegen.hugeMethodLimit", 8000)
            // Java's own way to small letters; ICU's makes a word iterator for every value.
            .config("spark.sql.icu.caseMappings.enabled", false)
            .config("spark.sql.adaptive.enabled", true)
            .config("spark.sql.autoBroadcastJoinThreshold", "32m")
            .config("spark.sql.join.preferSortMergeJoin", false)
            .config("spark.sql.parquet.compression.codec", "lz4_raw")
            .config("spark.sql.files.maxPartitionBytes", "64m")
            .config("spark.io.compression.codec", "lz4")
            .config("spark.shuffle.compress", true)
            .config("spark.serializer", "org.apache.spark.serializer.KryoSerializer");
    catalog.forEach(builder::config);
    return builder.getOrCreate();
  }

  /** Where it cannot make the folder, Spark ends the program without a word. */
  private static void made(Path scratch) {
    try {
      OwnerOnly.directory(scratch);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
