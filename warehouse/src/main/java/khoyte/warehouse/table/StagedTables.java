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

import java.util.ArrayList;
import java.util.List;

/**
 * What arrived, row by row: every version of every record, with its normal forms. These tables only
 * grow. Fields that end in {@code _text} hold the sender's value as text (NFC, legacy encodings
 * converted, otherwise untouched, null if empty) in the order of the contract; the others are what
 * a reader understood of them, null where it could not.
 */
public final class StagedTables {

  private static final List<Field> LINEAGE =
      List.of(
          required("file_id", LONG, "landed file, see the landing manifest"),
          required("record_number", INTEGER, "position of the record in its file, from 1"),
          required("line", INTEGER, "line of the file or row of the sheet where it starts, from 1"),
          optional("file_date", DATE, "day the sender made the file; null is earliest"),
          optional("updated_at", DATE_TIME, "last update by the sender; null is earliest"),
          required("withdrawn", BOOLEAN, "this version takes the record back"));

  /** By this two versions of one record are known to say the same. The last field of a table. */
  public static final Field CONTENT_HASH =
      required(
          "content_hash",
          LONG,
          "of the _text fields and tables_digest: first 64 bits of MurmurHash3 128");

  /** The normal forms of a person's columns, the same in every source. */
  private static final List<Field> PERSON =
      List.of(
          optional("citizen_id", TEXT, "12 digits of valid structure, lost zeros restored"),
          optional("old_id", TEXT, "9-digit identity card"),
          optional("name", TEXT, "normal form: NFC, lower case, single spaces, old tone placement"),
          optional("name_folded", TEXT, "normal form without diacritics, đ = d"),
          optional("birth_date", DATE, "if day, month and year are known and real"),
          optional("birth_year", INTEGER, "also where only the year is known"),
          optional("gender", INTEGER, "1 male, 2 female; null if unknown"),
          required("insurance_numbers", TEXT_LIST, "10 digits each; of a card its last ten"),
          optional("phone", TEXT, "digits, with the prefixes of 2018"),
          optional("commune", TEXT, "unit id, from the code, else read from the address"));

  /** Health records (hồ sơ sức khỏe điện tử). */
  public static final Table HEALTH_RECORD_VERSION =
      Table.identity("health_record_version")
          .oneRowPer("version of a health record as it arrived")
          .key("file_id", "record_number")
          .with(LINEAGE)
          .with(required("ma_hssk", TEXT, "record key"))
          .with(optional("id_text", TEXT, "SO_DINH_DANH"))
          .with(optional("old_id_text", TEXT, "SO_CMND"))
          .with(optional("name_text", TEXT, "HO_TEN"))
          .with(optional("birth_date_text", TEXT, "NGAY_SINH"))
          .with(optional("gender_text", TEXT, "GIOI_TINH"))
          .with(optional("insurance_text", TEXT, "SO_BHXH"))
          .with(optional("phone_text", TEXT, "DIEN_THOAI"))
          .with(optional("address_text", TEXT, "DIA_CHI"))
          .with(optional("commune_text", TEXT, "MA_XA"))
          .with(optional("district_text", TEXT, "MA_HUYEN"))
          .with(optional("province_text", TEXT, "MA_TINH"))
          .with(optional("station_text", TEXT, "MA_TRAM"))
          .with(optional("opened_text", TEXT, "NGAY_LAP"))
          .with(optional("updated_text", TEXT, "NGAY_CAP_NHAT"))
          .with(optional("state_text", TEXT, "TRANG_THAI"))
          .with(PERSON)
          .with(optional("opened_on", DATE, "NGAY_LAP"))
          .with(optional("state", INTEGER, "1 managed, 2 moved away, 3 died, 0 withdrawn"))
          .with(CONTENT_HASH)
          .build();

