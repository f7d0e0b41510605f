package khoyte.pipelines.link.estimate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import khoyte.pipelines.link.model.Comparison;
import khoyte.pipelines.link.model.LinkModel;
import khoyte.pipelines.link.model.Thresholds;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;

/**
 * What was learned: how often the rows of one person agree (m), how often strangers do (u), and how
 * frequent each kind of pair is.
 *
 * @param model name of the model
 * @param kinds {@link #ONE_PERSON} and {@link #STRANGERS} first, then those of the model
 * @param frequencies how frequent the values of a column are; of a column that is not in it they
 *     are those of the tables that are linked
 */
public record LinkParameters(
    String model,
    Trained trained,
    List<ComparisonParameters> comparisons,
    List<KindParameters> kinds,
    Thresholds thresholds,
    Map<String, ValueShares> frequencies) {
  public static final String ONE_PERSON = "one-person";
  public static final String STRANGERS = "strangers";

  /** Share of a kind that there is not: no agreement makes up for it. */
  private static final double NOBODY = 1e-30;

  private static final MathContext DIGITS = new MathContext(10);

  /** Without frequencies of its own. */
  public LinkParameters(
      String model,
      Trained trained,
      List<ComparisonParameters> comparisons,
      List<KindParameters> kinds,
      Thresholds thresholds) {
    this(model, trained, comparisons, kinds, thresholds, Map.of());
  }

  /** The same with frequencies. */
  public LinkParameters with(Map<String, ValueShares> fixed) {
    return new LinkParameters(model, trained, comparisons, kinds, thresholds, fixed);
  }

  /** The same, but nobody has two rows: whatever agrees, no pair is one person. */
  public LinkParameters ofNobodyTwice() {
    return new LinkParameters(
        model,
        new Trained(trained.rows(), trained.candidates(), trained.randomPairs(), 0, trained.seed()),
        comparisons,
        kinds.stream().map(kind -> kind.onePerson() ? kind.of(NOBODY) : kind).toList(),
        thresholds,
        frequencies);
  }

  /**
   * From what it was learned.
   *
   * @param rows of the one table, or of the two
   * @param candidates pairs that were compared
   * @param randomPairs pairs from which u was learned
   * @param matches expected number of pairs of one person
   */
  public record Trained(
      List<Long> rows, long candidates, long randomPairs, double matches, long seed) {

    /** Number of all pairs. */
    public double pairs() {
      return pairsOf(rows);
    }
  }

  /**
   * A comparison.
   *
   * @param levels their names, closest first
   * @param m probability of each level for rows of one person
   * @param u probability of each level for strangers
   */
  public record ComparisonParameters(
      String name, List<String> levels, List<Double> m, List<Double> u) {}

  /**
   * A kind of pair.
   *
   * @param share of all pairs
   * @param common whether the share stays when there are more rows; else the number per row stays
   * @param shared probabilities of the levels of those comparisons in which it has its own
   * @param random comparisons in which its pairs agree as strangers do
   */
  public record KindParameters(
      String name,
      boolean onePerson,
      double share,
      boolean common,
      Map<String, List<Double>> shared,
      List<String> random) {

    KindParameters of(double other) {
      return new KindParameters(name, onePerson, other, common, shared, random);
    }
  }

  /**
   * The same for a model as it is left for some tables: its comparisons and levels in its order.
   *
   * @throws KhoyteException if it compares what was not learned
   */
  public LinkParameters alignedTo(LinkModel left) {
    List<ComparisonParameters> aligned = new ArrayList<>();
    for (Comparison comparison : left.comparisons()) {
      aligned.add(
          comparisons.stream()
              .filter(learned -> learned.name().equals(comparison.name()))
              .findFirst()
              .map(learned -> aligned(learned, comparison))
              .orElseThrow(() -> notLearned(comparison.name())));
    }
    return new LinkParameters(model, trained, List.copyOf(aligned), kinds, thresholds, frequencies);
  }

  private ComparisonParameters aligned(ComparisonParameters learned, Comparison comparison) {
    List<Integer> places = new ArrayList<>();
    for (String level : comparison.levelNames()) {
      int place = learned.levels().indexOf(level);
      if (place < 0) {
        throw notLearned(comparison.name() + ": " + level);
      }
      places.add(place);
    }
    return new ComparisonParameters(
        learned.name(),
        comparison.levelNames(),
        places.stream().map(learned.m()::get).toList(),
        places.stream().map(learned.u()::get).toList());
  }

  private KhoyteException notLearned(String what) {
    return new KhoyteException(Fault.ARGUMENT, "link.parameters.other", model, what);
  }

  /** Expected number of pairs of one person among those of other tables. */
  public double matches(List<Long> rows) {
    return kinds.stream()
            .filter(KindParameters::onePerson)
            .mapToDouble(kind -> share(kind, rows))
            .sum()
        * pairsOf(rows);
  }

  /** Pairs that the rows make. */
  public static double pairsOf(List<Long> rows) {
    double first = rows.get(0);
    return rows.size() == 1 ? first * (first - 1) / 2 : first * rows.get(1);
  }

  /** As it is written into a file: what is applied is what can be read. */
  static double rounded(double value) {
    return new BigDecimal(value).round(DIGITS).doubleValue();
  }

  /** Share of a kind among the pairs of other tables. */
  public double share(KindParameters kind, List<Long> rows) {
    if (kind.name().equals(STRANGERS)) {
      return 1
          - kinds.stream()
              .filter(other -> !other.name().equals(STRANGERS))
              .mapToDouble(other -> share(other, rows))
              .sum();
    }
    double growth = (double) greatest(trained.rows()) / Math.max(1, greatest(rows));
    return kind.common() ? kind.share() : Math.min(kind.share() * growth, 0.5);
  }

  private static long greatest(List<Long> rows) {
    return rows.stream().mapToLong(Long::longValue).max().orElseThrow();
  }
}
