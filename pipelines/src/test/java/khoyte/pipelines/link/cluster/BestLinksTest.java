package khoyte.pipelines.link.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import khoyte.pipelines.link.model.Relation;
import org.junit.jupiter.api.Test;

/** Rows 1 to 3 are of the first table, 11 to 13 of the second. */
class BestLinksTest {
  private static final WeighedPair BEST = pair(1, 11, 9);
  private static final WeighedPair SECOND = pair(1, 12, 7);
  private static final WeighedPair THIRD = pair(2, 11, 6);
  private static final WeighedPair LAST = pair(2, 12, 5);

  @Test
  void oneToOneKeepsTheHeaviest() {
    assertThat(BestLinks.of(List.of(LAST, THIRD, SECOND, BEST), Relation.ONE_TO_ONE))
        .containsExactly(BEST, LAST);
  }

  @Test
  void oneToManyLetsTheFirstTableHaveSeveral() {
    assertThat(BestLinks.of(List.of(LAST, THIRD, SECOND, BEST), Relation.ONE_TO_MANY))
        .containsExactly(BEST, SECOND);
  }

  @Test
  void manyToManyKeepsAll() {
    assertThat(BestLinks.of(List.of(BEST, SECOND, THIRD), Relation.MANY_TO_MANY))
        .containsExactly(BEST, SECOND, THIRD);
  }

  @Test
  void aChoiceOfEqualsIsNotMade() {
    WeighedPair one = pair(1, 11, 8);
    WeighedPair other = pair(1, 12, 8);
    WeighedPair weaker = pair(1, 13, 4);
    WeighedPair unconcerned = pair(3, 13, 3);

    assertThat(BestLinks.of(List.of(one, other, weaker, unconcerned), Relation.ONE_TO_ONE))
        .containsExactly(unconcerned);
    assertThat(BestLinks.of(List.of(one, other, weaker), Relation.ONE_TO_MANY))
        .containsExactly(one, other, weaker);
  }

  private static WeighedPair pair(long left, long right, double weight) {
    return new WeighedPair(left, right, weight, false);
  }
}
