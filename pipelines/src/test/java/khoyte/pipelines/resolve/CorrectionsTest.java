package khoyte.pipelines.resolve;

import static khoyte.warehouse.table.DrawnTable.assertThatRows;

import java.nio.file.Path;
import java.time.LocalDate;
import khoyte.warehouse.table.ResolvedTables;
import khoyte.warehouse.table.StagedTables;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stations decide holds on every later night until they say something else. */
@Tag("slow")
class CorrectionsTest {
  private static final LocalDate AS_OF = LocalDate.of(2022, 12, 31);

  private static final String RECORDS =
      """
      ma_hssk | citizen_id   | name_text    | birth_date | gender | insurance_numbers | commune | opened_on  | state
      A1      | 075080000501 | Hồ Văn An    | 1980-01-01 | 1      |                   | 26050   | 2020-01-01 | 1
      B1      | 075080000511 | Hồ Văn Bình  | 1980-02-02 | 1      |                   | 26050   | 2020-01-01 | 1
      B2      | 075080000512 | Hồ Văn Bình  | 1980-02-02 | 1      |                   | 26050   | 2020-01-01 | 1
      C1      |              | Hồ Văn Cảnh  | 1980-03-03 | 1      | 7503000031        | 26050   | 2020-01-01 | 1
      C2      |              | Hồ Văn Cảnh  | 1980-03-03 | 1      | 7503000031        | 26068   | 2020-01-01 | 1
      D1      | 075080000531 | Hồ Văn Dũng  | 1980-04-04 | 1      |                   | 26050   | 2020-01-01 | 1
      D2      |              | Hồ Văn Dũng  | 1980-04-04 | 1      |                   | 26050   | 2020-01-01 | 1
      E1      | 075080000541 | Hồ Văn Em    | 1980-05-05 | 1      |                   | 26050   | 2020-01-01 | 1
      F1      | 075080000551 | Hồ Văn Giang | 1980-06-06 | 1      |                   | 26050   | 2020-01-01 | 1
      """;

  private static final String DOSES =
      """
      ma_mui_tiem | citizen_id   | name_text     | birth_date | gender | commune | commune_text | province_text | vaccine | vaccine_text | given_on   | dose_number | defects    | updated_at
      corrected   |              | Hồ Văn Ann    | 1980-01-09 | 1      | 26050   | 26050        | 75            | Pfizer  | Pfizer       | 2021-09-01 | 1           | ID_MISSING | 2021-09-02 00:00
      chosen      |              | Hồ Văn Bình   | 1980-02-02 | 1      | 26050   | 26050        | 75            | Pfizer  | Pfizer       | 2021-09-01 | 1           | ID_MISSING | 2021-09-02 00:00
      refused     | 075080000531 | Hồ Văn Dũng   | 1980-04-04 | 1      | 26068   | 26068        | 75            | Pfizer  | Pfizer       | 2021-09-01 | 1           | []         | 2021-09-02 00:00
      copy        | 075080000541 | Hồ Văn Em     | 1980-05-05 | 1      | 26050   | 26050        | 75            | Pfizer  | Pfizer       | 2021-09-01 | 1           | []         | 2021-09-02 00:00
      kept        | 075080000551 | Hồ Văn Giangg | 1980-06-06 | 1      | 26050   | 26050        | 75            | Pfizer  | Pfizer       | 2021-09-01 | 1           | []         | 2021-09-02 00:00
      confirmed   | 075080000551 | Hồ Văn Giang  | 1980-06-06 |        | 26050   | 26050        | 75            | Pfizer  | Pfizer       | 2021-10-01 | 2           | []         | 2021-10-02 00:00
      """;

  private static final String DECISIONS =
      """
      source_table          | record_key | list      | decision        | decision_text | citizen_id   | name_text | birth_date | linked_hssk | candidates | chosen_hssk | confirmed       | unit_code | listed_as_of | listed_night  | updated_at
      covid_dose_version    | corrected  | group_1   | corrected       | a             | 075080000501 | Hồ Văn An | 1980-01-01 |             |            |             |                 | 26050     | 2022-12-31   | 2022-12-31.v1 | 2023-02-01 00:00
      covid_dose_version    | chosen     | undecided | candidate_2     | b             |              |           |            |             | B1, B2     | B2          |                 | 26050     | 2022-12-31   | 2022-12-31.v1 | 2023-02-01 00:00
      covid_dose_version    | refused    | other     | not_same_person | c             |              |           |            | D1          |            |             |                 | 26050     | 2022-12-31   | 2022-12-31.v1 | 2023-02-01 00:00
      covid_dose_version    | copy       | other     | duplicate       | d             |              |           |            | E1          |            |             |                 | 26050     | 2022-12-31   | 2022-12-31.v1 | 2023-02-01 00:00
      covid_dose_version    | kept       | group_3   | kept            | e             |              |           |            | F1          |            |             |                 | 26050     | 2022-12-31   | 2022-12-31.v1 | 2023-02-01 00:00
      covid_dose_version    | confirmed  | group_3   | as_proposed     | f             |              |           |            | F1          |            |             | gender_text=Nam | 26050     | 2022-12-31   | 2022-12-31.v1 | 2023-02-01 00:00
      review_pair           | C1/C2      | undecided | none_of_these   | g             |              |           |            | C1          | C2         |             |                 | 26050     | 2022-12-31   | 2022-12-31.v1 | 2023-02-01 00:00
      review_pair           | D1/D2      | undecided | candidate_1     | h             |              |           |            | D1          | D2         | D2          |                 | 26050     | 2022-12-31   | 2022-12-31.v1 | 2023-02-01 00:00
      health_record_version | E1         | undecided | died            | i             |              |           |            |             |            |             |                 | 26050     | 2022-12-31   | 2022-12-31.v1 | 2023-02-01 00:00
      """;

