package khoyte.pipelines.link.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Pairs, counted by how they agree. Estimation looks at these and never at the pairs: a hundred
 * million pairs have some ten thousand patterns.
 */
public final class Patterns {
  private final List<Pattern> patterns;

  /**
   * One way to agree.
   *
   * @param levels by comparison; {@code Comparison.SILENT} if it says nothing
   * @param rules bit set of the blocking rules that found its pairs
   * @param pairs how many
   */
  public record Pattern(byte[] levels, int rules, long pairs) {
    private static final Comparator<Pattern> ORDER =
        Comparator.comparing(Pattern::levels, Arrays::compare).thenComparingInt(Pattern::rules);
  }

  private Patterns(List<Pattern> patterns) {
    this.patterns = patterns;
  }

  /** Patterns in an order of their own, so that sums come out the same to the last digit. */
  public static Patterns of(List<Pattern> patterns) {
    List<Pattern> sorted = new ArrayList<>(patterns);
    sorted.sort(Pattern.ORDER);
    return new Patterns(List.copyOf(sorted));
  }

  List<Pattern> all() {
    return patterns;
  }

  /** Number of pairs. */
  public long pairs() {
    return patterns.stream().mapToLong(Pattern::pairs).sum();
  }
}
