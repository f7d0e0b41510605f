package khoyte.pipelines.link.pair;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import khoyte.pipelines.link.estimate.Explanation;
import khoyte.pipelines.link.estimate.LinkParameters;
import khoyte.pipelines.link.model.BlockingRule;
import khoyte.pipelines.link.model.Comparison;
import khoyte.pipelines.link.model.LinkModel;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import org.jspecify.annotations.Nullable;

/**
 * Looks for people in a registry with parameters that were learned before: what it says of a pair
 * depends on the two rows and on nothing else, neither on the other rows nor on their number.
 *
 * <p>A row is an array of texts, or lists of texts, clean, in the order of the columns; dates as
 * {@code yyyyMMdd} or {@code yyyy}; null where there is none.
 */
public final class PersonSearch {
  private static final int WORDS_SOUGHT = 12;
  private static final int WORDS_KNOWN = 3;

  private final LinkModel model;
  private final LinkParameters parameters;
  private final List<String> columns;
  private final PairLevels levels;
  private final PairWeights weights;

  /**
   * What a pair weighs.
   *
   * @param weight logarithm to base 2 of the odds that it is one person
   * @param contradicted it is not, whatever the weight
   */
  public record Weighed(double weight, boolean contradicted) {}

  /**
   * A pair with its weight put together.
   *
   * @param number of the row of the registry
   * @param sought what was compared of the one, as text, by column; empty where there is nothing
   * @param found the same of the row of the registry
   */
  public record ExplainedPair(
      long number,
      Explanation explanation,
      Map<String, String> sought,
      Map<String, String> found) {}

  /**
   * A search.
   *
   * @param people among whom one is looked for; a constant, so that a decision does not change with
   *     every newborn
   * @param columns of the rows in their order
   * @throws KhoyteException if the parameters are not those of the model, or the model needs what
   *     the rows do not have
   */
  public PersonSearch(
      LinkModel model, LinkParameters parameters, long people, List<String> columns) {
    this.model = model;
    this.parameters = parameters.alignedTo(model);
    this.columns = List.copyOf(columns);
    TreeSet<String> unknown = new TreeSet<>(model.usedColumns());
    unknown.removeAll(columns);
    refuse(unknown, columns);
    this.levels = new PairLevels(model, this.columns);
    this.weights = new PairWeights(model, this.parameters, List.of(people, 1L));
  }

  /** Refuses a rule that brings together by what keys cannot be made of. */
  public void checkKeys(Collection<String> keyless) {
    TreeSet<String> unknown = new TreeSet<>();
    model.blocking().forEach(rule -> unknown.addAll(rule.columns()));
    unknown.retainAll(keyless);
    TreeSet<String> known = new TreeSet<>(columns);
    known.removeAll(keyless);
    refuse(unknown, known);
  }

  private void refuse(TreeSet<String> unknown, Collection<String> known) {
    if (!unknown.isEmpty()) {
      throw new KhoyteException(
          Fault.ARGUMENT,
          "match.columns",
          model.name(),
          String.join(", ", unknown),
          String.join(", ", new TreeSet<>(known)));
    }
  }

  /**
   * Refuses a rule, by its name, that brings too many together.
   *
   * @param rule as keys have it
   */
  public void checkCap(int rule, long pairs) {
    BlockingRule followed = model.blocking().get(rule);
    if (pairs > followed.cap()) {
      throw new KhoyteException(
          Fault.ARGUMENT, "link.rule.cap", followed.name(), pairs, followed.cap(), model.name());
    }
  }

  /** Keys of the rows that are looked for. For one thread. */
  public BlockingKeys soughtKeys() {
    return new BlockingKeys(model, columns, WORDS_SOUGHT);
  }

  /** Keys of the rows of the registry. For one thread. */
  public BlockingKeys knownKeys() {
    return new BlockingKeys(model, columns, WORDS_KNOWN);
  }

  /** What {@link #knownKeys} hang on: rules that give the same keys are equal here. */
  public String rules() {
    return model.blocking().stream().map(BlockingRule::parts).toList().toString();
  }

  public LinkModel model() {
    return model;
  }

  public LinkParameters parameters() {
    return parameters;
  }

  /** What pairs can weigh at most. */
  public PairBound bound() {
    return new PairBound(model, weights);
  }

  /**
   * By what the chance of a stranger to have a value is to be multiplied, a logarithm to base 2; 0
   * where no frequencies are known.
   */
  public double correction(String column, @Nullable String value) {
    return weights.correction(column, value);
  }

  /** The form of a value in which its frequency is known. */
  public static String withoutDiacritics(String value) {
    return Folding.folded(value);
  }

  /** How much speaks for a pair. */
  public Weighed weighed(@Nullable Object[] sought, @Nullable Object[] found) {
    byte[] agreed = levels.of(sought, found);
    return new Weighed(
        weights.weight(agreed, chances(agreed, sought)), weights.isContradicted(agreed));
  }

  /** The same with how it comes about. */
  public ExplainedPair explained(long number, @Nullable Object[] sought, @Nullable Object[] found) {
    byte[] agreed = levels.of(sought, found);
    return new ExplainedPair(
        number,
        Explanation.of(weights.mixture(), parameters, agreed, chances(agreed, sought)),
        texts(sought),
        texts(found));
  }

  private double[] chances(byte[] agreed, @Nullable Object[] sought) {
    double[] chances = new double[agreed.length];
    for (int i = 0; i < chances.length; i++) {
      Comparison comparison = model.comparisons().get(i);
      Object value =
          comparison.termFrequency() ? sought[columns.indexOf(comparison.column())] : null;
      chances[i] = weights.chance(i, agreed[i], value instanceof String text ? text : null);
    }
    return chances;
  }

  private Map<String, String> texts(@Nullable Object[] row) {
    Map<String, String> texts = new HashMap<>();
    for (String column : new TreeSet<>(model.comparedColumns())) {
      Object value = row[columns.indexOf(column)];
      texts.put(
          column,
          value == null
              ? ""
              : value instanceof List<?> list
                  ? String.join(", ", list.stream().map(String::valueOf).toList())
                  : value.toString());
    }
    return texts;
  }
}
