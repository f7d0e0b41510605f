package khoyte.pipelines.resolve;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import khoyte.warehouse.worklist.Decision;
import org.jspecify.annotations.Nullable;

/**
 * What stations decided about a record: it holds on every night until a later list says something
 * else. See {@link Decision} for what each decision means. Of decisions in several lists all hold;
 * where they give different values the one saved last counts.
 *
 * @param corrected its values, null if none were given
 * @param newState of a health record
 * @param chosenHssk record of the citizen whose it is
 * @param refusedHssk records of citizens whose it is not
 * @param confirmed proposals as {@code field=value}
 * @param confirmedBy which list, and when
 * @param linkedHssk record of the citizen to whom it was linked
 */
record Fact(
    String sourceTable,
    String recordKey,
    @Nullable Values corrected,
    @Nullable Integer newState,
    boolean isCopy,
    boolean isKept,
    @Nullable String chosenHssk,
    List<String> refusedHssk,
    List<String> confirmed,
    @Nullable String confirmedBy,
    @Nullable String linkedHssk) {

  /** In which list a pair of health records stands: it is of no single staged table. */
  static final String PAIR = "review_pair";

  static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
  private static final long MICROS_OF_A_DAY = 86_400_000_000L;

  Fact {
    refusedHssk = List.copyOf(refusedHssk);
    confirmed = List.copyOf(confirmed);
  }

  /** Values that a station gave. */
  record Values(
      @Nullable String citizenId,
      @Nullable String nameText,
      @Nullable String name,
      @Nullable String nameFolded,
      @Nullable LocalDate birthDate,
      @Nullable Integer birthYear,
      @Nullable Integer gender) {
    static final Values NONE = new Values(null, null, null, null, null, null, null);
  }

  /**
   * A decision that counts.
   *
   * @param updatedAt microseconds since 1970
   * @param fileDay days since 1970
   */
  record Decided(
      String sourceTable,
      String recordKey,
      String list,
      Decision decision,
      Values values,
      @Nullable String linkedHssk,
      List<String> candidates,
      @Nullable String chosenHssk,
      List<String> confirmed,
      String unitCode,
      String listedNight,
      @Nullable Long updatedAt,
      @Nullable Integer fileDay,
      long contentHash) {

    Decided {
      candidates = List.copyOf(candidates);
      confirmed = List.copyOf(confirmed);
    }

    /** Unit, night and day of the list; null if the day is not known. */
    @Nullable String listed() {
      Long day =
          updatedAt != null
              ? (Long) Math.floorDiv(updatedAt, MICROS_OF_A_DAY)
              : fileDay == null ? null : (Long) (long) fileDay;
      return day == null ? null : unitCode + " " + listedNight + " " + LocalDate.ofEpochDay(day);
    }

    List<String> refused() {
      if (decision == Decision.NONE_OF_THESE) {
        return candidates;
      }
      if (decision != Decision.NOT_SAME_PERSON) {
        return List.of();
      }
      return sourceTable.equals(PAIR)
          ? candidates
          : linkedHssk == null ? List.of() : List.of(linkedHssk);
    }
  }

  /** Among the decisions about one record the latest list counts. */
  private static final Comparator<Decided> LATEST =
      Comparator.<Decided, @Nullable Long>comparing(
              Decided::updatedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Decided::fileDay, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Decided::list, Utf8Order::compare)
          .thenComparing(Decided::contentHash);

  /** One a record. */
  static List<Fact> of(Collection<Decided> decisions) {
    Map<List<String>, List<Decided>> byRecord = new LinkedHashMap<>();
    for (Decided decision : decisions) {
      if (decision.decision() != Decision.UNVERIFIED) {
        byRecord
            .computeIfAbsent(
                List.of(decision.sourceTable(), decision.recordKey()), any -> new ArrayList<>())
            .add(decision);
      }
    }
    return byRecord.values().stream().map(Fact::of).toList();
  }

  private static Fact of(List<Decided> decisions) {
    Decided one = decisions.get(0);
    LinkedHashSet<String> refused = new LinkedHashSet<>();
    List<String> confirmed = new ArrayList<>();
    for (Decided decision : decisions) {
      refused.addAll(decision.refused());
      if (decision.decision() == Decision.AS_PROPOSED) {
        confirmed.addAll(decision.confirmed());
      }
    }
    return new Fact(
        one.sourceTable(),
        one.recordKey(),
        latest(decisions, is(Decision.CORRECTED), Decided::values),
        latest(decisions, is(Decision.DIED).or(is(Decision.MOVED_AWAY)), Fact::state),
        decisions.stream().anyMatch(is(Decision.DUPLICATE)),
        decisions.stream().anyMatch(is(Decision.KEPT)),
        latest(decisions, decision -> decision.chosenHssk() != null, Decided::chosenHssk),
        List.copyOf(refused),
        confirmed,
        latest(decisions, is(Decision.AS_PROPOSED).or(is(Decision.CORRECTED)), Decided::listed),
        decisions.stream()
            .map(Decided::linkedHssk)
            .filter(Objects::nonNull)
            .max(Utf8Order::compare)
            .orElse(null));
  }

  private static Integer state(Decided decision) {
    return decision.decision() == Decision.DIED ? 3 : 2;
  }

  private static Predicate<Decided> is(Decision decision) {
    return decided -> decided.decision() == decision;
  }

  private static <T> @Nullable T latest(
      List<Decided> decisions, Predicate<Decided> where, Function<Decided, @Nullable T> value) {
    Decided latest = decisions.stream().filter(where).max(LATEST).orElse(null);
    return latest == null ? null : value.apply(latest);
  }

  /** Two health records about which it was decided. */
  record DecidedPair(String oneHssk, String otherHssk, boolean areSame) {}

  /** The pairs of health records that it is about. */
  List<DecidedPair> pairs() {
    String one = sourceTable.equals(PAIR) ? linkedHssk : recordKey;
    if (one == null || !(sourceTable.equals(PAIR) || sourceTable.equals("health_record_version"))) {
      return List.of();
    }
    List<DecidedPair> pairs = new ArrayList<>();
    if (chosenHssk != null) {
      pairs.add(new DecidedPair(one, chosenHssk, true));
    } else {
      refusedHssk.forEach(other -> pairs.add(new DecidedPair(one, other, false)));
    }
    pairs.removeIf(pair -> pair.oneHssk().equals(pair.otherHssk()));
    return pairs;
  }

  /** Facts by their records. */
  static Map<String, Fact> byKey(Collection<Fact> facts, String sourceTable) {
    Map<String, Fact> byKey = new HashMap<>();
    facts.stream()
        .filter(fact -> fact.sourceTable().equals(sourceTable))
        .forEach(fact -> byKey.put(fact.recordKey(), fact));
    return byKey;
  }
}
