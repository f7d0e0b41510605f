package khoyte.pipelines.resolve;

import static khoyte.warehouse.table.Field.required;
import static khoyte.warehouse.table.FieldType.DECIMAL;
import static khoyte.warehouse.table.FieldType.INTEGER;
import static khoyte.warehouse.table.FieldType.LONG;
import static khoyte.warehouse.table.FieldType.TEXT;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import khoyte.pipelines.link.pair.BlockingKeys;
import khoyte.pipelines.link.pair.PersonSearch;
import khoyte.pipelines.link.pair.PersonSearch.Weighed;
import khoyte.pipelines.version.VersionRows;
import khoyte.warehouse.engine.Engine;
import khoyte.warehouse.table.Field;
import khoyte.warehouse.table.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the citizens of events for which the rules found nobody. Candidates share a key with
 * the event (see the blocking rules of the model); each is weighed; one that is beyond doubt and
 * alone is the event's, others are for a person to look at. What becomes of an event depends on it
 * and on the registry, not on the other events of a night.
 *
 * @param people as they are compared
 * @param versions makes the numbers of their values
 */
record MatchingEvents(Models models, MatchRule rule, KnownPeople people, VersionRows versions) {
  private static final List<Field> SOUGHT_KEY =
      List.of(
          required("event_no", LONG, "an event"),
          required("rule", INTEGER, "rule of the model that made the key"),
          required("match_key", LONG, "see version_match_key"));
  private static final List<Field> CANDIDATE =
      List.of(
          required("event_no", LONG, "an event"),
          required("citizen_hash", LONG, "a citizen whose it may be"),
          required("weight", DECIMAL, "log2 of the odds that it is one person"),
          required("probability", DECIMAL, "the same as a probability"),
          required("decision", TEXT, "match or review"));

  PersonSearch search() {
    return rule.search();
  }

  /**
   * A citizen as an event's candidate: his greatest weight, and that of what does not contradict.
   */
  private static final class Candidate {
    private double weight = Double.NEGATIVE_INFINITY;
    private double possible = Double.NEGATIVE_INFINITY;

    void add(Weighed weighed) {
      weight = Math.max(weight, weighed.weight());
      if (!weighed.contradicted()) {
        possible = Math.max(possible, weighed.weight());
      }
    }
  }

  /** A health record with its citizen. */
  private record Known(long citizen, List<@Nullable Object[]> faces) {}

  /** Makes {@code candidate} and {@code sought_key} of {@code nobodys_event}. */
  void fill() {
    Engine engine = models.engine();
    models.make("link", "nobodys_person");
    Map<Long, @Nullable Object[]> sought = new HashMap<>();
    engine.read(
        "nobodys_person",
        KnownPeople.EVENT_COLUMNS,
        row -> sought.put(row.number(0), people.event(row)));
    models.drop("nobodys_person");
    BlockingKeys keys = search().soughtKeys();
    engine.fill(
        "sought_key",
        SOUGHT_KEY,
        rows ->
            sought.forEach(
                (event, person) -> {
                  Set<Long> once = new TreeSet<>();
                  keys.of(
                      person,
                      (ruleNumber, key) -> {
                        if (once.add(key)) {
                          rows.row(event, ruleNumber, key);
                        }
                      });
                }));
    models.make("link", "known_exception", "found_key", "rule_pairs");
    engine.read(
        "rule_pairs",
        List.of("rule", "pairs"),
        row -> search().checkCap((int) row.number(0), row.number(1)));
    models.make("link", "match_pair");
    new PairStates(models, rule, versions).fill(sought);
    models.make("link", "weighed_record", "weighed_person");
    Map<Long, Known> known = known();
    Map<Long, Map<Long, Candidate>> candidates = new HashMap<>();
    engine.read(
        "weighed_pair",
        List.of("event_no", "record_no"),
        row -> {
          @Nullable Object[] person = Objects.requireNonNull(sought.get(row.number(0)));
          Known record = Objects.requireNonNull(known.get(row.number(1)));
          Candidate candidate =
              candidates
                  .computeIfAbsent(row.number(0), any -> new HashMap<>())
                  .computeIfAbsent(record.citizen(), any -> new Candidate());
          for (@Nullable Object[] face : record.faces()) {
            candidate.add(search().weighed(person, face));
          }
        });
    models.drop("weighed_pair", "match_pair", "found_key", "weighed_record", "weighed_person");
    fillCandidates(engine, candidates);
  }

  private Map<Long, Known> known() {
    List<String> columns = new ArrayList<>(KnownPeople.COLUMNS);
    columns.add("citizen_hash");
    Map<Long, Known> known = new HashMap<>();
    models
        .engine()
        .read(
            "weighed_person",
            columns,
            row ->
                known.put(
                    row.number(1), new Known(row.number(columns.size() - 1), people.faces(row))));
    return known;
  }

  private void fillCandidates(Engine engine, Map<Long, Map<Long, Candidate>> candidates) {
    Set<List<Long>> refused = new HashSet<>();
    engine.read(
        "refused_citizen",
        List.of("event_no", "citizen_hash"),
        row -> refused.add(List.of(row.number(0), row.number(1))));
    engine.fill(
        "candidate",
        CANDIDATE,
        rows ->
            candidates.forEach(
                (event, citizens) -> {
                  citizens.keySet().removeIf(citizen -> refused.contains(List.of(event, citizen)));
                  decide(event, citizens, rows);
                }));
  }

  private void decide(long event, Map<Long, Candidate> citizens, Engine.RowAppender rows) {
    Comparator<Map.Entry<Long, Candidate>> byWeight =
        Comparator.comparingDouble(entry -> -entry.getValue().possible);
    List<Map.Entry<Long, Candidate>> inOrder = new ArrayList<>(citizens.entrySet());
    inOrder.sort(byWeight.thenComparing(Map.Entry::getKey));
    double next =
        inOrder.stream()
            .skip(1)
            .mapToDouble(entry -> entry.getValue().weight)
            .max()
            .orElse(Double.NEGATIVE_INFINITY);
    for (int i = 0; i < inOrder.size(); i++) {
      Candidate candidate = inOrder.get(i).getValue();
      if (candidate.weight >= rule.reviewWeight()) {
        boolean isMatch =
            i == 0
                && candidate.possible >= rule.matchWeight()
                && candidate.possible - next >= rule.margin();
        double weight = isMatch ? candidate.possible : candidate.weight;
        rows.row(
            event,
            inOrder.get(i).getKey(),
            decimal(weight),
            decimal(1 / (1 + StrictMath.pow(2, -weight))),
            isMatch ? "match" : "review");
      }
    }
  }

  private static BigDecimal decimal(double value) {
    return BigDecimal.valueOf(value).setScale(FieldType.DECIMAL_SCALE, RoundingMode.HALF_UP);
  }

  /** Makes the same tables empty, where no matcher is in use. */
  static void fillNone(Engine engine) {
    engine.fill("sought_key", SOUGHT_KEY, rows -> {});
    engine.fill("candidate", CANDIDATE, rows -> {});
  }
}
