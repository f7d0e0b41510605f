package khoyte.pipelines.link.model;

/**
 * Probabilities that decide.
 *
 * @param match from here on a pair is one person
 * @param review from here on a person should look at it
 * @param written from here on it is written at all
 */
public record Thresholds(double match, double review, double written) {

  /** The weight of a probability: the logarithm of its odds to base 2. */
  public static double weight(double probability) {
    return (StrictMath.log(probability) - StrictMath.log1p(-probability)) / StrictMath.log(2);
  }
}
