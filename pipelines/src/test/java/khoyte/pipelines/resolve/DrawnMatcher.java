package khoyte.pipelines.resolve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import khoyte.pipelines.link.estimate.LinkParameters;
import khoyte.pipelines.link.estimate.LinkParameters.ComparisonParameters;
import khoyte.pipelines.link.estimate.LinkParameters.KindParameters;
import khoyte.pipelines.link.estimate.LinkParameters.Trained;
import khoyte.pipelines.link.estimate.ValueShares;
import khoyte.pipelines.link.model.BlockingRule;
import khoyte.pipelines.link.model.Cleaning;
import khoyte.pipelines.link.model.Comparison;
import khoyte.pipelines.link.model.Contradiction;
import khoyte.pipelines.link.model.KeyPart;
import khoyte.pipelines.link.model.Level;
import khoyte.pipelines.link.model.LinkColumn;
import khoyte.pipelines.link.model.LinkModel;
import khoyte.pipelines.link.model.Prior;
import khoyte.pipelines.link.model.Relation;
import khoyte.pipelines.link.model.Thresholds;
import khoyte.pipelines.link.pair.PersonSearch;
import khoyte.pipelines.version.MatchValues;

/** A matcher with round numbers; its model is like the one that is shipped. */
final class DrawnMatcher {
  private static final double FEW = 1e-6;

  private final List<LinkColumn> columns = new ArrayList<>();
  private final List<Comparison> comparisons = new ArrayList<>();
  private final List<ComparisonParameters> parameters = new ArrayList<>();

  private DrawnMatcher() {
    compare(
        "surname",
        true,
        "equal 0.93 0.1",
        "bare 0.03 0.02",
        "variant 0.01 0.005",
        "folded 0.01 0.02",
        "folded-damerau 1 0.01 0.03",
        "different 0.01 0.825");
    compare(
        "middle_name",
        true,
        "equal 0.90 0.1",
        "bare 0.03 0.02",
        "variant 0.01 0.005",
        "folded 0.01 0.02",
        "folded-damerau 1 0.02 0.03",
        "starts 1 0.01 0.05",
        "different 0.02 0.775");
    compare(
        "given_name",
        true,
        "equal 0.92 0.015",
        "bare 0.03 0.003",
        "variant 0.01 0.002",
        "folded 0.01 0.01",
        "folded-damerau 1 0.02 0.03",
        "different 0.01 0.94");
    compare(
        "birth_date",
        false,
        "equal 0.93 0.00004",
        "day-month-swapped 0.02 0.00002",
        "date-slip 12 0.02 0.0005",
        "year-only 0.02 0.002",
        "years 0 0.005 0.012",
        "years 2 0.001 0.05",
        "different 0.004 0.93544");
    compare("gender", false, "equal 0.98 0.5", "different 0.02 0.5");
    compare(
        "phone", false, "equal 0.7 0.000001", "one-slip 0.01 0.00001", "different 0.29 0.999989");
    compare(
        "citizen_id",
        false,
        "equal 0.9 0.000001",
        "one-slip 0.07 0.00001",
        "different 0.03 0.999989");
    compare("written_id", false, "one-slip 0.9 0.00001", "different 0.1 0.99999");
    compare(
        "old_id", false, "equal 0.95 0.000001", "one-slip 0.02 0.00001", "different 0.03 0.999989");
    compare("insurance_number", false, "overlap 1 0.95 0.000001", "different 0.05 0.999999");
    compare(
        "commune", false, "overlap 1 0.9 0.006", "same district 0.05 0.1", "different 0.05 0.894");
    columns.add(column("district"));
  }

  /**
   * A rule.
   *
   * @param people among whom one is looked for
   */
  static MatchRule rule(long people) {
    return rule(people, 200);
  }

  static MatchRule rule(long people, int largestBlock) {
    DrawnMatcher drawn = new DrawnMatcher();
    return new MatchRule(
        new PersonSearch(drawn.model(), drawn.parameters(), people, MatchValues.NAMES),
        0.99,
        0.5,
        7,
        largestBlock);
  }

