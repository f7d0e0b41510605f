package khoyte.pipelines.link.estimate;

import java.util.ArrayList;
import java.util.List;
import khoyte.pipelines.link.estimate.LinkParameters.ComparisonParameters;
import khoyte.pipelines.link.estimate.LinkParameters.KindParameters;

/**
 * All kinds of pairs with the probabilities of their agreements, ready to weigh a pair: the weight
 * is the logarithm to base 2 of (one person : different people), given how the pair agrees.
 *
 * <p>With the two classical kinds alone this is Fellegi and Sunter's sum of weights. More kinds
 * make it a ratio of sums (a latent class model with known structure): evidence that a household
 * explains as well is worth nothing.
 */
public final class Mixture {
  private final List<Kind> kinds;

  /**
   * A kind of pair.
   *
   * @param logShare logarithm to base 2 of its share of all pairs
   * @param logs by comparison and level, logarithms to base 2 of the probability
   * @param random by comparison, whether its pairs agree as strangers do
   */
  public record Kind(
      String name, boolean onePerson, double logShare, double[][] logs, boolean[] random) {

    /**
     * Logarithm of the probability of a pattern in this kind.
     *
     * @param chances by comparison, logarithm of the chance that a stranger has the value agreed
     *     on; NaN if term frequency says nothing
     */
    double log(byte[] levels, double[] chances) {
      double sum = logShare;
      for (int i = 0; i < levels.length; i++) {
        sum += log(i, levels[i], chances[i]);
      }
      return sum;
    }

    /** The same of one comparison. */
    public double log(int comparison, int level, double chance) {
      if (level < 0) {
        return 0;
      }
      return random[comparison] && !Double.isNaN(chance) ? chance : logs[comparison][level];
    }
  }

  private Mixture(List<Kind> kinds) {
    this.kinds = List.copyOf(kinds);
  }

  /** Parameters as they apply to tables with so many rows. */
  public static Mixture of(LinkParameters parameters, List<Long> rows) {
    List<Kind> kinds = new ArrayList<>();
    for (KindParameters kind : parameters.kinds()) {
      double[][] logs = new double[parameters.comparisons().size()][];
      boolean[] random = new boolean[logs.length];
      for (int i = 0; i < logs.length; i++) {
        ComparisonParameters comparison = parameters.comparisons().get(i);
        List<Double> own = kind.shared().get(comparison.name());
        random[i] = kind.random().contains(comparison.name());
        logs[i] = logs(own != null ? own : random[i] ? comparison.u() : comparison.m());
      }
      kinds.add(
          new Kind(
              kind.name(), kind.onePerson(), log2(parameters.share(kind, rows)), logs, random));
    }
    return new Mixture(kinds);
  }

  private static double[] logs(List<Double> probabilities) {
    return probabilities.stream().mapToDouble(Mixture::log2).toArray();
  }

  static double log2(double value) {
    return StrictMath.log(value) / StrictMath.log(2);
  }

  /** Kinds of pairs, one person and strangers first. */
  public List<Kind> kinds() {
    return kinds;
  }

  /** Weight of a pair; see {@link Kind#log} for the arguments. */
  public double weight(byte[] levels, double[] chances) {
    return logOfSum(true, levels, chances) - logOfSum(false, levels, chances);
  }

  /** Logarithm of the probability of a pattern in all kinds that are one person, or are not. */
  double logOfSum(boolean onePerson, byte[] levels, double[] chances) {
    double[] logs =
        kinds.stream()
            .filter(kind -> kind.onePerson() == onePerson)
            .mapToDouble(kind -> kind.log(levels, chances))
            .toArray();
    double greatest = Double.NEGATIVE_INFINITY;
    for (double log : logs) {
      greatest = Math.max(greatest, log);
    }
    double sum = 0;
    for (double log : logs) {
      sum += StrictMath.pow(2, log - greatest);
    }
    return greatest + log2(sum);
  }
}
