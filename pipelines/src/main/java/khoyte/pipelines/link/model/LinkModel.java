package khoyte.pipelines.link.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A linker.
 *
 * @param idHeadings headings of the column that names a row, the likeliest first
 * @param emptyValues texts that stand for no value, in small letters
 * @param kinds beside one person and strangers
 * @param sampling how random pairs are drawn
 * @param largestCluster size beyond which a cluster is remarked
 */
public record LinkModel(
    String name,
    List<String> idHeadings,
    Set<String> emptyValues,
    List<LinkColumn> columns,
    List<BlockingRule> blocking,
    List<Comparison> comparisons,
    List<PairKind> kinds,
    List<Contradiction> contradictions,
    Prior prior,
    Thresholds thresholds,
    Relation relation,
    Sampling sampling,
    int largestCluster) {
  /** Most blocking rules a model can have. */
  public static final int MOST_RULES = 31;

  private static final String ROW_ID = "id";

  /**
   * Random pairs, to learn how far strangers agree.
   *
   * @param seed another one draws other pairs
   * @param pairs about how many
   */
  public record Sampling(long seed, int pairs) {}

  public LinkColumn column(String asked) {
    return columns.stream()
        .filter(column -> column.name().equals(asked))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No column " + asked));
  }

  /**
   * Every heading that the model knows, and what it calls what stands under it: {@code id}, a
   * column, or a part of one, which is called by its likeliest heading.
   */
  public Map<String, String> knownHeadings() {
    Map<String, String> known = new LinkedHashMap<>();
    idHeadings.forEach(heading -> known.putIfAbsent(heading, ROW_ID));
    for (LinkColumn column : columns) {
      column.headings().forEach(heading -> known.putIfAbsent(heading, column.name()));
      for (List<String> part : column.otherwise().parts()) {
        part.forEach(heading -> known.putIfAbsent(heading, part.get(0)));
      }
    }
    return known;
  }

  /** What the model calls everything that it looks for, parts by their likeliest heading. */
  public Set<String> knownNames() {
    Set<String> known = new LinkedHashSet<>(List.of(ROW_ID));
    for (LinkColumn column : columns) {
      known.add(column.name());
      column.otherwise().parts().forEach(part -> known.add(part.get(0)));
    }
    return known;
  }

  /**
   * The same for tables in which something stands under a heading of their own.
   *
   * @param known what the model calls it, or a heading of it that the model knows
   * @return empty if it knows nothing that is called so
   */
  public Optional<LinkModel> under(String known, String heading) {
    boolean isId = known.equals(ROW_ID) || idHeadings.contains(known);
    boolean isWhole = !isId && columns.stream().anyMatch(column -> column.isCalled(known));
    boolean isPart = columns.stream().anyMatch(column -> column.otherwise().hasPart(known));
    if (!isId && !isWhole && !isPart) {
      return Optional.empty();
    }
    List<LinkColumn> changed = new ArrayList<>();
    for (LinkColumn column : columns) {
      if (isWhole && column.isCalled(known)) {
        changed.add(column.under(known, heading));
      } else if (!isId && !isWhole && column.otherwise().hasPart(known)) {
        changed.add(column.ofParts(known, heading));
      } else {
        changed.add(column.notUnder(heading));
      }
    }
    List<String> ids =
        isId ? LinkColumn.first(heading, idHeadings) : LinkColumn.without(heading, idHeadings);
    return Optional.of(with(ids, List.copyOf(changed), blocking, relation));
  }

  /** Columns that are looked at when a pair is compared. */
  public Set<String> comparedColumns() {
    Set<String> compared = new HashSet<>();
    comparisons.forEach(comparison -> compared.addAll(comparison.columns()));
    prior.rules().forEach(compared::addAll);
    return compared;
  }

  /** Columns that are looked at at all. */
  public Set<String> usedColumns() {
    Set<String> used = comparedColumns();
    blocking.forEach(rule -> used.addAll(rule.columns()));
    return used;
  }

  /** What is left of the model for tables without some of its columns. */
  public LinkModel without(Set<String> missing) {
    List<Comparison> compared =
        comparisons.stream()
            .filter(comparison -> !missing.contains(comparison.column()))
            .map(comparison -> comparison.without(missing))
            .toList();
    Set<String> names = compared.stream().map(Comparison::name).collect(Collectors.toSet());
    return new LinkModel(
        name,
        idHeadings,
        emptyValues,
        columns.stream().filter(column -> !missing.contains(column.name())).toList(),
        blocking.stream().filter(rule -> isKnown(rule.columns(), missing)).toList(),
        compared,
        kindsOf(names),
        contradictions.stream().filter(one -> names.containsAll(one.levels().keySet())).toList(),
        new Prior(
            prior.rules().stream().filter(rule -> isKnown(rule, missing)).toList(), prior.recall()),
        thresholds,
        relation,
        sampling,
        largestCluster);
  }

  private static boolean isKnown(Iterable<String> columns, Set<String> missing) {
    for (String column : columns) {
      if (missing.contains(column)) {
        return false;
      }
    }
    return true;
  }

  /** One thing in common is no kind: that strangers have as well. */
  private List<PairKind> kindsOf(Set<String> compared) {
    return kinds.stream()
        .map(kind -> kind.in(kind.comparisons().stream().filter(compared::contains).toList()))
        .filter(kind -> kind.comparisons().size() > (kind.onePerson() ? 0 : 1))
        .filter(kind -> kind.comparisons().size() < compared.size())
        .toList();
  }

  /** The same with other rules. */
  public LinkModel withBlocking(List<BlockingRule> rules) {
    return with(idHeadings, columns, rules, relation);
  }

  /** The same with another relation. */
  public LinkModel withRelation(Relation other) {
    return with(idHeadings, columns, blocking, other);
  }

  private LinkModel with(
      List<String> ids, List<LinkColumn> others, List<BlockingRule> rules, Relation other) {
    return new LinkModel(
        name,
        ids,
        emptyValues,
        others,
        rules,
        comparisons,
        kinds,
        contradictions,
        prior,
        thresholds,
        other,
        sampling,
        largestCluster);
  }

  /** Names of things, in their order. */
  public static <T> List<String> names(List<T> things, Function<T, String> name) {
    return things.stream().map(name).toList();
  }

  /**
   * The first contradiction that a pair has.
   *
   * @param agreed level of each comparison, or {@link Contradiction#SILENT}
   */
  public Optional<Contradiction> contradiction(Map<String, String> agreed) {
    return contradictions.stream().filter(one -> one.isIn(agreed)).findFirst();
  }
}
