package khoyte.pipelines.link.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The small languages in which a model is written. */
class TextsOfAModelTest {

  @Test
  void keyParts() {
    assertThat(KeyPart.of("surname"))
        .isEqualTo(new KeyPart(KeyPart.Function.WHOLE, 0, List.of("surname")));
    assertThat(KeyPart.of("first 3 surname"))
        .isEqualTo(new KeyPart(KeyPart.Function.FIRST, 3, List.of("surname")));
    assertThat(KeyPart.of("sorted given surname"))
        .isEqualTo(new KeyPart(KeyPart.Function.SORTED, 0, List.of("given", "surname")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "first surname", "first 0 surname", "frist 3 surname", "year a b"})
  void badKeyPartsAreRefused(String text) {
    assertThatThrownBy(() -> KeyPart.of(text)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void levels() {
    assertThat(Level.of("jaro-winkler 0.92 or damerau 1").anyOf())
        .containsExactly(
            new LevelTest(LevelTest.Kind.JARO_WINKLER, 0.92, ""),
            new LevelTest(LevelTest.Kind.DAMERAU, 1, ""));
    assertThat(LevelTest.of("swapped surname 0.88"))
        .isEqualTo(new LevelTest(LevelTest.Kind.SWAPPED, 0.88, "surname"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "equals", "equal 1", "damerau", "damerau 0", "damerau one", "swapped 0.8"})
  void badTestsAreRefused(String text) {
    assertThatThrownBy(() -> LevelTest.of(text)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void aComparisonLosesTheTestsWhoseOtherColumnIsMissing() {
    Comparison comparison =
        new Comparison(
            "given",
            "given",
            List.of(
                Level.of("equal"),
                Level.of("swapped surname 0.9"),
                Level.of("damerau 1 or swapped surname 0.8")),
            List.of(LevelTest.of("swapped surname 0.9")),
            true);

    assertThat(comparison.columns()).containsExactlyInAnyOrder("given", "surname");
    Comparison alone = comparison.without(Set.of("surname"));
    assertThat(alone.levelNames())
        .containsExactly("equal", "damerau 1 or swapped surname 0.8", "different");
    assertThat(alone.columns()).containsExactly("given");
    assertThat(alone.termFrequencyLevel()).isZero();
  }

  @Test
  void aModelLosesWhatATableDoesNotHave() {
    LinkModel model =
        new LinkModel(
            "m",
            List.of("id"),
            Set.of(),
            columns("name", "born", "street", "city"),
            List.of(
                new BlockingRule("1", List.of(KeyPart.of("name")), 9, false),
                new BlockingRule("2", List.of(KeyPart.of("name"), KeyPart.of("city")), 9, false)),
            List.of(
                comparison("name"), comparison("born"), comparison("street"), comparison("city")),
            List.of(
                new PairKind("neighbours", false, List.of("street", "city"), true),
                new PairKind("household", false, List.of("name", "street", "city"), false),
                new PairKind("moved", true, List.of("street", "city"), false)),
            List.of(
                new Contradiction(java.util.Map.of("city", List.of("different"))),
                new Contradiction(java.util.Map.of("born", List.of("different")))),
            new Prior(List.of(List.of("name", "city"), List.of("name", "born")), 0.7),
            new Thresholds(0.8, 0.1, 0.001),
            Relation.MANY_TO_MANY,
            new LinkModel.Sampling(1, 1000),
            10);

    LinkModel left = model.without(Set.of("city"));

    assertThat(left.blocking()).extracting(BlockingRule::name).containsExactly("1");
    assertThat(left.comparisons())
        .extracting(Comparison::name)
        .containsExactly("name", "born", "street");
    assertThat(left.kinds()).extracting(PairKind::name).containsExactly("household", "moved");
    assertThat(left.kinds().get(1).comparisons()).containsExactly("street");
    assertThat(left.contradictions()).containsExactly(model.contradictions().get(1));
    assertThat(left.prior().rules()).containsExactly(List.of("name", "born"));
  }

  @Test
  void weightsAreLogarithmsOfOdds() {
    assertThat(Thresholds.weight(0.5)).isZero();
    assertThat(Thresholds.weight(0.8)).isCloseTo(2, org.assertj.core.data.Offset.offset(1e-12));
  }

  private static List<LinkColumn> columns(String... names) {
    return java.util.Arrays.stream(names)
        .map(name -> new LinkColumn(name, List.of(name), List.of(), LinkColumn.Substitute.NONE))
        .toList();
  }

  private static Comparison comparison(String column) {
    return new Comparison(column, column, List.of(Level.of("equal")), List.of(), false);
  }
}
