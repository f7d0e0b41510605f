package khoyte.warehouse.night;

import static khoyte.warehouse.table.DrawnTable.assertThatRows;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khoyte.warehouse.Layout;
import khoyte.warehouse.NightId;
import khoyte.warehouse.explain.AskedRecord;
import khoyte.warehouse.explain.KnownPerson;
import khoyte.warehouse.reference.AdministrativeUnits;
import khoyte.warehouse.table.ResolvedTables;
import khoyte.warehouse.table.StagedTables;
import khoyte.warehouse.table.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkReaderTest {
  private static final NightId NIGHT = NightId.parse("2022-12-31.v1");

  @TempDir Path home;
  private LinkReader reader;

  @BeforeEach
  void open() throws Exception {
    DrawnNight night =
        DrawnNight.of(home, NIGHT.toString())
            .draw(
                ResolvedTables.CITIZEN,
                """
                citizen_key | managed
                k-hoa       | true
                k-mai       | true
                k-an        | true
                """)
            .draw(
                ResolvedTables.HEALTH_RECORD,
                """
                ma_hssk | citizen_key | record_number | state | opened_on  | evidence
                HS1     | k-hoa       | 1             | 1     | 2020-01-01 | registry
                HS2     | k-hoa       | 2             | 1     | 2020-01-01 | registry
                HS3     | k-mai       | 3             | 1     | 2020-01-01 | registry
                HS4     | k-an        | 4             | 1     | 2020-01-01 | registry
                """)
            .draw(
                StagedTables.HEALTH_RECORD_VERSION,
                """
                record_number | ma_hssk | phone
                1             | HS1     | 0901234567
                2             | HS2     |
                3             | HS3     |
                4             | HS4     |
                """)
            .draw(
                ResolvedTables.REGISTERED_RECORD,
                """
                ma_hssk | first_ma_hssk | citizen_key | record_number | key_id       | name_text      | name           | name_folded    | birth_date | birth_year | insurance_numbers | commune          | is_answered | answer_name_text | answer_name | answer_name_folded
                HS1     | HS1           | k-hoa       | 1             | 075080000001 | Nguyễn Văn Hòa | nguyễn văn hòa | nguyen van hoa | 1980-01-02 | 1980       | 7500000001        | 26050            | false       |                  |             |
                HS2     | HS1           | k-hoa       | 2             |              | Nguyễn Văn Hoà | nguyễn văn hòa | nguyen van hoa | 1980-01-02 | 1980       | 7500000001        | 26068            | false       |                  |             |
                HS3     | HS3           | k-mai       | 3             | 075080000010 | Trần Thị Mai   | trần thị mai   | tran thi mai   | 1980-05-05 | 1980       | []                | 26068            | true        | Trần Mai         | trần mai    | tran mai
                HS4     | HS4           | k-an        | 4             |              | Lê An          | lê an          | le an          | 1985-03-04 | 1985       | []                | 26068            | false       |                  |             |
                """)
            .draw(
                ResolvedTables.ENCOUNTER,
                """
                facility_code | ma_lk | record_number | citizen_key | evidence         | dialect
                75001         | L1    | 1             | k-hoa       | insurance_number | 130
                75001         | L2    | 2             |             |                  | 130
                75001         | L3    | 3             |             |                  | 130
                """)
            .draw(
                StagedTables.ENCOUNTER_VERSION,
                """
                record_number | facility_code | ma_lk | name_text      | name           | name_folded    | birth_date | birth_year | citizen_id   | insurance_numbers | commune | dialect
                1             | 75001         | L1    | NGUYEN VAN HOA | nguyen van hoa | nguyen van hoa | 1980-01-02 | 1980       |              | 7500000001        | 26068   | 130
                2             | 75001         | L2    | Trần Mai       | trần mai       | tran mai       |            | 1980       | 075080000110 | []                | 26068   | 130
                3             | 75001         | L3    | Lê Văn Ann     | lê văn ann     | le van ann     |            | 1986       |              | []                | 26068   | 130
                """)
            .draw(
                ResolvedTables.MATCH_CANDIDATE,
                """
                source_table      | record_key | citizen_key | first_ma_hssk | weight | probability | decision
                encounter_version | 75001/L3   | k-an        | HS4           | 2      | 0.8         | review
                """)
            .draw(
                StagedTables.CORRECTION_VERSION,
                """
                record_number | source_table      | record_key | list  | decision  | decision_text | name_text      | name           | name_folded    | candidates | confirmed | unit_code | listed_night  | updated_at
                1             | encounter_version | 75001/L1   | other | corrected | Đã sửa        | Nguyễn Văn Hòa | nguyễn văn hòa | nguyen van hoa | []         | []        | 26050     | 2022-12-31.v1 | 2023-01-05 00:00
                """);
    night.publish();
    Path overflow = Files.createDirectories(home.resolve("overflow"));
    reader =
        LinkReader.open(
            new Layout(home),
            NIGHT,
            night.identity(),
            ListedUnits.of(AdministrativeUnits.load(), "75", LocalDate.of(2022, 12, 31)),
            DrawnNight.LIMITS,
            overflow.resolve("rows"));
  }

  @AfterEach
  void close() {
    reader.close();
  }

  @Test
  void anEventStandsWithWhatAStationCorrected() {
    AskedRecord visit = asked(ResolvedTables.ENCOUNTER, "75001/L1");

    assertThat(visit.citizenKey()).isEqualTo("k-hoa");
    assertThat(visit.evidence()).isEqualTo("insurance_number");
    assertThat(visit.values().name()).isEqualTo("nguyễn văn hòa");
    assertThat(visit.decisions())
        .containsExactly(new AskedRecord.Decided("Đã sửa", "26050", "2022-12-31.v1"));
  }

  @Test
  void theRecordsOfItsCitizenComeFirst() {
    asked(ResolvedTables.ENCOUNTER, "75001/L1");

    known(
        """
        ma_hssk | citizen | same_commune | name           | phone
        HS2     | k-hoa   | true         | Nguyễn Văn Hoà |
        HS1     | k-hoa   | false        | Nguyễn Văn Hòa | 0901234567
        """);
  }

  @Test
  void whoIsNearlyTheSameIsFoundUnderBothNames() {
    AskedRecord visit = asked(ResolvedTables.ENCOUNTER, "75001/L2");

    assertThat(visit.citizenKey()).isNull();
    assertThat(visit.link()).isEqualTo("nobody");
    known(
        """
        ma_hssk | citizen | same_commune | name         | phone
        HS3     | k-mai   | true         | Trần Mai     |
        HS3     | k-mai   | true         | Trần Thị Mai |
        """);
  }

  @Test
  void whomTheMatcherOfTheNightFoundIsThere() {
    asked(ResolvedTables.ENCOUNTER, "75001/L3");

    known(
        """
        ma_hssk | citizen | same_commune | name  | phone
        HS4     | k-an    | true         | Lê An |
        """);
  }

  @Test
  void aHealthRecordIsNotComparedWithItself() {
    AskedRecord record = asked(ResolvedTables.HEALTH_RECORD, "HS1");

    assertThat(record.evidence()).isEqualTo("registry");
    assertThat(record.values().phone()).isEqualTo("0901234567");
    known(
        """
        ma_hssk | citizen | same_commune | name           | phone
        HS2     | k-hoa   | false        | Nguyễn Văn Hoà |
        HS3     | k-mai   | false        | Trần Mai       |
        HS3     | k-mai   | false        | Trần Thị Mai   |
        """);
  }

  @Test
  void anUnknownRecordHasANearestOne() {
    assertThat(
            reader.record(
                ResolvedTables.ENCOUNTER, StagedTables.ENCOUNTER_VERSION, "75001/L'; drop"))
        .isEmpty();
    assertThat(reader.nearest(ResolvedTables.ENCOUNTER, "75001/L22")).contains("75001/L2");
    assertThat(reader.nearest(ResolvedTables.COVID_DOSE, "M1")).isEmpty();
  }

  private AskedRecord asked(Table view, String key) {
    Table versions =
        view.equals(ResolvedTables.ENCOUNTER)
            ? StagedTables.ENCOUNTER_VERSION
            : StagedTables.HEALTH_RECORD_VERSION;
    return reader.record(view, versions, key).orElseThrow();
  }

  private void known(String drawn) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (KnownPerson person : reader.known(40)) {
      Map<String, Object> row = new HashMap<>();
      row.put("ma_hssk", person.maHssk());
      row.put("citizen", person.citizenKey());
      row.put("same_commune", person.isSameCommune());
      row.put("name", person.values().nameText());
      row.put("phone", person.values().phone());
      rows.add(row);
    }
    assertThatRows(rows).areExactlyInOrder(drawn);
  }
}
