package khoyte.pipelines.resolve;

import static khoyte.warehouse.table.Field.optional;
import static khoyte.warehouse.table.Field.required;
import static khoyte.warehouse.table.FieldType.TEXT;
import static khoyte.warehouse.table.ResolvedTables.CITIZEN_KEY_MOVE;
import static khoyte.warehouse.table.ResolvedTables.REGISTERED_RECORD;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import khoyte.warehouse.engine.Engine;
import khoyte.warehouse.engine.EngineRow;
import khoyte.warehouse.table.KeyChange;
import khoyte.warehouse.table.KeyEvidence;
import org.jspecify.annotations.Nullable;

/**
 * Records which key leads to which, by comparing whose every health record was when the last night
 * was published and whose it is now. A run that is done again finds the same, as long as the tables
 * were brought back to what was published.
 *
 * @param facts what stations decided
 */
record RecordingKeys(Models models, Extent extent, List<Fact> facts) {
  private static final List<String> HELD =
      List.of(
          "ma_hssk",
          "first_ma_hssk",
          "citizen_key",
          "key_id",
          "insurance_numbers",
          "old_id",
          "birth_year",
          "name_folded",
          "birth_date",
          "is_answered",
          "answer_name_folded",
          "answer_birth_date",
          "undecided");

  /** Keeps whose the records are, before they are written anew. */
  void keepBefore() {
    Engine engine = models.engine();
    engine.know("known_registered_record", REGISTERED_RECORD);
    if (extent.isAll()) {
      engine.alias("record_before", "known_registered_record");
    } else {
      models.make("registry", "record_before");
    }
  }

  /** Records what became of all keys since {@link #keepBefore}. */
  void record() {
    Engine engine = models.engine();
    engine.know("now_registered_record", REGISTERED_RECORD);
    if (extent.isAll()) {
      engine.alias("record_after", "now_registered_record");
    } else {
      models.make("registry", "record_after");
    }
    models.make("registry", "moved_record");
    if (engine.count("moved_record") == 0) {
      return;
    }
    models.make("registry", "concerned_citizen", "concerned_before", "concerned_after");
    List<KeyMoves.Decided> decided =
        facts.stream()
            .flatMap(fact -> fact.pairs().stream())
            .map(pair -> new KeyMoves.Decided(pair.oneHssk(), pair.otherHssk(), pair.areSame()))
            .toList();
    List<KeyMoves.Move> moves =
        KeyMoves.between(held("concerned_before"), held("concerned_after"), decided);
    engine.fill(
        "key_move",
        List.of(
            required("ma_hssk", TEXT, "record key"),
            required("citizen_key", TEXT, "pseudonym that held it before"),
            optional("successor_key", TEXT, "pseudonym that holds it since"),
            required("change", TEXT, "see KeyChange"),
            optional("joined_by", TEXT, "see KeyEvidence"),
            optional("parted_by", TEXT, "see KeyEvidence")),
        rows -> {
          moves.forEach(
              move ->
                  rows.row(
                      move.maHssk(),
                      move.citizenKey(),
                      move.successorKey(),
                      move.change().code(),
                      code(move.joinedBy()),
                      code(move.partedBy())));
          addKeyedAnew(engine, rows);
        });
    engine.fill(
        "moving_night",
        List.of(
            required("run", khoyte.warehouse.table.FieldType.LONG, "of the night"),
            required("as_of", khoyte.warehouse.table.FieldType.DATE, "its date"),
            required("version", khoyte.warehouse.table.FieldType.INTEGER, "its issue of the date")),
        rows -> rows.row(extent.run(), extent.asOf(), extent.night().version()));
    models.patch(CITIZEN_KEY_MOVE, "citizen_key_move", "removed_citizen_key_move");
  }

  /** Of citizens who have the same records under another key. */
  private static void addKeyedAnew(Engine engine, Engine.RowAppender rows) {
    engine.read(
        "moved_record",
        List.of("ma_hssk", "key_before", "key_after", "first_before", "first_after"),
        row -> {
          if (Objects.equals(row.text(3), row.text(4))) {
            rows.row(
                row.text(0),
                row.text(1),
                row.text(2),
                KeyChange.RENAMED.code(),
                null,
                KeyEvidence.SECRET.code());
          }
        });
  }

  private List<KeyMoves.Held> held(String table) {
    List<KeyMoves.Held> held = new ArrayList<>();
    models.engine().read(table, HELD, row -> held.add(held(row)));
    return held;
  }

  private static KeyMoves.Held held(EngineRow row) {
    String name = row.text(7);
    LocalDate birthDate = row.day(8);
    KeyMoves.Face own = new KeyMoves.Face(name, birthDate);
    List<KeyMoves.Face> faces = new ArrayList<>(List.of(own));
    if (row.is(9)) {
      KeyMoves.Face answered =
          new KeyMoves.Face(
              row.text(10) == null ? name : row.text(10),
              row.day(11) == null ? birthDate : row.day(11));
      if (!answered.equals(own)) {
        faces.add(answered);
      }
    }
    return new KeyMoves.Held(
        Objects.requireNonNull(row.text(0)),
        Objects.requireNonNull(row.text(1)),
        Objects.requireNonNull(row.text(2)),
        StrongKeys.of(row.text(3), row.texts(4), row.text(5), row.wholeOrNull(6)),
        faces,
        row.is(12));
  }

  private static @Nullable String code(@Nullable KeyEvidence evidence) {
    return evidence == null ? null : evidence.code();
  }
}
