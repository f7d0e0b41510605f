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
import java.util.function.UnaryOperator;
import khoyte.pipelines.link.cluster.BestLinks;
import khoyte.pipelines.link.cluster.Clusters;
import khoyte.pipelines.link.cluster.Components;
import khoyte.pipelines.link.cluster.WeighedPair;
import khoyte.pipelines.link.model.Thresholds;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Candidates with their decisions, and the people they make. */
public final class Links {
  private static final String MATCH = "match";
  private static final String REVIEW = "review";
  private static final String NO_MATCH = "no_match";

  /** Rows of a person up to which all pairs of them are listed. */
  private static final int MOST_COMPLETED = 200;

  private final PreparedRows prepared;
  private final Dataset<Row> decided;
  private final Dataset<Row> members;
  private final Map<Long, List<Long>> clusters;
  private final Thresholds thresholds;

  private Links(
      PreparedRows prepared,
      Dataset<Row> decided,
      Dataset<Row> members,
      Map<Long, List<Long>> clusters,
      Thresholds thresholds) {
    this.prepared = prepared;
    this.decided = decided;
    this.members = members;
    this.clusters = clusters;
    this.thresholds = thresholds;
  }

  /**
   * Decides on weighed pairs: a pair is a match if its rows are one person, by itself or through
   * other rows of that person. One that is likely enough by itself but falls, because its row has a
   * better one or a choice of equal ones, or because it is contradicted or the other rows speak
   * against it, is to be reviewed.
   *
   * @param weighing gives pairs, {@code l_row} and {@code r_row}, their weights as the scored ones
   *     have them
   */
  static Links of(
      PreparedRows prepared,
      Dataset<Row> scored,
      Thresholds thresholds,
      UnaryOperator<Dataset<Row>> weighing) {
    List<WeighedPair> matches =
        pairs(
            scored
                .where(weighsAtLeast(thresholds.match()))
                .where(col(PairScores.CONTRADICTED).equalTo(false)));
    List<WeighedPair> standing =
        prepared.areTwoTables() ? BestLinks.of(matches, prepared.model().relation()) : matches;
    Set<WeighedPair> heard = new HashSet<>(withinComponents(scored, standing));
    heard.removeAll(standing);
    Map<Long, List<Long>> clusters = Clusters.of(standing, List.copyOf(heard));
    heard.addAll(standing);
    List<Row> unheard = notCompared(clusters, heard, prepared.areTwoTables());
    Dataset<Row> complete =
        unheard.isEmpty()
            ? scored
            : scored.unionByName(
                weighing.apply(
                    rows(prepared.session(), unheard, Candidates.LEFT, Candidates.RIGHT)));
    Column isOnePerson =
        col("l_person").equalTo(col("r_person")).and(col(PairScores.CONTRADICTED).equalTo(false));
    Dataset<Row> members = members(prepared.session(), clusters);
    Dataset<Row> decided =
        complete
            .join(members.toDF(Candidates.LEFT, "l_person"), new String[] {Candidates.LEFT}, "left")
            .join(
                members.toDF(Candidates.RIGHT, "r_person"), new String[] {Candidates.RIGHT}, "left")
            .withColumn(
                "decision",
                when(isOnePerson, MATCH)
                    .when(weighsAtLeast(thresholds.review()), REVIEW)
                    .otherwise(NO_MATCH));
    return new Links(prepared, decided, members, clusters, thresholds);
  }

  private static Column weighsAtLeast(double probability) {
    return col(PairScores.WEIGHT).geq(Thresholds.weight(probability));
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

  /** Rows of groups: {@code row} and the name of the group, {@code person}. */
  private static Dataset<Row> members(SparkSession session, Map<Long, List<Long>> groups) {
    List<Row> members = new ArrayList<>();
    groups.forEach((name, rows) -> rows.forEach(row -> members.add(RowFactory.create(row, name))));
    return rows(session, members, PreparedRows.ROW, "person");
  }

  private static Dataset<Row> rows(
      SparkSession session, List<Row> rows, String column, String other) {
    return session.createDataFrame(
        rows, new StructType().add(column, DataTypes.LongType).add(other, DataTypes.LongType));
  }

  /** Where links leave a choice, every compared pair between their rows is heard. */
  private static List<WeighedPair> withinComponents(
      Dataset<Row> scored, List<WeighedPair> standing) {
    Map<Long, List<Long>> larger = Components.of(standing);
    larger.values().removeIf(rows -> rows.size() == 2);
    if (larger.isEmpty()) {
      return List.of();
    }
    Dataset<Row> members = members(scored.sparkSession(), larger);
    return pairs(
        scored
            .join(members.toDF(Candidates.LEFT, "l_component"), Candidates.LEFT)
            .join(members.toDF(Candidates.RIGHT, "r_component"), Candidates.RIGHT)
            .where(col("l_component").equalTo(col("r_component"))));
  }

  /** Pairs of one person that no rule brought together; of a person with very many rows none. */
  private static List<Row> notCompared(
      Map<Long, List<Long>> clusters, Set<WeighedPair> compared, boolean areTwoTables) {
    Set<List<Long>> known = new HashSet<>();
    Set<Long> lefts = new HashSet<>();
    for (WeighedPair pair : compared) {
      known.add(List.of(pair.left(), pair.right()));
      lefts.add(pair.left());
    }
    List<Row> unknown = new ArrayList<>();
    for (List<Long> rows : clusters.values()) {
      for (int i = 0; i < rows.size() && rows.size() <= MOST_COMPLETED; i++) {
        long left = rows.get(i);
        for (long right : rows.subList(i + 1, rows.size())) {
          boolean isPair = !areTwoTables || lefts.contains(left) && !lefts.contains(right);
          if (isPair && !known.contains(List.of(left, right))) {
            unknown.add(RowFactory.create(left, right));
          }
        }
      }
    }
    return unknown;
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
    Column id =
        idsAreMarked()
            ? concat_ws(":", col(PreparedRows.SIDE).plus(1), col(PreparedRows.ID))
            : col(PreparedRows.ID);
    Dataset<Row> rows = prepared.rows().select(col(PreparedRows.ROW), id.as(PreparedRows.ID));
    return rows.join(members, new String[] {PreparedRows.ROW}, "left")
        .withColumn("person", coalesce(col("person"), col(PreparedRows.ROW)))
        .join(rows.toDF("person", "cluster_id"), "person")
        .orderBy("person", PreparedRows.ROW)
        .select("cluster_id", PreparedRows.ID);
  }
}
