package khoyte.pipelines.resolve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which health records are one citizen: records that share a strong key and agree, and the chains
 * that they form. A chain that holds two ids is cut by id; a record without an id stays with an id
 * only if its keys lead to no other.
 */
final class RecordChains {

  /**
   * A record in a chain.
   *
   * @param recordNo its number within the night
   * @param maHssk its key; the smallest of a citizen's names him
   * @param id the id that counts for it
   */
  record Member(long recordNo, String maHssk, @Nullable String id) {}

  /** Two records that share a strong key and agree. */
  record Pair(Member one, Member other) {}

  /**
   * Where a record went.
   *
   * @param citizenNo number of the record that names the citizen
   * @param citizenHssk key of that record
   * @param citizenId the id that a record of the citizen has
   * @param chainHssk smallest key of the records that hang together with it, before a chain is cut
   * @param undecided its keys lead to more than one id, so it stands alone
   */
  record Placed(
      long recordNo,
      long citizenNo,
      String citizenHssk,
      @Nullable String citizenId,
      String chainHssk,
      boolean undecided) {}

  private final List<Member> members = new ArrayList<>();
  private final Map<Long, Integer> positions = new HashMap<>();
  private final List<int[]> pairs = new ArrayList<>();
  private final List<int[]> different = new ArrayList<>();

  private RecordChains() {}

  /** Places every record that is in a pair; a record in no pair is a citizen of its own. */
  static List<Placed> placed(Iterable<Pair> pairs) {
    return placed(pairs, List.of());
  }

  /**
   * The same where it was decided that two records are of different people: if they come together
   * all the same, the one without an id stands alone, else the one with the greater key.
   */
  static List<Placed> placed(Iterable<Pair> pairs, Collection<Pair> different) {
    RecordChains chains = new RecordChains();
    for (Pair pair : pairs) {
      if (!different.contains(pair) && !different.contains(new Pair(pair.other(), pair.one()))) {
        chains.pairs.add(chains.positions(pair));
      }
    }
    different.stream()
        .map(chains::positions)
        .sorted(chains.byKeys())
        .forEach(chains.different::add);
    return chains.placed();
  }

  private int[] positions(Pair pair) {
    return new int[] {position(pair.one()), position(pair.other())};
  }

  private Comparator<int[]> byKeys() {
    Comparator<Integer> byKey =
        (one, other) -> Utf8Order.compare(members.get(one).maHssk(), members.get(other).maHssk());
    return Comparator.<int[], Integer>comparing(
            pair -> byKey.compare(pair[0], pair[1]) < 0 ? pair[0] : pair[1], byKey)
        .thenComparing(pair -> byKey.compare(pair[0], pair[1]) < 0 ? pair[1] : pair[0], byKey);
  }

  private int position(Member member) {
    return positions.computeIfAbsent(
        member.recordNo(),
        number -> {
          members.add(member);
          return members.size() - 1;
        });
  }

  private List<Placed> placed() {
    Groups withoutId = new Groups(members.size());
    for (int[] pair : pairs) {
      if (id(pair[0]) == null && id(pair[1]) == null) {
        withoutId.join(pair[0], pair[1]);
      }
    }
    Map<Integer, Set<String>> idsReached = idsReached(withoutId);
    Groups chains = new Groups(members.size());
    List<int[]> joined = new ArrayList<>();
    for (int[] pair : pairs) {
      chains.join(pair[0], pair[1]);
      if (together(pair[0], pair[1], withoutId, idsReached)) {
        joined.add(pair);
      }
    }
    // What is kept apart hangs together all the same: the one is placed by the other.
    different.forEach(pair -> chains.join(pair[0], pair[1]));
    Groups citizens = keptApart(joined);
    int[] naming = firstOfEach(citizens);
    int[] first = firstOfEach(chains);
    Map<Integer, String> ids = idOfEach(citizens);
    List<Placed> placed = new ArrayList<>(members.size());
    for (int i = 0; i < members.size(); i++) {
      Member citizen = members.get(naming[citizens.of(i)]);
      placed.add(
          new Placed(
              members.get(i).recordNo(),
              citizen.recordNo(),
              citizen.maHssk(),
              ids.get(citizens.of(i)),
              members.get(first[chains.of(i)]).maHssk(),
              torn(i, withoutId, idsReached)));
    }
    return placed;
  }

