package khoyte.pipelines.resolve;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Citizens with one folded name, birth date and commune: never joined by that, but worth a look.
 */
final class ReviewPairs {

  private ReviewPairs() {}

  /**
   * Rows of review_pair.
   *
   * @param communes tell which units are one commune in different years
   */
  static Dataset<Row> of(Dataset<Row> citizens, Communes communes) {
    Column same = xxhash64(col("name_folded"), col("birth_date"));
    Dataset<Row> complete =
        citizens
            .where(
                col("name_folded")
                    .isNotNull()
                    .and(col("birth_date").isNotNull())
                    .and(col("commune").isNotNull()))
            .select(
                col("first_ma_hssk"),
                col("name_folded"),
                col("birth_date"),
                col("commune"),
                same.as("same"));
    Dataset<Row> several =
        complete.groupBy("same").agg(count(lit(1)).as("n")).where(col("n").gt(1)).select("same");
    Dataset<Row> alike = complete.join(broadcast(several), "same");
    Dataset<Row> one = alike.as("one");
    Dataset<Row> other = alike.as("other");
    return one.join(
            other,
            col("one.same")
                .equalTo(col("other.same"))
                .and(col("one.name_folded").equalTo(col("other.name_folded")))
                .and(col("one.birth_date").equalTo(col("other.birth_date")))
                .and(communes.isSame(col("one.commune"), col("other.commune")))
                .and(col("one.first_ma_hssk").lt(col("other.first_ma_hssk"))))
        .select(
            col("one.first_ma_hssk").as("ma_hssk"),
            col("other.first_ma_hssk").as("other_ma_hssk"),
            lit("name_birth_commune").as("reason"));
  }
}
