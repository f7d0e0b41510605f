package khoyte.warehouse.night;

import static khoyte.warehouse.table.DrawnTable.assertThatRows;

import java.nio.file.Path;
import java.util.List;
import khoyte.warehouse.Layout;
import khoyte.warehouse.NightId;
import khoyte.warehouse.table.DrawnTable;
import khoyte.warehouse.table.NightTables;
import khoyte.warehouse.table.ResolvedTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MartsTest {
  private static final String BY_DISTRICT = "from mart_health_record_by_district";
  private static final String CLEANED = "from mart_covid_cleaned_by_district";

  @TempDir Path home;

  @Test
  void everyDistrictIsCountedAlsoWithNobody() {
    DrawnNight night =
        DrawnNight.of(home, "2022-12-31.v1")
            .draw(
                ResolvedTables.CITIZEN,
                """
                citizen_key | commune_code | district_code | managed
                k1          | 26041        | 731           | true
                k2          | 26041        | 731           | true
                k3          | 26041        | 731           | false
                k4          | 26386        | 740           | true
                """)
            .draw(
                ResolvedTables.IMMUNIZATION,
                """
                ma_doi_tuong | citizen_key | given_on
                M1           | k1          | 2022-12-31
                M2           | k1          | 2022-11-30
                M3           | k3          | 2022-11-30
                M4           |             | 2022-11-30
                """)
            .draw(
                ResolvedTables.ENCOUNTER,
                """
                facility_code | ma_lk | citizen_key | admitted_at      | dialect
                75001         | 1     | k2          | 2022-12-31 23:59 | 4210
                75001         | 2     | k4          | 2022-12-31 00:00 | 4210
                75002         | 2     | k4          | 2022-06-01 08:00 | 4750
                75002         | 3     |             | 2022-06-01 08:00 | 4750
                """);

    assertThatAnswer(night, BY_DISTRICT)
        .areExactlyInOrder(
            """
            unit_code | unit_name            | managed | with_immunization | with_encounter
            731       | Thành phố Biên Hòa   | 2       | 1                 | 1
            732       | Thành phố Long Khánh | 0       | 0                 | 0
            734       | Huyện Tân Phú        | 0       | 0                 | 0
            735       | Huyện Vĩnh Cửu       | 0       | 0                 | 0
            736       | Huyện Định Quán      | 0       | 0                 | 0
            737       | Huyện Trảng Bom      | 0       | 0                 | 0
            738       | Huyện Thống Nhất     | 0       | 0                 | 0
            739       | Huyện Cẩm Mỹ         | 0       | 0                 | 0
            740       | Huyện Long Thành     | 1       | 0                 | 1
            741       | Huyện Xuân Lộc       | 0       | 0                 | 0
            742       | Huyện Nhơn Trạch     | 0       | 0                 | 0
            ""        | Không xác định       | 0       | 0                 | 0
            """);
  }

  @Test
  void whatHappenedAfterTheDateDoesNotCount() {
    DrawnNight night =
        DrawnNight.of(home, "2022-12-31.v1")
            .draw(
                ResolvedTables.CITIZEN,
                """
                citizen_key | district_code | managed
                k1          | 731           | true
                """)
            .draw(
                ResolvedTables.IMMUNIZATION,
                """
                ma_doi_tuong | citizen_key | given_on
                M1           | k1          | 2023-01-01
                M2           | k1          |
                """)
            .draw(
                ResolvedTables.ENCOUNTER,
                """
                facility_code | ma_lk | citizen_key | admitted_at      | dialect
                75001         | 1     | k1          | 2023-01-01 00:00 | 4210
                75001         | 2     | k1          |                  | 4210
                """);

    assertThatAnswer(night, BY_DISTRICT + " where managed > 0")
        .areExactly(
            """
            unit_code | managed | with_immunization | with_encounter
            731       | 1       | 0                 | 0
            """);
  }

  @Test
  void anUndecidedDoseIsNobodysEvenIfItNamesACitizen() {
    DrawnNight night =
        DrawnNight.of(home, "2022-12-31.v1")
            .draw(
                ResolvedTables.CITIZEN, "citizen_key | district_code | managed\nk1 | 731 | true\n")
            .draw(
                ResolvedTables.IMMUNIZATION,
                """
                ma_doi_tuong | citizen_key | link      | given_on
                M1           | k1          | undecided | 2022-01-01
                """);

    assertThatAnswer(night, BY_DISTRICT + " where managed > 0")
        .areExactly("unit_code | managed | with_immunization\n731 | 1 | 0\n");
  }

  @Test
  void citizensOfNoDistrictOfTheProvinceAreUndetermined() {
    DrawnNight night =
        DrawnNight.of(home, "2022-12-31.v1")
            .draw(
                ResolvedTables.CITIZEN,
                """
                citizen_key | commune_code | district_code | province_code | managed
                k1          |              |               |               | true
                k2          | 26506        | 747           | 77            | true
                k3          | 26041        | 731           | 75            | true
                """);

    assertThatAnswer(night, BY_DISTRICT + " where managed > 0")
        .areExactly(
            """
            unit_code | unit_name          | managed
            731       | Thành phố Biên Hòa | 1
            ""        | Không xác định     | 2
            """);
  }

  @Test
  void withoutDistrictsTheCommunesOfTheProvinceAreCounted() {
    DrawnNight night =
        DrawnNight.of(home, "2025-12-31.v1")
            .draw(
                ResolvedTables.CITIZEN,
                """
                citizen_key | commune_code | district_code | managed
                k1          | 26041        | 75            | true
                """);

    assertThatAnswer(night, BY_DISTRICT + " where managed > 0")
        .areExactly("unit_code | unit_name | managed\n26041 | Phường Trấn Biên | 1\n");
    try (NightReader reader =
        NightReader.open(new Layout(home), NightId.parse("2025-12-31.v1"), DrawnNight.LIMITS)) {
      assertThatRows(List.of("rows"), reader.query("select count(*) from reported_unit").rows())
          .areExactly("rows\n96\n");
    }
  }

  @Test
  void cleanedDosesAreCountedByDistrict() {
    DrawnNight night =
        DrawnNight.of(home, "2022-12-31.v1")
            .draw(
                ResolvedTables.CITIZEN, "citizen_key | district_code | managed\nk1 | 731 | true\n")
            .draw(
                ResolvedTables.COVID_DOSE,
                """
                ma_mui_tiem | citizen_key | status    | defects       | commune_code | district_code | duplicate_of
                D1          | k1          | cleaned   | ID_FORMAT     | 26041        | 731           |
                D2          | k1          | cleaned   | NAME_MISMATCH | 26041        | 731           |
                D3          | k1          | clean     | []            | 26041        | 731           |
                D4          | k1          | duplicate | DUPLICATE     | 26041        | 731           | D1
                D5          |             | to_verify | UNMATCHED     | 26386        | 740           |
                D6          | k1          | cleaned   | PHONE_PREFIX  |              |               |
                D7          | k1          | cleaned   | PHONE_PREFIX  | 26506        | 747           |
                """);

    assertThatAnswer(night, CLEANED + " where cleaned > 0 or unit_code = '740'")
        .areExactlyInOrder(
            """
            unit_code | unit_name          | cleaned
            731       | Thành phố Biên Hòa | 2
            740       | Huyện Long Thành   | 0
            ""        | Không xác định     | 2
            """);
  }

  @Test
  void everySenderIsReconciledBelowItsSource() {
    DrawnNight night =
        DrawnNight.of(home, "2022-12-31.v1")
            .draw(
                ResolvedTables.IMMUNIZATION,
                """
                ma_doi_tuong | citizen_key | link
                M1           |             | undecided
                M2           |             | nobody
                M3           |             | nobody
                """)
            .draw(
                NightTables.SOURCE_STATE,
                """
                source       | name         | position
                his          | Bệnh viện    | 1
                immunization | Tiêm chủng   | 2
                ehr          | Hồ sơ        | 3
                """)
            .draw(
                NightTables.FILE,
                """
                file_id | source       | folder | name  | state   | announced | arrived | staged | quarantined | copies | is_new
                1       | his          | 75002  | a.xml | loaded  | 4         | 4       | 3      | 1           | 0      | false
                2       | his          | 75002  | b.xml | refused |           | 0       | 0      | 0           | 2      | true
                3       | his          | 75001  | c.xml | loaded  | 2         | 2       | 2      | 0           | 0      | true
                4       | his          | 75001  | d.xml | loaded  |           | 1       | 1      | 0           | 1      | true
                5       | his          |        | e.xml | loaded  | 1         | 1       | 1      | 0           | 0      | true
                6       | immunization |        | f.csv | loaded  |           | 3       | 3      | 0           | 0      | false
                """)
            .draw(
                NightTables.FILE_BALANCE,
                """
                file_id | staged | replaced | withdrawn | resolved | undecided | nobody | copies
                1       | 3      | 2        | 1         | 0        | 0         | 0      | 0
                3       | 2      | 2        | 0         | 0        | 0         | 0      | 1
                4       | 1      | 1        | 0         | 0        | 0         | 0      | 1
                5       | 1      | 1        | 0         | 0        | 0         | 0      | 0
                6       | 3      | 0        | 0         | 0        | 1         | 2      | 0
                """)
            .draw(
                NightTables.BALANCE,
                """
                source       | arrived | staged | quarantined | replaced | withdrawn | current | resolved | undecided | nobody
                his          | 8       | 7      | 1           | 6        | 1         | 0       | 0        | 0         | 0
                immunization | 3       | 3      | 0           | 0        | 0         | 3       | 0        | 1         | 2
                """);

    assertThatAnswer(night, "from mart_reconciliation")
        .areExactlyInOrder(
            """
            unit_code    | unit_name              | is_group | files | new_files | refused_files | copied_files | announced | announced_state | read | kept_back | received | resolved | unresolved | duplicate | copied | replaced | withdrawn | undecided | nobody | difference
            his          | Bệnh viện              | true     | 5     | 4         | 1             | 3            |           | unknown         | 8    | 1         | 7        | 0        | 0          | 7         | 2      | 4        | 1         | 0         | 0      | 0
            his/75001    | Cơ sở 75001            | false    | 2     | 2         | 0             | 1            |           | unknown         | 3    | 0         | 3        | 0        | 0          | 3         | 2      | 1        | 0         | 0         | 0      | 0
            his/75002    | Cơ sở 75002            | false    | 2     | 1         | 1             | 2            | 4         |                 | 4    | 1         | 3        | 0        | 0          | 3         | 0      | 2        | 1         | 0         | 0      | 0
            his/         | Không có thư mục cơ sở | false    | 1     | 1         | 0             | 0            | 1         |                 | 1    | 0         | 1        | 0        | 0          | 1         | 0      | 1        | 0         | 0         | 0      | 0
            immunization | Tiêm chủng             | true     | 1     | 0         | 0             | 0            |           | n_a             | 3    | 0         | 3        | 0        | 3          | 0         | 0      | 0        | 0         | 1         | 2      | 0
            ehr          | Hồ sơ                  | true     | 0     | 0         | 0             | 0            |           | n_a             | 0    | 0         | 0        | 0        | 0          | 0         | 0      | 0        | 0         | 0         | 0      | 0
            """);
  }

  private static DrawnTable.RowsAssert assertThatAnswer(DrawnNight night, String sql) {
    try (NightReader reader = night.read()) {
      Answer answer = reader.query(sql);
      return assertThatRows(
          answer.columns().stream().map(AnswerColumn::name).toList(), answer.rows());
    }
  }
}
