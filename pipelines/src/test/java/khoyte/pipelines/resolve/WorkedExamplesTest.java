package khoyte.pipelines.resolve;

import static khoyte.warehouse.table.DrawnTable.assertThatRows;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import khoyte.warehouse.table.ResolvedTables;
import khoyte.warehouse.table.StagedTables;
import khoyte.warehouse.table.Table;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worked examples of the cleaning contract, all in one province. */
@Tag("slow")
class WorkedExamplesTest {
  private static final LocalDate AS_OF = LocalDate.of(2022, 12, 31);

  @TempDir static Path home;
  private static SmallProvince province;

  @BeforeAll
  static void theNightRuns() {
    province = new SmallProvince(home);
    province.arrives(
        StagedTables.HEALTH_RECORD_VERSION,
        """
        ma_hssk | citizen_id   | old_id    | name_text        | birth_date | gender | insurance_numbers | commune | opened_on  | state | updated_at
        HS1     | 075080000001 |           | Nguyễn Văn Hòa   | 1980-01-02 | 1      | 7501000001        | 26050   | 2020-01-01 | 1     | 2022-01-01 00:00
        HS2     |              |           | NGUYEN VAN HOA   | 1980-01-02 | 1      | 7501000001        | 26050   | 2020-01-01 | 1     | 2022-02-01 00:00
        HS3     | 075080000077 |           | Nguyễn Văn Hòa   | 1980-01-02 | 1      | 7501000003        | 26050   | 2020-01-01 | 1     | 2022-01-01 00:00
        HS4     | 075082000005 |           | Phạm Thị Lan     | 1982-05-06 | 2      |                   | 26068   | 2020-01-01 | 1     | 2022-01-01 00:00
        HS5     | 075082000006 |           | Phạm Thị Huệ     | 1982-07-08 | 2      |                   | 26068   | 2020-01-01 | 1     | 2022-01-01 00:00
        MAI     | 075190000031 |           | Trần Thị Mai     | 1990-05-05 | 2      |                   | 26050   | 2020-01-01 | 1     | 2022-01-01 00:00
        AN1     | 075085000012 |           | Lê An            | 1985-03-04 | 1      |                   | 26068   | 2020-01-01 | 1     | 2022-01-01 00:00
        AN2     | 075085000021 |           | Lê An            | 1985-04-03 | 1      |                   | 26050   | 2020-01-01 | 1     | 2022-01-01 00:00
        BN1     | 075086000012 |           | Lê Bình          | 1986-03-04 | 1      |                   | 26068   | 2020-01-01 | 1     | 2022-01-01 00:00
        BN2     | 075086000093 |           | Lê Bình          | 1986-04-03 | 1      |                   | 26050   | 2020-01-01 | 1     | 2022-01-01 00:00
        XUA     | 075161221470 | 271234567 | Võ Thị Xuân      | 1961-08-09 | 2      |                   | 26500   | 2020-01-01 | 1     | 2022-01-01 00:00
        NHU     | 075195000044 |           | Nguyễn Thị Nhung | 1995-10-11 | 2      |                   | 26500   | 2020-01-01 | 1     | 2022-01-01 00:00
        DUP     | 075088000055 |           | Đỗ Minh          | 1988-12-01 | 1      |                   | 26500   | 2020-01-01 | 1     | 2022-01-01 00:00
        """);
    province.arrives(
        StagedTables.POPULATION_ANSWER_VERSION,
        """
        ma_hssk | citizen_id   | answer     | name_text    | birth_date | gender | file_date
        HS4     | 075082000005 | KHONG_KHOP |              |            |        | 2022-10-01
        HS5     | 075082000006 | KHONG_KHOP |              |            |        | 2022-10-01
        HS5     | 075082000050 | KHOP       | Phạm Thị Huệ | 1982-07-08 | 2      | 2022-11-01
        WAITS   | 075082000099 | KHOP       | Ai Đó        | 1982-07-08 | 2      | 2022-11-01
        """);
    province.arrives(
        StagedTables.COVID_DOSE_VERSION,
        """
        ma_mui_tiem | citizen_id   | id_text      | old_id    | name_text        | birth_date | gender | commune | given_on   | dose_number | vaccine      | defects       | updated_at
        E1          | 075080000001 |              |           | Nguyễn Văn Hòa   | 1980-01-02 | 1      | 26050   | 2021-08-01 | 1           | Pfizer       |               |
        E2A         | 075082000005 |              |           | Phạm Thị Lan     | 1982-05-06 | 2      |         | 2021-08-01 | 1           | Pfizer       |               |
        E2B         | 075082000050 |              |           | Phạm Thị Huệ     | 1982-07-08 | 2      |         | 2021-08-01 | 1           | Pfizer       |               |
        E3          | 075080000001 |              |           | Trần Thị Mai     | 1990-05-05 | 2      | 26050   | 2021-08-01 | 1           | Pfizer       |               |
        E4A         | 075085000012 |              |           | Lê An            | 1985-04-03 | 1      | 26050   | 2021-08-01 | 1           | Pfizer       |               |
        E4B         | 075086000012 |              |           | Lê Bình          | 1986-04-03 | 1      | 26050   | 2021-08-01 | 1           | Pfizer       |               |
        E5A         | 075161221470 | 75161221470  |           | Võ Thị Xuân      | 1961-08-09 | 2      | 26500   | 2021-08-01 | 1           | Pfizer       | ID_FORMAT     |
        E5B         |              | 271234567    | 271234567 | Võ Thị Xuân      | 1961-08-09 | 2      |         | 2021-09-01 | 2           | Pfizer       | ID_FORMAT     |
        E6A         | 075195000044 |              |           | NGUYEN THI NHUN  | 1995-10-11 | 2      |         | 2021-08-01 | 1           | Pfizer       |               |
        E6B         | 075195000044 |              |           | Nguyễn Thị Nhi   | 1995-10-11 | 2      |         | 2021-08-02 | 1           | Pfizer       |               |
        E7A         | 075080000001 |              |           | nguyễn  văn HÒA  | 1980-01-02 | 1      | 26050   | 2021-09-01 | 2           | Abdala       |               |
        E7B         | 075080000001 |              |           | NGUYEN VAN HOA   | 1980-01-02 | 1      | 26050   | 2021-10-01 | 3           | Pfizer       |               |
        E7C         | 075080000001 |              |           | Nguyễn Văn Hòa   | 1980-01-02 | 1      | 26050   | 2021-11-01 | 4           | AstraZeneca  | VACCINE_ALIAS |
        M1          | 075088000055 |              |           | Đỗ Minh          | 1988-12-01 | 1      | 26500   | 2021-09-01 | 2           | Pfizer       |               | 2021-09-05 00:00
        M2          | 075088000055 |              |           | Đỗ Minh          | 1988-12-01 | 1      | 26500   | 2021-09-01 | 1           | Pfizer       | VACCINE_ALIAS | 2021-09-02 00:00
        M3          | 075088000055 |              |           | Đỗ Minh          | 1988-12-01 | 1      | 26500   | 2021-09-01 | 1           | Moderna      | VACCINE_ALIAS | 2021-09-02 00:00
        """);
    province.night(AS_OF);
  }