  private static final String TAKEN_BACK =
      """
      source_table       | record_key | list      | decision   | decision_text | linked_hssk | candidates | unit_code | listed_as_of | listed_night  | updated_at
      covid_dose_version | copy       | other     | unverified | k             |             |            | 26050     | 2022-12-31   | 2022-12-31.v2 | 2023-03-01 00:00
      covid_dose_version | refused    | other     | unverified | l             |             |            | 26050     | 2022-12-31   | 2022-12-31.v2 | 2023-03-01 00:00
      covid_dose_version | confirmed  | group_3   | unverified | m             |             |            | 26050     | 2022-12-31   | 2022-12-31.v2 | 2023-03-01 00:00
      review_pair        | C1/C2      | undecided | unverified | n             | C1          | C2         | 26050     | 2022-12-31   | 2022-12-31.v2 | 2023-03-01 00:00
      review_pair        | D1/D2      | undecided | unverified | o             | D1          | D2         | 26050     | 2022-12-31   | 2022-12-31.v2 | 2023-03-01 00:00
      """;

  private static final String CITIZENS_BEFORE =
      """
      citizen | managed
      A1      | true
      B1      | true
      B2      | true
      C1      | true
      D1      | true
      D2      | true
      E1      | true
      F1      | true
      """;

  private static final String DOSES_BEFORE =
      """
      ma_mui_tiem | citizen | evidence   | link      | status    | defects
      corrected   |         |            | nobody    | to_verify | ID_MISSING, UNMATCHED
      chosen      |         |            | undecided | to_verify | ID_MISSING, UNMATCHED
      refused     | D1      | citizen_id | resolved  | clean     | []
      copy        | E1      | citizen_id | resolved  | clean     | []
      kept        | F1      | citizen_id | resolved  | cleaned   | NAME_MISMATCH
      confirmed   | F1      | citizen_id | resolved  | cleaned   | GENDER_MISMATCH
      """;

  /** The numbers of a citizen's doses pass over one that a station kept as it is. */
  private static final String DOSES_DECIDED =
      """
      ma_mui_tiem | citizen | evidence   | link     | status    | defects
      corrected   | A1      | citizen_id | resolved | cleaned   | ID_MISSING, NAME_MISMATCH, DOB_MISMATCH
      chosen      | B2      | decision   | resolved | cleaned   | ID_MISSING
      refused     |         |            | nobody   | to_verify | UNMATCHED
      kept        | F1      | citizen_id | resolved | to_verify | NAME_MISMATCH
      confirmed   | F1      | citizen_id | resolved | cleaned   | GENDER_MISMATCH
      """;

  @TempDir Path home;

  @Test
  void aDecisionHoldsUntilItIsTakenBack() {
    try (SmallProvince province = new SmallProvince(home)) {
      province.arrives(StagedTables.HEALTH_RECORD_VERSION, RECORDS);
      province.arrives(StagedTables.COVID_DOSE_VERSION, DOSES);
      province.night(AS_OF);
      assertThatRows(province.rows(ResolvedTables.COVID_DOSE)).areExactly(DOSES_BEFORE);
      assertThatRows(province.rows(ResolvedTables.CITIZEN)).areExactly(CITIZENS_BEFORE);

      province.arrives(StagedTables.CORRECTION_VERSION, DECISIONS);
      province.nextNight(AS_OF);
      isAsDecided(province);
      province.night(AS_OF);
      isAsDecided(province);

      province.arrives(StagedTables.CORRECTION_VERSION, TAKEN_BACK);
      province.nextNight(AS_OF);
      assertThatRows(
              province.rows(ResolvedTables.COVID_DOSE).stream()
                  .filter(row -> "refused copy".contains(row.get("ma_mui_tiem").toString()))
                  .toList())
          .areExactly(
              """
              ma_mui_tiem | citizen | evidence   | link     | status | defects
              refused     | D1      | citizen_id | resolved | clean  | []
              copy        | E1      | citizen_id | resolved | clean  | []
              """);
      assertThatRows(province.rows(ResolvedTables.CITIZEN))
          .areExactly(CITIZENS_BEFORE.replace("E1      | true", "E1      | false"));
      assertThatRows(province.rows(ResolvedTables.COVID_DOSE_REPAIR))
          .areExactly(
              """
              ma_mui_tiem | field           | repaired     | confirmed_by
              chosen      | id_text         | 075080000512 |
              confirmed   | gender_text     | Nam          |
              corrected   | birth_date_text | 01/01/1980   | 26050 2022-12-31.v1 2023-02-01
              corrected   | id_text         | 075080000501 | 26050 2022-12-31.v1 2023-02-01
              corrected   | name_text       | Hồ Văn An    | 26050 2022-12-31.v1 2023-02-01
              """);
    }
  }

  private static void isAsDecided(SmallProvince province) {
    assertThatRows(province.rows(ResolvedTables.COVID_DOSE)).areExactly(DOSES_DECIDED);
    assertThatRows(province.rows(ResolvedTables.CITIZEN))
        .areExactly(
            """
            citizen | managed
            A1      | true
            B1      | true
            B2      | true
            C1      | true
            C2      | true
            D1      | true
            E1      | false
            F1      | true
            """);
    assertThatRows(
            province.rows(ResolvedTables.COVID_DOSE_REPAIR).stream()
                .filter(row -> row.get("ma_mui_tiem").equals("confirmed"))
                .toList())
        .areExactly(
            """
            field       | repaired | confirmed_by
            gender_text | Nam      | 26050 2022-12-31.v1 2023-02-01
            """);
  }
}
