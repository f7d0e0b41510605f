package khoyte.pipelines.link.estimate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How frequent the values of a column are, without diacritics: what two rows agree on weighs more
 * the rarer it is.
 *
 * @param shares of the rows that have a value; those of rarer values are not kept
 * @param others share that stands for each value that is not kept
 */
public record ValueShares(Map<String, Double> shares, double others) {
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
    return Mixture.log2(shares.getOrDefault(value, others) / meeting());
  }
}
