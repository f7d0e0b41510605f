package khoyte.pipelines.link;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import khoyte.pipelines.link.model.BlockingRule;
import khoyte.pipelines.link.model.Cleaning;
import khoyte.pipelines.link.model.Comparison;
import khoyte.pipelines.link.model.LinkModel;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * The rows of one or two tables, cleaned and numbered. One row an input row: {@code row} (a number
 * in the order of table and id, whatever the order of the input), {@code id}, {@code side} (0 or
 * 1), {@code c_<column>} for each column of the model that the tables have, {@code n_<column>} in
 * how many rows its value occurs, where term frequency counts.
 *
 * @param model what is left of it for these tables
 * @param counts rows of each table
 * @param values how many rows have a value, by column with term frequency
 */
record PreparedRows(
    LinkModel model, Dataset<Row> rows, List<Long> counts, Map<String, Long> values) {
  static final String ROW = "row";
  static final String SIDE = "side";
  static final String ID = "id";

  static Column left(String column) {
    return col("l_" + column);
  }

  static Column right(String column) {
    return col("r_" + column);
  }

  /** Columns of a row as the left side of a pair, how often its values occur among them. */
  List<Column> asLeft() {
    List<Column> columns = asSide("l_");
    for (String column : values.keySet()) {
      columns.add(col("n_" + column).as("l_n_" + column));
    }
    return columns;
  }

  /** Columns of a row as the right side of a pair. */
  List<Column> asRight() {
    return asSide("r_");
  }

  private List<Column> asSide(String prefix) {
    List<Column> columns = new ArrayList<>();
    columns.add(col(ROW).as(prefix + ROW));
    for (String column : new TreeSet<>(model.comparedColumns())) {
      columns.add(col("c_" + column).as(prefix + column));
    }
    return columns;
  }

  Dataset<Row> left() {
    return rows.select(asLeft().toArray(Column[]::new));
  }

  Dataset<Row> right() {
    return rows.select(asRight().toArray(Column[]::new));
  }

  /** The same with the rules that are followed. */
  PreparedRows following(List<BlockingRule> rules) {
    return new PreparedRows(model.withBlocking(rules), rows, counts, values);
  }

  boolean areTwoTables() {
    return counts.size() == 2;
  }

  /**
   * Cleans and numbers.
   *
   * @param work folder for what is needed more than once
   * @param remarks hears what is missing
   */
  static PreparedRows of(
      LinkModel model, List<SourceTable> tables, WorkFolder work, Consumer<Remark> remarks) {
    List<InputColumns> inputs =
        tables.stream().map(table -> InputColumns.of(table, model, remarks)).toList();
    LinkModel restricted = model.without(missing(model, inputs, remarks));
    if (restricted.comparisons().isEmpty()) {
      throw new KhoyteException(Fault.ARGUMENT, "link.columns", tables.get(0).name(), model.name());
    }
    if (restricted.blocking().isEmpty()) {
      throw new KhoyteException(
          Fault.ARGUMENT,
          "link.rules",
          tables.get(0).name(),
          model.name(),
          String.join(", ", LinkModel.names(restricted.comparisons(), Comparison::name)));
    }
    Dataset<Row> cleaned = null;
    for (int side = 0; side < inputs.size(); side++) {
      Dataset<Row> one = cleaned(restricted, inputs.get(side), side);
      cleaned = cleaned == null ? one : cleaned.unionByName(one);
    }
    Dataset<Row> numbered =
        work.kept(
            "numbered",
            java.util.Objects.requireNonNull(cleaned)
                .orderBy(SIDE, ID)
                .withColumn(ROW, monotonically_increasing_id()));
    Dataset<Row> believed = withoutPlaceholders(restricted, numbered, inputs, remarks);
    Row facts = facts(restricted, believed);
    List<Long> counts = new ArrayList<>();
    for (int side = 0; side < inputs.size(); side++) {
      counts.add(checkedCount(facts, side, inputs.get(side)));
    }
    Map<String, Long> values = new HashMap<>();
    for (String column : frequencyColumns(restricted)) {
      values.put(column, facts.<Long>getAs("values_" + column));
    }
    Dataset<Row> rows = work.kept("rows", withFrequencies(restricted, believed));
    return new PreparedRows(restricted, rows, List.copyOf(counts), Map.copyOf(values));
  }

  private static TreeSet<String> missing(
      LinkModel model, List<InputColumns> inputs, Consumer<Remark> remarks) {
    TreeSet<String> missing = new TreeSet<>();
    for (String column : new TreeSet<>(model.usedColumns())) {
      List<InputColumns> without = inputs.stream().filter(input -> !input.has(column)).toList();
      if (!without.isEmpty()) {
        missing.add(column);
        if (without.size() < inputs.size()) {
          remarks.accept(Remark.of("link.column.unpaired", without.get(0).tableName(), column));
        }
      }
    }
    if (!missing.isEmpty()) {
      remarks.accept(Remark.of("link.column.missing", String.join(", ", missing)));
    }
    return missing;
  }

  private static Dataset<Row> cleaned(LinkModel model, InputColumns input, int side) {
    List<String> names = List.copyOf(new TreeSet<>(model.usedColumns()));
    List<Column> plain = new ArrayList<>(List.of(input.id().as(ID), lit(side).as(SIDE)));
    for (String name : names) {
      plain.add(ValueCleaning.plain(input.column(name).raw(), model.emptyValues()).as(name));
    }
    Dataset<Row> rows = input.rows().select(plain.toArray(Column[]::new));
    Map<String, List<Cleaning>> cleaning = new TreeMap<>();
    names.forEach(name -> cleaning.put(name, input.column(name).cleaning()));
    Map<String, WritingHabits> habits = WritingHabits.of(rows, cleaning);
    List<Column> cleaned = new ArrayList<>(List.of(col(ID), col(SIDE)));
    cleaning.forEach(
        (name, steps) ->
            cleaned.add(
                ValueCleaning.cleaned(
                        col(name), steps, habits.getOrDefault(name, WritingHabits.USUAL))
                    .as("c_" + name)));
    return rows.select(cleaned.toArray(Column[]::new));
  }

  private static Dataset<Row> withoutPlaceholders(
      LinkModel model, Dataset<Row> rows, List<InputColumns> inputs, Consumer<Remark> remarks) {
    Dataset<Row> believed = rows;
    for (String column : new TreeSet<>(model.usedColumns())) {
      if (inputs.stream()
          .anyMatch(input -> input.column(column).cleaning().contains(Cleaning.DATE))) {
        TreeMap<String, Long> placeholders = PlaceholderDates.of(model, rows, column);
        placeholders.forEach(
            (date, n) -> remarks.accept(Remark.of("link.date.placeholder", column, date, n)));
        Column date = col("c_" + column);
        believed =
            believed.withColumn(
                "c_" + column, when(not(date.isin(placeholders.keySet().toArray())), date));
      }
    }
    return believed;
  }

  private static Row facts(LinkModel model, Dataset<Row> numbered) {
    List<Column> facts = new ArrayList<>();
    for (int side = 0; side < 2; side++) {
      Column here = col(SIDE).equalTo(side);
      facts.add(count(when(here, lit(1))).as("rows_" + side));
      facts.add(count(when(here.and(col(ID).isNotNull()), lit(1))).as("ids_" + side));
      facts.add(count_distinct(when(here, col(ID))).as("different_" + side));
    }
    for (String column : frequencyColumns(model)) {
      facts.add(count(col("c_" + column)).as("values_" + column));
    }
    return numbered.select(facts.toArray(Column[]::new)).first();
  }

  private static long checkedCount(Row facts, int side, InputColumns input) {
    long rows = facts.<Long>getAs("rows_" + side);
    long named = facts.<Long>getAs("ids_" + side);
    if (named < rows) {
      throw new KhoyteException(
          Fault.ARGUMENT, "link.id.missing", input.tableName(), input.idHeading(), rows - named);
    }
    long different = facts.<Long>getAs("different_" + side);
    if (rows != different) {
      throw new KhoyteException(
          Fault.ARGUMENT,
          "link.id.repeated",
          input.tableName(),
          input.idHeading(),
          rows,
          different);
    }
    return rows;
  }

  /** Columns of which it counts how often a value occurs. */
  private static TreeSet<String> frequencyColumns(LinkModel model) {
    TreeSet<String> columns = new TreeSet<>();
    for (Comparison comparison : model.comparisons()) {
      if (comparison.termFrequencyLevel() >= 0) {
        columns.add(comparison.column());
      }
    }
    return columns;
  }

  private static Dataset<Row> withFrequencies(LinkModel model, Dataset<Row> numbered) {
    Dataset<Row> rows = numbered;
    for (String column : frequencyColumns(model)) {
      String name = "c_" + column;
      Dataset<Row> repeated =
          numbered
              .where(col(name).isNotNull())
              .groupBy(col(name).as("value"))
              .agg(count(lit(1)).as("n"))
              .where(col("n").gt(1));
      rows =
          rows.join(repeated, rows.col(name).equalTo(col("value")), "left")
              .drop("value")
              .withColumn("n_" + column, when(col(name).isNotNull(), coalesce(col("n"), lit(1))))
              .drop("n");
    }
    return rows;
  }

  SparkSession session() {
    return rows.sparkSession();
  }

  /** The row of an id in a table; without rows if there is none. */
  Dataset<Row> named(String id, int side) {
    return rows.where(functions.col(ID).equalTo(id).and(functions.col(SIDE).equalTo(side)));
  }
}