  /** Groups of records that are joined, without those that a decision takes out of a group. */
  private Groups keptApart(List<int[]> joined) {
    Set<Integer> alone = new HashSet<>();
    Groups citizens = groups(joined, alone);
    for (int[] pair : different) {
      if (citizens.of(pair[0]) == citizens.of(pair[1])) {
        alone.add(leaving(pair[0], pair[1]));
        citizens = groups(joined, alone);
      }
    }
    return citizens;
  }

  private Groups groups(List<int[]> joined, Set<Integer> alone) {
    Groups groups = new Groups(members.size());
    for (int[] pair : joined) {
      if (!alone.contains(pair[0]) && !alone.contains(pair[1])) {
        groups.join(pair[0], pair[1]);
      }
    }
    return groups;
  }

  private int leaving(int one, int other) {
    if ((id(one) == null) != (id(other) == null)) {
      return id(one) == null ? one : other;
    }
    return Utf8Order.compare(members.get(one).maHssk(), members.get(other).maHssk()) < 0
        ? other
        : one;
  }

  private @Nullable String id(int position) {
    return members.get(position).id();
  }

  /** For each group of records without id that hang together: the ids that its keys lead to. */
  private Map<Integer, Set<String>> idsReached(Groups withoutId) {
    Map<Integer, Set<String>> reached = new HashMap<>();
    for (int[] pair : pairs) {
      reach(reached, withoutId, pair[0], pair[1]);
      reach(reached, withoutId, pair[1], pair[0]);
    }
    return reached;
  }

  private void reach(Map<Integer, Set<String>> reached, Groups withoutId, int from, int to) {
    String id = id(to);
    if (id(from) == null && id != null) {
      reached.computeIfAbsent(withoutId.of(from), group -> new HashSet<>()).add(id);
    }
  }

  private boolean together(
      int one, int other, Groups withoutId, Map<Integer, Set<String>> idsReached) {
    String oneId = id(one);
    String otherId = id(other);
    if (oneId != null && otherId != null) {
      return oneId.equals(otherId);
    }
    return !torn(one, withoutId, idsReached) && !torn(other, withoutId, idsReached);
  }

  /** Whether a record has no id and its keys lead to several. */
  private boolean torn(int position, Groups withoutId, Map<Integer, Set<String>> idsReached) {
    return id(position) == null
        && idsReached.getOrDefault(withoutId.of(position), Set.of()).size() > 1;
  }

  /** By group the id of its records; those of a citizen who has one. */
  private Map<Integer, String> idOfEach(Groups groups) {
    Map<Integer, String> ids = new HashMap<>();
    for (int i = 0; i < members.size(); i++) {
      String id = id(i);
      if (id != null) {
        ids.put(groups.of(i), id);
      }
    }
    return ids;
  }

  /** By group the position of its record with the smallest key. */
  private int[] firstOfEach(Groups groups) {
    int[] first = new int[members.size()];
    Arrays.fill(first, -1);
    for (int i = 0; i < members.size(); i++) {
      int group = groups.of(i);
      if (first[group] < 0
          || Utf8Order.compare(members.get(i).maHssk(), members.get(first[group]).maHssk()) < 0) {
        first[group] = i;
      }
    }
    return first;
  }

  /** Disjoint sets with path halving. */
  private static final class Groups {
    private final int[] parent;

    Groups(int size) {
      parent = new int[size];
      Arrays.setAll(parent, i -> i);
    }

    int of(int element) {
      int root = element;
      while (parent[root] != root) {
        parent[root] = parent[parent[root]];
        root = parent[root];
      }
      return root;
    }

    void join(int one, int other) {
      parent[of(one)] = of(other);
    }
  }
}
