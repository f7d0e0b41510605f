package khoyte.pipelines.resolve;

import static khoyte.warehouse.table.Field.optional;
import static khoyte.warehouse.table.Field.required;
import static khoyte.warehouse.table.FieldType.INTEGER;
import static khoyte.warehouse.table.FieldType.LONG;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import khoyte.pipelines.link.pair.KnownPair;
import khoyte.pipelines.link.pair.PairBound;
import khoyte.pipelines.link.pair.PersonSearch;
import khoyte.pipelines.version.MatchValues;
import khoyte.pipelines.version.VersionRows;
import khoyte.warehouse.engine.Engine;
import khoyte.warehouse.engine.EngineRow;
import khoyte.warehouse.table.Field;
import khoyte.warehouse.table.UnitNumber;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the pairs of the matcher, in numbers, before their values are compared: most of
 * them cannot come to a decision, whatever else they say.
 */
record PairStates(Models models, MatchRule rule, VersionRows versions) {
  /** By how much rounding may raise a weight. */
  private static final double ROUNDING = 1e-4;

  private static final List<String> NAMES = List.of("surname", "middle_name", "given_name");

  /** Makes {@code weighed_pair} of {@code match_pair}. */
  void fill(Map<Long, @Nullable Object[]> sought) {
    Engine engine = models.engine();
    fillSought(engine, sought);
    fillSlips(engine);
    models.make("link", "sought_insurance", "insured_pair", "pair_state", "met_state");
    PairBound bound = rule.search().bound();
    double least = Math.min(rule.reviewWeight(), rule.matchWeight() - rule.margin()) - ROUNDING;
    engine.fill(
        "worthwhile_state",
        KnownPair.STATES.stream().map(state -> required(state, INTEGER, "see pair_state")).toList(),
        rows ->
            engine.read(
                "met_state",
                KnownPair.STATES,
                row -> {
                  Map<String, Integer> state = state(row);
                  if (KnownPair.of(state).stream().anyMatch(pair -> bound.of(pair) >= least)) {
                    rows.row(state.values().toArray());
                  }
                }));
    models.make("link", "weighed_pair");
    models.drop("pair_state", "met_state", "insured_pair", "sought_insurance", "sought_person");
  }

  private static Map<String, Integer> state(EngineRow row) {
    Map<String, Integer> state = new LinkedHashMap<>();
    for (int i = 0; i < KnownPair.STATES.size(); i++) {
      state.put(KnownPair.STATES.get(i), (int) row.number(i));
    }
    return state;
  }

  private void fillSought(Engine engine, Map<Long, @Nullable Object[]> sought) {
    List<Field> fields =
        new ArrayList<>(
            List.of(
                required("event_no", LONG, "an event"),
                optional("match_name_hash", LONG, "of its name as the matcher folds it"),
                optional("given_name_hash", LONG, "of its last word"),
                optional("birth_day", INTEGER, "days since 1970"),
                optional("birth_year", INTEGER, "also where only the year is known"),
                optional("gender", INTEGER, "1 male, 2 female"),
                optional("phone", LONG, "its digits"),
                optional("citizen_id", LONG, "12 digits of valid structure"),
                optional("written_id", LONG, "12 digits that are no valid id"),
                optional("old_id", LONG, "9-digit identity card"),
                optional("commune", LONG, "unit, see UnitNumber")));
    for (String name : NAMES) {
      fields.add(required(name + "_rarity", INTEGER, "log2 of its frequency by the average"));
    }
    engine.fill(
        "sought_person",
        fields,
        rows -> sought.forEach((event, person) -> rows.row(numbers(event, person))));
  }

  private @Nullable Object[] numbers(long event, @Nullable Object[] person) {
    String given = text(person, "given_name");
    String name =
        Stream.of(text(person, "surname"), text(person, "middle_name"), given)
            .filter(part -> part != null)
            .reduce((one, other) -> one + " " + other)
            .orElse(null);
    String date = text(person, "birth_date");
    boolean isDay = date != null && date.length() == 8;
    String gender = text(person, "gender");
    List<@Nullable Object> numbers = new ArrayList<>();
    numbers.add(event);
    numbers.add(given == null || name == null ? null : hash(name));
    numbers.add(given == null ? null : hash(given));
    numbers.add(
        isDay
            ? VersionRows.day(
                LocalDate.parse(date, java.time.format.DateTimeFormatter.BASIC_ISO_DATE))
            : null);
    numbers.add(date == null ? null : Integer.valueOf(date.substring(0, 4)));
    numbers.add(gender == null ? null : Integer.valueOf(gender));
    for (String column : List.of("phone", "citizen_id", "written_id", "old_id")) {
      numbers.add(VersionRows.digits(text(person, column)));
    }
    Object units = person[MatchValues.NAMES.indexOf("commune")];
    numbers.add(units instanceof List<?> list ? UnitNumber.of((String) list.get(0)) : null);
    for (String part : NAMES) {
      numbers.add((int) Math.floor(rule.search().correction(part, text(person, part))));
    }
    return numbers.toArray();
  }

  private @Nullable Long hash(String value) {
    return versions.hash(PersonSearch.withoutDiacritics(value));
  }

  private static @Nullable String text(@Nullable Object[] person, String column) {
    return (String) person[MatchValues.NAMES.indexOf(column)];
  }

  /** By what two numbers of equal length differ that are one digit, or a swap, apart. */
  private static void fillSlips(Engine engine) {
    TreeSet<Long> differences = new TreeSet<>();
    for (long power = 1; power < 1_000_000_000_000L; power *= 10) {
      for (int digit = 1; digit <= 9; digit++) {
        differences.add(digit * power);
        differences.add(9 * digit * power);
      }
    }
    engine.fill(
        "slip_difference",
        List.of(required("difference", LONG, "of two numbers that are one slip apart")),
        rows -> differences.forEach(rows::row));
  }
}