  private void compare(String name, boolean byFrequency, String... levels) {
    List<String> texts = new ArrayList<>();
    List<Double> m = new ArrayList<>();
    List<Double> u = new ArrayList<>();
    for (String level : levels) {
      List<String> words = Arrays.asList(level.split(" ", -1));
      texts.add(String.join(" ", words.subList(0, words.size() - 2)));
      m.add(Double.valueOf(words.get(words.size() - 2)));
      u.add(Double.valueOf(words.get(words.size() - 1)));
    }
    columns.add(column(name));
    comparisons.add(
        new Comparison(
            name,
            name,
            texts.subList(0, texts.size() - 1).stream().map(Level::of).toList(),
            List.of(),
            byFrequency));
    parameters.add(new ComparisonParameters(name, List.copyOf(texts), m, u));
  }

  private static LinkColumn column(String name) {
    boolean isList = name.equals("commune") || name.equals("insurance_number");
    return new LinkColumn(
        name,
        List.of(name),
        isList ? List.of(Cleaning.WORDS) : List.of(),
        LinkColumn.Substitute.NONE);
  }

  private static BlockingRule rule(String... parts) {
    return new BlockingRule(
        String.join(" + ", parts), Arrays.stream(parts).map(KeyPart::of).toList(), 1000, false);
  }

  private LinkModel model() {
    return new LinkModel(
        "drawn",
        List.of("id"),
        Set.of(),
        columns,
        List.of(
            rule("folded surname middle_name given_name", "year birth_date"),
            rule("folded given_name", "birth_date"),
            rule("birth_date", "each commune"),
            rule("phone", "folded given_name"),
            rule("each insurance_number"),
            rule("old_id"),
            rule("citizen_id"),
            rule("last 6 citizen_id"),
            rule("first 6 citizen_id", "birth_date")),
        comparisons,
        List.of(),
        List.of(
            new Contradiction(Map.of("citizen_id", List.of("different"))),
            new Contradiction(Map.of("birth_date", List.of("different"))),
            new Contradiction(
                Map.of("birth_date", List.of("years 2"), "gender", List.of("different"))),
            nothingBut("surname", "middle_name", "given_name", "birth_date", "gender")),
        new Prior(List.of(), 0.7),
        new Thresholds(0.99, 0.5, 0.01),
        Relation.ONE_TO_MANY,
        new LinkModel.Sampling(1, 1000),
        10);
  }

  /** Of a pair of which no other comparison says that it is one person. */
  private Contradiction nothingBut(String... agreeing) {
    Map<String, List<String>> others = new HashMap<>();
    for (Comparison comparison : comparisons) {
      if (!List.of(agreeing).contains(comparison.name())) {
        List<String> names = comparison.levelNames();
        others.put(comparison.name(), List.of(Contradiction.SILENT, names.get(names.size() - 1)));
      }
    }
    return new Contradiction(Map.copyOf(others));
  }

  private LinkParameters parameters() {
    return new LinkParameters(
            "drawn",
            new Trained(List.of(1_000_000L, 1_000_000L), 0, 0, 0, 1),
            parameters,
            List.of(
                new KindParameters(
                    LinkParameters.ONE_PERSON, true, FEW, false, Map.of(), List.of()),
                new KindParameters(
                    LinkParameters.STRANGERS,
                    false,
                    1 - FEW,
                    true,
                    Map.of(),
                    comparisons.stream().map(Comparison::name).toList())),
            new Thresholds(0.99, 0.5, 0.01))
        .with(
            Map.of(
                "surname", new ValueShares(Map.of("nguyen", 0.3, "le", 0.1), 0.001),
                "middle_name", new ValueShares(Map.of("van", 0.3, "thi", 0.3), 0.001),
                "given_name", new ValueShares(Map.of("an", 0.05, "binh", 0.04), 0.001)));
  }
}
