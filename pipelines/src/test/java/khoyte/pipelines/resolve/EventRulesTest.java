package khoyte.pipelines.resolve;

import static khoyte.warehouse.table.DrawnTable.assertThatRows;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import khoyte.warehouse.table.ResolvedTables;
import khoyte.warehouse.table.StagedTables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose an event is: every rule, all in one province. */
@Tag("slow")
class EventRulesTest {
  private static final LocalDate AS_OF = LocalDate.of(2022, 12, 31);

  @TempDir static Path home;
  private static SmallProvince province;
  private static List<FileBalance> balances;
  private static List<Map<String, Object>> doses;

  @BeforeAll
  static void theNightRuns() {
    province = new SmallProvince(home);
    province.arrives(
        StagedTables.HEALTH_RECORD_VERSION,
        """
        ma_hssk | citizen_id   | old_id    | name_text    | birth_date | birth_year | gender | insurance_numbers | commune          | opened_on  | state
        A1      | 075080000501 | 270000501 | Hồ Văn An    | 1980-01-01 |            | 1      | 7503000001        | 26050            | 2020-01-01 | 1
        A2      | 075080000502 | 270000502 | Hồ Văn An    | 1981-01-01 |            | 1      | 7503000002        | 26068            | 2020-01-01 | 1
        A3      | 075080000503 | 270000503 | Hồ Văn An    | 1982-01-01 |            | 1      | 7503000003        | 26500            | 2020-01-01 | 1
        B1      | 075080000511 |           | Hồ Văn Bình  | 1980-02-02 |            | 1      |                   | 26050            | 2020-01-01 | 1
        B2      | 075080000512 |           | Hồ Văn Bình  | 1980-02-02 |            | 1      |                   | 26068            | 2020-01-01 | 1
        B3      | 075080000513 |           | Hồ Văn Bình  | 1980-02-02 |            | 1      |                   | 26050            | 2020-01-01 | 1
        C1      |              | 270000521 | Hồ Văn Cảnh  | 1980-03-03 |            | 1      |                   | 26050            | 2020-01-01 | 1
        C2      |              |           | Hồ Văn Cảnh  |            | 1980       | 1      |                   | 26068            | 2020-01-01 | 1
        D1      | 075080000531 |           | Hồ Văn Dũng  | 1980-04-04 |            | 1      | 7503000031        | 26050            | 2020-01-01 | 1
        D2      | 075080000532 |           | Hồ Văn Dũng  | 1980-04-04 |            | 1      | 7503000031        | 26068            | 2020-01-01 | 1
        E1      | 075080000541 |           | Hồ Văn Em    | 1980-05-05 |            | 1      |                   | 26068~2024-11-01 | 2020-01-01 | 1
        F1      | 075080000551 |           | Hồ Văn Giang | 1980-06-06 |            | 1      |                   | 26050            | 2020-01-01 | 2
        F2      | 075080000552 |           | Hồ Văn Hải   | 1980-06-07 |            | 1      |                   | 26050            | 2020-01-01 | 3
        K1      | 075080000561 |           | Hồ Văn Khánh | 1980-07-07 |            | 1      | 7503000061        | 26050            | 2020-01-01 | 1
        K2      | 075080000562 |           | Hồ Văn Khánh | 1980-07-08 |            | 1      |                   | 26068            | 2020-01-01 | 1
        L1      | 075080000571 |           | Hồ Văn Lâm   | 1980-08-08 |            | 1      |                   | 26050            | 2020-01-01 | 1
        L2      | 075080000517 |           | Hồ Văn Lâm   | 1980-08-09 |            | 1      |                   | 26068            | 2020-01-01 | 1
        M1      | 075080000581 |           | Hồ Văn Minh  | 1980-09-09 |            | 1      |                   | 26050            | 2020-01-01 | 1
        M2      | 075080000692 |           | Hồ Văn Minh  | 1980-09-10 |            | 1      |                   | 26068            | 2020-01-01 | 1
        N1      | 075080000591 |           | Hồ Văn Nhan  | 1980-10-10 |            | 1      |                   | 26050            | 2020-01-01 | 1
        N2      | 075080000999 |           | Hồ Văn Nhân  | 1980-10-11 |            | 1      |                   | 26068            | 2020-01-01 | 1
        O1      | 075080000601 |           | Hồ Văn Oanh  | 1980-11-11 |            | 1      |                   | 26050            | 2020-01-01 | 1
        O2      | 075080000888 |           | Hồ Văn Oan   | 1980-11-11 |            | 1      |                   | 26068            | 2020-01-01 | 1
        P1      | 075080000611 |           | Hồ Văn Phúc  | 1980-12-12 |            | 1      |                   | 26500            | 2020-01-01 | 1
        P2      | 075080000612 |           | Hồ Văn Phúc  | 1980-12-13 |            | 1      |                   | 26050            | 2020-01-01 | 1
        P3      | 075080000613 |           | Hồ Văn Phúc  | 1980-12-13 |            | 1      |                   | 26050            | 2020-01-01 | 1
        Q1      | 075080000621 |           | Hồ Văn Quân  | 1981-01-01 |            | 1      |                   | 26050            | 2020-01-01 | 1
        Q2      | 075080000622 |           | Hồ Văn Quân  | 1981-01-01 |            | 1      |                   | 26050            | 2020-01-01 | 1
        R1      | 075080000631 |           | Hồ Văn Rạng  | 1981-02-02 |            | 1      | 7503000071        | 26050            | 2020-01-01 | 1
        R2      |              |           | Hồ Văn Rạng  | 1981-02-03 |            | 1      |                   | 26068            | 2020-01-01 | 1
        S1      | 075080000641 |           | Hồ Văn Sang  | 1981-03-03 |            | 1      |                   | 26050            | 2020-01-01 | 1
        S2      | 075080000641 |           | HO VAN SANG  | 1981-03-13 |            | 1      |                   | 26500            | 2020-01-01 | 1
        T1      | 075080000651 |           | Hồ Văn Tấn   | 1981-04-04 |            | 1      |                   | 26050            | 2020-01-01 | 1
        T2      | 075080000651 |           | Lý Thị Út    | 1981-05-05 |            | 2      |                   | 26050            | 2020-01-01 | 1
        U1      | 075280000661 |           | Hồ Văn Vinh  | 1980-06-16 |            | 1      |                   | 26050            | 2020-01-01 | 1
        U2      | 075280000616 |           | Hồ Văn Vinh  | 1980-06-17 |            | 1      |                   | 26068            | 2020-01-01 | 1
        """);
    province.arrives(
        StagedTables.POPULATION_ANSWER_VERSION,
        """
        ma_hssk | citizen_id   | answer | name_text | birth_date | gender
        O1      | 075080000602 | KHOP   |           | 1980-11-21 | 1
        """);
    province.arrives(
        StagedTables.IMMUNIZATION_VERSION,
        """
        ma_doi_tuong      | citizen_id   | id_text      | old_id    | name_text    | birth_date | birth_year | insurance_numbers      | commune
        KEY-ID            | 075080000501 |              | 270000503 | Hồ Văn An    |            |            | 7503000002             | 26500
        KEY-CARD          |              |              | 270000503 | Hồ Văn An    |            |            | 7503000002             | 26500
        KEY-OLD           |              |              | 270000503 | Hồ Văn An    |            | 1982       |                        |
        KEY-OLD-YEAR      |              |              | 270000503 | Hồ Văn An    |            | 1983       |                        |
        KEY-MISTYPED      | 075080000511 |              | 270000503 | Hồ Văn An    |            | 1982       | 7503000002             |
        CARD-FIRST        |              |              |           | Hồ Văn An    |            |            | 7503000003, 7503000002 |
        CARD-SECOND       |              |              |           | Hồ Văn An    |            |            | 7503999999, 7503000002 |
        CARD-DISAGREES    |              |              |           | Hồ Văn An    |            |            | 7503000031, 7503000002 |
        CARD-UNKNOWN      |              |              |           | Hồ Văn An    | 1980-01-01 |            | 7503999999             |
        CARD-NAMED        |              |              |           | Hồ Văn An    | 1980-01-01 |            | 7503999999             | 26050
        TWO-BY-CARD       |              |              |           | Hồ Văn Dũng  | 1980-04-04 |            | 7503000031             | 26050
        TWO-THEN-ID       | 075080000531 |              |           | Hồ Văn Dũng  |            |            | 7503000031             |
        TWO-STOPS         |              |              | 270000503 | Hồ Văn Dũng  | 1980-04-04 |            | 7503000031, 7503000061 | 26050
        ID-CLOSE          | 075080000571 |              |           | Hồ Văn Lâmm  | 1980-08-08 |            |                        |
        ID-CLOSE-YEAR     | 075080000571 |              |           | Hồ Văn Lâmm  |            | 1980       |                        |
        ID-OF-TWO         | 075080000651 |              |           | Lý Thị Út    | 1981-05-05 |            |                        |
        ID-OTHER-RECORD   | 075080000641 |              |           | Hồ Văn Sangg | 1981-03-13 |            |                        |
        BY-NAME           |              |              |           | HO VAN BINH  | 1980-02-02 |            |                        | 26068
        BY-NAME-MORE      |              |              |           | Hồ Văn Bình  | 1980-02-02 |            |                        | 26050
        BY-NAME-NONE      |              |              |           | Hồ Văn Bình  | 1980-02-02 |            |                        | 26500
        BY-NAME-CLOSE     |              |              |           | Hồ Văn Bìn   | 1980-02-02 |            |                        | 26068
        BY-NAME-YEAR      |              |              |           | Hồ Văn Cảnh  |            | 1980       |                        | 26050
        BY-NAME-UNPLACED  |              |              |           | Hồ Văn Cảnh  | 1980-03-03 |            |                        |
        BY-NAME-YEARS     |              |              |           | Hồ Văn Em    | 1980-05-05 |            |                        | 26050
        BY-NAME-SAME-CODE |              |              |           | Hồ Văn Em    | 1980-05-05 |            |                        | 26068
        MOVED             | 075080000551 |              |           | Hồ Văn Giang | 1980-06-06 |            |                        |
        DEAD              |              |              |           | Hồ Văn Hải   | 1980-06-07 |            |                        | 26050
        ALL-EQUAL         | 075080000621 |              |           | Hồ Văn Quân  | 1981-01-01 |            |                        | 26050
        ONE-DIGIT         | 075080000561 |              |           | Hồ Văn Khánh | 1980-07-08 |            |                        | 26068
        ONE-SWAP          | 075080000571 |              |           | Hồ Văn Lâm   | 1980-08-09 |            |                        | 26068
        TWO-DIGITS        | 075080000581 |              |           | Hồ Văn Minh  | 1980-09-10 |            |                        | 26068
        OTHER-CLOSE       | 075080000602 |              |           | Hồ Văn Oan   | 1980-11-11 |            |                        | 26068
        ANSWERED-KEY      | 075080000602 |              |           | Hồ Văn Oanh  | 1980-11-21 |            |                        |
        ANSWERED-DAY      | 075080000602 |              |           | Hồ Văn Oánk  | 1980-11-21 |            |                        |
        CLOSE-NAME        | 075080000591 |              |           | Hồ Văn Nhân  | 1980-10-11 |            |                        | 26068
        MORE-OTHERS       | 075080000611 |              |           | Hồ Văn Phúc  | 1980-12-13 |            |                        | 26050
        OTHER-NO-ID       | 075080000631 |              |           | Hồ Văn Rạng  | 1981-02-03 |            |                        | 26068
        CARD-SLIP         | 075080000563 |              |           | Hồ Văn Khánh | 1980-07-08 |            | 7503000061             | 26068
        PADDED-SLIP       | 075280000661 | 75280000661  |           | Hồ Văn Vinh  | 1980-06-17 |            |                        | 26068
        WRITTEN-SLIP      |              | 975080000562 |           | Hồ Văn Khánh | 1980-07-08 |            | 7503000061             | 26068
        """);
    balances = province.night(AS_OF);
    doses = province.rows(ResolvedTables.IMMUNIZATION);
  }

