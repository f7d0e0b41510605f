package khoyte.pipelines.resolve;

import static khoyte.warehouse.table.Field.optional;
import static khoyte.warehouse.table.Field.required;
import static khoyte.warehouse.table.FieldType.BOOLEAN;
import static khoyte.warehouse.table.FieldType.DATE;
import static khoyte.warehouse.table.FieldType.INTEGER;
import static khoyte.warehouse.table.FieldType.LONG;
import static khoyte.warehouse.table.FieldType.TEXT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import khoyte.pipelines.version.VersionRows;
import khoyte.warehouse.engine.Engine;
import khoyte.warehouse.engine.Engine.RowAppender;
import khoyte.warehouse.engine.EngineRow;
import khoyte.warehouse.table.Field;
import khoyte.warehouse.table.RecordKind;
import khoyte.warehouse.table.Table;
import khoyte.warehouse.worklist.Decision;
import org.jspecify.annotations.Nullable;

/** What stations decided, as the models ask for it. */
record Decisions(Engine engine, VersionRows versions) {
  private static final List<String> DECISION =
      List.of(
          "source_table",
          "record_key",
          "list",
          "decision",
          "citizen_id",
          "name_text",
          "name",
          "name_folded",
          "birth_date",
          "birth_year",
          "gender",
          "linked_hssk",
          "candidates",
          "chosen_hssk",
          "confirmed",
          "unit_code",
          "listed_night",
          "updated_at",
          "file_day",
          "content_hash");
  private static final Field KIND = required("kind", INTEGER, "number of the RecordKind");
  static final Field RECORD = required("record_hash", LONG, "of its key");
  private static final Field NAMED = required("named_hash", LONG, "of a health record's key");

  /** The facts that count, by the model {@code decision}. */
  List<Fact> facts() {
    List<Fact.Decided> decided = new ArrayList<>();
    engine.read("decision", DECISION, row -> decided.add(decided(row)));
    return Fact.of(decided);
  }

  private static Fact.Decided decided(EngineRow row) {
    return new Fact.Decided(
        given(row.text(0)),
        given(row.text(1)),
        given(row.text(2)),
        decision(given(row.text(3))),
        new Fact.Values(
            row.text(4),
            row.text(5),
            row.text(6),
            row.text(7),
            row.day(8),
            row.wholeOrNull(9),
            row.wholeOrNull(10)),
        row.text(11),
        row.texts(12),
        row.text(13),
        row.texts(14),
        given(row.text(15)),
        given(row.text(16)),
        row.numberOrNull(17),
        row.wholeOrNull(18),
        row.number(19));
  }

