package khoyte.pipelines.resolve;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import khoyte.pipelines.read.person.Closeness;
import khoyte.warehouse.table.KeyChange;
import khoyte.warehouse.table.KeyEvidence;
import org.jspecify.annotations.Nullable;

/**
 * Which health records are with other records than before, and why: the same records in two states
 * are compared, what was recorded in between does not matter.
 */
final class KeyMoves {

  /**
   * A health record under its citizen.
   *
   * @param firstHssk smallest key of its citizen's records
   * @param citizenKey pseudonym made of that
   * @param strongKeys see {@link StrongKeys}
   * @param undecided its keys lead to more than one id
   */
  record Held(
      String maHssk,
      String firstHssk,
      String citizenKey,
      List<Long> strongKeys,
      List<Face> faces,
      boolean undecided) {

    Held {
      strongKeys = List.copyOf(strongKeys);
      faces = List.copyOf(faces);
    }

    @Nullable Long id() {
      return strongKeys.stream()
          .filter(key -> kind(key) == KeyEvidence.CITIZEN_ID)
          .findFirst()
          .orElse(null);
    }

    boolean agreesWith(Held other) {
      return faces.stream().anyMatch(face -> other.faces().stream().anyMatch(face::agreesWith));
    }
  }

  /** Under which folded name and birth date a record may be recognised. */
  record Face(@Nullable String name, @Nullable LocalDate birthDate) {

    boolean agreesWith(Face other) {
      if (name == null || other.name() == null) {
        return false;
      }
      return name.equals(other.name())
          || (birthDate != null
              && birthDate.equals(other.birthDate())
              && Closeness.close(name, other.name()));
    }
  }

  /** Two health records about which a station decided. */
  record Decided(String maHssk, String otherHssk, boolean areSame) {}

  /**
   * A record that another key holds since, or none.
   *
   * @param joinedBy what ties it to records that its citizen did not have before
   * @param partedBy what cut it from records that its citizen had
   */
  record Move(
      String maHssk,
      String citizenKey,
      @Nullable String successorKey,
      KeyChange change,
      @Nullable KeyEvidence joinedBy,
      @Nullable KeyEvidence partedBy) {}

  private final Map<String, Held> before;
  private final Map<String, Held> after;
  private final Map<String, List<Held>> citizensBefore;
  private final Map<String, List<Held>> citizensAfter;
  private final Set<Decided> decisions = new HashSet<>();

  private KeyMoves(Collection<Held> before, Collection<Held> after, Collection<Decided> decisions) {
    this.before = byKey(before);
    this.after = byKey(after);
    this.citizensBefore = before.stream().collect(Collectors.groupingBy(Held::firstHssk));
    this.citizensAfter = after.stream().collect(Collectors.groupingBy(Held::firstHssk));
    for (Decided pair : decisions) {
      this.decisions.add(pair);
      this.decisions.add(new Decided(pair.otherHssk(), pair.maHssk(), pair.areSame()));
    }
  }

  private static Map<String, Held> byKey(Collection<Held> records) {
    return records.stream().collect(Collectors.toMap(Held::maHssk, Function.identity()));
  }

  /**
   * The moves between two states.
   *
   * @param before all or none of a citizen's records
   * @param after the same; every citizen of before that a record of after belonged to
   * @param decisions that stand
   */
  static List<Move> between(
      Collection<Held> before, Collection<Held> after, Collection<Decided> decisions) {
    return new KeyMoves(before, after, decisions).moves();
  }

  private List<Move> moves() {
    List<Move> moves = new ArrayList<>();
    Map<List<String>, List<Held>> going = new LinkedHashMap<>();
    for (Held record : before.values()) {
      Held now = after.get(record.maHssk());
      if (now == null) {
        moves.add(
            new Move(
                record.maHssk(),
                record.citizenKey(),
                null,
                KeyChange.WITHDRAWN,
                null,
                KeyEvidence.WITHDRAWN));
      } else if (!now.firstHssk().equals(record.firstHssk())) {
        going
            .computeIfAbsent(List.of(record.firstHssk(), now.firstHssk()), any -> new ArrayList<>())
            .add(now);
      }
    }
    going.forEach((way, records) -> moves.addAll(moves(way.get(0), way.get(1), records)));
    return moves;
  }

  /** Records that were of one citizen and are now of one other. */
  private List<Move> moves(String from, String to, List<Held> records) {
    List<Held> met =
        citizens(citizensAfter, to).stream()
            .filter(record -> !isOf(before.get(record.maHssk()), from))
            .toList();
    List<Held> left =
        citizens(citizensBefore, from).stream()
            .filter(record -> !isOf(after.get(record.maHssk()), to))
            .toList();
    boolean merged = met.stream().anyMatch(record -> before.containsKey(record.maHssk()));
    boolean split = left.stream().anyMatch(record -> after.containsKey(record.maHssk()));
    KeyChange change =
        merged && split
            ? KeyChange.MOVED
            : merged ? KeyChange.MERGED : split ? KeyChange.SPLIT : KeyChange.RENAMED;
    KeyEvidence joinedBy = met.isEmpty() ? null : joining(records, met);
    KeyEvidence partedBy = left.isEmpty() ? null : parting(records, left);
    return records.stream()
        .map(
            record ->
                new Move(
                    record.maHssk(),
                    before(record).citizenKey(),
                    record.citizenKey(),
                    change,
                    joinedBy,
                    partedBy))
        .toList();
  }

