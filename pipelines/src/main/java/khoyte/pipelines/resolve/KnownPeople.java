package khoyte.pipelines.resolve;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import khoyte.pipelines.version.MatchValues;
import khoyte.warehouse.engine.EngineRow;
import org.jspecify.annotations.Nullable;

/**
 * People as the matcher compares them, of the rows that models give.
 *
 * @param communes where units lie, and which are the same
 * @param facts what stations decided about health records, by their hashes
 * @param eventFacts the same about events, by kind and hash
 */
record KnownPeople(
    Communes.Known communes, Map<Long, Fact> facts, Map<List<Long>, Fact> eventFacts) {

  /** Of a health record with its answer. */
  static final List<String> COLUMNS =
      List.of(
          "record_hash",
          "record_no",
          "is_answered",
          "verified_id",
          "name",
          "name_folded",
          "birth_date",
          "birth_year",
          "gender",
          "phone",
          "old_id",
          "insurance_numbers",
          "commune",
          "answer_name",
          "answer_name_folded",
          "answer_birth_date",
          "answer_birth_year",
          "answer_gender");

  /** Of an event. */
  static final List<String> EVENT_COLUMNS =
      List.of(
          "event_no",
          "kind",
          "event_hash",
          "given_id",
          "name",
          "name_folded",
          "birth_date",
          "birth_year",
          "gender",
          "phone",
          "old_id",
          "insurance_numbers",
          "commune",
          "citizen_id");

  /** Name, birth date and gender. */
  private record Face(
      @Nullable String name,
      @Nullable String nameFolded,
      @Nullable LocalDate birthDate,
      @Nullable Integer birthYear,
      @Nullable Integer gender) {}

  /** A health record as it may be recognised: by its own values, and those of its answer. */
  List<@Nullable Object[]> faces(EngineRow row) {
    Fact fact = facts.get(row.number(0));
    Fact.Values given =
        fact == null || fact.corrected() == null ? Fact.Values.NONE : fact.corrected();
    LocalDate birthDate = first(given.birthDate(), row.day(6));
    Face own =
        new Face(
            first(given.name(), row.text(4)),
            first(given.nameFolded(), row.text(5)),
            birthDate,
            year(birthDate, first(given.birthYear(), row.wholeOrNull(7))),
            first(given.gender(), row.wholeOrNull(8)));
    List<Face> faces = new ArrayList<>(List.of(own));
    if (row.is(2)) {
      LocalDate answered = first(row.day(15), birthDate);
      Face other =
          new Face(
              first(row.text(13), own.name()),
              first(row.text(14), own.nameFolded()),
              answered,
              year(answered, first(row.wholeOrNull(16), own.birthYear())),
              first(row.wholeOrNull(17), own.gender()));
      if (!other.equals(own)) {
        faces.add(other);
      }
    }
    Long verified = row.numberOrNull(3);
    String id = verified == null ? null : String.format(Locale.ROOT, "%012d", verified);
    String unit = row.text(12);
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Face face : faces) {
      rows.add(
          new MatchValues(
                  face.name(),
                  face.nameFolded(),
                  face.birthDate(),
                  face.birthYear(),
                  face.gender(),
                  row.text(9),
                  id,
                  id,
                  row.text(10),
                  row.texts(11),
                  unit == null ? List.of() : List.of(unit),
                  communes.district(unit))
              .row());
    }
    return rows;
  }

  /** An event with the values that a station corrected. */
  @Nullable Object[] event(EngineRow row) {
    Fact fact = eventFacts.get(List.of(row.number(1), row.number(2)));
    Fact.Values given =
        fact == null || fact.corrected() == null ? Fact.Values.NONE : fact.corrected();
    String citizenId = first(given.citizenId(), row.text(13));
    Long written = row.numberOrNull(3);
    String unit = row.text(12);
    return new MatchValues(
            first(given.name(), row.text(4)),
            first(given.nameFolded(), row.text(5)),
            first(given.birthDate(), row.day(6)),
            first(given.birthYear(), row.wholeOrNull(7)),
            first(given.gender(), row.wholeOrNull(8)),
            row.text(9),
            citizenId,
            citizenId != null || written == null
                ? null
                : String.format(Locale.ROOT, "%012d", written),
            row.text(10),
            row.texts(11),
            communes.same(unit),
            communes.district(unit))
        .row();
  }

  private static @Nullable Integer year(@Nullable LocalDate date, @Nullable Integer year) {
    return date == null ? year : (Integer) date.getYear();
  }

  private static <T> @Nullable T first(@Nullable T given, @Nullable T otherwise) {
    return given != null ? given : otherwise;
  }
}
