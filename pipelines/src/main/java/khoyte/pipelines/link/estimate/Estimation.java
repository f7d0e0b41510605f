package khoyte.pipelines.link.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import khoyte.pipelines.link.estimate.LinkParameters.ComparisonParameters;
import khoyte.pipelines.link.estimate.LinkParameters.KindParameters;
import khoyte.pipelines.link.estimate.LinkParameters.Trained;
import khoyte.pipelines.link.estimate.Patterns.Pattern;
import khoyte.pipelines.link.model.BlockingRule;
import khoyte.pipelines.link.model.Comparison;
import khoyte.pipelines.link.model.LinkModel;
import khoyte.pipelines.link.model.PairKind;

/**
 * Learns parameters without labels, by expectation and maximisation over counted patterns.
 *
 * <p>u, and kinds that random pairs hold enough of, are learned from random pairs, less the share
 * that other kinds explain. m and the other kinds are learned from candidates. A comparison learns
 * only from pairs that some blocking rule found without looking at its columns: rows of one person
 * that were found by an equal surname say nothing about how often surnames are equal. Frequencies
 * of kinds are learned from all candidates, which hold nearly all pairs that are not strangers'.
 */
public final class Estimation {
  private static final int MOST_ROUNDS = 500;
  private static final double SETTLED = 1e-6;

  /**
   * Matches that the guess of m is worth, and the share of the matches that it is worth. It stands
   * where there is nothing to learn from. Where few things are compared, pairs that differ in one
   * of them pass for strangers: without a guess no row of a person would ever be thought to differ.
   */
  private static final double WORTH_OF_GUESS = 10;

  private static final double WORTH_OF_GUESS_AMONG_MATCHES = 0.04;

  /** Pairs that what all candidates say of a kind's own probabilities is worth, beside the rest. */
  private static final double WORTH_OF_ALL_CANDIDATES = 20;

  private static final double CLOSEST_AT_FIRST = 0.8;
  private static final double DIFFERENT_AT_FIRST = 0.05;
  private static final double COMMON_AT_FIRST = 1e-3;
  private static final double OTHERS_EACH_ROW_AT_FIRST = 0.3;
  private static final double ONE_PERSON_OTHERWISE_AT_FIRST = 0.1;

  private final LinkModel model;
  private final List<Long> rows;
  private final Patterns candidates;
  private final Patterns random;
  private final int comparisons;
  private final double[][] m;
  private final double[][] u;
  private final int[] independentRules;
  private final List<Kind> kinds = new ArrayList<>();

  /** A kind of pair while it is learned; its arrays are those of m and u where it has no own. */
  private static final class Kind {
    final String name;
    final boolean onePerson;
    final boolean common;
    final double[][] probabilities;
    final double atMost;
    double share;

    Kind(PairKind kind, double[][] probabilities, double share) {
      this.name = kind.name();
      this.onePerson = kind.onePerson();
      this.common = kind.common();
      this.atMost = kind.atMost();
      this.probabilities = probabilities;
      this.share = share;
    }
  }

  /**
   * @param rows of the one table, or of the two
   * @param candidates with the rules of the model that found them
   * @param certain pairs that satisfy a rule of the prior
   */
  public Estimation(
      LinkModel model, List<Long> rows, Patterns candidates, Patterns random, long certain) {
    this.model = model;
    this.rows = rows;
    this.candidates = candidates;
    this.random = random;
    this.comparisons = model.comparisons().size();
    this.m = new double[comparisons][];
    this.u = new double[comparisons][];
    this.independentRules = new int[comparisons];
    for (int i = 0; i < comparisons; i++) {
      m[i] = guess(model.comparisons().get(i).size());
      u[i] = new double[m[i].length];
      independentRules[i] = independentRules(model.comparisons().get(i));
    }
    double[][] seen = zeros();
    random.all().forEach(pattern -> add(seen, pattern.levels(), ~0, pattern.pairs()));
    for (int i = 0; i < comparisons; i++) {
      set(u[i], seen[i], 0.5);
    }
    begin(certain);
  }

  private void begin(long certain) {
    double pairs = LinkParameters.pairsOf(rows);
    double matches = Math.min(Math.max(certain, 1) / model.prior().recall() / pairs, 0.1);
    kinds.add(
        new Kind(new PairKind(LinkParameters.ONE_PERSON, true, List.of(), false), m, matches));
    kinds.add(
        new Kind(new PairKind(LinkParameters.STRANGERS, false, List.of(), true), u, 1 - matches));
    for (PairKind kind : model.kinds()) {
      double[][] probabilities = kind.onePerson() ? m.clone() : u.clone();
      for (int i = 0; i < comparisons; i++) {
        if (kind.comparisons().contains(model.comparisons().get(i).name())) {
          probabilities[i] = kind.onePerson() ? u[i] : guess(u[i].length);
        }
      }
      double share =
          kind.onePerson()
              ? matches * ONE_PERSON_OTHERWISE_AT_FIRST
              : kind.common()
                  ? COMMON_AT_FIRST
                  : Math.min(largest() * OTHERS_EACH_ROW_AT_FIRST / pairs, 0.1);
      kinds.add(
          new Kind(kind, probabilities, Math.min(share, mostOf(kind.atMost(), matches * pairs))));
    }
  }