  /** Answers of the national population database about health records. */
  public static final Table POPULATION_ANSWER_VERSION =
      Table.identity("population_answer_version")
          .oneRowPer("version of an answer as it arrived")
          .key("file_id", "record_number")
          .with(LINEAGE)
          .with(required("ma_hssk", TEXT, "record key: the health record asked about"))
          .with(optional("name_text", TEXT, "HO_TEN"))
          .with(optional("birth_date_text", TEXT, "NGAY_SINH"))
          .with(optional("gender_text", TEXT, "GIOI_TINH"))
          .with(optional("id_text", TEXT, "SO_DINH_DANH"))
          .with(optional("answer_text", TEXT, "KET_QUA"))
          .with(PERSON)
          .with(optional("answer", TEXT, "KHOP, KHONG_KHOP or KHONG_TIM_THAY; null if other"))
          .with(CONTENT_HASH)
          .build();

  /** Visits, from XML1 of the hospitals' extract. */
  public static final Table ENCOUNTER_VERSION =
      Table.identity("encounter_version")
          .oneRowPer("version of a visit (HOSO) as it arrived")
          .key("file_id", "record_number")
          .with(LINEAGE)
          .with(required("facility_code", TEXT, "XML1's MA_CSKCB, else the envelope's MACSKCB"))
          .with(required("ma_lk", TEXT, "MA_LK, key of the visit within the facility"))
          .with(optional("patient_code_text", TEXT, "MA_BN"))
          .with(optional("name_text", TEXT, "HO_TEN"))
          .with(optional("birth_date_text", TEXT, "NGAY_SINH"))
          .with(optional("gender_text", TEXT, "GIOI_TINH"))
          .with(optional("id_text", TEXT, "SO_CCCD"))
          .with(optional("insurance_text", TEXT, "MA_THE or MA_THE_BHYT"))
          .with(optional("address_text", TEXT, "DIA_CHI"))
          .with(optional("province_text", TEXT, "MATINH_CU_TRU"))
          .with(optional("district_text", TEXT, "MAHUYEN_CU_TRU"))
          .with(optional("commune_text", TEXT, "MAXA_CU_TRU"))
          .with(optional("phone_text", TEXT, "DIEN_THOAI"))
          .with(optional("main_diagnosis_text", TEXT, "MA_BENH or MA_BENH_CHINH"))
          .with(optional("other_diagnoses_text", TEXT, "MA_BENHKHAC or MA_BENH_KT"))
          .with(optional("admitted_text", TEXT, "NGAY_VAO"))
          .with(optional("discharged_text", TEXT, "NGAY_RA"))
          .with(optional("settled_text", TEXT, "NGAY_TTOAN"))
          .with(optional("result_text", TEXT, "KET_QUA_DTRI"))
          .with(optional("discharge_type_text", TEXT, "TINH_TRANG_RV or MA_LOAI_RV"))
          .with(optional("total_cost_text", TEXT, "T_TONGCHI or T_TONGCHI_BV"))
          .with(optional("insurer_cost_text", TEXT, "T_BHTT"))
          .with(optional("care_type_text", TEXT, "MA_LOAI_KCB"))
          .with(optional("patient_object_text", TEXT, "MA_DOITUONG_KCB; 8 withdraws the visit"))
          .with(optional("treatment_days_text", TEXT, "SO_NGAY_DTRI"))
          .with(PERSON)
          .with(optional("admitted_at", DATE_TIME, "NGAY_VAO"))
          .with(optional("discharged_at", DATE_TIME, "NGAY_RA"))
          .with(optional("total_cost", DECIMAL, "VND"))
          .with(optional("insurer_cost", DECIMAL, "VND"))
          .with(optional("care_type", TEXT, "two digits, as in QĐ 824/QĐ-BYT"))
          .with(optional("treatment_days", INTEGER, "SO_NGAY_DTRI"))
          .with(required("dialect", TEXT, "4210, 130, 4750 or 3176"))
          .with(
              optional(
                  "tables_digest", TEXT, "SHA-256 of the visit's other tables as they were staged"))
          .with(CONTENT_HASH)
          .build();

