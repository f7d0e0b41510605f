package khoyte.pipelines.resolve;

import static khoyte.warehouse.table.Field.optional;
import static khoyte.warehouse.table.Field.required;
import static khoyte.warehouse.table.FieldType.BOOLEAN;
import static khoyte.warehouse.table.FieldType.INTEGER;
import static khoyte.warehouse.table.FieldType.LONG;
import static khoyte.warehouse.table.FieldType.TEXT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import khoyte.pipelines.resolve.KeyMoves.Face;
import khoyte.pipelines.resolve.RecordChains.Member;
import khoyte.pipelines.resolve.RecordChains.Pair;
import khoyte.pipelines.resolve.RecordChains.Placed;
import khoyte.pipelines.resolve.SharedKeys.Holder;
import khoyte.pipelines.version.VersionRows;
import khoyte.warehouse.engine.Engine;
import khoyte.warehouse.engine.EngineRow;
import khoyte.warehouse.table.Field;
import org.jspecify.annotations.Nullable;

/**
 * Where the records in chains go. The chains are put together here and not by a model: they are the
 * people registered more than once, a few in a hundred.
 */
final class RecordPlacement {
  private static final List<Field> PLACEMENT =
      List.of(
          required("record_hash", LONG, "a record in a chain"),
          required("citizen_hash", LONG, "smallest record of its citizen"),
          required("first_no", LONG, "number of its version"),
          required("first_hssk", TEXT, "its key"),
          optional("verified_id", LONG, "id that a record of the citizen has"),
          required("chain_hash", LONG, "smallest record of those that hang together"),
          required("chain_hssk", TEXT, "its key"),
          required("undecided", BOOLEAN, "its keys lead to more than one id"),
          required("turn", INTEGER, "among the chain's: the greatest was updated last"));

  private final Engine engine;
  private final Map<Long, Record> records = new HashMap<>();

  /** A record that may be in a chain. */
  private record Record(long hash, @Nullable Long updatedAt, Holder holder) {}

  RecordPlacement(Engine engine) {
    this.engine = engine;
  }

  /** Makes {@code placement} of {@code holder}, {@code member_text} and {@code scoped_pair}. */
  void fill() {
    engine.read(
        "member_text",
        List.of(
            "record_no",
            "record_hash",
            "updated_at",
            "key_id",
            "birth_day",
            "has_other_face",
            "other_birth_day",
            "ma_hssk",
            "name_folded",
            "answer_name_folded"),
        row -> records.put(row.number(1), record(row)));
    Collection<Pair> pairs = new ArrayList<>(SharedKeys.agreeing(holders().values()));
    List<Pair> different = new ArrayList<>();
    engine.read(
        "scoped_pair",
        List.of("one_hash", "other_hash", "are_same"),
        row ->
            (row.is(2) ? pairs : different)
                .add(new Pair(member(row.number(0)), member(row.number(1)))));
    List<Placed> placed = RecordChains.placed(pairs, different);
    Map<Long, Record> byNumber = new HashMap<>();
    Map<String, Record> byKey = new HashMap<>();
    records
        .values()
        .forEach(
            record -> {
              byNumber.put(record.holder().member().recordNo(), record);
              byKey.put(record.holder().member().maHssk(), record);
            });
    Map<Long, Integer> turns = turns();
    engine.fill(
        "placement",
        PLACEMENT,
        rows -> {
          for (Placed place : placed) {
            Record record = Objects.requireNonNull(byNumber.get(place.recordNo()));
            rows.row(
                record.hash(),
                Objects.requireNonNull(byNumber.get(place.citizenNo())).hash(),
                place.citizenNo(),
                place.citizenHssk(),
                VersionRows.digits(place.citizenId()),
                Objects.requireNonNull(byKey.get(place.chainHssk())).hash(),
                place.chainHssk(),
                place.undecided(),
                turns.get(record.hash()));
          }
        });
  }

  private static Record record(EngineRow row) {
    String name = row.text(8);
    List<Face> faces = new ArrayList<>(List.of(new Face(name, day(row, 4))));
    if (row.is(5)) {
      String answered = row.text(9);
      faces.add(new Face(answered == null ? name : answered, day(row, 6)));
    }
    Long id = row.numberOrNull(3);
    Member member =
        new Member(
            row.number(0),
            Objects.requireNonNull(row.text(7)),
            id == null ? null : String.format(Locale.ROOT, "%012d", id));
    return new Record(row.number(1), row.numberOrNull(2), new Holder(member, faces));
  }

  private static @Nullable LocalDate day(EngineRow row, int column) {
    Integer day = row.wholeOrNull(column);
    return day == null ? null : LocalDate.ofEpochDay(day);
  }

  private Map<Long, List<Holder>> holders() {
    Map<Long, List<Holder>> holders = new HashMap<>();
    engine.read(
        "holder",
        List.of("strong_key", "record_hash"),
        row ->
            holders
                .computeIfAbsent(row.number(0), any -> new ArrayList<>())
                .add(known(row.number(1)).holder()));
    return holders;
  }

  private Member member(long hash) {
    return known(hash).holder().member();
  }

  private Record known(long hash) {
    return Objects.requireNonNull(records.get(hash));
  }

  /** By update time, then key: the greatest is the record last updated. */
  private Map<Long, Integer> turns() {
    List<Record> inOrder = new ArrayList<>(records.values());
    Comparator<Record> byTime =
        Comparator.comparing(
            Record::updatedAt, Comparator.nullsFirst(Comparator.<Long>naturalOrder()));
    inOrder.sort(
        byTime.thenComparing(record -> record.holder().member().maHssk(), Utf8Order::compare));
    Map<Long, Integer> turns = new HashMap<>();
    inOrder.forEach(record -> turns.put(record.hash(), turns.size() + 1));
    return turns;
  }
}
