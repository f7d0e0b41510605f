package khoyte.pipelines.resolve;

import static khoyte.warehouse.table.DrawnTable.assertThatRows;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import khoyte.warehouse.table.ResolvedTables;
import khoyte.warehouse.table.StagedTables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which health records are one citizen, what counts for him, and which version of a record counts:
 * all in one province, and once more in another one where every row came in another file and order.
 */
@Tag("slow")
class CitizenRulesTest {
  private static final LocalDate AS_OF = LocalDate.of(2022, 12, 31);

  @TempDir static Path home;
  private static Night night;
  private static Night other;

  /** What a night leaves. */
  private record Night(
      List<FileBalance> balances,
      List<Map<String, Object>> citizens,
      List<Map<String, Object>> records,
      List<Map<String, Object>> visits,
      List<Map<String, Object>> pairs,
      List<Map<String, Object>> conflicts) {

    static Night of(SmallProvince province) {
      List<FileBalance> balances = province.night(AS_OF);
      return new Night(
          balances,
          province.rows(ResolvedTables.CITIZEN_IDENTITY),
          province.rows(ResolvedTables.HEALTH_RECORD),
          province.rows(ResolvedTables.ENCOUNTER),
          province.rows(ResolvedTables.REVIEW_PAIR),
          province.rows(ResolvedTables.VERSION_CONFLICT));
    }
  }

  @BeforeAll
  static void theNightsRun() {
    try (SmallProvince province = new SmallProvince(home.resolve("one"))) {
      province.arrives(StagedTables.HEALTH_RECORD_VERSION, DrawnCitizens.RECORDS);
      province.arrives(StagedTables.POPULATION_ANSWER_VERSION, DrawnCitizens.ANSWERS);
      province.arrives(StagedTables.ENCOUNTER_VERSION, DrawnCitizens.VISITS);
      night = Night.of(province);
    }
    try (SmallProvince province = new SmallProvince(home.resolve("other"))) {
      province.arrivesBackwards(StagedTables.ENCOUNTER_VERSION, DrawnCitizens.VISITS, 2);
      province.arrivesBackwards(StagedTables.POPULATION_ANSWER_VERSION, DrawnCitizens.ANSWERS, 3);
      province.arrivesBackwards(StagedTables.HEALTH_RECORD_VERSION, DrawnCitizens.RECORDS, 7);
      other = Night.of(province);
    }
  }

  @Test
  void recordsWithOneIdAndOneFoldedNameAreOneCitizen() {
    placed(
        """
        ma_hssk | citizen | link     | evidence
        ID1     | ID1     | resolved | registry
        ID2     | ID1     | resolved | registry
        """);
  }

  @Test
  void recordsWithOneIdOneBirthDateAndCloseNamesAreOneCitizen() {
    placed(
        """
        ma_hssk | citizen
        CLOSE1  | CLOSE1
        CLOSE2  | CLOSE1
        CLOSE3  | CLOSE1
        """);
  }

  @Test
  void aKeyThatDoesNotAgreeJoinsNobody() {
    placed(
        """
        ma_hssk | citizen
        FAR1    | FAR1
        FAR2    | FAR2
        FAR3    | FAR3
        """);
  }

  @Test
  void twoCitizensMayHoldOneId() {
    citizens(
        """
        first_ma_hssk | citizen_id   | id_source     | name_text
        SAME1         | 075080000311 | health_record | Trần Văn Mạnh
        SAME2         | 075080000311 | health_record | Vũ Thị Nga
        """);
  }

  @Test
  void recordsWithOneInsuranceNumberThatAgreeAreOneCitizen() {
    placed(
        """
        ma_hssk | citizen
        BHXH1   | BHXH1
        BHXH2   | BHXH1
        """);
  }

  @Test
  void anOldIdJoinsOnlyWithTheBirthYear() {
    placed(
        """
        ma_hssk | citizen
        OLD1    | OLD1
        OLD2    | OLD1
        OLD3    | OLD3
        """);
  }