  private double largest() {
    return rows.stream().mapToLong(Long::longValue).max().orElseThrow();
  }

  /**
   * Greatest share of all pairs that a kind can have, if so many people have such a partner: with
   * the rows of his own person a row is in {@code matches} pairs, and with those of the partner.
   */
  private double mostOf(double people, double matches) {
    return people * (largest() / 2 + matches) / LinkParameters.pairsOf(rows);
  }

  private static double[] guess(int levels) {
    double[] guess = new double[levels];
    double between = 1 - CLOSEST_AT_FIRST - DIFFERENT_AT_FIRST;
    Arrays.fill(guess, between / Math.max(1, levels - 2));
    guess[0] = levels == 2 ? CLOSEST_AT_FIRST + between : CLOSEST_AT_FIRST;
    guess[levels - 1] = DIFFERENT_AT_FIRST;
    return guess;
  }

  /** Rules that do not look at what the comparison looks at; all rules if there is no such rule. */
  private int independentRules(Comparison comparison) {
    Set<String> columns = comparison.columns();
    int rules = 0;
    for (int i = 0; i < model.blocking().size(); i++) {
      BlockingRule rule = model.blocking().get(i);
      if (rule.columns().stream().noneMatch(columns::contains)) {
        rules |= 1 << i;
      }
    }
    return rules == 0 ? ~0 : rules;
  }

  /** Learns until no kind's share changes any more. */
  public LinkParameters estimate() {
    boolean settled = false;
    for (int round = 0; round < MOST_ROUNDS && !settled; round++) {
      double[] before = kinds.stream().mapToDouble(kind -> kind.share).toArray();
      round();
      settled = true;
      for (int k = 0; k < before.length; k++) {
        double share = kinds.get(k).share;
        settled &= Math.abs(share - before[k]) <= SETTLED * share;
      }
    }
    return parameters();
  }

  /** One step of expectation and maximisation. */
  private void round() {
    double[][][] logs = new double[kinds.size()][][];
    for (int k = 0; k < logs.length; k++) {
      logs[k] = logs(kinds.get(k).probabilities);
    }
    double[][] seenByChance = zeros();
    double[][] seenOfPersons = zeros();
    double[][][] seen = new double[kinds.size()][][];
    double[][][] seenAtAll = new double[kinds.size()][][];
    for (int k = 0; k < seen.length; k++) {
      seen[k] = zeros();
      seenAtAll[k] = zeros();
    }
    double[] randomPairs = new double[kinds.size()];
    double[] candidatePairs = new double[kinds.size()];
    double[] share = new double[kinds.size()];
    for (Pattern pattern : random.all()) {
      posterior(logs, pattern.levels(), share);
      for (int k = 0; k < share.length; k++) {
        Kind kind = kinds.get(k);
        double pairs = share[k] * pattern.pairs();
        randomPairs[k] += pairs;
        if (!kind.onePerson) {
          addWhere(kind.probabilities, u, seenByChance, pattern, ~0, pairs);
        }
        if (kind.common) {
          add(seen[k], pattern.levels(), ~0, pairs);
        }
      }
    }
    for (Pattern pattern : candidates.all()) {
      posterior(logs, pattern.levels(), share);
      for (int k = 0; k < share.length; k++) {
        Kind kind = kinds.get(k);
        double pairs = share[k] * pattern.pairs();
        candidatePairs[k] += pairs;
        addWhere(kind.probabilities, m, seenOfPersons, pattern, pattern.rules(), pairs);
        if (!kind.common) {
          add(seen[k], pattern.levels(), pattern.rules(), pairs);
          add(seenAtAll[k], pattern.levels(), ~0, pairs);
        }
      }
    }
    learn(seenByChance, seenOfPersons);
    for (int k = 0; k < seen.length; k++) {
      learnOwn(kinds.get(k), seen[k], seenAtAll[k]);
    }
    learnShares(randomPairs, candidatePairs);
  }

  private void learn(double[][] byChance, double[][] ofPersons) {
    for (int i = 0; i < comparisons; i++) {
      double[] guess = guess(m[i].length);
      double worth =
          Math.max(
              WORTH_OF_GUESS, Arrays.stream(ofPersons[i]).sum() * WORTH_OF_GUESS_AMONG_MATCHES);
      for (int level = 0; level < guess.length; level++) {
        ofPersons[i][level] += guess[level] * worth;
      }
      set(m[i], ofPersons[i], 0.5);
      set(u[i], byChance[i], 0.5);
    }
  }