  private static List<Held> citizens(Map<String, List<Held>> citizens, String first) {
    return citizens.getOrDefault(first, List.of());
  }

  private static boolean isOf(@Nullable Held record, String first) {
    return record != null && record.firstHssk().equals(first);
  }

  /** What ties records, as they are now, to others of the same citizen. */
  private KeyEvidence joining(List<Held> records, List<Held> met) {
    Map<Long, List<Held>> holders = holders(met);
    KeyEvidence strongest = null;
    for (Held record : records) {
      for (Long key : record.strongKeys()) {
        for (Held other : holders.getOrDefault(key, List.of())) {
          if (areTied(record, other)) {
            strongest = stronger(strongest, kind(key));
            break;
          }
        }
      }
    }
    if (strongest != null) {
      return strongest;
    }
    return areDecided(records, met, true) ? KeyEvidence.DECISION : KeyEvidence.RULES;
  }

  /** What cut records from others with which they were. */
  private KeyEvidence parting(List<Held> records, List<Held> left) {
    List<Held> present =
        left.stream().map(record -> after.get(record.maHssk())).filter(Objects::nonNull).toList();
    if (areDecided(records, present, false)) {
      return KeyEvidence.DECISION;
    }
    if (areTorn(records) || areTorn(present) || haveOtherIds(records, present)) {
      return KeyEvidence.CITIZEN_ID;
    }
    KeyEvidence lost = lostTie(records, present);
    if (lost != null) {
      return lost;
    }
    return present.size() < left.size() ? KeyEvidence.WITHDRAWN : KeyEvidence.DECISION;
  }

  /** Whether a record came to stand between two ids. */
  private boolean areTorn(List<Held> records) {
    return records.stream().anyMatch(record -> record.undecided() && !before(record).undecided());
  }

  private static boolean haveOtherIds(List<Held> records, List<Held> others) {
    Set<Long> ids = ids(records);
    Set<Long> otherIds = ids(others);
    return !ids.isEmpty() && !otherIds.isEmpty() && ids.stream().noneMatch(otherIds::contains);
  }

  private static Set<Long> ids(List<Held> records) {
    return records.stream().map(Held::id).filter(Objects::nonNull).collect(Collectors.toSet());
  }

  /** What tied records to others before and does not now; null if nothing did. */
  private @Nullable KeyEvidence lostTie(List<Held> records, List<Held> others) {
    Map<Long, List<Held>> holders = holders(others.stream().map(this::before).toList());
    KeyEvidence strongest = null;
    for (Held record : records) {
      Held then = before(record);
      for (Long key : then.strongKeys()) {
        for (Held other : holders.getOrDefault(key, List.of())) {
          if (areTied(then, other)) {
            strongest = stronger(strongest, lost(key, record, after(other)));
          }
        }
      }
    }
    return strongest;
  }

  private static KeyEvidence lost(Long key, Held record, Held other) {
    if (!record.strongKeys().contains(key) || !other.strongKeys().contains(key)) {
      return kind(key);
    }
    return record.agreesWith(other) ? KeyEvidence.RULES : KeyEvidence.AGREEMENT;
  }

  private boolean areDecided(List<Held> records, List<Held> others, boolean same) {
    return !decisions.isEmpty()
        && records.stream()
            .anyMatch(
                record ->
                    others.stream()
                        .anyMatch(
                            other ->
                                decisions.contains(
                                    new Decided(record.maHssk(), other.maHssk(), same))));
  }

  private Held before(Held record) {
    return Objects.requireNonNull(before.get(record.maHssk()));
  }

  private Held after(Held record) {
    return Objects.requireNonNull(after.get(record.maHssk()));
  }

  private static Map<Long, List<Held>> holders(List<Held> records) {
    Map<Long, List<Held>> holders = new HashMap<>();
    for (Held record : records) {
      for (Long key : record.strongKeys()) {
        holders.computeIfAbsent(key, any -> new ArrayList<>()).add(record);
      }
    }
    return holders;
  }

  /** Whether two records that share a strong key are joined by it: with two ids they are not. */
  private static boolean areTied(Held one, Held other) {
    Long id = one.id();
    Long otherId = other.id();
    return (id == null || otherId == null || id.equals(otherId)) && one.agreesWith(other);
  }

  private static KeyEvidence stronger(@Nullable KeyEvidence one, KeyEvidence other) {
    return one == null || other.compareTo(one) < 0 ? other : one;
  }

  private static KeyEvidence kind(long strongKey) {
    return strongKey >= StrongKeys.OLD_ID
        ? KeyEvidence.OLD_ID
        : strongKey >= StrongKeys.CITIZEN_ID
            ? KeyEvidence.CITIZEN_ID
            : KeyEvidence.INSURANCE_NUMBER;
  }
}