  @Test
  void nameBirthDateAndCommuneOfWhateverYearMakeAReviewPairAndNoCitizen() {
    placed(
        """
        ma_hssk | citizen
        NAME1   | NAME1
        NAME2   | NAME2
        NAME3   | NAME3
        """);
    assertThatRows(night.pairs())
        .areExactly(
            """
            ma_hssk | other_ma_hssk | reason
            NAME1   | NAME2         | name_birth_commune
            """);
  }

  @Test
  void joinsChain() {
    citizens(
        """
        first_ma_hssk | citizen_id   | id_source     | managed | undecided
        CHAIN1        | 075080000207 | health_record | true    | false
        """);
    placed(
        """
        ma_hssk | citizen
        CHAIN1  | CHAIN1
        CHAIN2  | CHAIN1
        CHAIN3  | CHAIN1
        """);
  }

  @Test
  void aChainOfTwoIdsIsCut() {
    citizens(
        """
        first_ma_hssk | citizen_id   | undecided
        CUT1          | 075080000281 | false
        CUT2          | 075080000282 | false
        """);
    placed(
        """
        ma_hssk | citizen
        CUT1    | CUT1
        CUT2    | CUT2
        CUT3    | CUT2
        """);
  }

  @Test
  void aRecordWithoutIdThatLeadsToTwoIsACitizenOfItsOwnAndUndecided() {
    citizens(
        """
        first_ma_hssk | citizen_id   | undecided
        TORN1         | 075080000291 | false
        TORN2         | 075080000292 | false
        TORN3         |              | true
        WISP1         | 075080000301 | false
        WISP2         | 075080000302 | false
        WISP3         |              | true
        """);
  }

  @Test
  void aMatchingAnswerGivesIdNameAndBirthDateAndWhatItLeavesEmptyIsTheLastRecords() {
    citizens(
        """
        first_ma_hssk | citizen_id   | id_source  | name_text    | birth_date | birth_year | gender | commune
        KHOP1         | 075080000322 | population | Trần Văn Oái | 1980-12-13 | 1980       | 1      | 26068
        """);
    placed(
        """
        ma_hssk | citizen | population_answer
        KHOP1   | KHOP1   | KHOP
        KHOP2   | KHOP1   |
        """);
  }

  @Test
  void anAnswerCountsAsItsLatestFileSays() {
    citizens(
        """
        first_ma_hssk | citizen_id   | id_source     | name_text
        REFUSED       |              |               | Trần Văn Phong
        CHANGED       | 075080000342 | health_record | Trần Văn Quang
        NOTFOUND      | 075080000351 | health_record | Trần Văn Sơn
        TODAY         | 075080000401 | population    | Trần Văn Yên
        """);
    placed(
        """
        ma_hssk  | population_answer
        REFUSED  | KHONG_KHOP
        CHANGED  | KHONG_KHOP
        NOTFOUND | KHONG_TIM_THAY
        TODAY    | KHOP
        """);
  }

  @Test
  void anAnswerAloneMakesNoCitizen() {
    assertThat(night.citizens())
        .extracting(row -> row.get("first_ma_hssk"))
        .doesNotContain("NORECORD", "GONE");
  }

  @Test
  void eachValueIsThatOfTheLastRecordThatHasItAndTheCommuneThatOfTheLastManagedOne() {
    citizens(
        """
        first_ma_hssk | name_text    | birth_date | birth_year | gender | commune | managed
        VALUES1       | TRAN VAN TAI | 1981-04-04 | 1981       | 1      | 26050   | true
        """);
  }

  @Test
  void ofRecordsUpdatedTogetherTheGreatestKeyCounts() {
    citizens(
        """
        first_ma_hssk | name_text   | commune
        TIE1          | Tran Van Uy | 26068
        """);
  }

  @Test
  void managedMeansStateOneAndOpenedByTheReportDate() {
    citizens(
        """
        first_ma_hssk | managed | commune
        MOVED         | false   | 26050
        LATER         | false   | 26050
        TODAY         | true    | 26050
        UNOPENED      | false   | 26050
        """);
  }

