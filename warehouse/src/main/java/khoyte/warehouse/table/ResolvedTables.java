package khoyte.warehouse.table;

import static khoyte.warehouse.table.Field.optional;
import static khoyte.warehouse.table.Field.required;
import static khoyte.warehouse.table.FieldType.BOOLEAN;
import static khoyte.warehouse.table.FieldType.DATE;
import static khoyte.warehouse.table.FieldType.DATE_TIME;
import static khoyte.warehouse.table.FieldType.DECIMAL;
import static khoyte.warehouse.table.FieldType.INTEGER;
import static khoyte.warehouse.table.FieldType.LONG;
import static khoyte.warehouse.table.FieldType.TEXT;
import static khoyte.warehouse.table.FieldType.TEXT_LIST;

import java.util.List;

/**
 * Who is who and what is clean, as of a night: current records only, one row a key. Pseudonyms
 * everywhere but in the namespace {@code identity}.
 */
public final class ResolvedTables {

  private static final List<Field> LINK =
      List.of(
          optional("citizen_key", TEXT, "pseudonym; null where unresolved"),
          required("link", TEXT, "resolved, undecided or nobody, see LinkState"),
          optional("evidence", TEXT, "what the link stands on, see Evidence"),
          required("file_id", LONG, "landed file of the current version"),
          required("record_number", INTEGER, "its position in the file"),
          required("line", INTEGER, "its line or sheet row"));

  /** Which versions do not count. A version that once does not count never counts again. */
  public static final Table UNCOUNTED_VERSION =
      Table.health("uncounted_version")
          .oneRowPer("staged version that is not the current one of its record, or takes it back")
          .key("file_id", "record_number")
          .inLayers()
          .with(required("file_id", LONG, "landed file"))
          .with(required("record_number", INTEGER, "its position in the file"))
          .with(required("source_table", TEXT, "staged table"))
          .with(required("fate", TEXT, "replaced or withdrawn, see VersionFate"))
          .build();

  /** Current health records with what decides whose they are, and whose they are. */
  public static final Table REGISTERED_RECORD =
      Table.identity("registered_record")
          .oneRowPer("current health record")
          .key("ma_hssk")
          .inLayers()
          .with(required("ma_hssk", TEXT, "record key"))
          .with(required("file_id", LONG, "landed file of the current version"))
          .with(required("record_number", INTEGER, "its position in the file"))
          .with(required("line", INTEGER, "its line or sheet row"))
          .with(optional("updated_at", DATE_TIME, "last update by the sender"))
          .with(optional("citizen_id", TEXT, "its own id, 12 digits of valid structure"))
          .with(optional("old_id", TEXT, "9-digit identity card"))
          .with(optional("name_text", TEXT, "HO_TEN"))
          .with(optional("name", TEXT, "normal form"))
          .with(optional("name_folded", TEXT, "normal form without diacritics"))
          .with(optional("birth_date", DATE, "full date"))
          .with(optional("birth_year", INTEGER, "also where only the year is known"))
          .with(optional("gender", INTEGER, "1 male, 2 female"))
          .with(required("insurance_numbers", TEXT_LIST, "10 digits each"))
          .with(optional("phone", TEXT, "digits, with the prefixes of 2018"))
          .with(optional("commune", TEXT, "unit id"))
          .with(optional("station_text", TEXT, "MA_TRAM"))
          .with(optional("opened_on", DATE, "day it was opened"))
          .with(optional("state", INTEGER, "1 managed, 2 moved away, 3 died"))
          .with(optional("answer", TEXT, "KHOP, KHONG_KHOP, KHONG_TIM_THAY; null without answer"))
          .with(optional("answer_name_text", TEXT, "HO_TEN of a KHOP answer"))
          .with(optional("answer_name", TEXT, "normal form"))
          .with(optional("answer_name_folded", TEXT, "normal form without diacritics"))
          .with(optional("answer_birth_date", DATE, "NGAY_SINH of a KHOP answer"))
          .with(optional("answer_birth_year", INTEGER, "its year"))
          .with(optional("answer_gender", INTEGER, "GIOI_TINH of a KHOP answer"))
          .with(required("is_answered", BOOLEAN, "the answer is KHOP"))
          .with(optional("key_id", TEXT, "the citizen id that counts for the record"))
          .with(
              optional(
                  "chain", TEXT, "smallest MA_HSSK of those it hangs together with; null: alone"))
          .with(required("citizen_no", LONG, "number of the citizen, see identity.citizen"))
          .with(required("first_ma_hssk", TEXT, "smallest MA_HSSK of its citizen"))
          .with(required("citizen_key", TEXT, "pseudonym of its citizen"))
          .with(required("undecided", BOOLEAN, "its keys lead to more than one id"))
          .with(required("is_managed", BOOLEAN, "state 1, opened on or before the night's date"))
          .with(optional("verified_id", TEXT, "citizen id of its citizen"))
          .build();

