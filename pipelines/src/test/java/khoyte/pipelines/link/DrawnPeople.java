package khoyte.pipelines.link;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import khoyte.pipelines.link.model.BlockingRule;
import khoyte.pipelines.link.model.Comparison;
import khoyte.pipelines.link.model.Contradiction;
import khoyte.pipelines.link.model.KeyPart;
import khoyte.pipelines.link.model.Level;
import khoyte.pipelines.link.model.LinkColumn;
import khoyte.pipelines.link.model.LinkModel;
import khoyte.pipelines.link.model.PairKind;
import khoyte.pipelines.link.model.Prior;
import khoyte.pipelines.link.model.Relation;
import khoyte.pipelines.link.model.Thresholds;
import khoyte.pipelines.spark.Sessions;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Tables of people drawn as text, models of a few columns, and a session for them. */
final class DrawnPeople implements AutoCloseable {
  final SparkSession session;
  final Path work;
  final List<Remark> remarks = new ArrayList<>();

  DrawnPeople(Path work) {
    this.work = work;
    java.util.Map<String, String> properties = new java.util.HashMap<>(Sessions.FOR_FEW_ROWS);
    properties.put("spark.sql.shuffle.partitions", "1");
    this.session = Sessions.open("local[2]", properties, work.resolve("spark"));
  }

  /** A table; an empty cell is an empty value. */
  SourceTable table(String drawn) {
    List<List<String>> lines =
        drawn
            .lines()
            .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
            .toList();
    return table(lines.get(0), lines.subList(1, lines.size()));
  }

  SourceTable table(List<String> headings, List<List<String>> rows) {
    StructType schema = new StructType();
    for (int i = 0; i < headings.size(); i++) {
      schema = schema.add("v" + i, DataTypes.StringType);
    }
    List<Row> values = rows.stream().map(row -> RowFactory.create(row.toArray())).toList();
    return new SourceTable("people.csv", headings, session.createDataFrame(values, schema));
  }

  Linkage linkage(LinkModel model, SourceTable... tables) {
    return Linkage.of(session, model, List.of(tables), work.resolve("work"), remarks::add);
  }

  PreparedRows prepared(LinkModel model, SourceTable... tables) {
    return PreparedRows.of(
        model, List.of(tables), new WorkFolder(session, work.resolve("work")), remarks::add);
  }

  /** Rows as texts, cells joined by a space. */
  static List<String> texts(Dataset<Row> rows) {
    return rows.collectAsList().stream()
        .map(
            row -> {
              List<String> cells = new ArrayList<>();
              for (int i = 0; i < row.size(); i++) {
                cells.add(String.valueOf(row.get(i)));
              }
              return String.join(" ", cells);
            })
        .toList();
  }

  static LinkColumn column(String name) {
    return new LinkColumn(name, List.of(name), List.of(), LinkColumn.Substitute.NONE);
  }

  static BlockingRule rule(String... parts) {
    return new BlockingRule(
        String.join(" + ", parts), Arrays.stream(parts).map(KeyPart::of).toList(), 1000, false);
  }

  static Comparison comparison(String column, String... levels) {
    return new Comparison(
        column, column, Arrays.stream(levels).map(Level::of).toList(), List.of(), true);
  }

  static LinkModel model(
      List<LinkColumn> columns, List<BlockingRule> blocking, List<Comparison> comparisons) {
    return model(columns, blocking, comparisons, List.of(), List.of());
  }

  static LinkModel model(
      List<LinkColumn> columns,
      List<BlockingRule> blocking,
      List<Comparison> comparisons,
      List<PairKind> kinds,
      List<Contradiction> contradictions) {
    return new LinkModel(
        "drawn",
        List.of("id"),
        java.util.Set.of("", "unknown"),
        columns,
        blocking,
        comparisons,
        kinds,
        contradictions,
        new Prior(List.of(), 0.7),
        new Thresholds(0.8, 0.1, 0.001),
        Relation.MANY_TO_MANY,
        new LinkModel.Sampling(1, 20_000),
        10);
  }

  @Override
  public void close() {
    session.stop();
  }
}