  @AfterAll
  static void close() {
    province.close();
  }

  @Test
  void theStrongestUsableKeyDecides() {
    linked(
        """
        ma_doi_tuong | citizen | link     | evidence
        KEY-ID       | A1      | resolved | citizen_id
        KEY-CARD     | A2      | resolved | insurance_number
        KEY-OLD      | A3      | resolved | old_id
        KEY-OLD-YEAR |         | nobody   |
        KEY-MISTYPED | A2      | resolved | insurance_number
        """);
  }

  @Test
  void eachCardOfAListIsAKeyByItself() {
    linked(
        """
        ma_doi_tuong   | citizen | link     | evidence
        CARD-FIRST     | A3      | resolved | insurance_number
        CARD-SECOND    | A2      | resolved | insurance_number
        CARD-DISAGREES | A2      | resolved | insurance_number
        """);
  }

  @Test
  void anInsuranceNumberThatNoHealthRecordHasIsNoKey() {
    linked(
        """
        ma_doi_tuong | citizen | link     | evidence
        CARD-UNKNOWN |         | nobody   |
        CARD-NAMED   | A1      | resolved | name_birth_commune
        """);
  }

  @Test
  void aKeyOfSeveralCitizensWhoAgreeIsUndecidedWhateverElseIsGiven() {
    linked(
        """
        ma_doi_tuong | citizen | link      | evidence
        TWO-BY-CARD  |         | undecided |
        TWO-STOPS    |         | undecided |
        TWO-THEN-ID  | D1      | resolved  | citizen_id
        """);
  }