  /** The registry: who a citizen is. */
  public static final Table CITIZEN_IDENTITY =
      Table.identity("citizen")
          .oneRowPer("citizen")
          .key("citizen_key")
          .inLayers()
          .with(required("citizen_key", TEXT, "pseudonym"))
          .with(required("citizen_no", LONG, "number of the version of his record first_ma_hssk"))
          .with(required("first_ma_hssk", TEXT, "his smallest MA_HSSK in byte order"))
          .with(optional("citizen_id", TEXT, "verified id, 12 digits"))
          .with(optional("id_source", TEXT, "population or health_record; null without id"))
          .with(optional("name_text", TEXT, "as written in the record it is taken from"))
          .with(optional("name", TEXT, "normal form"))
          .with(optional("name_folded", TEXT, "normal form without diacritics"))
          .with(optional("birth_date", DATE, "full date"))
          .with(optional("birth_year", INTEGER, "year of birth"))
          .with(optional("gender", INTEGER, "1 male, 2 female"))
          .with(optional("commune", TEXT, "unit id as of the night's date"))
          .with(required("managed", BOOLEAN, "a record in state 1 opened on or before the date"))
          .with(required("undecided", BOOLEAN, "his keys lead to more than one id"))
          .build();

  /** The same citizens for analysts. */
  public static final Table CITIZEN =
      Table.health("citizen")
          .oneRowPer("citizen")
          .key("citizen_key")
          .inLayers()
          .with(required("citizen_key", TEXT, "pseudonym"))
          .with(optional("birth_year", INTEGER, "year of birth"))
          .with(optional("gender", INTEGER, "1 male, 2 female"))
          .with(optional("commune_code", TEXT, "commune as of the night's date"))
          .with(optional("district_code", TEXT, "parent of the commune"))
          .with(optional("province_code", TEXT, "province of the commune"))
          .with(required("managed", BOOLEAN, "a record in state 1 opened on or before the date"))
          .with(required("undecided", BOOLEAN, "his keys lead to more than one id"))
          .with(optional("id_source", TEXT, "population or health_record; null without id"))
          .build();

  /** Current health records. */
  public static final Table HEALTH_RECORD =
      Table.health("health_record")
          .oneRowPer("current health record")
          .key("ma_hssk")
          .inLayers()
          .with(required("ma_hssk", TEXT, "record key"))
          .with(LINK)
          .with(optional("state", INTEGER, "1 managed, 2 moved away, 3 died"))
          .with(optional("opened_on", DATE, "day it was opened"))
          .with(optional("updated_at", DATE_TIME, "last update by the sender"))
          .with(optional("commune_code", TEXT, "commune of the record"))
          .with(optional("station_code", TEXT, "managing station"))
          .with(optional("population_answer", TEXT, "KHOP, KHONG_KHOP, KHONG_TIM_THAY"))
          .build();

