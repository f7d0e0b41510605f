package khoyte.jobs.link;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import khoyte.jobs.conf.ConfFile;
import khoyte.jobs.conf.ConfSection;
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
import khoyte.pipelines.link.model.Relation;
import khoyte.pipelines.link.model.Thresholds;

/** A linker of {@code conf/link/}; the manual of every key is in {@code person.yml}. */
public final class LinkModelFile {
  private static final String NAME = "[a-z0-9_]{1,40}";
  private static final String KEY_PART =
      "[first N|last N|soundex|year|month|day|sorted|folded|each] column";
  private static final String TEST =
      "equal | bare | folded | variant | levenshtein N | damerau N | folded-damerau N | misspelt N"
          + " | jaro-winkler X | starts N | one-slip | day-month-swapped | date-slip N | date-parts"
          + " N | year-only | years N | overlap N | same column | swapped column X";
  private static final String LEVELS = TEST + " [or …]";

  private final ConfSection root;
  private final List<LinkColumn> columns = new ArrayList<>();
  private final List<Comparison> comparisons = new ArrayList<>();
  private final Set<String> columnNames = new HashSet<>();

  private LinkModelFile(ConfSection root) {
    this.root = root;
  }

  /** Reads a model; it is named as its file. */
  public static LinkModel read(Path file) {
    LinkModelFile model = new LinkModelFile(ConfFile.read(file));
    return model.read(String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", ""));
  }

  private LinkModel read(String name) {
    for (ConfSection section : root.sections("columns")) {
      columns.add(column(section));
    }
    columnNames.addAll(LinkModel.names(columns, LinkColumn::name));
    for (ConfSection section : root.sections("comparisons")) {
      comparisons.add(comparison(section));
    }
    ConfSection sampling = root.section("random-pairs");
    ConfSection prior = root.section("prior");
    ConfSection clusters = root.section("clusters");
    LinkModel model =
        new LinkModel(
            name,
            root.texts("id", List.of("id")),
            Set.copyOf(root.texts("empty-values", List.of())),
            List.copyOf(columns),
            blocking(),
            List.copyOf(comparisons),
            root.sections("kinds").stream().map(this::kind).toList(),
            root.sections("contradictions").stream().map(this::contradiction).toList(),
            new Prior(
                prior.sections("rules").stream()
                    .map(rule -> known(rule, "equal", rule.texts("equal", List.of())))
                    .toList(),
                prior.share("recall", 0.7)),
            thresholds(root.section("thresholds")),
            root.value(
                "relation",
                "many-to-many | one-to-many | one-to-one",
                "many-to-many",
                Relation::of),
            new LinkModel.Sampling(
                sampling.whole("seed", 1, 0, Integer.MAX_VALUE),
                sampling.whole("pairs", 500_000, 1_000, 100_000_000)),
            clusters.whole("largest", 10, 2, 1_000_000));
    root.end();
    return model;
  }

  private static LinkColumn column(ConfSection section) {
    ConfSection otherwise = section.section("otherwise");
    String name = section.required("name", NAME);
    return new LinkColumn(
        name,
        section.texts("headings", List.of(name)),
        cleaning(section),
        new LinkColumn.Substitute(
            otherwise.sections("parts").stream()
                .map(part -> part.texts("headings", List.of()))
                .toList(),
            cleaning(otherwise)));
  }

  private static List<Cleaning> cleaning(ConfSection section) {
    return each(
        section,
        "cleaning",
        Arrays.stream(Cleaning.values())
            .map(step -> step.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .collect(Collectors.joining(" | ")),
        Cleaning::of);
  }

  /** The texts of a list as something else; {@code reading} throws on a bad one. */
  private static <T> List<T> each(
      ConfSection section, String key, String expected, Function<String, T> reading) {
    List<T> values = new ArrayList<>();
    for (String text : section.texts(key, List.of())) {
      try {
        values.add(reading.apply(text));
      } catch (RuntimeException e) {
        throw section.invalid(key, text, expected, e);
      }
    }
    return List.copyOf(values);
  }

  private List<BlockingRule> blocking() {
    List<BlockingRule> rules = new ArrayList<>();
    for (ConfSection section : root.sections("blocking")) {
      List<KeyPart> parts = each(section, "equal", KEY_PART, KeyPart::of);
      parts.forEach(part -> known(section, "equal", part.columns()));
      String name = String.join(" + ", section.texts("equal", List.of()));
      rules.add(
          new BlockingRule(
              section.text("name", name.isEmpty() ? "*" : name),
              parts,
              section.whole("cap", 20_000_000, 1, Integer.MAX_VALUE),
              section.value(
                  "beyond-cap",
                  "refuse | leave-out",
                  "refuse",
                  text ->
                      text.equals("refuse") || text.equals("leave-out")
                          ? text.equals("leave-out")
                          : null)));
    }
    if (rules.isEmpty() || rules.size() > LinkModel.MOST_RULES) {
      throw root.invalid(
          "blocking", String.valueOf(rules.size()), "1..." + LinkModel.MOST_RULES, null);
    }
    return List.copyOf(rules);
  }

  private Comparison comparison(ConfSection section) {
    String name = section.required("name", NAME);
    String column = section.text("column", name);
    List<Level> levels = each(section, "levels", LEVELS, Level::of);
    if (levels.isEmpty()) {
      throw section.invalid("levels", "[]", LEVELS, null);
    }
    Comparison comparison =
        new Comparison(
            name,
            column,
            levels,
            each(section, "silent-when", TEST, LevelTest::of),
            section.value(
                "term-frequency",
                "true | false",
                "false",
                text -> List.of("true", "false").contains(text) ? text.equals("true") : null));
    known(section, "column", List.of(column));
    known(section, "levels", comparison.columns());
    return comparison;
  }

  private PairKind kind(ConfSection section) {
    List<String> random = section.texts("by-chance", List.of());
    List<String> shared = section.texts("in-common", List.of());
    if (random.isEmpty() == shared.isEmpty()) {
      throw section.invalid("in-common", shared.toString(), "in-common | by-chance", null);
    }
    List<String> compared = random.isEmpty() ? shared : random;
    List<String> names = LinkModel.names(comparisons, Comparison::name);
    for (String comparison : compared) {
      if (!names.contains(comparison)) {
        throw section.invalid(
            random.isEmpty() ? "in-common" : "by-chance",
            comparison,
            String.join(" | ", names),
            null);
      }
    }
    return new PairKind(
        section.required("name", "[a-z-]{1,40}"),
        shared.isEmpty(),
        compared,
        section.value(
            "learned-from",
            "candidates | random-pairs",
            "candidates",
            text ->
                List.of("candidates", "random-pairs").contains(text)
                    ? text.equals("random-pairs")
                    : null),
        section.text("at-most", "").isEmpty()
            ? PairKind.ANY
            : section.share("at-most", PairKind.ANY));
  }

  private Contradiction contradiction(ConfSection section) {
    Map<String, List<String>> levels = section.lists();
    levels.forEach(
        (name, meant) -> {
          Comparison compared =
              comparisons.stream()
                  .filter(comparison -> comparison.name().equals(name))
                  .findFirst()
                  .orElseThrow(
                      () ->
                          section.invalid(
                              name,
                              String.join(", ", meant),
                              String.join(" | ", LinkModel.names(comparisons, Comparison::name)),
                              null));
          for (String level : meant) {
            if (!compared.levelNames().contains(level) && !level.equals(Contradiction.SILENT)) {
              throw section.invalid(name, level, String.join(" | ", compared.levelNames()), null);
            }
          }
        });
    return new Contradiction(Map.copyOf(levels));
  }

  static Thresholds thresholds(ConfSection section) {
    return new Thresholds(
        section.share("match", 0.8), section.share("review", 0.1), section.share("written", 0.001));
  }

  private <C extends Iterable<String>> C known(ConfSection section, String key, C asked) {
    for (String column : asked) {
      if (!columnNames.contains(column)) {
        throw section.invalid(
            key, column, String.join(" | ", columnNames.stream().sorted().toList()), null);
      }
    }
    return asked;
  }
}
