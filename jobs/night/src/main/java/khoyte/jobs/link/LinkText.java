package khoyte.jobs.link;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import khoyte.jobs.console.Json;
import khoyte.jobs.console.TextTable;
import khoyte.jobs.link.ExplainedLink.Candidate;
import khoyte.pipelines.link.estimate.Explanation;
import khoyte.pipelines.link.estimate.Explanation.OtherKind;
import khoyte.pipelines.link.estimate.Explanation.Part;
import khoyte.pipelines.link.model.Contradiction;
import khoyte.pipelines.link.model.Thresholds;
import khoyte.pipelines.link.pair.PersonSearch.ExplainedPair;
import khoyte.pipelines.resolve.PersonLikeness.Trait;
import khoyte.reports.picture.WeightPicture;
import khoyte.reports.picture.WeightPicture.Limit;
import khoyte.reports.picture.WeightPicture.Step;
import khoyte.reports.picture.WeightPicture.Waterfall;
import khoyte.warehouse.Messages;
import khoyte.warehouse.explain.AskedRecord;
import khoyte.warehouse.explain.PersonValues;
import khoyte.warehouse.table.Evidence;
import org.jspecify.annotations.Nullable;

/** An explained link as people read it, as a picture, and without anybody's values for machines. */
record LinkText(ExplainedLink link, LinkQuestion question, LinkWords words, Messages messages) {

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(title());
    lines.add(outcome());
    for (AskedRecord.Decided decided : link.record().decisions()) {
      lines.add(
          messages.text(
              "explain.decided", decided.text(), decided.unitCode(), decided.listedNight()));
    }
    lines.add(messages.text("explain.personal"));
    lines.add("");
    lines.addAll(values());
    lines.add(messages.text("explain.signs"));
    lines.add("");
    lines.addAll(rules());
    Matcher matcher = link.matcher();
    if (matcher == null) {
      lines.add(messages.text("explain.rules.only"));
      return lines;
    }
    lines.add(messages.text("explain.model", matcher.version()));
    for (Candidate candidate : link.persons()) {
      lines.add("");
      lines.add(heading(candidate));
      lines.addAll(CsvLinks.table(words, Objects.requireNonNull(candidate.explanation())).lines());
      Contradiction contradiction = candidate.contradiction();
      if (contradiction != null) {
        lines.add(messages.text("explain.contradicted", words(contradiction, candidate)));
      }
    }
    return lines;
  }

  private String words(Contradiction contradiction, Candidate candidate) {
    return Objects.requireNonNull(candidate.explanation()).parts().stream()
        .filter(part -> contradiction.levels().containsKey(part.comparison()))
        .map(part -> words.comparison(part.comparison()) + " – " + words.level(part.level()))
        .collect(joining("; "));
  }

  private String title() {
    return messages.text(
        "explain.title",
        question.source().name(),
        link.record().recordKey(),
        words.spoken().day(question.night().asOf()),
        question.night().version());
  }

  private String outcome() {
    String citizen = link.record().citizenKey();
    return citizen == null
        ? messages.text("explain.link." + link.record().link())
        : messages.text("explain.link.resolved", citizen, words.evidence(link.record().evidence()));
  }

  private String heading(Candidate candidate) {
    return messages.text(
        candidate.isOwner() ? "explain.owner" : "explain.other", candidate.person().maHssk());
  }

  private List<String> values() {
    List<String> headings = new ArrayList<>(List.of("", messages.text("explain.record")));
    link.persons().forEach(candidate -> headings.add(heading(candidate)));
    TextTable table = new TextTable(messages.locale(), headings);
    for (Trait trait : Trait.values()) {
      List<Object> row = new ArrayList<>();
      row.add(words.trait(trait));
      row.add(words.value(link.record().values(), trait));
      for (Candidate candidate : link.persons()) {
        row.add(
            (words.value(candidate.person().values(), trait)
                    + " "
                    + LinkWords.sign(
                        Objects.requireNonNull(candidate.likeness().traits().get(trait))))
                .strip());
      }
      table.row(row.toArray());
    }
    if (link.matcher() != null) {
      List<Object> weights = new ArrayList<>(List.of(messages.text("explain.weight"), ""));
      List<Object> chances = new ArrayList<>(List.of(messages.text("explain.probability"), ""));
      for (Candidate candidate : link.persons()) {
        Explanation explanation = Objects.requireNonNull(candidate.explanation());
        weights.add(words.weight(explanation.weight()));
        chances.add(words.probability(explanation.probability()));
      }
      table.row(weights.toArray());
      table.row(chances.toArray());
    }
    return table.lines();
  }

  /** What the rules that need no model say of each. */
  private List<String> rules() {
    List<String> lines = new ArrayList<>();
    if (link.persons().isEmpty()) {
      lines.add(messages.text("explain.alone"));
    }
    for (Candidate candidate : link.persons()) {
      Evidence key = candidate.likeness().key();
      lines.add(
          messages.text(
              "explain.key",
              candidate.person().maHssk(),
              words.evidence(key == null ? null : key.code())));
    }
    return lines;
  }

  /** Pseudonyms, keys of records, and how far they agree; no value of anybody. */
  String json() {
    AskedRecord record = link.record();
    Matcher matcher = link.matcher();
    return Json.text(
        Json.object(
            "source", question.source().id(),
            "record", record.recordKey(),
            "night", question.night().toString(),
            "link", record.link(),
            "evidence", record.evidence(),
            "citizen_key", record.citizenKey(),
            "decisions", record.decisions().stream().map(AskedRecord.Decided::text).toList(),
            "matcher", matcher == null ? null : matcher.version(),
            "candidates", link.persons().stream().map(LinkText::json).toList()));
  }

  private static Map<String, @Nullable Object> json(Candidate candidate) {
    Map<String, @Nullable Object> alike = new LinkedHashMap<>();
    candidate
        .likeness()
        .traits()
        .forEach((trait, likeness) -> alike.put(code(trait), code(likeness)));
    Evidence key = candidate.likeness().key();
    Map<String, @Nullable Object> object =
        Json.object(
            "ma_hssk", candidate.person().maHssk(),
            "citizen_key", candidate.person().citizenKey(),
            "is_linked", candidate.isOwner(),
            "agrees_by", key == null ? null : key.code(),
            "likeness", alike);
    Explanation explanation = candidate.explanation();
    if (explanation != null) {
      object.put("prior", six(explanation.prior()));
      object.put(
          "comparisons",
          explanation.parts().stream()
              .map(
                  part ->
                      Json.object(
                          "comparison",
                          part.comparison(),
                          "level",
                          part.level().isEmpty() ? null : part.level(),
                          "weight",
                          six(part.weight() + part.termFrequency())))
              .toList());
      object.put(
          "kinds",
          explanation.kinds().stream()
              .map(kind -> Json.object("kind", kind.name(), "weight", six(kind.weight())))
              .toList());
      object.put("weight", six(explanation.weight()));
      object.put("probability", six(explanation.probability()));
      object.put("contradicted", candidate.contradiction() != null);
    }
    return object;
  }

  private static BigDecimal six(double value) {
    return new BigDecimal(value).setScale(6, RoundingMode.HALF_EVEN);
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** Only with a model. */
  WeightPicture picture() {
    Matcher matcher = Objects.requireNonNull(link.matcher());
    List<String> remarks = List.of(outcome(), messages.text("explain.model", matcher.version()));
    return new WeightPicture(
        title(),
        messages.text("explain.personal"),
        remarks,
        link.persons().stream().map(this::waterfall).toList(),
        List.of(
            new Limit(
                messages.text("explain.limit.review"),
                Thresholds.weight(matcher.settings().review())),
            new Limit(
                messages.text("explain.limit.match"),
                Thresholds.weight(matcher.settings().match()))));
  }

  /** A comparison with the two values; with one if both are the same. */
  private String compared(String comparison, Candidate candidate) {
    String column =
        Objects.requireNonNull(link.matcher()).model().comparisons().stream()
            .filter(one -> one.name().equals(comparison))
            .findFirst()
            .orElseThrow()
            .column();
    ExplainedPair pair = Objects.requireNonNull(candidate.pair());
    String one = compared(column, link.record().values(), pair.sought());
    String other = compared(column, candidate.person().values(), pair.found());
    String values = one.equals(other) ? one : one + " / " + other;
    return words.comparison(comparison) + (values.isEmpty() ? "" : ": " + values);
  }

  private String compared(String column, PersonValues person, Map<String, String> compared) {
    return switch (column) {
      case "birth_date" -> words.value(person, Trait.BIRTH_DATE);
      case "gender" -> words.value(person, Trait.GENDER);
      case "commune" -> words.value(person, Trait.COMMUNE);
      default -> Objects.requireNonNull(compared.get(column));
    };
  }

  private Waterfall waterfall(Candidate candidate) {
    Explanation explanation = Objects.requireNonNull(candidate.explanation());
    List<Step> steps = new ArrayList<>();
    steps.add(
        new Step(
            messages.text("link.explain.prior"),
            "",
            explanation.prior(),
            words.weight(explanation.prior())));
    for (Part part : explanation.parts()) {
      double weight = part.weight() + part.termFrequency();
      steps.add(
          new Step(
              compared(part.comparison(), candidate),
              words.level(part.level()),
              weight,
              part.level().isEmpty() ? "" : words.weight(weight)));
    }
    for (OtherKind kind : explanation.kinds()) {
      steps.add(
          new Step(
              messages.text(
                  "link.explain.kind",
                  messages.textOr("calibration.kind." + kind.name(), kind.name())),
              "",
              kind.weight(),
              words.weight(kind.weight())));
    }
    return new Waterfall(
        candidate.contradiction() == null
            ? heading(candidate)
            : messages.text("explain.contradicted.heading", heading(candidate)),
        steps,
        messages.text("explain.sum", words.probability(explanation.probability())),
        words.weight(explanation.weight()));
  }
}
