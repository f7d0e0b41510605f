package khoyte.pipelines.link.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import khoyte.pipelines.link.estimate.LinkParameters.ComparisonParameters;
import khoyte.pipelines.link.estimate.LinkParameters.KindParameters;
import khoyte.pipelines.link.estimate.LinkParameters.Trained;
import khoyte.pipelines.link.model.BlockingRule;
import khoyte.pipelines.link.model.Comparison;
import khoyte.pipelines.link.model.Level;
import khoyte.pipelines.link.model.LinkModel;
import khoyte.pipelines.link.model.Prior;
import khoyte.pipelines.link.model.Relation;
import khoyte.pipelines.link.model.Thresholds;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  private static final List<Long> ROWS = List.of(1025L);

  @Test
  void withTheTwoClassicalKindsAWeightIsASumOfParts() {
    LinkParameters parameters = parameters(List.of());
    Mixture mixture = Mixture.of(parameters, ROWS);

    Explanation explanation =
        Explanation.of(mixture, parameters, new byte[] {0, 1}, new double[] {-10, Double.NaN});

    assertThat(explanation.prior()).isCloseTo(-9, within(0.01));
    assertThat(explanation.parts())
        .extracting(Explanation.Part::comparison, Explanation.Part::level)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("name", "equal"),
            org.assertj.core.groups.Tuple.tuple("street", "different"));
    // log2(0.5 / 0.0078125); the value is 2^-10 rare, not 2^-7
    assertThat(explanation.parts().get(0).weight()).isCloseTo(6, within(1e-9));
    assertThat(explanation.parts().get(0).termFrequency()).isCloseTo(3, within(1e-9));
    assertThat(explanation.parts().get(1).weight()).isCloseTo(-1, within(1e-9));
    assertThat(explanation.kinds()).isEmpty();
    assertThat(explanation.weight()).isCloseTo(sum(explanation), within(1e-9));
    assertThat(explanation.probability())
        .isCloseTo(1 / (1 + Math.pow(2, -explanation.weight())), within(1e-12));
  }

  @Test
  void anotherKindTakesBackWhatItExplains() {
    LinkParameters parameters =
        parameters(
            List.of(
                new KindParameters(
                    "household",
                    false,
                    1.0 / 64,
                    false,
                    Map.of("street", List.of(0.99, 0.01)),
                    List.of("name"))));
    Mixture mixture = Mixture.of(parameters, ROWS);
    byte[] sameStreet = {1, 0};
    double[] chances = {Double.NaN, Double.NaN};

    Explanation explanation = Explanation.of(mixture, parameters, sameStreet, chances);

    assertThat(explanation.kinds()).hasSize(1);
    assertThat(explanation.kinds().get(0).name()).isEqualTo("household");
    assertThat(explanation.kinds().get(0).weight()).isNegative();
    assertThat(explanation.weight()).isCloseTo(sum(explanation), within(1e-9));
    assertThat(explanation.weight()).isCloseTo(mixture.weight(sameStreet, chances), within(1e-12));
  }

  @Test
  void aSilentComparisonAddsNothing() {
    LinkParameters parameters = parameters(List.of());

    Explanation explanation =
        Explanation.of(
            Mixture.of(parameters, ROWS),
            parameters,
            new byte[] {-1, -1},
            new double[] {Double.NaN, Double.NaN});

    assertThat(explanation.parts())
        .containsExactly(
            new Explanation.Part("name", "", 0, 0), new Explanation.Part("street", "", 0, 0));
    assertThat(explanation.weight()).isCloseTo(explanation.prior(), within(1e-12));
  }

  @Test
  void aValueOfOneOtherRowIsAsRareAsTheAverageSays() {
    TermFrequency ids = new TermFrequency(0.9, 1000, 1e-6);
    TermFrequency names = new TermFrequency(0.2, 10_000, 0.01);

    // the one other row is expected to be the same person's
    assertThat(ids.chance(2)).isCloseTo(1.1e-6, within(1e-7));
    // a placeholder that a hundred rows have is no evidence
    assertThat(ids.chance(100)).isCloseTo(1e-4, within(5e-6));
    assertThat(names.chance(500)).isCloseTo(0.0494, within(1e-3));
  }

  @Test
  void parametersFollowTheOrderOfAModelAndMissNothing() {
    LinkParameters parameters = parameters(List.of());
    LinkModel model = model("street", "name");

    assertThat(parameters.alignedTo(model).comparisons())
        .containsExactly(parameters.comparisons().get(1), parameters.comparisons().get(0));
    assertThat(parameters.alignedTo(model("street")).comparisons())
        .containsExactly(parameters.comparisons().get(1));
    assertThatThrownBy(() -> parameters.alignedTo(model("name", "phone")))
        .hasMessage(
            "Cannot use these parameters of model drawn: they do not hold “phone”. Run: khoyte"
                + " train drawn <table>");
  }

  private static double sum(Explanation explanation) {
    return explanation.prior()
        + explanation.parts().stream()
            .mapToDouble(part -> part.weight() + part.termFrequency())
            .sum()
        + explanation.kinds().stream().mapToDouble(Explanation.OtherKind::weight).sum();
  }

  private static LinkParameters parameters(List<KindParameters> more) {
    List<KindParameters> kinds =
        new java.util.ArrayList<>(
            List.of(
                new KindParameters(
                    LinkParameters.ONE_PERSON, true, 1.0 / 512, false, Map.of(), List.of()),
                new KindParameters(
                    LinkParameters.STRANGERS,
                    false,
                    0.998,
                    true,
                    Map.of(),
                    List.of("name", "street"))));
    kinds.addAll(more);
    return new LinkParameters(
        "drawn",
        new Trained(ROWS, 1000, 1000, 1025, 1),
        List.of(
            new ComparisonParameters(
                "name",
                List.of("equal", "different"),
                List.of(0.5, 0.5),
                List.of(0.0078125, 0.9921875)),
            new ComparisonParameters(
                "street",
                List.of("equal", "different"),
                List.of(0.515625, 0.484375),
                List.of(0.03125, 0.96875))),
        List.copyOf(kinds),
        new Thresholds(0.8, 0.1, 0.001));
  }

  private static LinkModel model(String... compared) {
    return new LinkModel(
        "drawn",
        List.of("id"),
        java.util.Set.of(),
        List.of(),
        List.<BlockingRule>of(),
        java.util.Arrays.stream(compared)
            .map(name -> new Comparison(name, name, List.of(Level.of("equal")), List.of(), false))
            .toList(),
        List.of(),
        List.of(),
        new Prior(List.of(), 0.7),
        new Thresholds(0.8, 0.1, 0.001),
        Relation.MANY_TO_MANY,
        new LinkModel.Sampling(1, 1000),
        10);
  }
}
