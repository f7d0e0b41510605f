package khoyte.pipelines.link;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import khoyte.pipelines.link.cluster.BestLinks;
import khoyte.pipelines.link.cluster.Clusters;
import khoyte.pipelines.link.cluster.Components;
import khoyte.pipelines.link.cluster.WeighedPair;
import khoyte.pipelines.link.model.Relation;
import khoyte.pipelines.link.model.Thresholds;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Candidates with their decisions, and the people they make. */
public final class Links {
  private static final String MATCH = "match";
  private static final String REVIEW = "review";
  private static final String NO_MATCH = "no_match";

  private final PreparedRows prepared;
  private final Dataset<Row> decided;
  private final Map<Long, List<Long>> clusters;
  private final Thresholds thresholds;

  private Links(
      PreparedRows prepared,
      Dataset<Row> decided,
      Map<Long, List<Long>> clusters,
      Thresholds thresholds) {
    this.prepared = prepared;
    this.decided = decided;
    this.clusters = clusters;
    this.thresholds = thresholds;
  }

  /**
   * Decides on weighed pairs. A match that falls because its row has a better one, or a choice of
   * equal ones, or that is contradicted, is to be reviewed.
   */
  static Links of(PreparedRows prepared, Dataset<Row> scored, Thresholds thresholds) {
    Column weight = col(PairScores.WEIGHT);
    Column isMatch =
        weight
            .geq(Thresholds.weight(thresholds.match()))
            .and(col(PairScores.CONTRADICTED).equalTo(false));
    List<WeighedPair> matches = pairs(scored.where(isMatch));
    Relation relation =
        prepared.areTwoTables() ? prepared.model().relation() : Relation.MANY_TO_MANY;
    List<WeighedPair> standing =
        relation == Relation.MANY_TO_MANY ? matches : BestLinks.of(matches, relation);
    Dataset<Row> decided = scored.withColumn("fallen", lit(false));
    if (standing.size() < matches.size()) {
      decided =
          scored.join(
              fallen(scored, matches, standing),
              new String[] {Candidates.LEFT, Candidates.RIGHT},
              "left");
      decided = decided.withColumn("fallen", coalesce(col("fallen"), lit(false)));
    }
    decided =
        decided.withColumn(
            "decision",
            when(isMatch.and(col("fallen").equalTo(false)), MATCH)
                .when(weight.geq(Thresholds.weight(thresholds.review())), REVIEW)
                .otherwise(NO_MATCH));
    return new Links(prepared, decided, clusters(scored, standing), thresholds);
  }

  private static List<WeighedPair> pairs(Dataset<Row> scored) {
    List<WeighedPair> pairs = new ArrayList<>();
    for (Row row :
        scored
            .select(
                col(Candidates.LEFT),
                col(Candidates.RIGHT),
                col(PairScores.WEIGHT),
                col(PairScores.CONTRADICTED))
            .collectAsList()) {
      pairs.add(
          new WeighedPair(row.getLong(0), row.getLong(1), row.getDouble(2), row.getBoolean(3)));
    }
    return pairs;
  }

  private static Dataset<Row> fallen(
      Dataset<Row> scored, List<WeighedPair> matches, List<WeighedPair> standing) {
    Set<WeighedPair> kept = new HashSet<>(standing);
    List<Row> rows =
        matches.stream()
            .filter(match -> !kept.contains(match))
            .map(match -> RowFactory.create(match.left(), match.right(), true))
            .toList();
    return scored
        .sparkSession()
        .createDataFrame(
            rows,
            new StructType()
                .add(Candidates.LEFT, DataTypes.LongType)
                .add(Candidates.RIGHT, DataTypes.LongType)
                .add("fallen", DataTypes.BooleanType));
  }

