package khoyte.pipelines.link.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import khoyte.pipelines.link.model.Relation;

/**
 * Which links between two tables stand if a row has one person only: the heaviest first, and every
 * later one of a row that has its link falls. Where equal weights leave a row a choice, evidence
 * does not decide and neither do we: all of them fall, and so does what is weaker.
 */
public final class BestLinks {
  private static final Comparator<WeighedPair> HEAVIEST_FIRST =
      Comparator.comparingDouble(WeighedPair::weight)
          .reversed()
          .thenComparingLong(WeighedPair::left)
          .thenComparingLong(WeighedPair::right);

  private final boolean leftHasOne;
  private final boolean rightHasOne;
  private final Set<Long> takenLeft = new HashSet<>();
  private final Set<Long> takenRight = new HashSet<>();
  private final List<WeighedPair> standing = new ArrayList<>();

  private BestLinks(Relation relation) {
    this.leftHasOne = relation == Relation.ONE_TO_ONE;
    this.rightHasOne = relation != Relation.MANY_TO_MANY;
  }

  /** The links that stand. */
  public static List<WeighedPair> of(List<WeighedPair> links, Relation relation) {
    BestLinks best = new BestLinks(relation);
    List<WeighedPair> sorted = new ArrayList<>(links);
    sorted.sort(HEAVIEST_FIRST);
    int from = 0;
    while (from < sorted.size()) {
      int to = from;
      while (to < sorted.size() && sorted.get(to).weight() == sorted.get(from).weight()) {
        to++;
      }
      best.decide(sorted.subList(from, to));
      from = to;
    }
    return best.standing;
  }

  /** Decides on links of one weight. */
  private void decide(List<WeighedPair> equal) {
    List<WeighedPair> free =
        equal.stream()
            .filter(link -> !(leftHasOne && takenLeft.contains(link.left())))
            .filter(link -> !(rightHasOne && takenRight.contains(link.right())))
            .toList();
    Map<Long, Integer> ofLeft = new HashMap<>();
    Map<Long, Integer> ofRight = new HashMap<>();
    for (WeighedPair link : free) {
      ofLeft.merge(link.left(), 1, Integer::sum);
      ofRight.merge(link.right(), 1, Integer::sum);
    }
    for (WeighedPair link : free) {
      boolean choice =
          leftHasOne && ofLeft.getOrDefault(link.left(), 0) > 1
              || rightHasOne && ofRight.getOrDefault(link.right(), 0) > 1;
      if (!choice) {
        standing.add(link);
      }
      takenLeft.add(link.left());
      takenRight.add(link.right());
    }
  }
}