  /** Routine immunisation doses. */
  public static final Table IMMUNIZATION_VERSION =
      Table.identity("immunization_version")
          .oneRowPer("version of a routine immunisation dose as it arrived")
          .key("file_id", "record_number")
          .with(LINEAGE)
          .with(required("ma_doi_tuong", TEXT, "dose key"))
          .with(optional("id_text", TEXT, "SO_DINH_DANH"))
          .with(optional("name_text", TEXT, "HO_TEN"))
          .with(optional("birth_date_text", TEXT, "NGAY_SINH"))
          .with(optional("gender_text", TEXT, "GIOI_TINH"))
          .with(optional("mother_name_text", TEXT, "HO_TEN_ME"))
          .with(optional("phone_text", TEXT, "DIEN_THOAI"))
          .with(optional("insurance_text", TEXT, "MA_THE_BHYT"))
          .with(optional("commune_text", TEXT, "MA_XA"))
          .with(optional("district_text", TEXT, "MA_HUYEN"))
          .with(optional("province_text", TEXT, "MA_TINH"))
          .with(optional("address_text", TEXT, "DIA_CHI"))
          .with(optional("vaccine_code_text", TEXT, "MA_VACXIN"))
          .with(optional("vaccine_name_text", TEXT, "TEN_VACXIN"))
          .with(optional("dose_number_text", TEXT, "SO_MUI"))
          .with(optional("given_text", TEXT, "NGAY_TIEM"))
          .with(optional("lot_text", TEXT, "SO_LO"))
          .with(optional("place_text", TEXT, "CO_SO_TIEM"))
          .with(optional("updated_text", TEXT, "NGAY_CAP_NHAT"))
          .with(PERSON)
          .with(optional("given_on", DATE, "NGAY_TIEM"))
          .with(optional("dose_number", INTEGER, "SO_MUI, if whole"))
          .with(CONTENT_HASH)
          .build();

  /** COVID-19 doses of the national platform. */
  public static final Table COVID_DOSE_VERSION =
      Table.identity("covid_dose_version")
          .oneRowPer("version of a COVID-19 dose as it arrived")
          .key("file_id", "record_number")
          .with(LINEAGE)
          .with(required("ma_mui_tiem", TEXT, "Mã mũi tiêm, else a hash of the row, see contract"))
          .with(optional("name_text", TEXT, "Họ và tên"))
          .with(optional("birth_date_text", TEXT, "Ngày sinh"))
          .with(optional("gender_text", TEXT, "Giới tính"))
          .with(optional("id_text", TEXT, "Số CMND/CCCD/Mã định danh"))
          .with(optional("insurance_text", TEXT, "Số thẻ BHYT"))
          .with(optional("phone_text", TEXT, "Số điện thoại"))
          .with(optional("province_text", TEXT, "Mã tỉnh"))
          .with(optional("district_text", TEXT, "Mã quận/huyện"))
          .with(optional("commune_text", TEXT, "Mã xã/phường"))
          .with(optional("address_text", TEXT, "Địa chỉ chi tiết"))
          .with(optional("vaccine_text", TEXT, "Tên vắc xin"))
          .with(optional("dose_number_text", TEXT, "Mũi số"))
          .with(optional("given_text", TEXT, "Ngày tiêm"))
          .with(optional("lot_text", TEXT, "Số lô"))
          .with(optional("place_text", TEXT, "Cơ sở tiêm"))
          .with(optional("updated_text", TEXT, "Ngày cập nhật"))
          .with(PERSON)
          .with(optional("given_on", DATE, "Ngày tiêm, if a real date"))
          .with(optional("dose_number", INTEGER, "Mũi số, if whole"))
          .with(optional("vaccine", TEXT, "name in the code list, after aliases"))
          .with(
              required(
                  "defects",
                  TEXT_LIST,
                  "rules broken by the row itself, see CovidDefect; the rest is judged later"))
          .with(CONTENT_HASH)
          .build();

