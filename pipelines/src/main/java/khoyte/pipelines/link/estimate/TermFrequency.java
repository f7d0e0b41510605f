package khoyte.pipelines.link.estimate;

/**
 * How likely a stranger has the very value that two rows agree on. Other rows with the value count,
 * less those that are expected to be the same person's; a value that nobody else has falls back on
 * the average, of which it is one observation (gamma prior of weight 1 on the rate).
 *
 * @param partners rows of the same person with the same value, expected for each row
 * @param values rows that have any value
 * @param average probability that two strangers agree (u of the level)
 */
public record TermFrequency(double partners, double values, double average) {

  /**
   * @param occurrences rows with the value, at least 1
   */
  public double chance(long occurrences) {
    return (Math.max(occurrences - 1 - partners, 0) + 1) / (values - 1 + 1 / average);
  }
}