  /** Current visits. */
  public static final Table ENCOUNTER =
      Table.health("encounter")
          .oneRowPer("current visit")
          .key("facility_code", "ma_lk")
          .inLayers()
          .with(required("facility_code", TEXT, "hospital"))
          .with(required("ma_lk", TEXT, "visit key within the hospital"))
          .with(LINK)
          .with(optional("admitted_at", DATE_TIME, "NGAY_VAO"))
          .with(optional("discharged_at", DATE_TIME, "NGAY_RA"))
          .with(optional("main_diagnosis", TEXT, "ICD-10"))
          .with(optional("other_diagnoses", TEXT, "ICD-10, ; between"))
          .with(optional("result", TEXT, "KET_QUA_DTRI"))
          .with(optional("discharge_type", TEXT, "MA_LOAI_RV"))
          .with(optional("care_type", TEXT, "MA_LOAI_KCB, two digits"))
          .with(optional("treatment_days", INTEGER, "SO_NGAY_DTRI"))
          .with(optional("total_cost", DECIMAL, "VND"))
          .with(optional("insurer_cost", DECIMAL, "VND"))
          .with(optional("birth_year", INTEGER, "as written in the visit"))
          .with(optional("gender", INTEGER, "as written in the visit"))
          .with(optional("commune_code", TEXT, "as written in the visit"))
          .with(required("dialect", TEXT, "4210, 130, 4750 or 3176"))
          .build();

  /** Current routine immunisation doses. */
  public static final Table IMMUNIZATION =
      Table.health("immunization")
          .oneRowPer("current routine immunisation dose")
          .key("ma_doi_tuong")
          .inLayers()
          .with(required("ma_doi_tuong", TEXT, "dose key"))
          .with(LINK)
          .with(optional("vaccine_code", TEXT, "MA_VACXIN"))
          .with(optional("vaccine_name", TEXT, "TEN_VACXIN"))
          .with(optional("dose_number", INTEGER, "SO_MUI"))
          .with(optional("given_on", DATE, "NGAY_TIEM"))
          .with(optional("lot", TEXT, "SO_LO"))
          .with(optional("place", TEXT, "CO_SO_TIEM"))
          .with(optional("birth_year", INTEGER, "as written in the dose"))
          .with(optional("gender", INTEGER, "as written in the dose"))
          .with(optional("commune_code", TEXT, "as written in the dose"))
          .build();

  /** Whom the matcher found, or finds worth a look, for events that the rules give to nobody. */
  public static final Table MATCH_CANDIDATE =
      Table.identity("match_candidate")
          .oneRowPer("event for which the rules found nobody, and citizen who may be the one")
          .key("source_table", "record_key", "citizen_key")
          .inLayers()
          .with(required("source_table", TEXT, "staged table of the event"))
          .with(
              required("record_key", TEXT, "its key; of a visit facility and MA_LK with / between"))
          .with(required("citizen_key", TEXT, "pseudonym of the citizen"))
          .with(required("first_ma_hssk", TEXT, "his smallest MA_HSSK"))
          .with(required("weight", DECIMAL, "log2 of the odds that it is one person"))
          .with(required("probability", DECIMAL, "the same as a probability, to four decimals"))
          .with(
              required(
                  "decision", TEXT, "match: the event is linked to him; review: a person decides"))
          .build();

  /** Current COVID-19 doses, judged. */
  public static final Table COVID_DOSE =
      Table.health("covid_dose")
          .oneRowPer("current COVID-19 dose")
          .key("ma_mui_tiem")
          .inLayers()
          .with(required("ma_mui_tiem", TEXT, "dose key"))
          .with(LINK)
          .with(required("status", TEXT, "clean, cleaned, to_verify or duplicate"))
          .with(required("defects", TEXT_LIST, "rules broken on arrival, see CovidDefect"))
          .with(optional("error_class", INTEGER, "smallest of 1 to 4; null without defect"))
          .with(optional("vaccine", TEXT, "name in the code list"))
          .with(optional("given_on", DATE, "day of the dose"))
          .with(optional("dose_number", INTEGER, "repaired if wrong; null if not numbered"))
          .with(optional("commune_code", TEXT, "citizen's commune, else the dose's own"))
          .with(optional("district_code", TEXT, "parent of that commune"))
          .with(optional("duplicate_of", TEXT, "dose key of the copy that was kept"))
          .build();

