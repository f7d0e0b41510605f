package khoyte.jobs.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khoyte.pipelines.link.estimate.Explanation;
import khoyte.pipelines.link.model.Contradiction;
import khoyte.pipelines.link.pair.PersonSearch.ExplainedPair;
import khoyte.pipelines.resolve.PersonLikeness;
import khoyte.warehouse.explain.AskedRecord;
import khoyte.warehouse.explain.KnownPerson;
import org.jspecify.annotations.Nullable;

/**
 * A record, and of its citizen and of the nearest others the health record that is likest to it.
 *
 * @param persons its citizen first, if it has one and he has another record than this
 * @param matcher by which they are weighed; null if the night has none
 */
record ExplainedLink(AskedRecord record, List<Candidate> persons, @Nullable Matcher matcher) {

  ExplainedLink {
    persons = List.copyOf(persons);
  }

  /**
   * Somebody whose the record may be.
   *
   * @param isOwner whether the night says so
   * @param pair null without a matcher
   * @param contradiction why it is not his whatever the weight; null if the weight decides
   */
  record Candidate(
      KnownPerson person,
      boolean isOwner,
      PersonLikeness likeness,
      @Nullable ExplainedPair pair,
      @Nullable Contradiction contradiction) {

    @Nullable Explanation explanation() {
      return pair == null ? null : pair.explanation();
    }

    double weight() {
      return pair == null ? 0 : pair.explanation().weight();
    }
  }

  /**
   * Puts together what was found.
   *
   * @param known the likest first
   * @param pairs of each, if there is a matcher
   * @param others at most
   */
  static ExplainedLink of(
      AskedRecord record,
      List<KnownPerson> known,
      @Nullable Matcher matcher,
      List<ExplainedPair> pairs,
      int others) {
    List<Candidate> all = new ArrayList<>();
    for (int i = 0; i < known.size(); i++) {
      KnownPerson person = known.get(i);
      ExplainedPair pair = pairs.isEmpty() ? null : pairs.get(i);
      all.add(
          new Candidate(
              person,
              person.citizenKey().equals(record.citizenKey()),
              PersonLikeness.of(record.values(), person),
              pair,
              matcher == null || pair == null
                  ? null
                  : matcher.model().contradiction(pair.explanation().agreed()).orElse(null)));
    }
    all.sort(
        Comparator.<Candidate, Boolean>comparing(one -> one.contradiction() != null)
            .thenComparing(Comparator.comparingDouble(Candidate::weight).reversed()));
    Map<String, Candidate> byCitizen = new LinkedHashMap<>();
    all.forEach(one -> byCitizen.putIfAbsent(one.person().citizenKey(), one));
    Optional<Candidate> owner = byCitizen.values().stream().filter(Candidate::isOwner).findFirst();
    List<Candidate> persons = new ArrayList<>(owner.stream().toList());
    byCitizen.values().stream().filter(one -> !one.isOwner()).limit(others).forEach(persons::add);
    return new ExplainedLink(record, persons, matcher);
  }
}