  /**
   * What stations found out about the rows of their lists: decisions of people, which hold in every
   * later night. Of one record in one list ({@code source_table, record_key, list}) the current
   * version counts, by update time, file date and content as of any record; the update time is when
   * the workbook was saved. A version with {@code withdrawn} ("Chưa xác minh được") takes the
   * earlier ones back and says nothing else. The decisions that are current for a record in several
   * lists all hold; where they give different values the one saved last counts.
   *
   * <p>What each decision does is said at {@link khoyte.warehouse.worklist.Decision}, by its code:
   *
   * <ul>
   *   <li>{@code as_proposed}: a repair of the dose whose {@code field=repaired} is in {@code
   *       confirmed} is confirmed, by the list {@code listed_night/unit_code} and on {@code
   *       file_date}; if the police did not find the person ({@code police} not_found) it stays
   *       unconfirmed
   *   <li>{@code corrected}: {@code citizen_id, name, name_folded, birth_date, birth_year, gender},
   *       each where it is not null, stand in the place of the record's own
   *   <li>{@code not_same_person}: the record is never linked to the citizen who holds {@code
   *       linked_hssk}
   *   <li>{@code candidate_1, candidate_2}: the record is linked to the citizen who holds {@code
   *       chosen_hssk}; of a review_pair the two health records are joined
   *   <li>{@code none_of_these}: the record is never linked to a citizen who holds one of {@code
   *       candidates}; the two health records of a review_pair are never joined, nor paired again
   *   <li>{@code duplicate}: the record is withdrawn; {@code moved_away}, {@code died}: state 2, 3
   *       of a health record; {@code kept}: the record is right, with nothing repaired; {@code
   *       not_known_here}: nothing changes
   * </ul>
   */
  public static final Table CORRECTION_VERSION =
      Table.identity("correction_version")
          .oneRowPer("row of a returned list with a decision")
          .key("file_id", "record_number")
          .with(LINEAGE)
          .with(
              required(
                  "source_table",
                  TEXT,
                  "staged table of the record it is about; review_pair for two health records"))
          .with(required("record_key", TEXT, "its key; of a pair both record keys with / between"))
          .with(required("list", TEXT, "list in which it stood, see WorklistSheet"))
          .with(required("row_key", TEXT, "Mã dòng"))
          .with(required("decision_text", TEXT, "Kết quả rà soát"))
          .with(optional("name_text", TEXT, "Thông tin đúng: Họ và tên"))
          .with(optional("birth_date_text", TEXT, "Thông tin đúng: Ngày sinh"))
          .with(optional("gender_text", TEXT, "Thông tin đúng: Giới tính"))
          .with(optional("id_text", TEXT, "Thông tin đúng: Số định danh"))
          .with(optional("police_text", TEXT, "Công an đối chiếu"))
          .with(optional("note_text", TEXT, "Ghi chú"))
          .with(required("decision", TEXT, "see Decision"))
          .with(optional("police", TEXT, "see PoliceAnswer; null if they did not answer"))
          .with(optional("citizen_id", TEXT, "12 digits of valid structure, if corrected"))
          .with(optional("name", TEXT, "normal form, if corrected"))
          .with(optional("name_folded", TEXT, "normal form without diacritics, if corrected"))
          .with(optional("birth_date", DATE, "if corrected"))
          .with(optional("birth_year", INTEGER, "of birth_date"))
          .with(optional("gender", INTEGER, "1 male, 2 female, if corrected"))
          .with(
              optional("linked_hssk", TEXT, "smallest record key of the citizen it was linked to"))
          .with(required("candidates", TEXT_LIST, "smallest record key of each person offered"))
          .with(optional("chosen_hssk", TEXT, "the one of the candidates that was chosen"))
          .with(required("confirmed", TEXT_LIST, "field=value of each proposal confirmed"))
          .with(optional("listed_name", TEXT, "the record's name_text when it was listed"))
          .with(optional("listed_birth_date", TEXT, "its birth_date_text then"))
          .with(optional("listed_gender", TEXT, "its gender_text then"))
          .with(optional("listed_id", TEXT, "its id_text then"))
          .with(required("unit_code", TEXT, "commune whose list it was"))
          .with(required("listed_as_of", DATE, "date of the list's figures"))
          .with(required("listed_night", TEXT, "night from which it was made, as 2022-12-31.v1"))
          .with(CONTENT_HASH)
          .build();

