package khoyte.pipelines.link;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import khoyte.pipelines.link.estimate.Estimation;
import khoyte.pipelines.link.estimate.Evidence;
import khoyte.pipelines.link.estimate.Explanation;
import khoyte.pipelines.link.estimate.LinkParameters;
import khoyte.pipelines.link.estimate.Patterns;
import khoyte.pipelines.link.estimate.TermFrequency;
import khoyte.pipelines.link.model.BlockingRule;
import khoyte.pipelines.link.model.Comparison;
import khoyte.pipelines.link.model.LinkModel;
import khoyte.pipelines.link.model.Thresholds;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * One table searched for rows of one person, or two tables linked. The same tables, model and seed
 * give the same parameters and links, whatever the order of the rows and the number of cores.
 */
public final class Linkage {
  private final LinkModel whole;
  private final PreparedRows prepared;
  private final Dataset<Row> compared;
  private final WorkFolder work;
  private final Consumer<Remark> remarks;

  private Linkage(
      LinkModel whole,
      PreparedRows prepared,
      Dataset<Row> compared,
      WorkFolder work,
      Consumer<Remark> remarks) {
    this.whole = whole;
    this.prepared = prepared;
    this.compared = compared;
    this.work = work;
    this.remarks = remarks;
  }

  /**
   * Cleans, counts candidates by rule, and compares each once.
   *
   * @param tables one, or two to be linked
   * @param directory for what is needed more than once; may be emptied when the linkage is over
   * @param remarks hears what is missing and what each rule finds
   * @throws khoyte.warehouse.KhoyteException if a rule finds more than its cap, before anything is
   *     compared
   */
  public static Linkage of(
      SparkSession session,
      LinkModel model,
      List<SourceTable> tables,
      Path directory,
      Consumer<Remark> remarks) {
    WorkFolder work = new WorkFolder(session, directory);
    PreparedRows prepared = PreparedRows.of(model, tables, work, remarks);
    Dataset<Row> keys = work.kept("keys", Candidates.keys(prepared));
    List<BlockingRule> all = prepared.model().blocking();
    List<BlockingRule> followed =
        Candidates.withinCap(prepared.model(), Candidates.counted(prepared, keys), remarks);
    PreparedRows following = prepared.following(followed);
    Dataset<Row> pairs = Candidates.pairs(keys, all, followed, prepared.areTwoTables());
    Dataset<Row> compared = work.kept("compared", Candidates.compared(following, pairs));
    return new Linkage(model, following, compared, work, remarks);
  }

  /** Rows of each table. */
  public List<Long> rows() {
    return prepared.counts();
  }

  /**
   * Learns the parameters from these tables, without labels. Where too little is compared to tell
   * people apart, nobody is expected twice, and the remarks hear it.
   */
  public LinkParameters train() {
    if (LinkParameters.pairsOf(prepared.counts()) == 0) {
      throw new KhoyteException(Fault.ARGUMENT, "link.learn.none", prepared.model().name());
    }
    PairPatterns.Counted candidates = PairPatterns.ofCandidates(prepared, compared);
    Patterns random = PairPatterns.ofRandomPairs(prepared);
    LinkParameters learned =
        new Estimation(
                prepared.model(),
                prepared.counts(),
                candidates.patterns(),
                random,
                candidates.certain())
            .estimate();
    if (Evidence.isEnough(whole, prepared.model(), learned)) {
      return learned;
    }
    remarks.accept(
        Remark.of(
            "link.learn.little",
            String.join(", ", LinkModel.names(prepared.model().comparisons(), Comparison::name))));
    return learned.ofNobodyTwice();
  }

  /** Weighs the candidates, decides, and puts people together. */
  public Links link(LinkParameters parameters) {
    LinkParameters aligned = parameters.alignedTo(prepared.model());
    PairScores scores = new PairScores(prepared, aligned);
    Dataset<Row> scored = work.kept("scored", weighed(scores, compared));
    return Links.of(
        prepared,
        scored,
        aligned.thresholds(),
        pairs ->
            work.kept(
                "completed",
                weighed(
                    scores,
                    Candidates.compared(prepared, pairs.withColumn(Candidates.RULES, lit(0))))));
  }

  private static Dataset<Row> weighed(PairScores scores, Dataset<Row> compared) {
    return scores.of(compared, col(Candidates.LEFT), col(Candidates.RIGHT));
  }

  /**
   * Why two rows have their weight, whether or not they are candidates.
   *
   * @param one id in the only or the first table
   * @param other id in the only or the second table
   * @return empty if there is no such row
   */
  public Optional<Explanation> explain(LinkParameters parameters, String one, String other) {
    LinkParameters aligned = parameters.alignedTo(prepared.model());
    PairScores scores = new PairScores(prepared, aligned);
    Dataset<Row> left = prepared.named(one, 0).select(prepared.asLeft().toArray(Column[]::new));
    Dataset<Row> right =
        prepared
            .named(other, prepared.areTwoTables() ? 1 : 0)
            .select(prepared.asRight().toArray(Column[]::new));
    int comparisons = prepared.model().comparisons().size();
    List<Row> pair =
        new ComparisonLevels(prepared.model())
            .of(left.crossJoin(right), Candidates.occurrences(prepared.model()))
            .collectAsList();
    if (pair.isEmpty()) {
      return Optional.empty();
    }
    byte[] levels = new byte[comparisons];
    double[] chances = new double[comparisons];
    for (int i = 0; i < comparisons; i++) {
      levels[i] = pair.get(0).<Byte>getAs(ComparisonLevels.levelColumn(i));
      chances[i] = chance(scores.termFrequency(i), pair.get(0), i, levels[i]);
    }
    return Optional.of(Explanation.of(scores.mixture(), aligned, levels, chances));
  }

  private double chance(@Nullable TermFrequency frequency, Row pair, int comparison, byte level) {
    if (frequency == null
        || level != prepared.model().comparisons().get(comparison).termFrequencyLevel()) {
      return Double.NaN;
    }
    int occurrences = pair.<Integer>getAs(Candidates.occurrences(comparison));
    return StrictMath.log(frequency.chance(occurrences)) / StrictMath.log(2);
  }

  /**
   * Rows that nothing could ever link: even with an equal one their weight stays below that of a
   * match, because they say too little.
   */
  public long unlinkable(LinkParameters parameters) {
    LinkParameters aligned = parameters.alignedTo(prepared.model());
    List<Column> both = new ArrayList<>(prepared.asLeft());
    both.addAll(prepared.asRight());
    Dataset<Row> withThemselves =
        new ComparisonLevels(prepared.model())
            .of(
                prepared.rows().select(both.toArray(Column[]::new)),
                Candidates.occurrences(prepared.model()));
    return new PairScores(prepared, aligned)
        .of(withThemselves)
        .where(col(PairScores.WEIGHT).lt(Thresholds.weight(aligned.thresholds().match())))
        .count();
  }
}