  @AfterAll
  static void close() {
    province.close();
  }

  @Test
  void insuranceNumberThatAgreesJoinsAndAnotherOneDoesNot() {
    assertThatRows(where(ResolvedTables.CITIZEN_IDENTITY, "first_ma_hssk", "HS1", "HS3"))
        .areExactly(
            """
            first_ma_hssk | citizen_id   | id_source     | name_text      | birth_date | managed | undecided
            HS1           | 075080000001 | health_record | NGUYEN VAN HOA | 1980-01-02 | true    | false
            HS3           | 075080000077 | health_record | Nguyễn Văn Hòa | 1980-01-02 | true    | false
            """);
    assertThatRows(province.rows(ResolvedTables.REVIEW_PAIR))
        .areExactly(
            """
            ma_hssk | other_ma_hssk | reason
            HS1     | HS3           | name_birth_commune
            """);
  }

  @Test
  void anIdThatTheRegisterRefusedIsNoKeyUntilItConfirmsAnother() {
    assertThatRows(where(ResolvedTables.CITIZEN_IDENTITY, "first_ma_hssk", "HS4", "HS5"))
        .areExactly(
            """
            first_ma_hssk | citizen_id   | id_source
            HS4           |              |
            HS5           | 075082000050 | population
            """);
    assertThatRows(doses("E2A", "E2B"))
        .areExactly(
            """
            ma_mui_tiem | citizen | link     | evidence   | status    | defects
            E2A         |         | nobody   |            | to_verify | UNMATCHED
            E2B         | HS5     | resolved | citizen_id | clean     | []
            """);
  }

