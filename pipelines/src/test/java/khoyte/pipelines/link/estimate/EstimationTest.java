package khoyte.pipelines.link.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import khoyte.pipelines.link.estimate.LinkParameters.ComparisonParameters;
import khoyte.pipelines.link.estimate.LinkParameters.KindParameters;
import khoyte.pipelines.link.estimate.Patterns.Pattern;
import khoyte.pipelines.link.model.BlockingRule;
import khoyte.pipelines.link.model.Comparison;
import khoyte.pipelines.link.model.KeyPart;
import khoyte.pipelines.link.model.Level;
import khoyte.pipelines.link.model.LinkModel;
import khoyte.pipelines.link.model.PairKind;
import khoyte.pipelines.link.model.Prior;
import khoyte.pipelines.link.model.Relation;
import khoyte.pipelines.link.model.Thresholds;
import org.junit.jupiter.api.Test;

/**
 * Patterns of pairs whose kinds, and whose m and u, are known because they were drawn from them.
 */
class EstimationTest {
  private static final List<String> COMPARED = List.of("given", "family", "born", "street");
  private static final List<Long> ROWS = List.of(4000L);
  private static final double ALL = 4000.0 * 3999 / 2;

  /** Levels: equal, near, different. */
  private static final double[][] M = {
    {0.85, 0.10, 0.05}, {0.80, 0.15, 0.05}, {0.90, 0.07, 0.03}, {0.70, 0.10, 0.20}
  };

  private static final double[][] U = {
    {0.01, 0.02, 0.97}, {0.02, 0.02, 0.96}, {0.001, 0.004, 0.995}, {0.002, 0.003, 0.995}
  };

  private final Random random = new Random(11);

  @Test
  void knownProbabilitiesAreRecovered() {
    Drawn drawn = new Drawn();
    drawn.pairs(3000, M);
    drawn.strangers();

    LinkParameters learned = estimated(List.of(), drawn);

    assertThat(learned.trained().matches()).isCloseTo(3000, within(60.0));
    for (int i = 0; i < M.length; i++) {
      ComparisonParameters comparison = learned.comparisons().get(i);
      for (int level = 0; level < 3; level++) {
        assertThat(comparison.m().get(level))
            .as("m of %s %d", comparison.name(), level)
            .isCloseTo(M[i][level], within(0.025));
        assertThat(comparison.u().get(level))
            .as("u of %s %d", comparison.name(), level)
            .isCloseTo(U[i][level], within(U[i][level] * 0.12));
      }
    }
  }

  @Test
  void aHouseholdIsToldFromOnePerson() {
    double[][] household = {U[0], {0.8, 0.05, 0.15}, U[2], {0.95, 0.04, 0.01}};
    Drawn drawn = new Drawn();
    drawn.pairs(1000, M);
    drawn.pairs(5000, household);
    drawn.strangers();

    LinkParameters learned =
        estimated(
            List.of(new PairKind("household", false, List.of("family", "street"), false)), drawn);

    KindParameters kind = learned.kinds().get(2);
    assertThat(learned.trained().matches()).isCloseTo(1000, within(60.0));
    // those of them whose family name brought them together
    assertThat(kind.share() * ALL).isCloseTo(4000, within(150.0));
    assertThat(kind.shared().get("street").get(0)).isCloseTo(0.95, within(0.03));
    assertThat(kind.random()).containsExactly("given", "born");
    byte[] family = {2, 0, 2, 0};
    byte[] person = {0, 0, 0, 0};
    Mixture mixture = Mixture.of(learned, ROWS);
    assertThat(mixture.weight(family, silent())).isLessThan(-5);
    assertThat(mixture.weight(person, silent())).isGreaterThan(5);
  }

