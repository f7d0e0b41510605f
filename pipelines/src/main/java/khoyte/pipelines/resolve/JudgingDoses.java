package khoyte.pipelines.resolve;

import static khoyte.warehouse.table.CovidDefect.DOB_FORMAT;
import static khoyte.warehouse.table.CovidDefect.DOB_MISMATCH;
import static khoyte.warehouse.table.CovidDefect.DOSE_NUMBER;
import static khoyte.warehouse.table.CovidDefect.GENDER_MISMATCH;
import static khoyte.warehouse.table.CovidDefect.ID_FORMAT;
import static khoyte.warehouse.table.CovidDefect.ID_MISMATCH;
import static khoyte.warehouse.table.CovidDefect.ID_MISSING;
import static khoyte.warehouse.table.CovidDefect.NAME_MISMATCH;
import static khoyte.warehouse.table.CovidDefect.PHONE_PREFIX;
import static khoyte.warehouse.table.CovidDefect.UNIT_UNKNOWN;
import static khoyte.warehouse.table.CovidDefect.VACCINE_ALIAS;
import static khoyte.warehouse.table.Field.optional;
import static khoyte.warehouse.table.Field.required;
import static khoyte.warehouse.table.FieldType.INTEGER;
import static khoyte.warehouse.table.FieldType.LONG;
import static khoyte.warehouse.table.FieldType.TEXT;
import static khoyte.warehouse.table.FieldType.TEXT_LIST;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import khoyte.warehouse.engine.Engine;
import khoyte.warehouse.table.CovidDefect;
import khoyte.warehouse.table.Field;
import khoyte.warehouse.table.ResolvedTables;

/**
 * Writes what is wrong with the COVID-19 doses and what becomes of them. The doses of a citizen are
 * judged together; a run that builds on another judges those of the citizens of whom a dose, a
 * value or, by the date, a status changed.
 */
record JudgingDoses(Models models, Extent extent, Communes communes) {

  /** Which field a broken rule repairs. */
  private static final Map<CovidDefect, String> REPAIRED_FIELDS = new LinkedHashMap<>();

  static {
    REPAIRED_FIELDS.put(ID_MISSING, "id_text");
    REPAIRED_FIELDS.put(ID_FORMAT, "id_text");
    REPAIRED_FIELDS.put(ID_MISMATCH, "id_text");
    REPAIRED_FIELDS.put(NAME_MISMATCH, "name_text");
    REPAIRED_FIELDS.put(DOB_FORMAT, "birth_date_text");
    REPAIRED_FIELDS.put(DOB_MISMATCH, "birth_date_text");
    REPAIRED_FIELDS.put(GENDER_MISMATCH, "gender_text");
    REPAIRED_FIELDS.put(PHONE_PREFIX, "phone_text");
    REPAIRED_FIELDS.put(UNIT_UNKNOWN, "commune_text");
    REPAIRED_FIELDS.put(VACCINE_ALIAS, "vaccine_text");
    REPAIRED_FIELDS.put(DOSE_NUMBER, "dose_number_text");
  }

  /** Judges. */
  void judge() {
    Engine engine = models.engine();
    fillDefects(engine);
    models.make("dose", "judged_again", "dose_link", "dose_citizen", "dose", "undated_dose");
    models.make("dose", "undated_unit");
    Communes.UnitCheck check = communes.check();
    engine.fill(
        "unknown_unit",
        List.of(required("event_no", LONG, "a dose without date whose unit is unknown")),
        rows ->
            engine.read(
                "undated_unit",
                List.of("event_no", "commune_text", "province_text"),
                row -> {
                  if (check.isUnknown(row.text(1), row.text(2))) {
                    rows.row(row.number(0));
                  }
                }));
    models.make(
        "dose",
        "broken_dose",
        "same_dose",
        "same_dose_key",
        "copied_dose",
        "numbered_dose",
        "judged_dose");
    models.drop("dose", "broken_dose", "numbered_dose", "dose_link");
  }

  /** Writes the doses and their repairs; the registry is written. */
  void write() {
    Engine engine = models.engine();
    boolean isAll = extent.isAll();
    engine.know("citizen_name", ResolvedTables.CITIZEN_IDENTITY);
    models.make("dose", "dose_citizen_name", "birth_day");
    fillDays(engine);
    models.make("dose", "repair");
    if (isAll) {
      Field text = optional("", TEXT, "");
      engine.fill(
          "known_repair",
          List.of(
              named(text, "ma_mui_tiem"),
              named(text, "field"),
              named(text, "original"),
              named(text, "repaired"),
              named(text, "rule"),
              named(text, "night")),
          rows -> {});
    } else {
      models.make("dose", "judged_key", "known_repair");
    }
    models.write(isAll, ResolvedTables.COVID_DOSE, "covid_dose", "removed_covid_dose");
    models.write(
        isAll, ResolvedTables.COVID_DOSE_REPAIR, "covid_dose_repair", "removed_covid_dose_repair");
  }

  private static Field named(Field field, String name) {
    return new Field(name, field.type(), field.required(), field.meaning());
  }

  private static void fillDays(Engine engine) {
    engine.fill(
        "day_text",
        List.of(
            required("number", INTEGER, "days since 1970"),
            required("day", TEXT, "as people write it")),
        rows ->
            engine.read(
                "birth_day",
                List.of("birth_day"),
                row ->
                    rows.row(
                        (int) row.number(0),
                        Fact.DAY.format(LocalDate.ofEpochDay(row.number(0))))));
  }

  private static int bit(CovidDefect defect) {
    return 1 << defect.ordinal();
  }

  private static void fillDefects(Engine engine) {
    List<CovidDefect> defects = Arrays.asList(CovidDefect.values());
    engine.fill(
        "defect_bit",
        defects.stream().map(defect -> required(name(defect), INTEGER, "bit of the rule")).toList(),
        rows -> rows.row(defects.stream().map(JudgingDoses::bit).toArray()));
    engine.fill(
        "defect_set",
        List.of(
            required("bits", INTEGER, "of broken rules"),
            required("many", INTEGER, "how many"),
            required("names", TEXT_LIST, "in the order of the contract"),
            optional("error_class", INTEGER, "smallest of them")),
        rows -> {
          for (int bits = 0; bits < 1 << defects.size(); bits++) {
            List<String> names = new ArrayList<>();
            Integer errorClass = null;
            for (CovidDefect defect : defects) {
              if ((bits & bit(defect)) != 0) {
                names.add(defect.name());
                errorClass =
                    errorClass == null
                        ? (Integer) defect.errorClass()
                        : (Integer) Math.min(errorClass, defect.errorClass());
              }
            }
            rows.row(bits, Integer.bitCount(bits), names, errorClass);
          }
        });
    engine.fill(
        "repaired_field",
        List.of(
            required("rule", TEXT, "broken rule"),
            required("bit", INTEGER, "its bit"),
            required("field", TEXT, "that it repairs"),
            required("unless_bit", INTEGER, "of a rule that repairs it instead")),
        rows ->
            REPAIRED_FIELDS.forEach(
                (defect, field) ->
                    // A date written otherwise and of another day breaks both rules; it is one
                    // value.
                    rows.row(
                        defect.name(),
                        bit(defect),
                        field,
                        defect == DOB_MISMATCH ? bit(DOB_FORMAT) : 0)));
  }

  private static String name(CovidDefect defect) {
    return defect.name().toLowerCase(Locale.ROOT);
  }
}