  /** Where links leave a choice, every compared pair between their rows is heard. */
  private static Map<Long, List<Long>> clusters(Dataset<Row> scored, List<WeighedPair> standing) {
    Map<Long, List<Long>> components = Components.of(standing);
    List<Row> larger = new ArrayList<>();
    components.forEach(
        (name, rows) -> {
          if (rows.size() > 2) {
            rows.forEach(row -> larger.add(RowFactory.create(row, name)));
          }
        });
    if (larger.isEmpty()) {
      return components;
    }
    Dataset<Row> members =
        scored
            .sparkSession()
            .createDataFrame(
                larger,
                new StructType()
                    .add("member", DataTypes.LongType)
                    .add("component", DataTypes.LongType));
    Dataset<Row> left =
        members.select(col("member").as("l_member"), col("component").as("l_component"));
    Dataset<Row> right =
        members.select(col("member").as("r_member"), col("component").as("r_component"));
    List<WeighedPair> within =
        pairs(
            scored
                .join(left, col(Candidates.LEFT).equalTo(col("l_member")))
                .join(right, col(Candidates.RIGHT).equalTo(col("r_member")))
                .where(col("l_component").equalTo(col("r_component"))));
    Set<WeighedPair> links = new HashSet<>(standing);
    return Clusters.of(standing, within.stream().filter(pair -> !links.contains(pair)).toList());
  }

  /** Candidates by decision. */
  public record Counts(long matches, long reviews, long others) {}

  /** How many candidates were decided how. */
  public Counts counts() {
    Map<String, Long> counts = new HashMap<>();
    decided
        .groupBy("decision")
        .agg(count(lit(1)))
        .collectAsList()
        .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
    return new Counts(
        counts.getOrDefault(MATCH, 0L),
        counts.getOrDefault(REVIEW, 0L),
        counts.getOrDefault(NO_MATCH, 0L));
  }

  /** Sizes of the clusters of two rows and more, largest first. */
  public List<Integer> clusterSizes() {
    return clusters.values().stream()
        .map(List::size)
        .sorted(java.util.Comparator.reverseOrder())
        .toList();
  }

  /**
   * Pairs, by their ids in order: {@code id_l, id_r, weight, probability, decision}. All matches
   * and reviews; of the others those that the thresholds want written.
   */
  public Dataset<Row> links() {
    Dataset<Row> ids = prepared.rows().select(col(PreparedRows.ROW), col(PreparedRows.ID));
    return decided
        .where(
            col(PairScores.WEIGHT)
                .geq(Thresholds.weight(thresholds.written()))
                .or(col("decision").notEqual(NO_MATCH)))
        .join(ids.toDF(Candidates.LEFT, "id_l"), Candidates.LEFT)
        .join(ids.toDF(Candidates.RIGHT, "id_r"), Candidates.RIGHT)
        .orderBy(Candidates.LEFT, Candidates.RIGHT)
        .select(
            col("id_l"),
            col("id_r"),
            col(PairScores.WEIGHT),
            lit(1.0)
                .divide(lit(1.0).plus(pow(lit(2.0), col(PairScores.WEIGHT).unary_$minus())))
                .as("probability"),
            col("decision"));
  }

  /** Whether both tables have some id, so that {@link #people} marks ids with their table. */
  public boolean idsAreMarked() {
    if (!prepared.areTwoTables()) {
      return false;
    }
    Dataset<Row> ids = prepared.rows().select(col(PreparedRows.SIDE), col(PreparedRows.ID));
    return !ids.where(col(PreparedRows.SIDE).equalTo(0))
        .join(ids.where(col(PreparedRows.SIDE).equalTo(1)), PreparedRows.ID)
        .isEmpty();
  }

  /**
   * Every row with the id that names its person, by both: {@code cluster_id, id}. The name is the
   * smallest id of the person's rows, in two tables of those of the first. An id that both tables
   * have would name two rows; then every id is written {@code 1:id} or {@code 2:id}.
   */
  public Dataset<Row> people() {
    List<Row> members = new ArrayList<>();
    clusters.forEach(
        (name, rows) -> rows.forEach(row -> members.add(RowFactory.create(row, name))));
    Dataset<Row> clustered =
        prepared
            .session()
            .createDataFrame(
                members,
                new StructType()
                    .add(PreparedRows.ROW, DataTypes.LongType)
                    .add("person", DataTypes.LongType));
    Column id =
        idsAreMarked()
            ? concat_ws(":", col(PreparedRows.SIDE).plus(1), col(PreparedRows.ID))
            : col(PreparedRows.ID);
    Dataset<Row> rows = prepared.rows().select(col(PreparedRows.ROW), id.as(PreparedRows.ID));
    return rows.join(clustered, new String[] {PreparedRows.ROW}, "left")
        .withColumn("person", coalesce(col("person"), col(PreparedRows.ROW)))
        .join(rows.toDF("person", "cluster_id"), "person")
        .orderBy("person", PreparedRows.ROW)
        .select("cluster_id", PreparedRows.ID);
  }
}
