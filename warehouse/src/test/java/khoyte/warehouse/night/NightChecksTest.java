package khoyte.warehouse.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Messages;
import khoyte.warehouse.table.NightTables;
import khoyte.warehouse.table.ResolvedTables;
import khoyte.warehouse.table.StagedTables;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NightChecksTest {

  @TempDir Path home;

  @Test
  void aKeyTwiceIsFound() {
    assertThatCheck(
            night()
                .draw(ResolvedTables.CITIZEN, "citizen_key | managed\nk1 | false\nk1 | false\n")
                .draw(ResolvedTables.HEALTH_RECORD, "ma_hssk | citizen_key\nHS1 | k1\n"))
        .isEqualTo(
            "Không thể công bố phiên đêm 2022-12-31: unique_keys.citizen không đạt (1, cần 2).");
    assertThatCheck(
            night()
                .draw(
                    StagedTables.DRUG,
                    "record_number | row_number | facility_code\n1 | 1 | 75001\n1 | 1 | 75001\n")
                .draw(
                    ResolvedTables.ENCOUNTER,
                    "facility_code | ma_lk | record_number | dialect\n75001 | 1 | 1 | 4210\n"))
        .contains("unique_keys.drug không đạt (1, cần 2)");
  }

  @Test
  void aRecordOfAnUnknownCitizenIsFound() {
    assertThatCheck(
            night().draw(ResolvedTables.IMMUNIZATION, "ma_doi_tuong | citizen_key\nM1 | k9\n"))
        .contains("citizens.of_immunization không đạt (0, cần 1)");
  }

  @Test
  void aResolvedRecordWithoutCitizenIsFound() {
    assertThatCheck(
            night()
                .draw(
                    ResolvedTables.IMMUNIZATION,
                    "ma_doi_tuong | citizen_key | link\nM1 | | resolved\n"))
        .contains("citizens.of_immunization không đạt (0, cần 1)");
  }

  @Test
  void aCitizenWithoutHealthRecordIsFound() {
    assertThatCheck(
            night()
                .draw(ResolvedTables.CITIZEN, "citizen_key\nk1\nk2\n")
                .draw(ResolvedTables.HEALTH_RECORD, "ma_hssk | citizen_key\nHS1 | k1\n"))
        .contains("citizens.with_health_record không đạt (1, cần 2)");
  }

  @Test
  void aManagedCitizenWhoseRecordsSayOtherwiseIsFound() {
    assertThatCheck(
            night()
                .draw(ResolvedTables.CITIZEN, "citizen_key | managed\nk1 | true\n")
                .draw(
                    ResolvedTables.HEALTH_RECORD,
                    "ma_hssk | citizen_key | state | opened_on\nHS1 | k1 | 1 | 2023-01-01\n"))
        .contains("citizens.managed không đạt (1, cần 0)");
  }

  @Test
  void aHealthRecordThatIsNotWhereItsLastMoveLedIsFound() {
    assertThatCheck(
            night()
                .draw(ResolvedTables.CITIZEN, "citizen_key\nk1\nk2\n")
                .draw(
                    ResolvedTables.HEALTH_RECORD,
                    """
                    ma_hssk | citizen_key | state
                    HS1     | k1          | 2
                    HS2     | k2          | 2
                    """)
                .draw(
                    ResolvedTables.CITIZEN_KEY_MOVE,
                    """
                    run | as_of      | version | ma_hssk | citizen_key | successor_key | change
                    2   | 2022-12-31 | 2       | HS1     | k1          | k2            | merged
                    3   | 2022-12-31 | 3       | HS1     | k2          | k1            | split
                    3   | 2022-12-31 | 3       | HS2     | k2          | k1            | merged
                    3   | 2022-12-31 | 3       | HS3     | k2          |               | withdrawn
                    """))
        .contains("citizen_keys.followed không đạt (1, cần 2)");
  }

  @Test
  void aDoseOfNoStatusIsFound() {
    assertThatCheck(
            night().draw(ResolvedTables.COVID_DOSE, "ma_mui_tiem | status\nD1 | repaired\n"))
        .contains("covid_doses.status không đạt (0, cần 1)");
  }

  @Test
  void aCopyOfADoseThatIsNotKeptIsFound() {
    assertThatCheck(
            night()
                .draw(
                    ResolvedTables.COVID_DOSE,
                    """
                    ma_mui_tiem | status    | duplicate_of
                    D1          | duplicate | D2
                    D2          | duplicate | D1
                    """))
        .contains("covid_doses.duplicate_of không đạt (0, cần 2)");
  }

  @Test
  void aCleanDoseWithADefectIsFound() {
    assertThatCheck(
            night()
                .draw(
                    ResolvedTables.COVID_DOSE,
                    "ma_mui_tiem | status | defects\nD1 | clean | ID_FORMAT\n"))
        .contains("covid_doses.clean_without_defect không đạt (1, cần 0)");
  }

  @Test
  void linksThatTheBalanceDoesNotKnowAreFound() {
    assertThatCheck(
            night()
                .draw(ResolvedTables.IMMUNIZATION, "ma_doi_tuong\nM1\n")
                .draw(
                    NightTables.BALANCE,
                    """
                    source | arrived | staged | current | resolved | undecided | nobody
                    ehr    | 1       | 1      | 1       | 0        | 1         | 0
                    """))
        .contains("links.nobody không đạt (1, cần 0)");
  }

  @Test
  void recordsThatGetLostAreFoundBySource() {
    String links = "| resolved | undecided | nobody\n";
    assertThatBalance("source | arrived | staged | quarantined | current " + links, "4|2|1|2|0|0|2")
        .isEqualTo(
            "Không thể công bố phiên đêm 2022-12-31: nguồn ehr lệch 1 bản ghi khi đối soát.");
    assertThatBalance("source | arrived | staged | replaced | current " + links, "9|9|2|2|0|0|2")
        .contains("nguồn ehr lệch 5 bản ghi");
    assertThatBalance("source | arrived | staged | withdrawn | current " + links, "9|9|1|2|0|0|2")
        .contains("nguồn ehr lệch 6 bản ghi");
    assertThatBalance("source | arrived | staged | replaced | current " + links, "9|9|7|2|0|0|0")
        .contains("links.nobody không đạt (2, cần 0)");
  }

  @Test
  void aFileThatDoesNotAddUpIsFoundEvenIfTheSourceDoes() {
    assertThatCheck(
            night()
                .draw(
                    NightTables.BALANCE, "source | arrived | staged | replaced\nehr | 4 | 4 | 4\n")
                .draw(
                    NightTables.FILE,
                    """
                    file_id | source | name  | state  | arrived | staged | quarantined
                    1       | ehr    | a.csv | loaded | 1       | 3      | 0
                    2       | ehr    | b.csv | loaded | 3       | 1      | 0
                    """))
        .contains("nguồn ehr lệch 4 bản ghi");
  }

  @Test
  void aSenderWhoseRecordsGotLostIsFoundEvenIfTheSourceAddsUp() {
    String balance = "file_id | staged | replaced\n";
    assertThatSenders(balance + "1 | 3 | 3\n2 | 1 | 1\n")
        .isEqualTo(
            "Không thể công bố phiên đêm 2022-12-31: nguồn his 75001 lệch 1 bản ghi khi đối soát.");
    assertThatSenders(balance + "1 | 2 | 1\n2 | 2 | 3\n").contains("nguồn his 75001 lệch 1 bản");
    assertThatSenders(balance + "1 | 2 | 2\n2 | 2 | 2\n9 | 5 | 5\n")
        .contains("nguồn file 9 lệch 5 bản ghi");
    assertThatSenders(balance + "1 | 2 | 2\n").contains("nguồn his 75002 lệch 2 bản ghi");
  }

  private AbstractStringAssert<?> assertThatSenders(String balances) {
    return assertThatCheck(
        night()
            .draw(NightTables.BALANCE, "source | arrived | staged | replaced\nhis | 4 | 4 | 4\n")
            .draw(
                NightTables.FILE,
                """
                file_id | source | folder | name  | state  | arrived | staged
                1       | his    | 75001  | a.xml | loaded | 2       | 2
                2       | his    | 75002  | b.xml | loaded | 2       | 2
                """)
            .draw(NightTables.FILE_BALANCE, balances));
  }

  @Test
  void aFileThatDoesNotHoldWhatItPromisesIsFound() {
    assertThatCheck(
            night()
                .draw(
                    NightTables.BALANCE, "source | arrived | staged | replaced\nhis | 2 | 2 | 2\n")
                .draw(
                    NightTables.FILE,
                    """
                    file_id | source | folder | name  | state   | announced | arrived | staged
                    1       | his    | 75001  | a.xml | loaded  | 5         | 2       | 2
                    2       | his    | 75001  | b.xml | refused | 7         | 0       | 0
                    """))
        .contains("nguồn his 75001 lệch 3 bản ghi");
  }

  @Test
  void aSourceWhoseFilesAreNotBalancedIsFound() {
    assertThatCheck(
            night()
                .draw(
                    NightTables.BALANCE, "source | arrived | staged | replaced\nehr | 1 | 1 | 1\n")
                .draw(
                    NightTables.FILE,
                    """
                    file_id | source     | name  | state  | arrived | staged
                    1       | ehr        | a.csv | loaded | 1       | 1
                    2       | population | b.csv | loaded | 3       | 3
                    """))
        .contains("nguồn population lệch 3 bản ghi");
  }

  @Test
  void populationIsNotLookedForAmongCitizens() {
    Path file =
        night()
            .draw(
                NightTables.BALANCE,
                """
                source     | arrived | staged | current | resolved | undecided | nobody
                population | 3       | 3      | 3       |          |           |
                """)
            .build();

    assertThat(file).exists();
  }

  @Test
  void aNightThatFailsItsChecksIsNotPublished() {
    KhoyteException failure =
        catchThrowableOfType(
            KhoyteException.class,
            () ->
                night()
                    .draw(ResolvedTables.IMMUNIZATION, "ma_doi_tuong | citizen_key\nM1 | k9\n")
                    .publish());

    assertThat(failure.fault()).isEqualTo(Fault.CHECK);
    assertThat(failure)
        .hasMessage(
            "Cannot publish night 2022-12-31: citizens.of_immunization does not hold (0, must be"
                + " 1).");
    assertThat(home.resolve("warehouse")).doesNotExist();
  }

  @Test
  void theResultsAreKeptInTheFile() {
    try (NightReader reader = night().read()) {
      assertThat(reader.query("from check_result where found <> expected").rows()).isEmpty();
      assertThat(reader.query("select count(*) >= 20 from check_result").rows().get(0).get(0))
          .isEqualTo(true);
    }
  }

  private DrawnNight night() {
    return DrawnNight.of(home.resolve("home" + home.toFile().list().length), "2022-12-31.v1");
  }

  private AbstractStringAssert<?> assertThatBalance(String heading, String values) {
    return assertThatCheck(
        night()
            .draw(ResolvedTables.IMMUNIZATION, "ma_doi_tuong\nM1\nM2\n")
            .draw(NightTables.BALANCE, heading + "ehr | " + values));
  }

  private static AbstractStringAssert<?> assertThatCheck(DrawnNight night) {
    KhoyteException failure = catchThrowableOfType(KhoyteException.class, night::build);
    return assertThat(failure.text(Messages.VIETNAMESE));
  }
}