  @Test
  void aKindIsNoMoreFrequentThanItCanBe() {
    // who differs in the given name alone is a twin or has it mistyped: the pairs do not tell
    PairKind twins = new PairKind("twins", false, List.of("family", "born"), false, 0.02);
    Drawn drawn = new Drawn();
    drawn.pairs(3000, M);
    drawn.pairs(600, new double[][] {{0, 0, 1}, {1, 0, 0}, {1, 0, 0}, U[3]});
    drawn.strangers();

    LinkParameters any =
        estimated(List.of(new PairKind("twins", false, twins.comparisons(), false)), drawn);
    LinkParameters few = estimated(List.of(twins), drawn);

    assertThat(any.kinds().get(2).share() * ALL).isGreaterThan(400);
    assertThat(few.kinds().get(2).share() * ALL).isCloseTo(0.02 * (2000 + 3400), within(15.0));
    byte[] otherGiven = {2, 0, 0, 2};
    assertThat(Mixture.of(any, ROWS).weight(otherGiven, silent())).isLessThan(0);
    assertThat(Mixture.of(few, ROWS).weight(otherGiven, silent()))
        .isGreaterThan(Mixture.of(any, ROWS).weight(otherGiven, silent()) + 2);
  }

  @Test
  void withThreeThingsComparedAWeightStillMeansItsProbability() {
    Drawn drawn = new Drawn();
    drawn.pairs(1000, M);
    drawn.strangers();
    drawn.silence(3);

    LinkParameters learned = estimated(List.of(), drawn);

    assertThat(learned.trained().matches()).isCloseTo(1000, within(70.0));
    Mixture mixture = Mixture.of(learned, ROWS);
    for (byte[] levels : new byte[][] {{0, 0, 0}, {2, 0, 0}, {0, 2, 0}, {0, 0, 2}, {1, 1, 0}}) {
      double odds = 1000 / ALL;
      for (int i = 0; i < levels.length; i++) {
        odds *= M[i][levels[i]] / U[i][levels[i]];
      }
      byte[] threeOfFour = {levels[0], levels[1], levels[2], Comparison.SILENT};
      assertThat(mixture.weight(threeOfFour, silent()))
          .as(Arrays.toString(levels))
          .isCloseTo(Mixture.log2(odds), within(1.0));
    }
  }

  @Test
  void withTwoThingsComparedSomeRowsOfAPersonDifferInOne() {
    Drawn drawn = new Drawn();
    drawn.pairs(1000, M);
    drawn.strangers();
    drawn.silence(0, 3);

    for (ComparisonParameters comparison : estimated(List.of(), drawn).comparisons()) {
      assertThat(comparison.m().get(2)).as(comparison.name()).isBetween(0.002, 0.1);
    }
  }

  @Test
  void withoutAnyMatchNothingIsTakenForOne() {
    Drawn drawn = new Drawn();
    drawn.strangers();

    LinkParameters learned = estimated(List.of(), drawn);

    assertThat(learned.trained().matches()).isLessThan(3);
    assertThat(learned.comparisons().get(2).m().get(0)).isCloseTo(0.74, within(0.02));
  }

  @Test
  void whatARuleFoundBySurnameSaysNothingAboutSurnames() {
    Drawn drawn = new Drawn();
    drawn.pairs(3000, M);
    drawn.strangers();
    // as if only equal surnames or equal birth dates had been brought together
    drawn
        .candidates
        .keySet()
        .removeIf(pattern -> pattern.charAt(1) != '0' && pattern.charAt(2) != '0');

    ComparisonParameters family = estimated(List.of(), drawn).comparisons().get(1);

    assertThat(family.m().get(0)).isCloseTo(M[1][0], within(0.03));
  }

  @Test
  void theOrderOfThePatternsDoesNotMatterToTheLastDigit() {
    Drawn drawn = new Drawn();
    drawn.pairs(500, M);
    drawn.strangers();
    List<Pattern> patterns = drawn.candidatePatterns();
    List<Pattern> shuffled = new ArrayList<>(patterns);
    Collections.shuffle(shuffled, random);

    assertThat(
            new Estimation(model(List.of()), ROWS, Patterns.of(shuffled), drawn.random(), 300)
                .estimate())
        .isEqualTo(
            new Estimation(model(List.of()), ROWS, Patterns.of(patterns), drawn.random(), 300)
                .estimate());
  }

  @Test
  void sharesFollowTheNumberOfRows() {
    Drawn drawn = new Drawn();
    drawn.pairs(1000, M);
    drawn.strangers();
    LinkParameters learned = estimated(List.of(), drawn);

    assertThat(learned.matches(List.of(8000L)))
        .isCloseTo(learned.trained().matches() * 2, within(2.0));
    double shares =
        learned.kinds().stream().mapToDouble(kind -> learned.share(kind, List.of(80L))).sum();
    assertThat(shares).isCloseTo(1, within(1e-12));
  }