  @Test
  void theCurrentVersionIsTheGreatestByUpdateThenFileDateThenContent() {
    citizens(
        """
        first_ma_hssk | name_text
        V-UPDATE      | Bản Một
        V-FILE        | Bản Hai
        V-NODATE      | Bản Một
        V-CONTENT     | Bản Á
        """);
  }

  @Test
  void anUpdateThatIsMissingOrLaterThanItsFileIsTheEarliest() {
    citizens(
        """
        first_ma_hssk | name_text
        V-FUTURE      | Bản Hai
        V-MISSING     | Bản Hai
        """);
  }

  @Test
  void aContentThatCameInSeveralFilesHasTheGreatestFileDate() {
    citizens(
        """
        first_ma_hssk | name_text
        V-AGAIN       | Bản Một
        V-RIPE        | Bản Một
        V-SAME        | Bản Một
        """);
  }

  @Test
  void aRecordIsTakenBackUntilALaterVersionBringsItAgain() {
    assertThat(night.records()).extracting(row -> row.get("ma_hssk")).doesNotContain("GONE");
    citizens(
        """
        first_ma_hssk | name_text
        BACK          | Bản Hai
        GONETIE       | Bản Một
        """);
  }

  @Test
  void aVersionChosenByContentIsAConflict() {
    assertThatRows(night.conflicts())
        .areExactly(
            """
            source_table          | record_key | contents
            encounter_version     | 75001/L1   | 2
            encounter_version     | 75002/L4   | 2
            health_record_version | GONETIE    | 2
            health_record_version | V-CONTENT  | 3
            """);
  }

  @Test
  void aVisitIsKnownByHospitalAndKeyAndIsTakenBack() {
    assertThatRows(night.visits())
        .areExactly(
            """
            facility_code | ma_lk | citizen | link     | evidence   | total_cost
            75001         | L1    |         | nobody   |            | 10
            75002         | L1    | CHANGED | resolved | citizen_id | 20
            75002         | L3    | TORN1   | resolved | citizen_id |
            """);
  }

  @Test
  void whatBecameOfTheRowsOfAFileAddsUp() {
    assertThat(night.balances())
        .containsExactly(
            new FileBalance(1, "health_record_version", 72, 16, 1, 55, 0, 0, 3),
            new FileBalance(2, "population_answer_version", 8, 1, 0, 5, 0, 2),
            new FileBalance(3, "encounter_version", 8, 3, 2, 2, 0, 1));
    assertThat(other.balances())
        .hasSize(18)
        .allSatisfy(
            file ->
                assertThat(
                        file.replaced()
                            + file.withdrawn()
                            + file.resolved()
                            + file.undecided()
                            + file.nobody())
                    .isEqualTo(file.staged()));
  }

  @Test
  void orderAndBatchingDoNotMatter() {
    assertThat(withoutLineage(other.citizens()))
        .containsExactlyInAnyOrderElementsOf(withoutLineage(night.citizens()));
    assertThat(withoutLineage(other.records()))
        .containsExactlyInAnyOrderElementsOf(withoutLineage(night.records()));
    assertThat(withoutLineage(other.visits()))
        .containsExactlyInAnyOrderElementsOf(withoutLineage(night.visits()));
    assertThat(other.pairs()).containsExactlyInAnyOrderElementsOf(night.pairs());
    assertThat(other.conflicts()).containsExactlyInAnyOrderElementsOf(night.conflicts());
  }

  private static List<Map<String, Object>> withoutLineage(List<Map<String, Object>> rows) {
    return rows.stream()
        .map(
            row -> {
              Map<String, Object> values = new java.util.LinkedHashMap<>(row);
              values.keySet().removeAll(List.of("citizen_no", "file_id", "record_number", "line"));
              return values;
            })
        .toList();
  }

  private static void citizens(String drawn) {
    assertThatRows(SmallProvince.drawnOf(night.citizens(), drawn)).areExactly(drawn);
  }

  private static void placed(String drawn) {
    assertThatRows(SmallProvince.drawnOf(night.records(), drawn)).areExactly(drawn);
  }
}
