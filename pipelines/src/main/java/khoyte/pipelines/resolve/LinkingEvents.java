package khoyte.pipelines.resolve;

import static khoyte.warehouse.table.Field.required;

import java.util.List;
import java.util.Locale;
import khoyte.pipelines.read.person.Closeness;
import khoyte.warehouse.engine.Engine;
import khoyte.warehouse.table.Field;
import khoyte.warehouse.table.FieldType;
import khoyte.warehouse.table.PlacedTables;
import khoyte.warehouse.table.ResolvedTables;
import org.jspecify.annotations.Nullable;

/**
 * Writes whose the events are. A run that builds on another links the events that came, and again
 * those that share a key, or name and birth date, with a citizen that changed; and those for which
 * the rules found nobody and that a changed citizen may be.
 *
 * @param matching for events for which the rules find nobody; null to leave them nobody's
 */
record LinkingEvents(Models models, Extent extent, @Nullable MatchingEvents matching) {
  private static final Field EVENT = required("event_no", FieldType.LONG, "an event");

  /** Links the events, in numbers. */
  void link() {
    possible();
    models.make("link", "refused_citizen", "chosen_citizen", "key_hit", "doubtful_hit");
    fillCloseHits();
    models.make("link", "agreeing_hit", "key_answer");
    models.drop("key_hit", "agreeing_hit", "tried_key", "close_hit");
    models.make("link", "key_link", "name_hit", "name_answer", "contested_link");
    fillSlips();
    models.make("link", "ruled_link", "nobodys_event");
    models.drop("key_link", "key_answer", "name_hit", "name_answer");
    if (matching == null) {
      MatchingEvents.fillNone(models.engine());
    } else {
      matching.fill();
    }
    models.make("link", "event_link", "linked_citizen", "withdrawn_event", "linked_event");
    models.drop("ruled_link");
  }

  /** The events, and whose they may be. */
  private void possible() {
    Engine engine = models.engine();
    if (extent.isAll()) {
      engine.alias("scoped_event", "version");
      models.make("link", "event", "tried_key");
      engine.alias("possible_record", "placed_record");
      engine.alias("possible_key", "held_key");
      engine.alias("possible_citizen", "placed_citizen");
    } else {
      models.make("link", "met_event", "touched_event", "scoped_event", "event", "tried_key");
      models.make("link", "named_record", "met_record", "possible_record", "possible_key");
      models.make("link", "met_citizen", "possible_citizen");
    }
  }

  /** Makes {@code close_hit} of {@code doubtful_hit}: names of one birth date that are close. */
  private void fillCloseHits() {
    Engine engine = models.engine();
    models.make("link", "doubtful_event_name", "doubtful_name");
    engine.fill(
        "close_hit",
        List.of(
            EVENT,
            required("record_hash", FieldType.LONG, "a record that holds its key"),
            required("face", FieldType.INTEGER, "of the record")),
        rows ->
            engine.read(
                "doubtful_name",
                List.of("event_no", "record_hash", "face", "name_folded", "known_name"),
                row -> {
                  String name = row.text(3);
                  String known = row.text(4);
                  if (name != null && known != null && Closeness.close(name, known)) {
                    rows.row(row.number(0), row.number(1), (int) row.number(2));
                  }
                }));
    models.drop("doubtful_hit", "doubtful_event_name", "doubtful_name");
  }

  /** Makes {@code slip} of {@code contested_link}: ids that are one slip apart. */
  private void fillSlips() {
    Engine engine = models.engine();
    engine.fill(
        "slip",
        List.of(EVENT),
        rows ->
            engine.read(
                "contested_link",
                List.of("event_no", "given_id", "citizen_id"),
                row -> {
                  if (Closeness.oneSlip(id(row.number(1)), id(row.number(2)))) {
                    rows.row(row.number(0));
                  }
                }));
  }

  private static String id(long number) {
    return String.format(Locale.ROOT, "%012d", number);
  }

  /** Writes the links. */
  void write() {
    boolean isAll = extent.isAll();
    models.write(isAll, ResolvedTables.ENCOUNTER, "encounter", "removed_encounter");
    models.write(isAll, ResolvedTables.IMMUNIZATION, "immunization", "removed_immunization");
    models.write(isAll, PlacedTables.EVENT_LINK, "event_link", "removed_event_link");
    models.write(isAll, PlacedTables.SOUGHT_KEY, "sought_key", "removed_sought_key");
    models.make("link", "candidate_citizen", "candidate_key");
    if (!isAll) {
      models.make("link", "matched_before", "matched_before_key");
    }
    models.write(
        isAll, ResolvedTables.MATCH_CANDIDATE, "match_candidate", "removed_match_candidate");
  }
}
