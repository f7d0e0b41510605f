package khoyte.pipelines.link.estimate;

import java.util.Collection;
import java.util.List;
import khoyte.pipelines.link.estimate.LinkParameters.ComparisonParameters;
import khoyte.pipelines.link.model.LinkModel;
import khoyte.pipelines.link.model.PairKind;

/**
 * Whether what is compared can tell people apart. One thing alone cannot, however rare its values
 * are: nothing bears out that two rows which agree on it are one person, and nothing is learned
 * from it. Nor can what relatives or neighbours have in common. So beside the strongest comparison,
 * and beside those that a kind of different people agrees on, the others must make a chance
 * agreement {@value #TIMES_RARER} times rarer.
 */
public final class Evidence {
  private static final double TIMES_RARER = 32;

  private Evidence() {}

  /**
   * Of some tables.
   *
   * @param whole the model
   * @param left what is left of it for the tables
   * @param learned from them
   */
  public static boolean isEnough(LinkModel whole, LinkModel left, LinkParameters learned) {
    if (!left.prior().rules().isEmpty()) {
      return true;
    }
    double least = Mixture.log2(TIMES_RARER);
    List<ComparisonParameters> compared = learned.comparisons();
    double strongest = compared.stream().mapToDouble(Evidence::bits).max().orElse(0);
    return bitsBeside(List.of(), compared) - strongest >= least
        && whole.kinds().stream()
            .filter(kind -> !kind.onePerson() && kind.atMost() == PairKind.ANY)
            .allMatch(kind -> bitsBeside(kind.comparisons(), compared) >= least);
  }

  private static double bitsBeside(Collection<String> others, List<ComparisonParameters> compared) {
    return compared.stream()
        .filter(comparison -> !others.contains(comparison.name()))
        .mapToDouble(Evidence::bits)
        .sum();
  }

  /** How rare it is that strangers agree. */
  private static double bits(ComparisonParameters comparison) {
    return -Mixture.log2(comparison.u().get(0));
  }
}
