package khoyte.pipelines.link;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log2;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import khoyte.pipelines.link.estimate.LinkParameters;
import khoyte.pipelines.link.estimate.Mixture;
import khoyte.pipelines.link.estimate.TermFrequency;
import khoyte.pipelines.link.model.Comparison;
import khoyte.pipelines.link.model.Contradiction;
import khoyte.pipelines.link.model.LinkModel;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The weight of a pair, as {@link Mixture} defines it, in column expressions: {@code weight} (to
 * six decimals, so that every way to compute it decides alike) and {@code contradicted}.
 */
final class PairScores {
  static final String WEIGHT = "weight";
  static final String CONTRADICTED = "contradicted";
  private static final int DECIMALS = 6;

  private final PreparedRows prepared;
  private final LinkModel model;
  private final LinkParameters parameters;
  private final Mixture mixture;

  /**
   * @param parameters in the order of the model
   */
  PairScores(PreparedRows prepared, LinkParameters parameters) {
    this.prepared = prepared;
    this.model = prepared.model();
    this.parameters = parameters;
    this.mixture = Mixture.of(parameters, prepared.counts());
  }

  Mixture mixture() {
    return mixture;
  }

  /**
   * How likely a stranger has the value of a comparison, or null if term frequency does not count.
   */
  @org.jspecify.annotations.Nullable
  TermFrequency termFrequency(int comparison) {
    Comparison compared = model.comparisons().get(comparison);
    int level = compared.termFrequencyLevel();
    if (level < 0) {
      return null;
    }
    LinkParameters.ComparisonParameters learned = parameters.comparisons().get(comparison);
    double rows = prepared.counts().stream().mapToLong(Long::longValue).sum();
    double values = prepared.values().getOrDefault(compared.column(), 0L);
    double partners =
        2 * parameters.matches(prepared.counts()) * learned.m().get(level) * values / (rows * rows);
    return new TermFrequency(partners, values, learned.u().get(level));
  }

  /**
   * Pairs with their levels and occurrences become pairs with their weight.
   *
   * @param kept columns that stay beside the weight
   */
  Dataset<Row> of(Dataset<Row> compared, Column... kept) {
    Map<String, Column> terms = new LinkedHashMap<>();
    List<Column> kinds = new ArrayList<>();
    for (Mixture.Kind kind : mixture.kinds()) {
      Column sum = lit(kind.logShare());
      for (int i = 0; i < model.comparisons().size(); i++) {
        sum = sum.plus(term(kind, i, terms));
      }
      kinds.add(sum.as(kindColumn(kinds.size())));
    }
    List<Column> first = new ArrayList<>(List.of(kept));
    first.add(contradicted().as(CONTRADICTED));
    terms.forEach((name, term) -> first.add(term.as(name)));
    List<Column> second = new ArrayList<>(others(kept));
    second.addAll(kinds);
    List<Column> third = new ArrayList<>(others(kept));
    third.add(round(logOfSum(true).minus(logOfSum(false)), DECIMALS).as(WEIGHT));
    return compared
        .select(first.toArray(Column[]::new))
        .select(second.toArray(Column[]::new))
        .select(third.toArray(Column[]::new));
  }

  private static List<Column> others(Column... kept) {
    List<Column> others = new ArrayList<>(List.of(kept));
    others.add(col(CONTRADICTED));
    return others;
  }

  private static String kindColumn(int kind) {
    return "kind_" + kind;
  }

  /** A comparison's term in a kind's sum; kinds that share probabilities share the column. */
  private Column term(Mixture.Kind kind, int comparison, Map<String, Column> terms) {
    boolean random = kind.random()[comparison];
    double[] logs = kind.logs()[comparison];
    String name = "t_" + comparison + "_" + (random ? "u" : java.util.Arrays.hashCode(logs));
    terms.computeIfAbsent(
        name,
        absent -> {
          Column level = col(ComparisonLevels.levelColumn(comparison));
          TermFrequency frequency = random ? termFrequency(comparison) : null;
          int frequencyLevel = model.comparisons().get(comparison).termFrequencyLevel();
          Column term = when(level.equalTo(Comparison.SILENT), lit(0.0));
          for (int i = 0; i < logs.length; i++) {
            Column log = lit(logs[i]);
            if (frequency != null && i == frequencyLevel) {
              log = coalesce(log2(chance(frequency, comparison)), log);
            }
            term = term.when(level.equalTo(i), log);
          }
          return term;
        });
    return col(name);
  }

  private static Column chance(TermFrequency frequency, int comparison) {
    Column others =
        col(Candidates.occurrences(comparison)).minus(1).minus(lit(frequency.partners()));
    return greatest(others, lit(0.0))
        .plus(1)
        .divide(lit(frequency.values() - 1 + 1 / frequency.average()));
  }

  private Column logOfSum(boolean onePerson) {
    List<Column> logs = new ArrayList<>();
    for (int i = 0; i < mixture.kinds().size(); i++) {
      if (mixture.kinds().get(i).onePerson() == onePerson) {
        logs.add(col(kindColumn(i)));
      }
    }
    if (logs.size() == 1) {
      return logs.get(0);
    }
    Column most = greatest(logs.toArray(Column[]::new));
    Column sum =
        logs.stream().map(log -> pow(lit(2.0), log.minus(most))).reduce(Column::plus).orElseThrow();
    return most.plus(log2(sum));
  }

  private Column contradicted() {
    Column contradicted = lit(false);
    for (Contradiction contradiction : model.contradictions()) {
      Column all = lit(true);
      for (int i = 0; i < model.comparisons().size(); i++) {
        Comparison comparison = model.comparisons().get(i);
        String level = contradiction.levels().get(comparison.name());
        if (level != null) {
          int place = comparison.levelNames().indexOf(level);
          all = all.and(col(ComparisonLevels.levelColumn(i)).equalTo(place));
        }
      }
      contradicted = contradicted.or(all);
    }
    return contradicted;
  }
}
