package khoyte.pipelines.resolve;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import khoyte.warehouse.table.Field;
import khoyte.warehouse.table.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;

/**
 * Which version of a record counts: the greatest by (update time, file date, content). An update
 * time later than the file date counts as earliest; of one content that came several times the
 * greatest file date counts.
 */
final class CurrentVersions {

  /** 1 for the current version of a record, greater for those it replaced. */
  static final String RANK = "version_rank";

  /** How many different contents share the current version's update time and file date. */
  static final String TIES = "version_ties";

  private static final String UNIT_SEPARATOR = "\u001f";

  private CurrentVersions() {}

  /**
   * All versions of a staged table with their {@link #RANK} and {@link #TIES}; {@code updated_at}
   * is the update time that counts.
   */
  static Dataset<Row> ranked(Table table, Dataset<Row> versions, String... key) {
    // Nearly every record came once. Only the others pay for a sort; two keys with one hash cost a
    // sort, not a wrong answer.
    Column hash = xxhash64(columns(key));
    Dataset<Row> several =
        versions
            .groupBy(hash.as("key_hash"))
            .agg(count(lit(1)).as("versions"))
            .where(col("versions").gt(1))
            .select("key_hash");
    Column came = hash.equalTo(col("key_hash"));
    Dataset<Row> once =
        versions
            .join(broadcast(several), came, "left_anti")
            .withColumn("updated_at", effectiveUpdate(col("file_date")))
            .withColumn(RANK, lit(1))
            .withColumn(TIES, lit(1));
    Dataset<Row> often = versions.join(broadcast(several), came, "left_semi");
    return once.unionByName(rankedByContent(often.withColumn("content", content(table, key)), key));
  }

  /** Of ranked versions those that count and are not taken back. */
  static Dataset<Row> current(Dataset<Row> ranked) {
    return ranked.where(col(RANK).equalTo(1).and(not(col("withdrawn"))));
  }

  /**
   * Records whose current version was chosen by content alone, in the columns of {@code
   * version_conflict}.
   *
   * @param ranked also where the version that was chosen takes the record back
   */
  static Dataset<Row> conflicts(Table table, Dataset<Row> ranked, String... key) {
    return ranked
        .where(col(RANK).equalTo(1).and(col(TIES).gt(1)))
        .select(
            lit(table.name()).as("source_table"),
            concat_ws("/", columns(key)).as("record_key"),
            col(TIES).as("contents"));
  }

  private static Dataset<Row> rankedByContent(Dataset<Row> often, String... key) {
    WindowSpec sameContent = Window.partitionBy(with(columns(key), col("content")));
    WindowSpec greatestFirst =
        Window.partitionBy(columns(key))
            .orderBy(
                col("updated_at").desc_nulls_last(),
                col("latest_file").desc_nulls_last(),
                col("content").desc(),
                col("file_date").desc_nulls_last(),
                col("file_id"),
                col("record_number"));
    WindowSpec tied = Window.partitionBy(with(columns(key), col("updated_at"), col("latest_file")));
    return often
        .withColumn("latest_file", max(col("file_date")).over(sameContent))
        .withColumn("updated_at", effectiveUpdate(col("latest_file")))
        .withColumn(RANK, row_number().over(greatestFirst))
        .withColumn(TIES, size(collect_set(col("content")).over(tied)))
        .drop("latest_file", "content");
  }

  private static Column effectiveUpdate(Column fileDate) {
    Column updated = col("updated_at");
    return when(fileDate.isNull().or(to_date(updated).leq(fileDate)), updated);
  }

  private static Column content(Table table, String... key) {
    List<String> keys = List.of(key);
    Column[] texts =
        table.fields().stream()
            .map(Field::name)
            .filter(
                name ->
                    keys.contains(name) || name.endsWith("_text") || name.equals("tables_digest"))
            .map(name -> coalesce(col(name), lit("")))
            .toArray(Column[]::new);
    return concat_ws(UNIT_SEPARATOR, texts);
  }

  private static Column[] columns(String... names) {
    return Arrays.stream(names).map(functions::col).toArray(Column[]::new);
  }

  private static Column[] with(Column[] columns, Column... more) {
    return Stream.concat(Arrays.stream(columns), Arrays.stream(more)).toArray(Column[]::new);
  }
}
