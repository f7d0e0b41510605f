package khoyte.warehouse.night;

import static khoyte.warehouse.table.DrawnTable.assertThatRows;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import khoyte.warehouse.Layout;
import khoyte.warehouse.NightId;
import khoyte.warehouse.reference.AdministrativeUnits;
import khoyte.warehouse.table.ResolvedTables;
import khoyte.warehouse.table.StagedTables;
import khoyte.warehouse.worklist.ListedRow;
import khoyte.warehouse.worklist.Proposal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 26050 and 26068 are communes of the province, 00070 is one of another. */
class WorklistReaderTest {
  private static final Map<String, Function<ListedRow, Object>> COLUMNS =
      Map.of(
          "list", row -> row.sheet().code(),
          "source", row -> row.sourceTable().replace("_version", ""),
          "key", ListedRow::recordKey,
          "name", row -> row.present().name(),
          "defects", ListedRow::defects,
          "linked", ListedRow::linkedHssk,
          "proposals", row -> row.proposals().stream().map(Proposal::confirmed).toList(),
          "candidates", row -> row.candidates().stream().map(ListedRow.Candidate::hssk).toList());

  @TempDir Path home;
  private DrawnNight night;

  @BeforeEach
  void drawPeople() {
    night = DrawnNight.of(home, "2022-12-31.v1");
    night.draw(
        ResolvedTables.CITIZEN,
        """
        citizen_key | managed
        k-hoa       | true
        k-mai       | true
        k-an        | true
        k-an-2      | true
        """);
    night.draw(
        ResolvedTables.CITIZEN_IDENTITY,
        """
        citizen_key | first_ma_hssk | citizen_id   | name_text      | name           | name_folded    | birth_date | gender | commune
        k-hoa       | HS1           | 075080000001 | Nguyễn Văn Hòa | nguyễn văn hòa | nguyen van hoa | 1980-01-02 | 1      | 26050
        k-mai       | HS2           | 075190000002 | Trần Thị Mai   | trần thị mai   | tran thi mai   | 1990-05-05 | 2      | 26068
        k-an        | HS3           | 075085000012 | Lê An          | lê an          | le an          | 1985-03-04 | 1      | 26050
        k-an-2      | HS4           | 075085000093 | Lê An          | lê an          | le an          | 1985-03-04 | 1      | 26050
        """);
    night.draw(
        ResolvedTables.HEALTH_RECORD,
        """
        ma_hssk | citizen_key | record_number | state | opened_on
        HS1     | k-hoa       | 1             | 1     | 2020-01-01
        HS2     | k-mai       | 2             | 1     | 2020-01-01
        HS3     | k-an        | 3             | 1     | 2020-01-01
        HS4     | k-an-2      | 4             | 1     | 2020-01-01
        """);
    night.draw(
        StagedTables.HEALTH_RECORD_VERSION,
        """
        record_number | ma_hssk | name_text      | birth_date_text | phone_text | address_text | citizen_id   | name_folded    | birth_date | insurance_numbers | commune
        1             | HS1     | Nguyễn Văn Hòa | 02/01/1980      | 0901       | Ấp 1         | 075080000001 | nguyen van hoa | 1980-01-02 | 7500000001        | 26050
        2             | HS2     | Trần Thị Mai   | 05/05/1990      |            |              | 075190000002 | tran thi mai   | 1990-05-05 | []                | 26068
        3             | HS3     | Lê An          | 04/03/1985      |            | Ấp 3         | 075085000012 | le an          | 1985-03-04 | 7500000003        | 26050
        4             | HS4     | Lê An          | 04/03/1985      |            |              | 075085000093 | le an          | 1985-03-04 | []                | 26050
        """);
    night.draw(
        ResolvedTables.REGISTERED_RECORD,
        """
        ma_hssk | first_ma_hssk | key_id       | name_folded    | birth_date | insurance_numbers | is_answered | answer_name_folded
        HS1     | HS1           | 075080000001 | ho van nguyen  | 1980-01-02 | 7500000001        | true        | nguyen van hoa
        HS2     | HS2           | 075190000002 | tran thi mai   | 1990-05-05 | []                | false       |
        HS3     | HS3           | 075085000012 | le an          | 1985-03-04 | 7500000003        | false       |
        HS4     | HS4           | 075085000093 | le an          | 1985-03-04 | []                | false       |
        """);
  }