  private static Decision decision(String code) {
    return Arrays.stream(Decision.values())
        .filter(decision -> decision.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Cannot apply decision " + code));
  }

  private static String given(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** Makes {@code copied_record}: records that stations found to be copies. */
  void fillCopies(List<Fact> facts) {
    engine.fill(
        "copied_record",
        List.of(KIND, RECORD),
        rows ->
            facts.stream()
                .filter(Fact::isCopy)
                .forEach(
                    fact -> {
                      RecordKind kind = kind(fact);
                      if (kind != null) {
                        rows.row(kind.ordinal(), hash(fact.recordKey()));
                      }
                    }));
  }

  /**
   * Makes {@code decided_record} and {@code decided_health_record} of the decisions that came, by
   * the model {@code decision_since}.
   */
  void fillCame() {
    Set<Long> healthRecords = new LinkedHashSet<>();
    Set<List<Long>> records = new LinkedHashSet<>();
    engine.read(
        "decision_since",
        List.of("source_table", "record_key", "linked_hssk", "candidates"),
        row -> {
          String source = given(row.text(0));
          RecordKind kind = kind(source);
          if (kind != null) {
            long hash = hash(given(row.text(1)));
            records.add(List.of((long) kind.ordinal(), hash));
            if (kind == RecordKind.HEALTH_RECORD) {
              healthRecords.add(hash);
            }
          } else if (source.equals(Fact.PAIR)) {
            String linked = row.text(2);
            if (linked != null) {
              healthRecords.add(hash(linked));
            }
            row.texts(3).forEach(hssk -> healthRecords.add(hash(hssk)));
          }
        });
    fillRecords("decided_record", records);
    engine.fill("decided_health_record", List.of(RECORD), rows -> healthRecords.forEach(rows::row));
  }

  private void fillRecords(String name, Set<List<Long>> records) {
    engine.fill(
        name,
        List.of(KIND, RECORD),
        rows -> records.forEach(record -> rows.row(record.get(0).intValue(), record.get(1))));
  }

  /** Makes what the models ask for about records: their values, pairs, and named citizens. */
  void fill(List<Fact> facts) {
    engine.fill(
        "correction_value",
        List.of(
            KIND,
            RECORD,
            optional("citizen_id", LONG, "12 digits"),
            optional("name_text_hash", LONG, "of the name as written"),
            optional("name_hash", LONG, "of its normal form"),
            optional("name_folded_hash", LONG, "of that without diacritics"),
            optional("birth_day", INTEGER, "days since 1970"),
            optional("birth_year", INTEGER, "of it"),
            optional("gender", INTEGER, "1 male, 2 female"),
            optional("state", INTEGER, "of a health record"),
            optional("citizen_id_text", TEXT, "12 digits"),
            optional("name_text", TEXT, "as written"),
            optional("name", TEXT, "normal form"),
            optional("name_folded", TEXT, "that without diacritics"),
            optional("birth_date", DATE, "full date")),
        rows -> facts.forEach(fact -> correction(fact, rows)));
    engine.fill(
        "decided_pair",
        List.of(
            required("one_hash", LONG, "a health record"),
            required("other_hash", LONG, "another"),
            required("are_same", BOOLEAN, "they are one person")),
        rows ->
            facts.stream()
                .flatMap(fact -> fact.pairs().stream())
                .distinct()
                .forEach(
                    pair ->
                        rows.row(hash(pair.oneHssk()), hash(pair.otherHssk()), pair.areSame())));
    fillAboutEvents(facts);
  }

  private void fillAboutEvents(List<Fact> facts) {
    List<Fact> events = new ArrayList<>();
    for (Fact fact : facts) {
      RecordKind kind = kind(fact);
      if (kind != null && RecordKind.EVENTS.contains(kind)) {
        events.add(fact);
      }
    }
    engine.fill(
        "chosen_record",
        List.of(KIND, RECORD, NAMED),
        rows ->
            events.forEach(
                fact -> {
                  if (fact.chosenHssk() != null) {
                    rows.row(number(fact), hash(fact.recordKey()), hash(fact.chosenHssk()));
                  }
                }));
    engine.fill(
        "refused_record",
        List.of(KIND, RECORD, NAMED),
        rows ->
            events.forEach(
                fact ->
                    fact.refusedHssk()
                        .forEach(
                            hssk -> rows.row(number(fact), hash(fact.recordKey()), hash(hssk)))));
    List<Fact> doses = events.stream().filter(fact -> kind(fact) == RecordKind.COVID_DOSE).toList();
    engine.fill(
        "kept_dose",
        List.of(RECORD),
        rows ->
            doses.stream().filter(Fact::isKept).forEach(fact -> rows.row(hash(fact.recordKey()))));
    engine.fill(
        "confirmation",
        List.of(
            RECORD,
            required("field", TEXT, "repaired field"),
            optional("repaired", TEXT, "a value that is confirmed"),
            optional("name_hash", LONG, "of a name that is confirmed, in normal form"),
            optional("confirmed_by", TEXT, "returned list")),
        rows -> doses.forEach(fact -> confirmations(fact, rows)));
  }

  /**
   * Makes {@code decided_event}: events about which a decision came, and all about which one stands
   * if it may mean something else now.
   *
   * @param isRegistryChanged whether another citizen may hold a record that a decision names
   */
  void fillDecidedEvents(List<Fact> facts, boolean isRegistryChanged) {
    Set<List<Long>> decided = new LinkedHashSet<>();
    engine.read(
        "decided_record",
        List.of("kind", "record_hash"),
        row -> {
          if (RecordKind.EVENTS.contains(RecordKind.of((int) row.number(0)))) {
            decided.add(List.of(row.number(0), row.number(1)));
          }
        });
    if (isRegistryChanged || engine.count("decision_since") > 0) {
      for (Fact fact : facts) {
        RecordKind kind = kind(fact);
        if (kind != null && RecordKind.EVENTS.contains(kind)) {
          decided.add(List.of((long) kind.ordinal(), hash(fact.recordKey())));
        }
      }
    }
    fillRecords("decided_event", decided);
  }

  /** Whether a station confirmed just a proposal, or gave the same value itself. */
  private void confirmations(Fact fact, RowAppender rows) {
    long record = hash(fact.recordKey());
    Set<List<String>> proposals = new LinkedHashSet<>();
    for (String proposal : fact.confirmed()) {
      int value = proposal.indexOf('=');
      if (value > 0) {
        proposals.add(List.of(proposal.substring(0, value), proposal.substring(value + 1)));
      }
    }
    Fact.Values given = fact.corrected();
    if (given != null) {
      if (given.citizenId() != null) {
        proposals.add(List.of("id_text", given.citizenId()));
      }
      if (given.birthDate() != null) {
        proposals.add(List.of("birth_date_text", Fact.DAY.format(given.birthDate())));
      }
      if (given.gender() != null) {
        proposals.add(List.of("gender_text", given.gender() == 1 ? "Nam" : "Nữ"));
      }
      if (given.name() != null) {
        rows.row(record, "name_text", null, versions.hash(given.name()), fact.confirmedBy());
      }
    }
    proposals.forEach(
        proposal -> rows.row(record, proposal.get(0), proposal.get(1), null, fact.confirmedBy()));
  }

  private void correction(Fact fact, RowAppender rows) {
    RecordKind kind = kind(fact);
    if (kind == null || (fact.corrected() == null && fact.newState() == null)) {
      return;
    }
    Fact.Values given = Objects.requireNonNullElse(fact.corrected(), Fact.Values.NONE);
    rows.row(
        kind.ordinal(),
        hash(fact.recordKey()),
        VersionRows.digits(given.citizenId()),
        versions.hash(given.nameText()),
        versions.hash(given.name()),
        versions.hash(given.nameFolded()),
        VersionRows.day(given.birthDate()),
        given.birthYear(),
        given.gender(),
        fact.newState(),
        given.citizenId(),
        given.nameText(),
        given.name(),
        given.nameFolded(),
        given.birthDate());
  }

  private long hash(String recordKey) {
    return versions.recordHash(List.of(recordKey));
  }

  private static int number(Fact fact) {
    RecordKind kind = kind(fact);
    return kind == null ? -1 : kind.ordinal();
  }

  private static @Nullable RecordKind kind(Fact fact) {
    return kind(fact.sourceTable());
  }

  /** The kind of a staged table; null of a pair. */
  static @Nullable RecordKind kind(String sourceTable) {
    return RecordKind.all()
        .filter(kind -> kind.table().name().equals(sourceTable))
        .findFirst()
        .orElse(null);
  }

  /** The kinds and their staged tables, as the models name them. */
  static void fillKinds(Engine engine) {
    engine.fill(
        "record_kind",
        List.of(KIND, required("source_table", TEXT, "its staged table")),
        rows ->
            RecordKind.all()
                .forEach(
                    kind -> {
                      Table table = kind.table();
                      rows.row(kind.ordinal(), table.name());
                    }));
  }
}
