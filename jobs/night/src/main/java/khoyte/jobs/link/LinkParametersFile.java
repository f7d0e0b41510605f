package khoyte.jobs.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khoyte.jobs.conf.ConfFile;
import khoyte.jobs.conf.ConfSection;
import khoyte.pipelines.link.estimate.LinkParameters;
import khoyte.pipelines.link.estimate.LinkParameters.ComparisonParameters;
import khoyte.pipelines.link.estimate.LinkParameters.KindParameters;
import khoyte.pipelines.link.estimate.LinkParameters.Trained;
import khoyte.pipelines.link.estimate.ValueShares;
import khoyte.warehouse.WholeFile;
import org.jspecify.annotations.Nullable;

/**
 * What {@code khoyte train} learned, as a file {@code <model>.parameters.<version>.yml}. A version
 * is never written again: the next training gets the next number.
 */
public final class LinkParametersFile {
  private static final String MANUAL =
      """
      # What khoyte train learned for the linker %s. A new training writes a new version; this one stays as it is.
      #
      # trained           on which day, on how many rows of each table, from how many candidates and random pairs;
      #                   matches: pairs of one person that are expected among them; unlinkable: rows that say
      #                   too little to be linked
      # thresholds        as in the model when it was trained
      # term-frequencies  of the values of a column, without diacritics: their share of the rows that have one, and
      #                   the share that stands for every other value. A column that is not here has those of the
      #                   tables that are linked
      # kinds             kinds of pairs and their share of all; common: the share stays when there are more rows,
      #                   otherwise the number for each row stays; by-chance: agree as strangers do;
      #                   in-common: probabilities of the levels where they are the kind's own
      # comparisons       m: probability of a level for rows of one person; u: for strangers
      """;

  private LinkParametersFile() {}