  private void drawDoses() {
    night.draw(
        ResolvedTables.COVID_DOSE,
        """
        ma_mui_tiem | record_number | citizen_key | link      | status    | defects                     | error_class
        M1          | 1             | k-hoa       | resolved  | cleaned   | NAME_MISMATCH, PHONE_PREFIX | 3
        M2          | 2             | k-mai       | resolved  | cleaned   | ID_MISSING                  | 1
        M3          | 3             |             | nobody    | to_verify | ID_FORMAT, UNMATCHED        | 2
        M4          | 4             |             | undecided | to_verify | UNMATCHED                   | 4
        M5          | 5             | k-an        | resolved  | to_verify | DATE_IMPLAUSIBLE            | 4
        M6          | 6             | k-an        | resolved  | clean     | []                          |
        M7          | 7             |             | nobody    | to_verify | UNMATCHED                   | 4
        """);
    night.draw(
        StagedTables.COVID_DOSE_VERSION,
        """
        record_number | ma_mui_tiem | name_text      | birth_date_text | gender_text | id_text      | vaccine_text | dose_number_text | given_text | place_text | name_folded    | birth_date | citizen_id   | commune
        1             | M1          | NGUYEN VAN HOA | 02/01/1980      | Nam         | 075080000001 | Pfizer       | 2                | 01/09/2021 | Trạm A     | nguyen van hoa | 1980-01-02 | 075080000001 | 26068
        2             | M2          | Trần Thị Mai   | 05/05/1990      | Nữ          |              | Pfizer       | 1                | 01/09/2021 | Trạm A     | tran thi mai   | 1990-05-05 |              | 26068
        3             | M3          | Vũ Bình        | 1970            | Nam         | 12345        | Pfizer       | 1                | 01/09/2021 | Trạm A     | vu binh        |            |              | 26050
        4             | M4          | Lê An          | 04/03/1985      | Nam         |              | Pfizer       | 1                | 01/09/2021 | Trạm A     | le an          | 1985-03-04 |              | 26050
        5             | M5          | Lê An          | 04/03/1985      | Nam         | 075085000012 | Pfizer       | 1                | 01/09/2019 | Trạm A     | le an          | 1985-03-04 | 075085000012 | 26050
        6             | M6          | Lê An          | 04/03/1985      | Nam         | 075085000012 | Pfizer       | 1                | 01/09/2021 | Trạm A     | le an          | 1985-03-04 | 075085000012 | 26050
        7             | M7          | Hồ Cúc         | 01/01/1960      | Nữ          | 001160000001 | Pfizer       | 1                | 01/09/2021 | Trạm A     | ho cuc         | 1960-01-01 | 001160000001 | 00070
        """);
    night.draw(
        ResolvedTables.COVID_DOSE_REPAIR,
        """
        ma_mui_tiem | field      | original       | repaired       | rule          | night
        M1          | phone_text | 0167           | 0367           | PHONE_PREFIX  | 2022-12-31
        M1          | name_text  | NGUYEN VAN HOA | Nguyễn Văn Hòa | NAME_MISMATCH | 2022-12-31
        M2          | id_text    |                | 075190000002   | ID_MISSING    | 2022-12-31
        """);
  }

  @Test
  void aDoseStandsInTheListOfItsSmallestClassInTheCommuneOfItsCitizen() {
    drawDoses();

    assertThatRows(rows("26050"))
        .areExactlyInOrder(
            """
            list      | source     | key | name           | defects                     | linked | proposals                                        | candidates
            group_2   | covid_dose | M3  | Vũ Bình        | ID_FORMAT, UNMATCHED        |        | []                                               | []
            group_3   | covid_dose | M1  | NGUYEN VAN HOA | NAME_MISMATCH, PHONE_PREFIX | HS1    | name_text=Nguyễn Văn Hòa, phone_text=0367        | []
            other     | covid_dose | M5  | Lê An          | DATE_IMPLAUSIBLE            | HS3    | []                                               | []
            undecided | covid_dose | M4  | Lê An          | UNMATCHED                   |        | []                                               | HS3, HS4
            """);
    assertThatRows(rows("26068"))
        .areExactlyInOrder(
            """
            list    | source     | key | name         | defects    | linked | proposals            | candidates
            group_1 | covid_dose | M2  | Trần Thị Mai | ID_MISSING | HS2    | id_text=075190000002 | []
            """);
  }

