package khoyte.pipelines.link.pair;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import khoyte.pipelines.link.estimate.Mixture;
import khoyte.pipelines.link.model.Comparison;
import khoyte.pipelines.link.model.Level;
import khoyte.pipelines.link.model.LevelTest;
import khoyte.pipelines.link.model.LinkModel;

/**
 * What a pair can weigh at most, by what is known of it before its values are compared.
 *
 * <p>The weight is log2 of Σ P(levels | kind) over the kinds that are one person, divided by the
 * same over the kinds that are not. The divisor is at least that of strangers alone, so the weight
 * is at most log2 of Σ (share of kind / share of strangers) · Π max (p / u), a maximum for each
 * comparison over the levels that are still possible, where p is the probability of a level in the
 * kind and u that among strangers. No pair weighs more, whatever its values.
 */
public final class PairBound {
  private final List<Comparison> comparisons;
  private final Mixture mixture;

  PairBound(LinkModel model, PairWeights weights) {
    this.comparisons = List.copyOf(model.comparisons());
    this.mixture = weights.mixture();
  }

  /** The bound, a logarithm to base 2. */
  public double of(KnownPair known) {
    List<int[]> possible = new ArrayList<>();
    for (Comparison comparison : comparisons) {
      possible.add(levels(comparison, known));
    }
    Mixture.Kind strangers = mixture.kinds().get(1);
    double greatest = Double.NEGATIVE_INFINITY;
    List<Double> logs = new ArrayList<>();
    for (Mixture.Kind kind : mixture.kinds()) {
      if (kind.onePerson()) {
        double log = kind.logShare() - strangers.logShare();
        for (int i = 0; i < comparisons.size(); i++) {
          log += greatestRatio(kind, strangers, i, possible.get(i), known);
        }
        logs.add(log);
        greatest = Math.max(greatest, log);
      }
    }
    double sum = 0;
    for (double log : logs) {
      sum += StrictMath.pow(2, log - greatest);
    }
    return greatest + StrictMath.log(sum) / StrictMath.log(2);
  }

  private double greatestRatio(
      Mixture.Kind kind, Mixture.Kind strangers, int comparison, int[] levels, KnownPair known) {
    Comparison compared = comparisons.get(comparison);
    double greatest = Double.NEGATIVE_INFINITY;
    for (int level : levels) {
      double ratio = 0;
      if (level != Comparison.SILENT) {
        boolean isFrequency = compared.isEqualFolded(level);
        double least = isFrequency ? known.leastCorrection(compared) : 0;
        ratio = ratio(kind, strangers, comparison, level, least);
      }
      greatest = Math.max(greatest, ratio);
    }
    return greatest;
  }

  /**
   * The greatest logarithm of p / u.
   *
   * @param least correction of u by the very value
   */
  private static double ratio(
      Mixture.Kind kind, Mixture.Kind strangers, int comparison, int level, double least) {
    boolean random = kind.random()[comparison];
    if (!strangers.random()[comparison]) {
      return random
          ? Double.POSITIVE_INFINITY
          : kind.log(comparison, level, Double.NaN) - strangers.log(comparison, level, Double.NaN);
    }
    // What a kind has in common with strangers is worth nothing, however rare the value.
    return random
        ? 0
        : kind.log(comparison, level, Double.NaN)
            - strangers.log(comparison, level, Double.NaN)
            - least;
  }

  private static int[] levels(Comparison comparison, KnownPair known) {
    if (known.isSilent(comparison)) {
      return new int[] {Comparison.SILENT};
    }
    List<Integer> levels = new ArrayList<>();
    if (!known.isHeard(comparison) || !comparison.silentWhen().isEmpty()) {
      levels.add(Comparison.SILENT);
    }
    Predicate<LevelTest> mayHold = test -> known.isPossible(comparison, test);
    for (int i = 0; i < comparison.levels().size(); i++) {
      Level level = comparison.levels().get(i);
      if (level.anyOf().stream().anyMatch(mayHold)) {
        levels.add(i);
      }
    }
    levels.add(comparison.levels().size());
    return levels.stream().mapToInt(Integer::intValue).toArray();
  }
}