  /**
   * Writes the next version.
   *
   * @param unlinkable rows that say too little to be linked; null if that was not counted
   * @param on day of the training
   * @return the file
   */
  public static Path write(
      Path directory, LinkParameters parameters, @Nullable Long unlinkable, LocalDate on) {
    try {
      Files.createDirectories(directory);
      while (true) {
        int version = newest(directory, parameters.model()) + 1;
        Path file = directory.resolve(parameters.model() + ".parameters." + version + ".yml");
        String text = text(parameters, new Training(version, on, unlinkable));
        if (WholeFile.writeNew(file, text.getBytes(StandardCharsets.UTF_8))) {
          return file;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The newest version of a model's parameters; empty if it was never trained. */
  public static Optional<Path> newestOf(Path directory, String model) {
    try {
      int version = Files.isDirectory(directory) ? newest(directory, model) : 0;
      return version == 0
          ? Optional.empty()
          : Optional.of(directory.resolve(model + ".parameters." + version + ".yml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int newest(Path directory, String model) throws IOException {
    Pattern name = Pattern.compile(Pattern.quote(model) + "\\.parameters\\.([0-9]{1,9})\\.yml");
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> name.matcher(String.valueOf(file.getFileName())))
          .filter(Matcher::matches)
          .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
          .max()
          .orElse(0);
    }
  }

  /** The text of a file. */
  static String text(LinkParameters parameters, Training training) {
    StringBuilder text = new StringBuilder(MANUAL.formatted(parameters.model()));
    Trained trained = parameters.trained();
    text.append("model: ").append(parameters.model()).append('\n');
    text.append("version: ").append(training.version()).append('\n');
    text.append("trained:\n");
    text.append("  on: ").append(training.on()).append('\n');
    text.append("  rows: ").append(trained.rows()).append('\n');
    text.append("  candidates: ").append(trained.candidates()).append('\n');
    text.append("  random-pairs: ").append(trained.randomPairs()).append('\n');
    text.append("  matches: ").append(trained.matches()).append('\n');
    if (training.unlinkable() != null) {
      text.append("  unlinkable: ").append(training.unlinkable()).append('\n');
    }
    text.append("  seed: ").append(trained.seed()).append('\n');
    text.append("thresholds:\n");
    text.append("  match: ").append(parameters.thresholds().match()).append('\n');
    text.append("  review: ").append(parameters.thresholds().review()).append('\n');
    text.append("  written: ").append(parameters.thresholds().written()).append('\n');
    text.append("term-frequencies:");
    text.append(parameters.frequencies().isEmpty() ? " []\n" : "\n");
    new TreeMap<>(parameters.frequencies())
        .forEach(
            (column, shares) -> {
              text.append("  - column: ").append(column).append('\n');
              text.append("    others: ").append(shares.others()).append('\n');
              text.append("    shares:\n");
              shares
                  .shares()
                  .forEach(
                      (value, share) ->
                          text.append("      \"")
                              .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                              .append("\": ")
                              .append(share)
                              .append('\n'));
            });
    text.append("kinds:\n");
    for (KindParameters kind : parameters.kinds()) {
      text.append("  - name: ").append(kind.name()).append('\n');
      text.append("    one-person: ").append(kind.onePerson()).append('\n');
      text.append("    share: ").append(kind.share()).append('\n');
      text.append("    common: ").append(kind.common()).append('\n');
      text.append("    by-chance: ").append(kind.random()).append('\n');
      text.append(kind.shared().isEmpty() ? "" : "    in-common:\n");
      kind.shared()
          .forEach(
              (comparison, probabilities) ->
                  text.append("      - comparison: ")
                      .append(comparison)
                      .append("\n        levels: ")
                      .append(probabilities)
                      .append('\n'));
    }
    text.append("comparisons:\n");
    for (ComparisonParameters comparison : parameters.comparisons()) {
      text.append("  - name: ").append(comparison.name()).append('\n');
      text.append("    levels:\n");
      for (int i = 0; i < comparison.levels().size(); i++) {
        text.append("      - level: ").append(comparison.levels().get(i));
        text.append("\n        m: ").append(comparison.m().get(i));
        text.append("\n        u: ").append(comparison.u().get(i)).append('\n');
      }
    }
    return text.toString();
  }

  /**
   * When a version was learned.
   *
   * @param unlinkable rows that said too little to be linked; null if that was not counted
   */
  public record Training(int version, LocalDate on, @Nullable Long unlinkable) {}

  /** Reads when a version was learned. */
  public static Training training(Path file) {
    ConfSection root = ConfFile.read(file);
    ConfSection trained = root.section("trained");
    int unlinkable = trained.whole("unlinkable", -1, -1, Integer.MAX_VALUE);
    return new Training(
        root.whole("version", 1, 1, Integer.MAX_VALUE),
        trained.value("on", "2022-12-31", "1970-01-01", LinkParametersFile::day),
        unlinkable < 0 ? null : Long.valueOf(unlinkable));
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** Reads a version. */
  public static LinkParameters read(Path file) {
    ConfSection root = ConfFile.read(file);
    ConfSection trained = root.section("trained");
    root.text("version", "");
    trained.text("on", "");
    trained.whole("unlinkable", 0, 0, Integer.MAX_VALUE);
    Map<String, ValueShares> frequencies = new LinkedHashMap<>();
    for (ConfSection section : root.sections("term-frequencies")) {
      frequencies.put(section.text("column", ""), shares(section));
    }
    List<ComparisonParameters> comparisons = new ArrayList<>();
    for (ConfSection section : root.sections("comparisons")) {
      List<ConfSection> levels = section.sections("levels");
      comparisons.add(
          new ComparisonParameters(
              section.text("name", ""),
              levels.stream().map(level -> level.text("level", "")).toList(),
              levels.stream().map(level -> level.share("m", 0)).toList(),
              levels.stream().map(level -> level.share("u", 0)).toList()));
    }
    LinkParameters parameters =
        new LinkParameters(
            root.text("model", ""),
            new Trained(
                numbers(trained, "rows", Long::valueOf),
                trained.whole("candidates", 0, 0, Integer.MAX_VALUE),
                trained.whole("random-pairs", 0, 0, Integer.MAX_VALUE),
                trained.value("matches", "0.0", "0", Double::valueOf),
                trained.whole("seed", 1, 0, Integer.MAX_VALUE)),
            List.copyOf(comparisons),
            root.sections("kinds").stream().map(LinkParametersFile::kind).toList(),
            LinkModelFile.thresholds(root.section("thresholds")),
            Map.copyOf(frequencies));
    root.end();
    return parameters;
  }

  private static ValueShares shares(ConfSection section) {
    ConfSection values = section.section("shares");
    Map<String, Double> shares = new LinkedHashMap<>();
    values.map().keySet().forEach(value -> shares.put(value, values.share(value, 0)));
    return new ValueShares(shares, section.share("others", 1e-6));
  }

  private static KindParameters kind(ConfSection section) {
    Map<String, List<Double>> shared = new LinkedHashMap<>();
    for (ConfSection own : section.sections("in-common")) {
      shared.put(own.text("comparison", ""), numbers(own, "levels", Double::valueOf));
    }
    return new KindParameters(
        section.text("name", ""),
        section.text("one-person", "false").equals("true"),
        section.share("share", 0),
        section.text("common", "false").equals("true"),
        java.util.Collections.unmodifiableMap(shared),
        section.texts("by-chance", List.of()));
  }

  private static <T> List<T> numbers(
      ConfSection section, String key, java.util.function.Function<String, T> reading) {
    return section.texts(key, List.of()).stream()
        .map(
            text -> {
              try {
                return reading.apply(text);
              } catch (NumberFormatException e) {
                throw section.invalid(key, text, "[1, 2]", e);
              }
            })
        .collect(Collectors.toUnmodifiableList());
  }
}
