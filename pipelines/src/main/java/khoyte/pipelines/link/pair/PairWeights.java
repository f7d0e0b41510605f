package khoyte.pipelines.link.pair;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khoyte.pipelines.link.estimate.LinkParameters;
import khoyte.pipelines.link.estimate.Mixture;
import khoyte.pipelines.link.estimate.ValueShares;
import khoyte.pipelines.link.model.Comparison;
import khoyte.pipelines.link.model.Contradiction;
import khoyte.pipelines.link.model.LinkModel;
import org.jspecify.annotations.Nullable;

/**
 * The weight of a pair by its levels, as {@link Mixture} defines it, with the frequencies of the
 * parameters.
 */
public final class PairWeights {
  private static final int DECIMALS = 6;

  private final List<Comparison> comparisons;
  private final LinkParameters parameters;
  private final Mixture mixture;
  private final List<Map<Integer, List<Integer>>> contradictions = new ArrayList<>();

  /** Corrections by folded value; that of values that are not kept under null. */
  private final Map<String, Map<@Nullable String, Double>> corrections = new HashMap<>();

  /**
   * Weights of a model.
   *
   * @param parameters in its order
   * @param rows for which the shares of the kinds of pairs are meant
   */
  public PairWeights(LinkModel model, LinkParameters parameters, List<Long> rows) {
    this.comparisons = List.copyOf(model.comparisons());
    this.parameters = parameters;
    this.mixture = Mixture.of(parameters, rows);
    model.contradictions().forEach(contradiction -> contradictions.add(places(contradiction)));
    parameters
        .frequencies()
        .forEach((column, shares) -> corrections.put(column, corrections(shares)));
  }

  private Map<Integer, List<Integer>> places(Contradiction contradiction) {
    Map<Integer, List<Integer>> places = new HashMap<>();
    for (int i = 0; i < comparisons.size(); i++) {
      List<String> names = comparisons.get(i).levelNames();
      List<String> meant = contradiction.levels().get(comparisons.get(i).name());
      if (meant != null) {
        places.put(
            i,
            meant.stream()
                .map(
                    level ->
                        level.equals(Contradiction.SILENT)
                            ? Comparison.SILENT
                            : names.indexOf(level))
                .toList());
      }
    }
    return places;
  }

  private static Map<@Nullable String, Double> corrections(ValueShares shares) {
    Map<@Nullable String, Double> corrections = new HashMap<>();
    shares.shares().keySet().forEach(value -> corrections.put(value, shares.correction(value)));
    corrections.put(null, shares.correction(""));
    return corrections;
  }

  /** All kinds of pairs. */
  public Mixture mixture() {
    return mixture;
  }

  /**
   * Logarithm to base 2 of the odds that it is one person, to six decimals, so that every way to
   * compute it decides alike.
   *
   * @param chances by comparison, see {@link #chance}
   */
  public double weight(byte[] levels, double[] chances) {
    double weight = mixture.weight(levels, chances);
    return Double.isFinite(weight)
        ? BigDecimal.valueOf(weight).setScale(DECIMALS, RoundingMode.HALF_UP).doubleValue()
        : weight;
  }

  /**
   * The chance of a stranger to have the very value that a pair agrees on, as a logarithm to base
   * 2; NaN if it is the average.
   *
   * @param value of the row that is looked for
   */
  double chance(int comparison, int level, @Nullable String value) {
    Comparison compared = comparisons.get(comparison);
    if (!compared.termFrequency()
        || !corrections.containsKey(compared.column())
        || value == null
        || !compared.isEqualFolded(level)) {
      return Double.NaN;
    }
    double average = parameters.comparisons().get(comparison).u().get(level);
    return StrictMath.log(average) / StrictMath.log(2) + correction(compared.column(), value);
  }

  double correction(String column, @Nullable String value) {
    Map<@Nullable String, Double> known = corrections.get(column);
    if (known == null || value == null) {
      return 0;
    }
    String folded = Folding.folded(value);
    return known.getOrDefault(known.containsKey(folded) ? folded : null, 0.0);
  }

  /** Whether it is not one person, whatever the weight. */
  public boolean isContradicted(byte[] levels) {
    for (Map<Integer, List<Integer>> contradiction : contradictions) {
      boolean isMet = true;
      for (Map.Entry<Integer, List<Integer>> meant : contradiction.entrySet()) {
        isMet &= meant.getValue().contains((int) levels[meant.getKey()]);
      }
      if (isMet) {
        return true;
      }
    }
    return false;
  }
}
