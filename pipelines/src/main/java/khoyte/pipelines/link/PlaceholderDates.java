package khoyte.pipelines.link;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import khoyte.pipelines.link.model.LinkModel;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Dates that stand for none: programs that insist on a birth date are given one. It says nothing,
 * neither that two rows are one person nor that they are not. Some are known; another is one if at
 * least {@value #PEOPLE} different people have it, a hundredth of all, and ten times as many as
 * have a date on average.
 */
final class PlaceholderDates {
  private static final Set<String> KNOWN =
      Set.of("19000101", "18991230", "18991231", "19000100", "00010101");

  private static final int PEOPLE = 10;
  private static final double SHARE = 0.01;
  private static final double TIMES_THE_AVERAGE = 10;
  private static final int FULL = 8;

  private PlaceholderDates() {}

  /**
   * Those of a column of cleaned rows, and how many rows have each.
   *
   * @param model by its rules of the prior rows are one person's that agree in everything else
   */
  static TreeMap<String, Long> of(LinkModel model, Dataset<Row> cleaned, String column) {
    Column date = col("c_" + column);
    Dataset<Row> dates =
        cleaned
            .where(length(date).equalTo(FULL))
            .groupBy(date.as("date"))
            .agg(count(lit(1)).as("n"), people(model, column).as("people"));
    Column suspected = col("people").geq(PEOPLE).or(col("date").isin(KNOWN.toArray()));
    Row found =
        dates
            .agg(
                sum("n"),
                count(lit(1)),
                collect_list(when(suspected, struct(col("date"), col("n"), col("people")))))
            .first();
    TreeMap<String, Long> placeholders = new TreeMap<>();
    List<Row> all = found.getList(2);
    for (Row one : all) {
      double people = one.getLong(2);
      double rows = found.getLong(0);
      if (KNOWN.contains(one.getString(0))
          || people >= SHARE * rows && people >= TIMES_THE_AVERAGE * rows / found.getLong(1)) {
        placeholders.put(one.getString(0), one.getLong(1));
      }
    }
    return placeholders;
  }

  private static Column people(LinkModel model, String column) {
    return model.prior().rules().stream()
        .filter(rule -> rule.contains(column) && rule.size() > 1)
        .findFirst()
        .map(
            rule ->
                count_distinct(
                    array_join(
                        array_compact(
                            array(
                                rule.stream()
                                    .filter(other -> !other.equals(column))
                                    .map(other -> col("c_" + other))
                                    .toArray(Column[]::new))),
                        " ")))
        .orElse(count(lit(1)));
  }
}