  @Test
  void whatStandsInNoCommuneOfTheProvinceIsCounted() {
    drawDoses();

    try (WorklistReader reader = open()) {
      assertThat(reader.counts())
          .containsExactlyInAnyOrderEntriesOf(Map.of("26050", 4L, "26068", 1L, "", 1L));
    }
  }

  @Test
  void aCandidateIsWhoHoldsAKeyAndAgreesElseWhoHasNameBirthDateAndCommune() {
    night.draw(
        ResolvedTables.IMMUNIZATION,
        """
        ma_doi_tuong | record_number | link
        D1           | 1             | undecided
        D2           | 2             | undecided
        """);
    night.draw(
        StagedTables.IMMUNIZATION_VERSION,
        """
        record_number | ma_doi_tuong | name_text       | vaccine_name_text | name_folded     | birth_date | citizen_id   | insurance_numbers | commune
        1             | D1           | Lê An           | BCG               | le an           | 1985-03-04 |              | 7500000003        | 26050
        2             | D2           | Nguyen Van Hoaa | BCG               | nguyen van hoaa | 1980-01-02 | 075080000001 | 7500000003        | 26050
        """);

    List<ListedRow> listed = listed("26050");

    assertThatRows(drawn(listed))
        .areExactly(
            """
            key | source       | candidates
            D1  | immunization | HS3, HS4
            D2  | immunization | HS1
            """);
    ListedRow.Candidate hoa = listed.get(1).candidates().get(0);
    assertThat(listed.get(1).given().vaccine()).isEqualTo("BCG");
    assertThat(Arrays.asList(hoa.present(), hoa.contact()))
        .hasToString(
            "[Present[name=Nguyễn Văn Hòa, birthDate=02/01/1980, gender=Nam, id=075080000001],"
                + " Contact[phone=0901, address=Ấp 1]]");
  }

  @Test
  void twoHealthRecordsThatMayBeOneAreAPair() {
    night.draw(
        ResolvedTables.REVIEW_PAIR,
        """
        ma_hssk | other_ma_hssk | reason
        HS3     | HS4           | name_birth_commune
        """);

    assertThatRows(rows("26050"))
        .areExactly(
            """
            list      | source      | key     | name  | linked | candidates
            undecided | review_pair | HS3/HS4 | Lê An | HS3    | HS4
            """);
  }

  @Test
  void aHealthRecordWhoseKeysLeadToSeveralIsUndecided() {
    night.draw(
        ResolvedTables.CITIZEN_IDENTITY,
        """
        citizen_key | first_ma_hssk | citizen_id   | name_text | name_folded | birth_date | commune | undecided
        k-hoa       | HS1           | 075080000001 | Lê An     | le an       | 1980-01-02 | 26050   | false
        k-an        | HS3           | 075085000012 | Lê An     | le an       | 1985-03-04 | 26050   | false
        k-an-2      | HS4           |              | Lê An     | le an       | 1985-03-04 | 26050   | true
        """);
    night.draw(
        StagedTables.HEALTH_RECORD_VERSION,
        """
        record_number | ma_hssk | name_text | citizen_id   | name_folded | birth_date | insurance_numbers      | commune
        1             | HS1     | Lê An     | 075080000001 | le an       | 1980-01-02 | 7500000001             | 26050
        3             | HS3     | Lê An     | 075085000012 | le an       | 1985-03-04 | 7500000003             | 26050
        4             | HS4     | Lê An     |              | le an       | 1985-03-04 | 7500000001, 7500000003 | 26050
        """);

    night.draw(
        ResolvedTables.REGISTERED_RECORD,
        """
        ma_hssk | first_ma_hssk | name_folded | birth_date | insurance_numbers
        HS1     | HS1           | le an       | 1980-01-02 | 7500000001
        HS3     | HS3           | le an       | 1985-03-04 | 7500000003
        HS4     | HS4           | le an       | 1985-03-04 | 7500000001, 7500000003
        """);

    assertThatRows(rows("26050"))
        .areExactly(
            """
            list      | source        | key | name  | linked | candidates
            undecided | health_record | HS4 | Lê An | HS4    | HS1, HS3
            """);
  }