  private static double[] silent() {
    double[] chances = new double[M.length];
    Arrays.fill(chances, Double.NaN);
    return chances;
  }

  private static LinkParameters estimated(List<PairKind> kinds, Drawn drawn) {
    return new Estimation(
            model(kinds), ROWS, Patterns.of(drawn.candidatePatterns()), drawn.random(), 500)
        .estimate();
  }

  private static LinkModel model(List<PairKind> kinds) {
    return new LinkModel(
        "drawn",
        List.of("id"),
        Set.of(),
        List.of(),
        List.of(rule("family"), rule("born")),
        COMPARED.stream()
            .map(
                name ->
                    new Comparison(
                        name,
                        name,
                        List.of(Level.of("equal"), Level.of("damerau 1")),
                        List.of(),
                        false))
            .toList(),
        kinds,
        List.of(),
        new Prior(List.of(), 0.7),
        new Thresholds(0.8, 0.1, 0.001),
        Relation.MANY_TO_MANY,
        new LinkModel.Sampling(1, 100_000),
        10);
  }

  private static BlockingRule rule(String column) {
    return new BlockingRule(column, List.of(KeyPart.of(column)), 1, false);
  }

  /** Pairs by pattern; candidates are those that agree on the family name or the birth date. */
  private final class Drawn {
    private static final char SILENT = (char) ('0' + Comparison.SILENT);

    final Map<String, Long> all = new HashMap<>();
    final Map<String, Long> candidates = new HashMap<>();

    void pairs(int number, double[][] probabilities) {
      for (int i = 0; i < number; i++) {
        StringBuilder pattern = new StringBuilder();
        for (double[] levels : probabilities) {
          double dice = random.nextDouble();
          pattern.append(dice < levels[0] ? '0' : dice < levels[0] + levels[1] ? '1' : '2');
        }
        add(pattern.toString(), 1);
      }
    }

    /** The rest of all pairs, in exact proportions. */
    void strangers() {
      for (int code = 0; code < 81; code++) {
        StringBuilder pattern = new StringBuilder();
        double probability = 1;
        for (int i = 0, rest = code; i < 4; i++, rest /= 3) {
          pattern.append(rest % 3);
          probability *= U[i][rest % 3];
        }
        add(pattern.toString(), Math.round(probability * ALL));
      }
    }

    /** As if tables did not have what some comparisons look at. */
    void silence(int... comparisons) {
      for (Map<String, Long> counted : List.of(all, candidates)) {
        Map<String, Long> heard = new HashMap<>();
        counted.forEach(
            (pattern, pairs) -> {
              StringBuilder silent = new StringBuilder(pattern);
              Arrays.stream(comparisons).forEach(i -> silent.setCharAt(i, SILENT));
              heard.merge(silent.toString(), pairs, Long::sum);
            });
        counted.clear();
        counted.putAll(heard);
      }
    }

    private void add(String pattern, long pairs) {
      all.merge(pattern, pairs, Long::sum);
      if (pattern.charAt(1) == '0' || pattern.charAt(2) == '0') {
        candidates.merge(pattern, pairs, Long::sum);
      }
    }

    List<Pattern> candidatePatterns() {
      List<Pattern> patterns = new ArrayList<>();
      candidates.forEach(
          (pattern, pairs) -> {
            int rules = (pattern.charAt(1) == '0' ? 1 : 0) | (pattern.charAt(2) == '0' ? 2 : 0);
            patterns.add(new Pattern(levels(pattern), rules, pairs));
          });
      return patterns;
    }

    Patterns random() {
      List<Pattern> patterns = new ArrayList<>();
      all.forEach((pattern, pairs) -> patterns.add(new Pattern(levels(pattern), ~0, pairs)));
      return Patterns.of(patterns);
    }

    private static byte[] levels(String pattern) {
      byte[] levels = new byte[pattern.length()];
      for (int i = 0; i < levels.length; i++) {
        levels[i] = (byte) (pattern.charAt(i) - '0');
      }
      return levels;
    }
  }
}