  /** Drugs of a visit (XML2). */
  public static final Table DRUG = hisTable(Table.health("drug_version"), "XML2", "drug line");

  /** Services and supplies of a visit (XML3). */
  public static final Table SERVICE =
      hisTable(Table.health("service_version"), "XML3", "service line");

  /** Laboratory, imaging and functional results of a visit (XML4). */
  public static final Table RESULT =
      hisTable(Table.health("result_version"), "XML4", "result line");

  /** Discharge papers (XML7). */
  public static final Table DISCHARGE =
      hisTable(Table.identity("discharge_version"), "XML7", "discharge paper");

  /** Referral papers (XML13). */
  public static final Table REFERRAL =
      hisTable(Table.identity("referral_version"), "XML13", "referral paper");

  /** Follow-up appointments (XML14). */
  public static final Table APPOINTMENT =
      hisTable(Table.identity("appointment_version"), "XML14", "follow-up appointment");

  /** Rows and files that could not be read. Never holds a value of the row. */
  public static final Table QUARANTINE =
      Table.health("quarantine")
          .oneRowPer("row or file kept back")
          .key("file_id", "record_number")
          .with(required("file_id", LONG, "landed file"))
          .with(required("record_number", INTEGER, "count within the file, from 1"))
          .with(required("source", TEXT, "id of the source"))
          .with(optional("folder", TEXT, "facility folder of the sender"))
          .with(required("file", TEXT, "name of the file"))
          .with(optional("line", INTEGER, "line or sheet row, from 1; null for a whole file"))
          .with(optional("column", TEXT, "heading of the column, if one is to blame"))
          .with(required("reason", TEXT, "key of the text, quarantine.… or file.refused.…"))
          .with(required("reason_vi", TEXT, "why, as the sender is told"))
          .with(optional("reason_values", TEXT, "values of the text's places, a JSON array"))
          .build();

  /** All of them, in the order in which they are committed. */
  public static final List<Table> ALL =
      List.of(
          HEALTH_RECORD_VERSION,
          POPULATION_ANSWER_VERSION,
          ENCOUNTER_VERSION,
          IMMUNIZATION_VERSION,
          COVID_DOSE_VERSION,
          CORRECTION_VERSION,
          VersionTables.VERSION,
          VersionTables.VERSION_INSURANCE,
          VersionTables.VERSION_MATCH_KEY,
          DRUG,
          SERVICE,
          RESULT,
          DISCHARGE,
          REFERRAL,
          APPOINTMENT,
          QUARANTINE);

  private StagedTables() {}

  /** The table of a qualified name. */
  public static Table named(String qualifiedName) {
    return ALL.stream()
        .filter(table -> table.qualifiedName().equals(qualifiedName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Cannot find table " + qualifiedName));
  }

  /** The table in which a LOAIHOSO other than XML1 is staged, or null if it is not kept. */
  public static @org.jspecify.annotations.Nullable Table ofHisTable(String loaiHoSo) {
    return switch (loaiHoSo) {
      case "XML2" -> DRUG;
      case "XML3" -> SERVICE;
      case "XML4" -> RESULT;
      case "XML7" -> DISCHARGE;
      case "XML13" -> REFERRAL;
      case "XML14" -> APPOINTMENT;
      default -> null;
    };
  }

  private static Table hisTable(Table.Builder table, String loaiHoSo, String grain) {
    List<Field> fields = new ArrayList<>();
    for (HisField field : HisField.ofTable(loaiHoSo)) {
      fields.add(optional(field.columnName(), field.type(), field.officialName()));
    }
    return table
        .oneRowPer(grain + " of a version of a visit, as it arrived")
        .key("file_id", "record_number", "row_number")
        .with(required("file_id", LONG, "landed file"))
        .with(required("record_number", INTEGER, "the visit's, see encounter_version"))
        .with(required("row_number", INTEGER, "position within the visit's table, from 1"))
        .with(required("facility_code", TEXT, "the visit's"))
        .with(fields)
        .with(
            optional(
                "unreadable", TEXT, "FIELD=value of values that could not be read, U+001F between"))
        .build();
  }
}
