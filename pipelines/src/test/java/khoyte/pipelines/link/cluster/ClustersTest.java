package khoyte.pipelines.link.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClustersTest {

  @Test
  void linkedRowsAreOnePersonNamedByTheSmallest() {
    assertThat(Clusters.of(List.of(pair(3, 7, 9), pair(1, 3, 9), pair(8, 9, 5)), List.of()))
        .isEqualTo(Map.of(1L, List.of(1L, 3L, 7L), 8L, List.of(8L, 9L)));
  }

  @Test
  void aChainOverAWeakLinkBreaksWhereTheRestSpeaksAgainstIt() {
    List<WeighedPair> links =
        List.of(pair(1, 2, 15), pair(2, 3, 14), pair(4, 5, 15), pair(3, 4, 3));
    List<WeighedPair> evidence =
        List.of(pair(1, 4, -12), pair(1, 5, -12), pair(2, 4, -11), pair(2, 5, -12), pair(3, 5, -6));

    assertThat(Clusters.of(links, evidence))
        .isEqualTo(Map.of(1L, List.of(1L, 2L, 3L), 4L, List.of(4L, 5L)));
  }

  @Test
  void aDamagedRowStaysThoughItDoesNotFitEveryOther() {
    List<WeighedPair> links = List.of(pair(1, 2, 15), pair(1, 3, 12));

    assertThat(Clusters.of(links, List.of(pair(2, 3, -5))))
        .isEqualTo(Map.of(1L, List.of(1L, 2L, 3L)));
  }

  @Test
  void aRowThatFitsBothTwinsJoinsOneOfThem() {
    // 1 and 2 are twins with two rows each; 5 has no given name
    List<WeighedPair> links =
        List.of(pair(1, 3, 20), pair(2, 4, 20), pair(1, 5, 6), pair(2, 5, 6.5), pair(3, 5, 6));
    List<WeighedPair> evidence =
        List.of(pair(1, 2, -14), pair(1, 4, -14), pair(2, 3, -14), pair(3, 4, -14), pair(4, 5, 6));

    assertThat(Clusters.of(links, evidence))
        .isEqualTo(Map.of(1L, List.of(1L, 3L), 2L, List.of(2L, 4L, 5L)));
  }

  @Test
  void aContradictionKeepsGroupsApartWhateverTheirWeights() {
    List<WeighedPair> links = List.of(pair(1, 2, 20), pair(2, 3, 20));

    assertThat(Clusters.of(links, List.of(new WeighedPair(1, 3, 18, true))))
        .isEqualTo(Map.of(1L, List.of(1L, 2L)));
  }

  @Test
  void aChainHoldsAcrossPairsThatWereNotComparedIfItsLinksAreStrong() {
    assertThat(Clusters.of(List.of(pair(1, 2, 9), pair(2, 3, 9), pair(3, 4, 9)), List.of()))
        .isEqualTo(Map.of(1L, List.of(1L, 2L, 3L, 4L)));
    assertThat(Clusters.of(List.of(pair(1, 2, 3), pair(2, 3, 3), pair(3, 4, 3)), List.of()))
        .isEqualTo(Map.of(1L, List.of(1L, 2L), 3L, List.of(3L, 4L)));
  }

  @Test
  void theOrderOfThePairsDoesNotMatter() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      List<WeighedPair> links = new ArrayList<>();
      List<WeighedPair> evidence = new ArrayList<>();
      for (long left = 0; left < 9; left++) {
        for (long right = left + 1; right < 10; right++) {
          double weight = random.nextInt(41) - 28;
          if (random.nextInt(3) > 0) {
            (weight > 2 ? links : evidence).add(pair(left, right, weight));
          }
        }
      }
      Map<Long, List<Long>> inOrder = Clusters.of(links, evidence);
      Collections.shuffle(links, random);
      Collections.shuffle(evidence, random);

      assertThat(Clusters.of(links, evidence)).isEqualTo(inOrder);
    }
  }

  @Test
  void componentsAreWhatLinksLeadTo() {
    List<WeighedPair> links =
        new ArrayList<>(
            List.of(pair(5, 6, 1), pair(1, 2, 1), pair(4, 5, 1), pair(2, 6, 1), pair(8, 9, 1)));
    Map<Long, List<Long>> expected = Map.of(1L, List.of(1L, 2L, 4L, 5L, 6L), 8L, List.of(8L, 9L));

    assertThat(Components.of(links)).isEqualTo(expected);
    Collections.reverse(links);
    assertThat(Components.of(links)).isEqualTo(expected);
  }

  private static WeighedPair pair(long left, long right, double weight) {
    return new WeighedPair(left, right, weight, false);
  }
}