  @Test
  void aKeyWithoutAgreementIsMistyped() {
    assertThatRows(doses("E3"))
        .areExactly(
            """
            ma_mui_tiem | citizen | link     | evidence           | status  | defects     | error_class
            E3          | MAI     | resolved | name_birth_commune | cleaned | ID_MISMATCH | 3
            """);
  }

  @Test
  void aContestedKeyGoesToTheOtherOnlyOverOneSlip() {
    assertThatRows(doses("E4A", "E4B"))
        .areExactly(
            """
            ma_mui_tiem | citizen | link      | evidence      | status    | defects
            E4A         | AN2     | resolved  | contested_key | cleaned   | ID_MISMATCH
            E4B         |         | undecided |               | to_verify | UNMATCHED
            """);
  }

  @Test
  void aPaddedIdIsAKeyAndAnOldIdNeedsTheYear() {
    assertThatRows(doses("E5A", "E5B"))
        .areExactly(
            """
            ma_mui_tiem | citizen | link     | evidence   | status  | defects
            E5A         | XUA     | resolved | citizen_id | cleaned | ID_FORMAT
            E5B         | XUA     | resolved | old_id     | cleaned | ID_FORMAT
            """);
  }

  @Test
  void namesThatAreCloseAgreeAndTwinsDoNot() {
    assertThatRows(doses("E6A", "E6B"))
        .areExactly(
            """
            ma_mui_tiem | citizen | link     | evidence   | status    | defects
            E6A         | NHU     | resolved | citizen_id | cleaned   | NAME_MISMATCH
            E6B         |         | nobody   |            | to_verify | UNMATCHED
            """);
  }

  @Test
  void missingDiacriticsAreAMismatchAndCaseIsNot() {
    // HS2, written without diacritics, was updated last: the citizen's name is NGUYEN VAN HOA.
    assertThatRows(doses("E1", "E7A", "E7B", "E7C"))
        .areExactly(
            """
            ma_mui_tiem | citizen | status  | defects                      | dose_number
            E1          | HS1     | cleaned | NAME_MISMATCH                | 1
            E7A         | HS1     | cleaned | NAME_MISMATCH                | 2
            E7B         | HS1     | clean   | []                           | 3
            E7C         | HS1     | cleaned | NAME_MISMATCH, VACCINE_ALIAS | 4
            """);
  }

  @Test
  void aCopyIsTheSameVaccineOnTheSameDayAndTheBetterOneIsKept() {
    assertThatRows(doses("M1", "M2", "M3"))
        .areExactly(
            """
            ma_mui_tiem | status    | defects                  | dose_number | duplicate_of
            M1          | clean     | []                       | 2           |
            M2          | duplicate | VACCINE_ALIAS, DUPLICATE |             | M1
            M3          | cleaned   | VACCINE_ALIAS            | 1           |
            """);
  }

  private static List<Map<String, Object>> doses(String... keys) {
    return where(ResolvedTables.COVID_DOSE, "ma_mui_tiem", keys);
  }

  private static List<Map<String, Object>> where(Table table, String field, String... values) {
    return province.rows(table).stream()
        .filter(row -> List.of(values).contains(row.get(field)))
        .toList();
  }
}
