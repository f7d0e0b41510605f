package khoyte.pipelines.link;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.List;
import khoyte.pipelines.link.estimate.Patterns;
import khoyte.pipelines.link.estimate.Patterns.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Pairs counted by how they agree: some thousand rows, the only ones that leave Spark to learn. */
final class PairPatterns {
  /** Rows of a table from which random pairs are drawn. */
  private static final int ROWS_DRAWN = 100_000;

  private static final long DRAWING = 1_000_000;

  private PairPatterns() {}

  /**
   * Counted candidates.
   *
   * @param certain how many satisfy a rule of the prior
   */
  record Counted(Patterns patterns, long certain) {}

  static Counted ofCandidates(PreparedRows prepared, Dataset<Row> compared) {
    int comparisons = prepared.model().comparisons().size();
    List<Column> by = levels(comparisons);
    by.add(col(Candidates.RULES));
    List<Row> rows =
        compared
            .groupBy(by.toArray(Column[]::new))
            .agg(count(lit(1)), sum(col(Candidates.CERTAIN).cast("int")))
            .collectAsList();
    List<Pattern> patterns = new ArrayList<>(rows.size());
    long certain = 0;
    for (Row row : rows) {
      patterns.add(
          new Pattern(
              levels(row, comparisons), row.getInt(comparisons), row.getLong(comparisons + 1)));
      certain += row.getLong(comparisons + 2);
    }
    return new Counted(Patterns.of(patterns), certain);
  }

  /**
   * Random pairs: rows in the order of a hash of their id, each with the next ones, in two tables
   * with rows of the other. The hash depends on the seed and not on the order of the input.
   */
  static Patterns ofRandomPairs(PreparedRows prepared) {
    int comparisons = prepared.model().comparisons().size();
    Dataset<Row> first = drawn(prepared, 0, prepared.asLeft(), "l_place");
    Dataset<Row> second =
        drawn(prepared, prepared.areTwoTables() ? 1 : 0, prepared.asRight(), "r_place");
    long rows = first.count();
    long others = prepared.areTwoTables() ? second.count() : rows;
    long wanted = Math.max(1, prepared.model().sampling().pairs() / Math.max(1, rows));
    long each = Math.min(wanted, prepared.areTwoTables() ? others : (rows - 1) / 2);
    if (each < 1) {
      return Patterns.of(List.of());
    }
    Column step = explode(sequence(lit(1), lit(each)));
    Column partner =
        prepared.areTwoTables()
            ? pmod(col("l_place").multiply(each).plus(col("step")), lit(others))
            : pmod(col("l_place").plus(col("step")), lit(rows));
    Dataset<Row> pairs =
        first
            .withColumn("step", step)
            .withColumn("partner", partner)
            .join(second, col("partner").equalTo(col("r_place")));
    List<Row> counted =
        new ComparisonLevels(prepared.model())
            .of(pairs, List.of())
            .groupBy(levels(comparisons).toArray(Column[]::new))
            .agg(count(lit(1)))
            .collectAsList();
    return Patterns.of(
        counted.stream()
            .map(row -> new Pattern(levels(row, comparisons), ~0, row.getLong(comparisons)))
            .toList());
  }

  private static Dataset<Row> drawn(
      PreparedRows prepared, int side, List<Column> asSide, String place) {
    Column hash = xxhash64(col(PreparedRows.ID), lit(prepared.model().sampling().seed()));
    double share = (double) ROWS_DRAWN / Math.max(1, prepared.counts().get(side));
    List<Column> columns = new ArrayList<>(asSide);
    columns.add(
        row_number()
            .over(Window.orderBy(hash, col(PreparedRows.ROW)))
            .minus(1)
            .cast("long")
            .as(place));
    return prepared
        .rows()
        .where(col(PreparedRows.SIDE).equalTo(side))
        .where(abs(hash.mod(DRAWING)).lt(lit((long) Math.ceil(share * DRAWING))))
        .select(columns.toArray(Column[]::new));
  }

  private static List<Column> levels(int comparisons) {
    List<Column> levels = new ArrayList<>();
    for (int i = 0; i < comparisons; i++) {
      levels.add(col(ComparisonLevels.levelColumn(i)));
    }
    return levels;
  }

  static byte[] levels(Row row, int comparisons) {
    byte[] levels = new byte[comparisons];
    for (int i = 0; i < comparisons; i++) {
      levels[i] = row.<Byte>getAs(i);
    }
    return levels;
  }
}
