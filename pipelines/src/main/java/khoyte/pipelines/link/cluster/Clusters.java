package khoyte.pipelines.link.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * Rows of one person each. Two groups become one, the best supported first, if some link stands
 * between them and the weights of all pairs between them are on average not against it; never if
 * one of these pairs is contradicted. So a chain over one weak link does not hold where the ends
 * speak against each other, as with a row that fits both of two twins. A pair that no rule thought
 * worth comparing speaks a little against: else a long chain holds where every link is weak.
 */
public final class Clusters {
  /** A single pair says at most this much for or against a group. */
  private static final double MOST = 20;

  private static final double NOT_COMPARED = -2;

  private final Map<Long, Group> groups = new HashMap<>();
  private final PriorityQueue<Merger> mergers =
      new PriorityQueue<>(
          Comparator.comparingDouble(Merger::support)
              .reversed()
              .thenComparingLong(Merger::one)
              .thenComparingLong(Merger::other));

  /** A group of rows, named by its smallest, and what lies between it and others. */
  private static final class Group {
    final List<Long> rows = new ArrayList<>();
    final Map<Long, Between> neighbours = new HashMap<>();
  }

  /** All pairs between two groups that were compared, and the sum of their weights. */
  private record Between(int pairs, double sum, boolean linked, boolean contradicted) {

    Between and(Between more) {
      return new Between(
          pairs + more.pairs,
          sum + more.sum,
          linked || more.linked,
          contradicted || more.contradicted);
    }

    /** Average weight of so many pairs. */
    double support(double all) {
      return (sum + (all - pairs) * NOT_COMPARED) / all;
    }
  }

  /** Two groups, as large as they were when this was thought of. */
  private record Merger(double support, long one, long other, int sizes) {}

  private Clusters() {}

  /**
   * Clusters of two rows and more: rows in ascending order, by their smallest row.
   *
   * @param links pairs that are a match
   * @param evidence other pairs that were compared, at least those within a component of the links
   */
  public static Map<Long, List<Long>> of(List<WeighedPair> links, List<WeighedPair> evidence) {
    Clusters clusters = new Clusters();
    links.forEach(link -> clusters.put(link, true));
    evidence.forEach(pair -> clusters.put(pair, false));
    clusters.merge();
    Map<Long, List<Long>> found = new TreeMap<>();
    clusters.groups.forEach(
        (name, group) -> {
          if (group.rows.size() > 1) {
            found.put(name, group.rows.stream().sorted().toList());
          }
        });
    return found;
  }

  private void put(WeighedPair pair, boolean linked) {
    Between between =
        new Between(1, Math.max(-MOST, Math.min(MOST, pair.weight())), linked, pair.contradicted());
    group(pair.left()).neighbours.merge(pair.right(), between, Between::and);
    group(pair.right()).neighbours.merge(pair.left(), between, Between::and);
  }

  private Group group(long row) {
    return groups.computeIfAbsent(
        row,
        name -> {
          Group group = new Group();
          group.rows.add(name);
          return group;
        });
  }

  private void merge() {
    groups.forEach(
        (name, group) ->
            group.neighbours.keySet().stream()
                .filter(other -> name < other)
                .forEach(other -> offer(name, other)));
    while (!mergers.isEmpty()) {
      Merger merger = mergers.poll();
      Group one = groups.get(merger.one);
      Group other = groups.get(merger.other);
      if (one == null || other == null || one.rows.size() + other.rows.size() != merger.sizes) {
        continue;
      }
      groups.remove(merger.other);
      one.rows.addAll(other.rows);
      one.neighbours.remove(merger.other);
      other.neighbours.remove(merger.one);
      other.neighbours.forEach(
          (name, between) -> {
            one.neighbours.merge(name, between, Between::and);
            Group neighbour = group(name);
            neighbour.neighbours.remove(merger.other);
            neighbour.neighbours.put(
                merger.one, java.util.Objects.requireNonNull(one.neighbours.get(name)));
          });
      one.neighbours.keySet().forEach(name -> offer(merger.one, name));
    }
  }

  private void offer(long name, long otherName) {
    long first = Math.min(name, otherName);
    long second = Math.max(name, otherName);
    Group one = group(first);
    Group other = group(second);
    Between between = java.util.Objects.requireNonNull(one.neighbours.get(second));
    double support = between.support((double) one.rows.size() * other.rows.size());
    if (between.linked && !between.contradicted && support >= 0) {
      mergers.add(new Merger(support, first, second, one.rows.size() + other.rows.size()));
    }
  }
}
