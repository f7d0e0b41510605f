package khoyte.pipelines.link;

import java.util.Arrays;
import java.util.List;
import khoyte.pipelines.link.model.BlockingRule;
import khoyte.pipelines.link.model.Cleaning;
import khoyte.pipelines.link.model.Comparison;
import khoyte.pipelines.link.model.Contradiction;
import khoyte.pipelines.link.model.KeyPart;
import khoyte.pipelines.link.model.Level;
import khoyte.pipelines.link.model.LevelTest;
import khoyte.pipelines.link.model.LinkColumn;
import khoyte.pipelines.link.model.LinkModel;
import khoyte.pipelines.link.model.PairKind;
import khoyte.pipelines.link.model.Prior;

/** How the people of {@link SmallTown} are linked. */
final class TownModel {
  private static final LinkColumn BORN =
      new LinkColumn("born", List.of("born"), List.of(Cleaning.DATE), LinkColumn.Substitute.NONE);

  private TownModel() {}

  /** In which pairs that agree in these columns are certain. */
  static LinkModel certainBy(String... columns) {
    LinkModel model = model();
    return new LinkModel(
        model.name(),
        model.idHeadings(),
        model.emptyValues(),
        model.columns(),
        model.blocking(),
        model.comparisons(),
        model.kinds(),
        model.contradictions(),
        new Prior(List.of(List.of(columns)), 0.7),
        model.thresholds(),
        model.relation(),
        model.sampling(),
        model.largestCluster());
  }

  static LinkModel model() {
    return model(List.of());
  }

  static LinkModel model(List<Contradiction> contradictions) {
    Comparison family =
        new Comparison(
            "family",
            "family",
            List.of(Level.of("equal"), Level.of("jaro-winkler 0.9 or damerau 1")),
            List.of(LevelTest.of("swapped given 0.88")),
            true);
    return DrawnPeople.model(
        List.of("given", "family", "born", "street", "phone").stream()
            .map(name -> name.equals("born") ? BORN : DrawnPeople.column(name))
            .toList(),
        List.of(
            rule("phone"),
            rule("sorted given family"),
            rule("given", "born"),
            rule("family", "born"),
            rule("street"),
            rule("family", "year born"),
            rule("given", "year born")),
        List.of(
            DrawnPeople.comparison(
                "given", "equal", "jaro-winkler 0.9 or damerau 1", "swapped family 0.88"),
            family,
            DrawnPeople.comparison("born", "equal", "damerau 1", "date-parts 2"),
            DrawnPeople.comparison("street", "equal", "jaro-winkler 0.92"),
            DrawnPeople.comparison("phone", "equal", "damerau 1")),
        List.of(
            new PairKind("moved", true, List.of("street"), false),
            new PairKind("household", false, List.of("family", "street", "phone"), false),
            new PairKind("twins", false, List.of("family", "born", "street", "phone"), false)),
        contradictions);
  }

  private static BlockingRule rule(String... parts) {
    return new BlockingRule(
        String.join(" + ", parts), Arrays.stream(parts).map(KeyPart::of).toList(), 100_000, false);
  }
}
