package khoyte.pipelines.resolve;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import khoyte.pipelines.read.person.Closeness;
import khoyte.pipelines.resolve.KeyMoves.Face;
import khoyte.pipelines.resolve.RecordChains.Member;
import khoyte.pipelines.resolve.RecordChains.Pair;

/**
 * Pairs of health records that share a strong key and agree. A group of records that all agree by
 * name is given as a star around one of them, not as every pair in it: the chains are the same, and
 * a value that thousands share costs no more than its rows.
 */
final class SharedKeys {
  /**
   * The order in which a centre is chosen. A record without id comes first: whether the others of
   * its kind lead to one id or to several must show around it. Where all have ids, two that differ
   * show that there are several.
   */
  private static final Comparator<Member> BY_ID =
      Comparator.comparing(Member::id, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Member::recordNo);

  private final Set<Pair> pairs = new LinkedHashSet<>();

  private SharedKeys() {}

  /** A record with the names and birth dates under which it may be recognised. */
  record Holder(Member member, List<Face> faces) {
    Holder {
      faces = List.copyOf(faces);
    }
  }

  /** The pairs. */
  static Set<Pair> agreeing(Collection<List<Holder>> holdersOfKeys) {
    SharedKeys keys = new SharedKeys();
    holdersOfKeys.forEach(keys::add);
    return keys.pairs;
  }

  private void add(List<Holder> holders) {
    Map<String, List<Member>> byName = new HashMap<>();
    Map<LocalDate, Map<String, List<Member>>> byBirthDate = new HashMap<>();
    for (Holder holder : holders) {
      for (Face face : holder.faces()) {
        if (face.name() != null) {
          byName.computeIfAbsent(face.name(), any -> new ArrayList<>()).add(holder.member());
          if (face.birthDate() != null) {
            byBirthDate
                .computeIfAbsent(face.birthDate(), any -> new TreeMap<>())
                .computeIfAbsent(face.name(), any -> new ArrayList<>())
                .add(holder.member());
          }
        }
      }
    }
    byName.values().forEach(this::addStar);
    byBirthDate.values().forEach(this::addClose);
  }

  private void addStar(List<Member> equal) {
    Member centre = equal.stream().min(BY_ID).orElseThrow();
    equal.forEach(member -> add(member, centre));
  }

  private void addClose(Map<String, List<Member>> byName) {
    List<String> names = List.copyOf(byName.keySet());
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        if (Closeness.close(names.get(i), names.get(j))) {
          for (Member one : centres(byName, names.get(i))) {
            centres(byName, names.get(j)).forEach(other -> add(one, other));
          }
        }
      }
    }
  }

  private static Set<Member> centres(Map<String, List<Member>> byName, String name) {
    List<Member> equal = Objects.requireNonNull(byName.get(name));
    Set<Member> centres = new LinkedHashSet<>();
    centres.add(equal.stream().min(BY_ID).orElseThrow());
    centres.add(equal.stream().max(BY_ID).orElseThrow());
    return centres;
  }

  private void add(Member one, Member other) {
    if (one.recordNo() != other.recordNo()) {
      pairs.add(new Pair(one, other));
    }
  }
}
