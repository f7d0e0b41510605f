package khoyte.jobs.house;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khoyte.pipelines.link.estimate.Explanation;
import khoyte.pipelines.link.estimate.LinkParameters;
import khoyte.pipelines.link.model.LinkModel;
import khoyte.pipelines.resolve.PersonLikeness;
import khoyte.warehouse.explain.AskedRecord;
import khoyte.warehouse.explain.KnownPerson;
import org.jspecify.annotations.Nullable;

/**
 * A record, and of its citizen and of the nearest others the health record that is likest to it.
 *
 * @param persons its citizen first, if it has one and he has another record than this
 * @param model by which they are weighed; null if there is none
 */
record ExplainedLink(AskedRecord record, List<Candidate> persons, @Nullable Model model) {

  ExplainedLink {
    persons = List.copyOf(persons);
  }

  /**
   * Somebody whose the record may be.
   *
   * @param isOwner whether the night says so
   * @param explanation null without a model
   */
  record Candidate(
      KnownPerson person,
      boolean isOwner,
      PersonLikeness likeness,
      @Nullable Explanation explanation) {

    double weight() {
      return explanation == null ? 0 : explanation.weight();
    }
  }

  /**
   * A linker and what it learned.
   *
   * @param file of the parameters
   */
  record Model(LinkModel linker, String file, LinkParameters parameters) {

    /** What a comparison looks at first. */
    String column(String comparison) {
      return linker.comparisons().stream()
          .filter(one -> one.name().equals(comparison))
          .findFirst()
          .orElseThrow()
          .column();
    }
  }

  /**
   * Puts together what was found.
   *
   * @param known the likest first
   * @param explanations of each, if there is a model
   * @param others at most
   */
  static ExplainedLink of(
      AskedRecord record,
      List<KnownPerson> known,
      @Nullable Model model,
      List<Explanation> explanations,
      int others) {
    List<Candidate> all = new ArrayList<>();
    for (int i = 0; i < known.size(); i++) {
      KnownPerson person = known.get(i);
      all.add(
          new Candidate(
              person,
              person.citizenKey().equals(record.citizenKey()),
              PersonLikeness.of(record.values(), person),
              explanations.isEmpty() ? null : explanations.get(i)));
    }
    all.sort(Comparator.comparingDouble(Candidate::weight).reversed());
    Map<String, Candidate> byCitizen = new LinkedHashMap<>();
    all.forEach(one -> byCitizen.putIfAbsent(one.person().citizenKey(), one));
    Optional<Candidate> owner = byCitizen.values().stream().filter(Candidate::isOwner).findFirst();
    List<Candidate> persons = new ArrayList<>(owner.stream().toList());
    byCitizen.values().stream().filter(one -> !one.isOwner()).limit(others).forEach(persons::add);
    return new ExplainedLink(record, persons, model);
  }
}