  /**
   * Few households are found by anything but what they have in common, so what all candidates say
   * counts a little as well.
   */
  private void learnOwn(Kind kind, double[][] seen, double[][] seenAtAll) {
    for (int i = 0; i < comparisons; i++) {
      double[] own = kind.probabilities[i];
      if (own != m[i] && own != u[i]) {
        set(own, seenAtAll[i], 1);
        for (int level = 0; level < own.length; level++) {
          seen[i][level] += own[level] * WORTH_OF_ALL_CANDIDATES;
        }
        set(own, seen[i], 1);
      }
    }
  }

  private void learnShares(double[] randomPairs, double[] candidatePairs) {
    double pairs = LinkParameters.pairsOf(rows);
    double drawn = Math.max(1, random.pairs());
    double matches = 0;
    for (int k = 0; k < kinds.size(); k++) {
      matches += kinds.get(k).onePerson ? candidatePairs[k] : 0;
    }
    double others = 0;
    for (int k = 0; k < kinds.size(); k++) {
      Kind kind = kinds.get(k);
      if (!kind.name.equals(LinkParameters.STRANGERS)) {
        double seen =
            kind.common ? (randomPairs[k] + 0.5) / drawn : (candidatePairs[k] + 0.5) / pairs;
        kind.share = Math.min(seen, mostOf(kind.atMost, matches));
        others += kind.share;
      }
    }
    kinds.get(1).share = Math.max(1 - others, 0.01);
  }

  private void posterior(double[][][] logs, byte[] levels, double[] share) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < share.length; k++) {
      double sum = StrictMath.log(kinds.get(k).share);
      for (int i = 0; i < comparisons; i++) {
        if (levels[i] >= 0) {
          sum += logs[k][i][levels[i]];
        }
      }
      share[k] = sum;
      greatest = Math.max(greatest, sum);
    }
    double total = 0;
    for (int k = 0; k < share.length; k++) {
      share[k] = StrictMath.exp(share[k] - greatest);
      total += share[k];
    }
    for (int k = 0; k < share.length; k++) {
      share[k] /= total;
    }
  }

  /** Adds a pattern to the comparisons in which a kind has not its own probabilities but these. */
  private void addWhere(
      double[][] ofKind,
      double[][] these,
      double[][] sums,
      Pattern pattern,
      int rules,
      double pairs) {
    for (int i = 0; i < comparisons; i++) {
      int level = pattern.levels()[i];
      if (ofKind[i] == these[i] && level >= 0 && (rules & independentRules[i]) != 0) {
        sums[i][level] += pairs;
      }
    }
  }

  private void add(double[][] sums, byte[] levels, int rules, double pairs) {
    for (int i = 0; i < comparisons; i++) {
      if (levels[i] >= 0 && (rules & independentRules[i]) != 0) {
        sums[i][levels[i]] += pairs;
      }
    }
  }

  private static void set(double[] probabilities, double[] seen, double toEachLevel) {
    double sum = 0;
    for (double one : seen) {
      sum += one + toEachLevel;
    }
    for (int level = 0; level < seen.length; level++) {
      probabilities[level] = (seen[level] + toEachLevel) / sum;
    }
  }

  private double[][] zeros() {
    double[][] zeros = new double[comparisons][];
    for (int i = 0; i < comparisons; i++) {
      zeros[i] = new double[m[i].length];
    }
    return zeros;
  }

  private static double[][] logs(double[][] probabilities) {
    double[][] logs = new double[probabilities.length][];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = Arrays.stream(probabilities[i]).map(StrictMath::log).toArray();
    }
    return logs;
  }

  private LinkParameters parameters() {
    List<ComparisonParameters> learned = new ArrayList<>();
    for (int i = 0; i < comparisons; i++) {
      Comparison comparison = model.comparisons().get(i);
      learned.add(
          new ComparisonParameters(
              comparison.name(), comparison.levelNames(), rounded(m[i]), rounded(u[i])));
    }
    double matches =
        kinds.stream().filter(kind -> kind.onePerson).mapToDouble(kind -> kind.share).sum();
    return new LinkParameters(
        model.name(),
        new Trained(
            rows,
            candidates.pairs(),
            random.pairs(),
            LinkParameters.rounded(matches * LinkParameters.pairsOf(rows)),
            model.sampling().seed()),
        List.copyOf(learned),
        kinds.stream().map(this::learned).toList(),
        model.thresholds());
  }

  private KindParameters learned(Kind kind) {
    Map<String, List<Double>> own = new LinkedHashMap<>();
    List<String> byChance = new ArrayList<>();
    for (int i = 0; i < comparisons; i++) {
      String name = model.comparisons().get(i).name();
      if (kind.probabilities[i] == u[i]) {
        byChance.add(name);
      } else if (kind.probabilities[i] != m[i]) {
        own.put(name, rounded(kind.probabilities[i]));
      }
    }
    return new KindParameters(
        kind.name,
        kind.onePerson,
        LinkParameters.rounded(kind.share),
        kind.common,
        java.util.Collections.unmodifiableMap(own),
        List.copyOf(byChance));
  }

  private static List<Double> rounded(double[] values) {
    return Arrays.stream(values).mapToObj(LinkParameters::rounded).toList();
  }
}
