package khoyte.pipelines.link.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rows that links lead to from one another, over however many steps. */
public final class Components {
  private final Map<Long, Long> parents = new HashMap<>();

  private Components() {}

  /** Components of two rows and more: rows in ascending order, by their smallest row. */
  public static Map<Long, List<Long>> of(List<WeighedPair> links) {
    Components components = new Components();
    for (WeighedPair link : links) {
      components.join(link.left(), link.right());
    }
    Map<Long, List<Long>> rows = new TreeMap<>();
    components.parents.keySet().stream()
        .sorted()
        .forEach(
            row -> rows.computeIfAbsent(components.root(row), root -> new ArrayList<>()).add(row));
    return rows;
  }

  private long root(long row) {
    long at = row;
    long parent = parents.computeIfAbsent(at, same -> same);
    while (parent != at) {
      long above = parents.getOrDefault(parent, parent);
      parents.put(at, above);
      at = above;
      parent = parents.getOrDefault(at, at);
    }
    return at;
  }

  private void join(long one, long other) {
    long first = root(one);
    long second = root(other);
    if (first < second) {
      parents.put(second, first);
    } else {
      parents.put(first, second);
    }
  }
}
