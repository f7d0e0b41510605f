package khoyte.pipelines.link.estimate;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import khoyte.pipelines.link.estimate.LinkParameters.ComparisonParameters;
import khoyte.pipelines.link.model.Comparison;
import khoyte.pipelines.link.model.Contradiction;

/**
 * Why a pair has its weight: the parts add up to it.
 *
 * @param prior weight before anything is compared
 * @param parts one a comparison
 * @param kinds what the further kinds of pairs change: those of one person add, the others subtract
 * @param weight their sum
 */
public record Explanation(
    double prior, List<Part> parts, List<OtherKind> kinds, double weight, double probability) {

  /**
   * A comparison's part.
   *
   * @param level how the pair agrees; empty if the comparison says nothing
   * @param weight what the level is worth on average
   * @param termFrequency what the very value agreed on adds
   */
  public record Part(String comparison, String level, double weight, double termFrequency) {}

  /**
   * Another explanation of the same agreement.
   *
   * @param name of the likeliest kind
   */
  public record OtherKind(String name, double weight) {}

  /** Level of each comparison as a {@link Contradiction} names it. */
  public Map<String, String> agreed() {
    return parts.stream()
        .collect(
            toMap(
                Part::comparison,
                part -> part.level().isEmpty() ? Contradiction.SILENT : part.level()));
  }

  /**
   * @param levels by comparison, as in a pattern
   * @param chances by comparison, logarithm to base 2 of the chance that a stranger has the value
   *     agreed on; NaN if term frequency says nothing
   */
  public static Explanation of(
      Mixture mixture, LinkParameters parameters, byte[] levels, double[] chances) {
    Mixture.Kind person = mixture.kinds().get(0);
    Mixture.Kind strangers = mixture.kinds().get(1);
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < levels.length; i++) {
      ComparisonParameters comparison = parameters.comparisons().get(i);
      double average = strangers.log(i, levels[i], Double.NaN);
      parts.add(
          new Part(
              comparison.name(),
              levels[i] == Comparison.SILENT ? "" : comparison.levels().get(levels[i]),
              person.log(i, levels[i], Double.NaN) - average,
              average - strangers.log(i, levels[i], chances[i])));
    }
    List<OtherKind> kinds = new ArrayList<>();
    addOther(kinds, mixture, person, levels, chances);
    addOther(kinds, mixture, strangers, levels, chances);
    double weight = mixture.weight(levels, chances);
    double odds = StrictMath.pow(2, -weight);
    return new Explanation(
        person.logShare() - strangers.logShare(),
        List.copyOf(parts),
        List.copyOf(kinds),
        weight,
        1 / (1 + odds));
  }

  private static void addOther(
      List<OtherKind> kinds, Mixture mixture, Mixture.Kind usual, byte[] levels, double[] chances) {
    double change =
        mixture.logOfSum(usual.onePerson(), levels, chances) - usual.log(levels, chances);
    String likeliest = "";
    double greatest = Double.NEGATIVE_INFINITY;
    for (Mixture.Kind kind : mixture.kinds()) {
      double log = kind.log(levels, chances);
      if (kind != usual && kind.onePerson() == usual.onePerson() && log > greatest) {
        likeliest = kind.name();
        greatest = log;
      }
    }
    if (!likeliest.isEmpty()) {
      kinds.add(new OtherKind(likeliest, usual.onePerson() ? change : -change));
    }
  }
}