  /** What was repaired, beside what had arrived. */
  public static final Table COVID_DOSE_REPAIR =
      Table.identity("covid_dose_repair")
          .oneRowPer("repaired value of a COVID-19 dose")
          .key("ma_mui_tiem", "field")
          .inLayers()
          .with(required("ma_mui_tiem", TEXT, "dose key"))
          .with(required("field", TEXT, "repaired field of covid_dose_version"))
          .with(optional("original", TEXT, "as it arrived"))
          .with(required("repaired", TEXT, "khoyte's proposal"))
          .with(required("rule", TEXT, "the defect that was repaired"))
          .with(required("night", TEXT, "as-of date of the night that repaired first"))
          .with(optional("confirmed_by", TEXT, "returned list that confirmed it; null until then"))
          .build();

  /** Health records that agree in name, birth date and commune and are two citizens. */
  public static final Table REVIEW_PAIR =
      Table.identity("review_pair")
          .oneRowPer("pair of citizens that a person should look at")
          .key("ma_hssk", "other_ma_hssk")
          .inLayers()
          .with(required("ma_hssk", TEXT, "smallest record key of the one"))
          .with(required("other_ma_hssk", TEXT, "smallest record key of the other, greater"))
          .with(required("reason", TEXT, "name_birth_commune"))
          .build();

  /** Records that came in different contents with the same update time and file date. */
  public static final Table VERSION_CONFLICT =
      Table.health("version_conflict")
          .oneRowPer("record whose current version was chosen by content only")
          .key("source_table", "record_key")
          .inLayers()
          .with(required("source_table", TEXT, "staged table"))
          .with(required("record_key", TEXT, "key; of a visit facility and MA_LK with / between"))
          .with(required("contents", INTEGER, "number of different contents that tie"))
          .build();

  /**
   * Which health records are no longer under the key that their citizen had. About arrival: it
   * hangs on which nights were published, and grows only.
   */
  public static final Table CITIZEN_KEY_MOVE =
      Table.health("citizen_key_move")
          .oneRowPer("health record and night after which another key holds it, or none")
          .key("run", "ma_hssk")
          .inLayers()
          .with(required("run", LONG, "run of that night; later nights have greater ones"))
          .with(required("as_of", DATE, "its date"))
          .with(required("version", INTEGER, "its issue of the date"))
          .with(required("ma_hssk", TEXT, "record key"))
          .with(required("citizen_key", TEXT, "pseudonym that held the record before"))
          .with(optional("successor_key", TEXT, "pseudonym that holds it since; null: withdrawn"))
          .with(required("change", TEXT, "what became of the citizen, see KeyChange"))
          .with(optional("joined_by", TEXT, "what ties it to whom it came to, see KeyEvidence"))
          .with(optional("parted_by", TEXT, "what cut it from whom it left, see KeyEvidence"))
          .build();

  /** All of them, in the order in which they are committed. */
  public static final List<Table> ALL =
      List.of(
          UNCOUNTED_VERSION,
          VERSION_CONFLICT,
          REGISTERED_RECORD,
          CITIZEN_IDENTITY,
          CITIZEN,
          HEALTH_RECORD,
          ENCOUNTER,
          IMMUNIZATION,
          MATCH_CANDIDATE,
          COVID_DOSE,
          COVID_DOSE_REPAIR,
          REVIEW_PAIR,
          CITIZEN_KEY_MOVE,
          PlacedTables.NAME,
          PlacedTables.PLACED_RECORD,
          PlacedTables.PLACED_CITIZEN,
          PlacedTables.PLACED_MATCH_KEY,
          PlacedTables.EVENT_LINK,
          PlacedTables.SOUGHT_KEY);

  /** Those that the choice of versions writes. */
  public static final List<Table> OF_VERSIONS =
      List.of(UNCOUNTED_VERSION, VERSION_CONFLICT, PlacedTables.NAME);

  /** Those that resolution writes. */
  public static final List<Table> OF_RESOLUTION =
      ALL.stream().filter(table -> !OF_VERSIONS.contains(table)).toList();

  private ResolvedTables() {}
}
