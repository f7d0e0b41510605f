package khoyte.pipelines.link.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import khoyte.pipelines.link.estimate.LinkParameters.ComparisonParameters;
import khoyte.pipelines.link.estimate.LinkParameters.Trained;
import khoyte.pipelines.link.model.BlockingRule;
import khoyte.pipelines.link.model.Comparison;
import khoyte.pipelines.link.model.KeyPart;
import khoyte.pipelines.link.model.Level;
import khoyte.pipelines.link.model.LinkColumn;
import khoyte.pipelines.link.model.LinkModel;
import khoyte.pipelines.link.model.PairKind;
import khoyte.pipelines.link.model.Prior;
import khoyte.pipelines.link.model.Relation;
import khoyte.pipelines.link.model.Thresholds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which columns of a table are enough to tell people apart. */
class EvidenceTest {
  /** How often strangers agree. */
  private static final Map<String, Double> U =
      Map.of(
          "given", 0.01,
          "surname", 0.004,
          "born", 5e-5,
          "sex", 0.5,
          "state", 0.3,
          "phone", 1e-6,
          "national_id", 1e-7);

  @ParameterizedTest
  @CsvSource({
    "born, false",
    "phone, false",
    "born sex, false",
    "born sex state, false",
    "given sex state, false",
    "surname phone, false",
    "surname born, true",
    "given born, true",
    "given phone, true",
    "given surname, true",
    "phone born, true",
    "given surname born, true",
    "national_id, true",
  })
  void whatIsEnough(String columns, boolean isEnough) {
    LinkModel whole = model();
    Set<String> missing = new TreeSet<>(U.keySet());
    missing.removeAll(List.of(columns.split(" ", -1)));
    LinkModel left = whole.without(missing);

    assertThat(Evidence.isEnough(whole, left, learned(left))).isEqualTo(isEnough);
  }

  private static LinkParameters learned(LinkModel model) {
    List<ComparisonParameters> comparisons = new ArrayList<>();
    for (Comparison comparison : model.comparisons()) {
      double u = U.getOrDefault(comparison.name(), 0.0);
      comparisons.add(
          new ComparisonParameters(
              comparison.name(), comparison.levelNames(), List.of(0.9, 0.1), List.of(u, 1 - u)));
    }
    return new LinkParameters(
        "drawn",
        new Trained(List.of(1000L), 0, 0, 0, 1),
        comparisons,
        List.of(),
        model.thresholds());
  }

  private static LinkModel model() {
    List<String> names = List.copyOf(new TreeSet<>(U.keySet()));
    return new LinkModel(
        "drawn",
        List.of("id"),
        Set.of(),
        names.stream()
            .map(name -> new LinkColumn(name, List.of(), List.of(), LinkColumn.Substitute.NONE))
            .toList(),
        names.stream()
            .map(name -> new BlockingRule(name, List.of(KeyPart.of(name)), 1, false))
            .toList(),
        names.stream()
            .map(name -> new Comparison(name, name, List.of(Level.of("equal")), List.of(), true))
            .toList(),
        List.of(
            new PairKind("moved", true, List.of("phone", "state"), false),
            new PairKind("household", false, List.of("surname", "phone", "state"), false),
            new PairKind("twins", false, List.of("surname", "born", "phone"), false, 0.02)),
        List.of(),
        new Prior(List.of(List.of("national_id")), 0.7),
        new Thresholds(0.8, 0.1, 0.001),
        Relation.MANY_TO_MANY,
        new LinkModel.Sampling(1, 1000),
        10);
  }
}