  @Test
  void aCloseNameAgreesOnlyWithTheFullBirthDate() {
    linked(
        """
        ma_doi_tuong  | citizen | link     | evidence
        ID-CLOSE      | L1      | resolved | citizen_id
        ID-CLOSE-YEAR |         | nobody   |
        """);
  }

  @Test
  void ofTwoCitizensWithOneIdTheOneWhoAgreesIsMeant() {
    linked(
        """
        ma_doi_tuong | citizen | link     | evidence
        ID-OF-TWO    | T2      | resolved | citizen_id
        """);
  }

  @Test
  void anyRecordOfTheCitizenMayAgreeAndSoMayHisAnswer() {
    linked(
        """
        ma_doi_tuong    | citizen | link     | evidence
        ID-OTHER-RECORD | S1      | resolved | citizen_id
        ANSWERED-KEY    | O1      | resolved | citizen_id
        ANSWERED-DAY    | O1      | resolved | citizen_id
        """);
  }

  @Test
  void withoutAKeyNameBirthDateAndCommuneMustFitExactlyOne() {
    linked(
        """
        ma_doi_tuong     | citizen | link      | evidence
        BY-NAME          | B2      | resolved  | name_birth_commune
        BY-NAME-MORE     |         | undecided |
        BY-NAME-NONE     |         | nobody    |
        BY-NAME-CLOSE    |         | nobody    |
        BY-NAME-YEAR     |         | nobody    |
        BY-NAME-UNPLACED |         | nobody    |
        """);
  }