  @Test
  void whatAStationDecidedIsNotAskedAgainWhileNothingChanged() {
    drawDoses();
    night.draw(
        StagedTables.CORRECTION_VERSION,
        """
        record_number | source_table       | record_key | list      | decision       | listed_name    | listed_birth_date | listed_gender | listed_id    | confirmed                                 | candidates | linked_hssk | withdrawn | updated_at
        1             | covid_dose_version | M1         | group_3   | as_proposed    | NGUYEN VAN HOA | 02/01/1980        | Nam           | 075080000001 | name_text=Nguyễn Văn Hòa, phone_text=0367 | []         | HS1         | false     | 2023-01-10 08:00
        2             | covid_dose_version | M3         | group_2   | kept           | Vũ Bính        | 1970              | Nam           | 12345        | []                                        | []         |             | false     | 2023-01-10 08:00
        3             | covid_dose_version | M4         | undecided | none_of_these  | Lê An          | 04/03/1985        | Nam           |              | []                                        | HS3        |             | false     | 2023-01-10 08:00
        4             | covid_dose_version | M5         | other     | kept           | Lê An          | 04/03/1985        | Nam           | 075085000012 | []                                        | []         | HS3         | false     | 2023-01-10 08:00
        5             | covid_dose_version | M5         | other     | unverified     | Lê An          | 04/03/1985        | Nam           | 075085000012 | []                                        | []         | HS3         | true      | 2023-01-11 08:00
        6             | covid_dose_version | M2         | group_1   | died           | Trần Thị Mai   | 05/05/1990        | Nữ            |              | []                                        | []         | HS2         | false     | 2023-01-10 08:00
        """);

    assertThatRows(rows("26050"))
        .areExactlyInOrder(
            """
            list      | key
            group_2   | M3
            other     | M5
            undecided | M4
            """);
    assertThat(rows("26068")).isEmpty();
  }

  @Test
  void theVersionSavedLastCountsWhateverTheOrder() {
    drawDoses();
    night.draw(
        StagedTables.CORRECTION_VERSION,
        """
        file_id | record_number | source_table       | record_key | list  | decision   | note_text   | listed_name | listed_birth_date | listed_gender | listed_id    | withdrawn | file_date  | updated_at
        1       | 1             | covid_dose_version | M5         | other | kept       | last        | Lê An       | 04/03/1985        | Nam           | 075085000012 | false     | 2023-01-12 | 2023-01-12 08:00
        2       | 1             | covid_dose_version | M5         | other | unverified | before      | Lê An       | 04/03/1985        | Nam           | 075085000012 | true      | 2023-01-12 | 2023-01-12 07:59
        3       | 1             | covid_dose_version | M5         | other | unverified | wrong clock | Lê An       | 04/03/1985        | Nam           | 075085000012 | true      | 2023-01-10 | 2023-01-12 09:00
        """);

    assertThatRows(rows("26050")).areExactly("key\nM1\nM3\nM4\n");
  }

  private WorklistReader open() {
    if (!Files.exists(new Layout(home).warehouse())) {
      night.publish();
    }
    return WorklistReader.open(
        new Layout(home),
        NightId.parse("2022-12-31.v1"),
        night.identity(),
        ListedUnits.of(AdministrativeUnits.load(), "75", LocalDate.parse("2022-12-31")),
        DrawnNight.LIMITS,
        home.resolve("overflow"));
  }

  private List<ListedRow> listed(String commune) {
    List<ListedRow> rows = new ArrayList<>();
    try (WorklistReader reader = open()) {
      reader.rows(commune, rows::add);
    }
    assertThat(home.resolve("overflow")).doesNotExist();
    return rows;
  }

  private List<Map<String, Object>> rows(String commune) {
    return drawn(listed(commune));
  }

  private static List<Map<String, Object>> drawn(List<ListedRow> rows) {
    List<Map<String, Object>> drawn = new ArrayList<>();
    for (ListedRow row : rows) {
      Map<String, Object> values = new HashMap<>();
      COLUMNS.forEach((name, value) -> values.put(name, value.apply(row)));
      drawn.add(values);
    }
    return drawn;
  }
}
