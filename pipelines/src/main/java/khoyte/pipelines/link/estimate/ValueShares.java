package khoyte.pipelines.link.estimate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How frequent the values of a column are, without diacritics: what two rows agree on weighs more
 * the rarer it is, but not more than if it were a sixteenth as frequent as the average: rare names
 * run in families, which live together.
 *
 * @param shares of the rows that have a value; those of rarer values are not kept
 * @param others share that stands for each value that is not kept
 */
public record ValueShares(Map<String, Double> shares, double others) {
  private static final double MOST_WEIGHT = 16;

  public ValueShares {
    shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
  }

  /** Probability that two rows drawn at random have the same value. */
  public double meeting() {
    return shares.values().stream().mapToDouble(share -> share * share).sum();
  }

  /**
   * What the chance that a stranger agrees is to be multiplied by for a value, as a logarithm to
   * base 2.
   */
  public double correction(String value) {
    double share = Math.max(shares.getOrDefault(value, others), meeting() / MOST_WEIGHT);
    return Mixture.log2(share / meeting());
  }
}