  @Test
  void aCommuneAndItsSuccessorAreTheSameAndAReusedCodeIsNot() {
    linked(
        """
        ma_doi_tuong      | citizen | link     | evidence
        BY-NAME-YEARS     | E1      | resolved | name_birth_commune
        BY-NAME-SAME-CODE |         | nobody   |
        """);
  }

  @Test
  void citizensWhoMovedOrDiedKeepTheirHistory() {
    linked(
        """
        ma_doi_tuong | citizen | link     | evidence
        MOVED        | F1      | resolved | citizen_id
        DEAD         | F2      | resolved | name_birth_commune
        """);
  }

  @Test
  void aKeyWhoseCitizenFitsInAllIsNotContested() {
    linked(
        """
        ma_doi_tuong | citizen | link     | evidence
        ALL-EQUAL    | Q1      | resolved | citizen_id
        """);
  }

  @Test
  void theOtherOneWinsOverOneDigitOrOneSwap() {
    linked(
        """
        ma_doi_tuong | citizen | link      | evidence
        ONE-DIGIT    | K2      | resolved  | contested_key
        ONE-SWAP     | L2      | resolved  | contested_key
        TWO-DIGITS   |         | undecided |
        OTHER-NO-ID  |         | undecided |
        """);
  }

  @Test
  void theOtherOneWinsIfTheKeysCitizenHasAnotherFoldedName() {
    linked(
        """
        ma_doi_tuong | citizen | link      | evidence
        CLOSE-NAME   |         | undecided |
        OTHER-CLOSE  | O2      | resolved  | contested_key
        """);
  }

  @Test
  void aKeyStandsWhereNameBirthDateAndCommuneFitSeveralOthers() {
    linked(
        """
        ma_doi_tuong | citizen | link     | evidence
        MORE-OTHERS  | P1      | resolved | citizen_id
        """);
  }

  @Test
  void theSlipIsInTheIdGivenWhicheverKeyIsContested() {
    linked(
        """
        ma_doi_tuong | citizen | link     | evidence
        CARD-SLIP    | K2      | resolved | contested_key
        PADDED-SLIP  | U2      | resolved | contested_key
        WRITTEN-SLIP | K2      | resolved | contested_key
        """);
  }

  @Test
  void whatBecameOfTheRowsOfAFileAddsUp() {
    assertThat(balances)
        .containsExactly(
            new FileBalance(1, "health_record_version", 36, 0, 0, 36, 0, 0),
            new FileBalance(2, "population_answer_version", 1, 0, 0, 1, 0, 0),
            new FileBalance(3, "immunization_version", 40, 0, 0, 26, 6, 8));
  }

  private static void linked(String drawn) {
    assertThatRows(SmallProvince.drawnOf(doses, drawn)).areExactly(drawn);
  }
}
