package khoyte.pipelines.resolve;

import java.util.List;
import khoyte.warehouse.engine.Engine;
import khoyte.warehouse.table.PlacedTables;
import khoyte.warehouse.table.ResolvedTables;
import org.jspecify.annotations.Nullable;

/**
 * Writes who the citizens are. A run that builds on another takes up again only the records that
 * came and those that hang together with them, then or now: no other chain can be different.
 *
 * @param facts what stations decided
 * @param matching knows by which keys the matcher finds records; null without matcher
 */
record RegisteringCitizens(
    Models models, Extent extent, List<Fact> facts, @Nullable MatchingEvents matching) {

  /** Places the records, in numbers. */
  void place() {
    scope();
    models.make("registry", "record", "answer", "answered_record", "clashing_answer");
    models.refuseClash("clashing_answer");
    models.drop("record", "answer");
    models.make(
        "registry", "held_key", "shared_key", "holder", "scoped_pair", "member", "member_text");
    new RecordPlacement(engine()).fill();
    models.make("registry", "placed_record", "chain_turn", "unnamed_citizen", "placed_citizen");
    models.drop("answered_record", "holder", "shared_key", "member", "member_text", "chain_turn");
    models.make("registry", "exceptional_record");
    ExceptionalRecords.fill(models, matching);
  }

  /** Which records are placed: those that came and their neighbours, or all. */
  private void scope() {
    Engine engine = engine();
    if (extent.isAll()) {
      engine.alias("scoped_version", "version");
      engine.fill("scoped_record", List.of(Decisions.RECORD), rows -> {});
      return;
    }
    models.make(
        "registry",
        "came_record",
        "came_partner",
        "came_version",
        "came_key",
        "known_holder",
        "scoped_record",
        "scoped_version");
  }

  /** Compares with what was before, so that it is known which events are touched. */
  void compare() {
    models.make("link", "known_scoped_record", "known_scoped_citizen", "placed_again");
    models.make("link", "changed_citizen", "known_held_key", "changed_key");
    models.make("link", "changed_match_record", "changed_match_key");
  }

  /** Writes the registry; to be called after {@link #compare}. */
  void write() {
    boolean isAll = extent.isAll();
    models.make("registry", "named_by");
    if (isAll) {
      engine().alias("alike_citizen", "placed_citizen");
    } else {
      models.make("registry", "alike_citizen", "changed_hssk");
    }
    models.make("registry", "alike_pair", "alike_record");
    RecordingKeys recording = new RecordingKeys(models, extent, facts);
    recording.keepBefore();
    models.write(isAll, ResolvedTables.REGISTERED_RECORD, "registered_record", "removed_record");
    models.write(isAll, ResolvedTables.CITIZEN_IDENTITY, "citizen_identity", "removed_citizen");
    models.write(isAll, ResolvedTables.CITIZEN, "citizen", "removed_citizen");
    models.write(isAll, ResolvedTables.HEALTH_RECORD, "health_record", "removed_record");
    models.write(isAll, ResolvedTables.REVIEW_PAIR, "review_pair", "removed_review_pair");
    models.write(isAll, PlacedTables.PLACED_RECORD, "placed_record", "removed_placed_record");
    models.write(isAll, PlacedTables.PLACED_CITIZEN, "placed_citizen", "removed_placed_citizen");
    models.write(
        isAll, PlacedTables.PLACED_MATCH_KEY, "placed_match_key", "removed_placed_match_key");
    recording.record();
    models.drop("named_by", "unnamed_citizen", "placement", "alike_pair", "alike_record");
  }

  private Engine engine() {
    return models.engine();
  }
}
