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
import java.util.Arrays;
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

  private final LinkModel model;
  private final LinkParameters parameters;
  private final List<Long> counts;
  private final Map<String, Long> values;
  private final Mixture mixture;

  /**
   * Frequencies of values are those of the tables.
   *
   * @param parameters in the order of the model
   */
  PairScores(PreparedRows prepared, LinkParameters parameters) {
    this(prepared.model(), parameters, prepared.counts(), prepared.values());
  }

  /**
   * Frequencies of values are those of the parameters: a pair has, beside the levels, {@link
   * #correction} of each comparison whose frequencies there are.
   *
   * @param counts of the rows for which the shares of the kinds of pairs are meant
   */
  PairScores(LinkModel model, LinkParameters parameters, List<Long> counts) {
    this(model, parameters, counts, Map.of());
  }

  private PairScores(
      LinkModel model, LinkParameters parameters, List<Long> counts, Map<String, Long> values) {
    this.model = model;
    this.parameters = parameters;
    this.counts = counts;
    this.values = values;
    this.mixture = Mixture.of(parameters, counts);
  }

  /** Column of {@code ValueShares#correction} for the value of the left row. */
  static String correction(String column) {
    return "f_" + column;
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
    if (level < 0 || values.isEmpty() || isFixed(compared)) {
      return null;
    }
    LinkParameters.ComparisonParameters learned = parameters.comparisons().get(comparison);
    double rows = counts.stream().mapToLong(Long::longValue).sum();
    double valued = values.getOrDefault(compared.column(), 0L);
    double partners =
        2 * parameters.matches(counts) * learned.m().get(level) * valued / (rows * rows);
    return new TermFrequency(partners, valued, learned.u().get(level));
  }

  /** Whether the frequencies of what a comparison looks at are those of the parameters. */
  private boolean isFixed(Comparison comparison) {
    return comparison.termFrequency() && parameters.frequencies().containsKey(comparison.column());
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
    String name = "t_" + comparison + "_" + (random ? "u" : firstWith(comparison, logs));
    terms.computeIfAbsent(
        name,
        absent -> {
          Column level = col(ComparisonLevels.levelColumn(comparison));
          TermFrequency frequency = random ? termFrequency(comparison) : null;
          Comparison compared = model.comparisons().get(comparison);
          int frequencyLevel = compared.termFrequencyLevel();
          Column term = when(level.equalTo(Comparison.SILENT), lit(0.0));
          for (int i = 0; i < logs.length; i++) {
            Column log = lit(logs[i]);
            if (frequency != null && i == frequencyLevel) {
              log = coalesce(log2(chance(frequency, comparison)), log);
            } else if (random && isFixed(compared) && compared.isEqualFolded(i)) {
              log = log.plus(coalesce(col(correction(compared.column())), lit(0.0)));
            }
            term = term.when(level.equalTo(i), log);
          }
          return term;
        });
    return col(name);
  }

  /** The first kind with these probabilities of a comparison's levels. */
  private int firstWith(int comparison, double[] logs) {
    int kind = 0;
    while (!Arrays.equals(mixture.kinds().get(kind).logs()[comparison], logs)) {
      kind++;
    }
    return kind;
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
        List<String> levels = contradiction.levels().get(comparison.name());
        if (levels != null) {
          Object[] places = levels.stream().map(level -> place(comparison, level)).toArray();
          all = all.and(col(ComparisonLevels.levelColumn(i)).isin(places));
        }
      }
      contradicted = contradicted.or(all);
    }
    return contradicted;
  }

  private static int place(Comparison comparison, String level) {
    return level.equals(Contradiction.SILENT)
        ? Comparison.SILENT
        : comparison.levelNames().indexOf(level);
  }
}
