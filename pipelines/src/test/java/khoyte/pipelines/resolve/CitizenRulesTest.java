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

  private static final String RECORDS =
      """
      ma_hssk   | citizen_id   | old_id    | name_text      | birth_date | birth_year | gender | insurance_numbers | commune          | opened_on  | state | updated_at       | file_date  | state_text | withdrawn
      ID1       | 075080000201 |           | Trần Văn An    | 1980-01-01 |            | 1      |                   | 26050            | 2020-01-01 | 1     | 2022-01-01 00:00 |            |            | false
      ID2       | 075080000201 |           | TRAN VAN AN    | 1981-01-01 |            | 1      |                   | 26068            | 2020-01-01 | 1     | 2022-02-01 00:00 |            |            | false
      CLOSE1    | 075080000202 |           | Trần Văn Bình  | 1980-02-02 |            | 1      |                   | 26050            | 2020-01-01 | 1     |                  |            |            | false
      CLOSE2    | 075080000202 |           | Trần Vân Bính  | 1980-02-02 |            | 1      |                   | 26050            | 2020-01-01 | 1     |                  |            |            | false
      CLOSE3    | 075080000202 |           | Trần Văn Bin   | 1980-02-02 |            | 1      |                   | 26050            | 2020-01-01 | 1     |                  |            |            | false
      FAR1      | 075080000203 |           | Trần Văn Cường | 1980-03-03 |            | 1      |                   | 26050            | 2020-01-01 | 1     |                  |            |            | false
      FAR2      | 075080000203 |           | Lý Thị Dung    | 1980-03-03 |            | 2      |                   | 26050            | 2020-01-01 | 1     |                  |            |            | false
      FAR3      | 075080000203 |           | Trần Văn Cườn  |            | 1980       | 1      |                   | 26050            | 2020-01-01 | 1     |                  |            |            | false
      BHXH1     |              |           | Trần Văn Em    | 1980-04-04 |            | 1      | 7502000004        | 26050            | 2020-01-01 | 1     |                  |            |            | false
      BHXH2     |              |           | Trần Văn Em    | 1980-05-04 |            | 1      | 7502000004        | 26068            | 2020-01-01 | 1     |                  |            |            | false
      OLD1      |              | 270000005 | Trần Văn Phú   | 1980-05-05 |            | 1      |                   | 26050            | 2020-01-01 | 1     |                  |            |            | false
      OLD2      |              | 270000005 | Trần Văn Phú   |            | 1980       | 1      |                   | 26068            | 2020-01-01 | 1     |                  |            |            | false
      OLD3      |              | 270000005 | Trần Văn Phú   | 1981-05-05 |            | 1      |                   | 26500            | 2020-01-01 | 1     |                  |            |            | false
      NAME1     |              |           | Trần Văn Giáp  | 1980-06-06 |            | 1      |                   | 26050            | 2020-01-01 | 1     |                  |            |            | false
      NAME2     |              |           | TRAN VAN GIAP  | 1980-06-06 |            | 1      |                   | 26068~2024-11-01 | 2020-01-01 | 1     |                  |            |            | false
      NAME3     |              |           | Trần Văn Giáp  | 1980-06-06 |            | 1      |                   | 26500            | 2020-01-01 | 1     |                  |            |            | false
      CHAIN1    |              |           | Trần Văn Hải   | 1980-07-07 |            | 1      | 7502000007        | 26050            | 2020-01-01 | 1     |                  |            |            | false
      CHAIN2    |              | 270000007 | Trần Văn Hải   | 1980-07-07 |            | 1      | 7502000007        | 26050            | 2020-01-01 | 1     |                  |            |            | false
      CHAIN3    | 075080000207 | 270000007 | Trần Văn Hải   | 1980-07-07 |            | 1      |                   | 26050            | 2020-01-01 | 1     |                  |            |            | false
      CUT1      | 075080000281 |           | Trần Văn Ích   | 1980-08-08 |            | 1      | 7502000008        | 26050            | 2020-01-01 | 1     |                  |            |            | false
      CUT2      | 075080000282 |           | Trần Văn Ích   | 1980-08-08 |            | 1      | 7502000008        | 26068            | 2020-01-01 | 1     |                  |            |            | false
      CUT3      | 075080000282 |           | Trần Văn Ích   | 1980-08-08 |            | 1      |                   | 26068            | 2020-01-01 | 1     |                  |            |            | false
      TORN1     | 075080000291 |           | Trần Văn Khoa  | 1980-09-09 |            | 1      | 7502000009        | 26050            | 2020-01-01 | 1     |                  |            |            | false
      TORN2     | 075080000292 |           | Trần Văn Khoa  | 1980-09-09 |            | 1      | 7502000009        | 26068            | 2020-01-01 | 1     |                  |            |            | false
      TORN3     |              |           | Trần Văn Khoa  | 1980-09-09 |            | 1      | 7502000009        | 26500            | 2020-01-01 | 1     |                  |            |            | false
      WISP1     | 075080000301 |           | Trần Văn Long  | 1980-10-10 |            | 1      | 7502000010        | 26050            | 2020-01-01 | 1     |                  |            |            | false
      WISP2     | 075080000302 |           | Trần Văn Long  | 1980-10-10 |            | 1      | 7502000010        | 26068            | 2020-01-01 | 1     |                  |            |            | false
      WISP3     |              |           | Trần Văn Longg | 1980-10-10 |            | 1      | 7502000010        | 26500            | 2020-01-01 | 1     |                  |            |            | false
      SAME1     | 075080000311 |           | Trần Văn Mạnh  | 1980-11-11 |            | 1      |                   | 26050            | 2020-01-01 | 1     |                  |            |            | false
      SAME2     | 075080000311 |           | Vũ Thị Nga     | 1975-11-11 |            | 2      |                   | 26068            | 2020-01-01 | 1     |                  |            |            | false
      KHOP1     | 075080000321 |           | Trần Văn Oai   | 1980-12-12 |            | 1      | 7502000012        | 26050            | 2020-01-01 | 1     | 2022-01-01 00:00 |            |            | false
      KHOP2     |              |           | Trần Văn Oải   | 1980-12-12 |            | 1      | 7502000012        | 26068            | 2020-01-01 | 1     | 2022-05-01 00:00 |            |            | false
      REFUSED   | 075080000331 |           | Trần Văn Phong | 1981-01-01 |            | 1      |                   | 26050            | 2020-01-01 | 1     |                  |            |            | false
      CHANGED   | 075080000342 |           | Trần Văn Quang | 1981-02-02 |            | 1      |                   | 26050            | 2020-01-01 | 1     |                  |            |            | false
      NOTFOUND  | 075080000351 |           | Trần Văn Sơn   | 1981-03-03 |            | 1      |                   | 26050            | 2020-01-01 | 1     |                  |            |            | false
      VALUES1   | 075080000361 |           | Trần Văn Tài   | 1981-04-04 |            | 1      |                   | 26050            | 2020-01-01 | 1     | 2022-01-01 00:00 |            |            | false
      VALUES2   | 075080000361 |           | TRAN VAN TAI   |            |            |        |                   | 26068            | 2023-01-01 | 1     | 2022-03-01 00:00 |            |            | false
      VALUES3   | 075080000361 |           | Trần Văn Tải   |            | 1982       |        |                   | 26500            | 2020-01-01 | 2     | 2022-02-01 00:00 |            |            | false
      TIE1      | 075080000371 |           | TRẦN VĂN UY    | 1981-05-05 |            | 1      |                   | 26050            | 2020-01-01 | 1     | 2022-01-01 00:00 |            |            | false
      TIE2      | 075080000371 |           | Tran Van Uy    | 1981-05-05 |            | 1      |                   | 26068            | 2020-01-01 | 1     | 2022-01-01 00:00 |            |            | false
      MOVED     | 075080000381 |           | Trần Văn Vinh  | 1981-06-06 |            | 1      |                   | 26050            | 2020-01-01 | 2     |                  |            |            | false
      LATER     | 075080000391 |           | Trần Văn Xuân  | 1981-07-07 |            | 1      |                   | 26050            | 2023-01-01 | 1     |                  |            |            | false
      TODAY     | 075080000401 |           | Trần Văn Yên   | 1981-08-08 |            | 1      |                   | 26050            | 2022-12-31 | 1     |                  |            |            | false
      UNOPENED  | 075080000411 |           | Trần Văn Ái    | 1981-09-09 |            | 1      |                   | 26050            |            | 1     |                  |            |            | false
      V-UPDATE  |              |           | Bản Một        | 1990-01-01 |            | 1      |                   | 26050            | 2020-01-01 | 1     | 2022-03-01 00:00 | 2022-03-02 |            | false
      V-UPDATE  |              |           | Bản Hai        | 1990-01-01 |            | 1      |                   | 26050            | 2020-01-01 | 1     | 2022-02-01 00:00 | 2022-06-02 |            | false
      V-FILE    |              |           | Bản Một        | 1990-02-01 |            | 1      |                   | 26050            | 2020-01-01 | 1     | 2022-03-01 00:00 | 2022-03-02 |            | false
      V-FILE    |              |           | Bản Hai        | 1990-02-01 |            | 1      |                   | 26050            | 2020-01-01 | 1     | 2022-03-01 00:00 | 2022-03-03 |            | false
      V-NODATE  |              |           | Bản Một        | 1990-03-01 |            | 1      |                   | 26050            | 2020-01-01 | 1     | 2022-03-01 00:00 | 2022-03-02 |            | false
      V-NODATE  |              |           | Bản Hai        | 1990-03-01 |            | 1      |                   | 26050            | 2020-01-01 | 1     | 2022-03-01 00:00 |            |            | false
      V-CONTENT |              |           | Bản Á          | 1990-04-01 |            | 1      |                   | 26050            | 2020-01-01 | 1     | 2022-03-01 00:00 | 2022-03-02 |            | false
      V-CONTENT |              |           | Bản Z          | 1990-04-01 |            | 1      |                   | 26050            | 2020-01-01 | 1     | 2022-03-01 00:00 | 2022-03-02 |            | false
      V-CONTENT |              |           | Bản B          | 1990-04-01 |            | 1      |                   | 26050            | 2020-01-01 | 1     | 2022-03-01 00:00 | 2022-03-02 |            | false
      V-FUTURE  |              |           | Bản Một        | 1990-05-01 |            | 1      |                   | 26050            | 2020-01-01 | 1     | 2022-03-03 00:00 | 2022-03-02 |            | false
      V-FUTURE  |              |           | Bản Hai        | 1990-05-01 |            | 1      |                   | 26050            | 2020-01-01 | 1     | 2022-01-01 00:00 | 2022-01-02 |            | false
      V-MISSING |              |           | Bản Một        | 1990-06-01 |            | 1      |                   | 26050            | 2020-01-01 | 1     |                  | 2022-03-02 |            | false
      V-MISSING |              |           | Bản Hai        | 1990-06-01 |            | 1      |                   | 26050            | 2020-01-01 | 1     | 2022-01-01 00:00 | 2022-01-02 |            | false
      V-AGAIN   |              |           | Bản Một        | 1990-07-01 |            | 1      |                   | 26050            | 2020-01-01 | 1     |                  | 2022-01-02 |            | false
      V-AGAIN   |              |           | Bản Hai        | 1990-07-01 |            | 1      |                   | 26050            | 2020-01-01 | 1     |                  | 2022-02-02 |            | false
      V-AGAIN   |              |           | Bản Một        | 1990-07-01 |            | 1      |                   | 26050            | 2020-01-01 | 1     |                  | 2022-03-02 |            | false
      V-RIPE    |              |           | Bản Một        | 1990-08-01 |            | 1      |                   | 26050            | 2020-01-01 | 1     | 2022-03-01 00:00 | 2022-02-01 |            | false
      V-RIPE    |              |           | Bản Hai        | 1990-08-01 |            | 1      |                   | 26050            | 2020-01-01 | 1     | 2022-02-15 00:00 | 2022-04-01 |            | false
      V-RIPE    |              |           | Bản Một        | 1990-08-01 |            | 1      |                   | 26050            | 2020-01-01 | 1     | 2022-03-01 00:00 | 2022-03-01 |            | false
      V-SAME    |              |           | Bản Một        | 1990-09-01 |            | 1      |                   | 26050            | 2020-01-01 | 1     | 2022-03-01 00:00 |            |            | false
      V-SAME    |              |           | Bản Một        | 1990-09-01 |            | 1      |                   | 26050            | 2020-01-01 | 1     | 2022-03-01 00:00 |            |            | false
      GONE      |              |           | Bản Một        | 1990-10-01 |            | 1      |                   | 26050            | 2020-01-01 | 1     | 2022-03-01 00:00 |            |            | false
      GONE      |              |           |                |            |            |        |                   |                  |            | 0     | 2022-04-01 00:00 |            | 0          | true
      BACK      |              |           | Bản Một        | 1990-11-01 |            | 1      |                   | 26050            | 2020-01-01 | 1     | 2022-03-01 00:00 |            |            | false
      BACK      |              |           |                |            |            |        |                   |                  |            | 0     | 2022-04-01 00:00 |            | 0          | true
      BACK      |              |           | Bản Hai        | 1990-11-01 |            | 1      |                   | 26050            | 2020-01-01 | 1     | 2022-05-01 00:00 |            |            | false
      GONETIE   |              |           | Bản Một        | 1990-12-01 |            | 1      |                   | 26050            | 2020-01-01 | 1     | 2022-03-01 00:00 |            |            | false
      GONETIE   |              |           |                |            |            |        |                   |                  |            | 0     | 2022-03-01 00:00 |            | 0          | true
      """;

  private static final String ANSWERS =
      """
      ma_hssk  | citizen_id   | answer         | answer_text    | name_text    | birth_date | birth_year | gender | file_date
      KHOP1    | 075080000322 | KHOP           | KHOP           | Trần Văn Oái | 1980-12-13 |            |        | 2022-10-01
      REFUSED  | 075080000331 | KHONG_KHOP     | KHONG_KHOP     |              |            |            |        | 2022-10-01
      CHANGED  | 075080000341 | KHONG_KHOP     | KHONG_KHOP     |              |            |            |        | 2022-10-01
      NOTFOUND | 075080000351 | KHONG_TIM_THAY | KHONG_TIM_THAY |              |            |            |        | 2022-10-01
      TODAY    | 075080000401 | KHONG_KHOP     | KHONG_KHOP     |              |            |            |        | 2022-10-01
      TODAY    | 075080000401 | KHOP           | KHOP           |              |            |            |        | 2022-11-01
      NORECORD | 075080000999 | KHOP           | KHOP           | Không Hồ Sơ  | 1980-01-01 |            | 1      | 2022-11-01
      GONE     | 075080000998 | KHOP           | KHOP           | Bản Một      | 1990-10-01 |            | 1      | 2022-11-01
      """;

  private static final String VISITS =
      """
      facility_code | ma_lk | citizen_id   | name_text      | birth_date | commune | admitted_at      | total_cost_text | total_cost | tables_digest | updated_at       | dialect | withdrawn | patient_object_text
      75001         | L1    | 075080000331 | Trần Văn Phong | 1981-01-01 |         | 2022-05-01 08:00 | 10              | 10         | a             | 2022-05-02 00:00 | 4210    | false     |
      75001         | L1    | 075080000331 | Trần Văn Phong | 1981-01-01 |         | 2022-05-01 08:00 | 10              | 10         | b             | 2022-05-02 00:00 | 4210    | false     |
      75002         | L1    | 075080000342 | Trần Văn Quang | 1981-02-02 |         | 2022-05-01 08:00 | 20              | 20         | a             | 2022-05-02 00:00 | 4210    | false     |
      75002         | L2    | 075080000342 | Trần Văn Quang | 1981-02-02 |         | 2022-05-01 08:00 | 20              | 20         | a             | 2022-05-02 00:00 | 130     | false     |
      75002         | L2    |              |                |            |         |                  |                 |            |               | 2022-05-03 00:00 | 130     | true      | 8
      75002         | L4    | 075080000342 | Trần Văn Quang | 1981-02-02 |         | 2022-05-01 08:00 | 20              | 20         | a             | 2022-05-02 00:00 | 130     | false     | 1
      75002         | L4    | 075080000342 | Trần Văn Quang | 1981-02-02 |         | 2022-05-01 08:00 | 20              | 20         | a             | 2022-05-02 00:00 | 130     | true      | 8
      75002         | L3    | 075080000291 | Trần Văn Khoa  | 1980-09-09 | 26050   | 2022-05-01 08:00 |                 |            |               | 2022-05-03 00:00 | 130     | false     |
      """;

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
      province.arrives(StagedTables.HEALTH_RECORD_VERSION, RECORDS);
      province.arrives(StagedTables.POPULATION_ANSWER_VERSION, ANSWERS);
      province.arrives(StagedTables.ENCOUNTER_VERSION, VISITS);
      night = Night.of(province);
    }
    try (SmallProvince province = new SmallProvince(home.resolve("other"))) {
      province.arrivesBackwards(StagedTables.ENCOUNTER_VERSION, VISITS, 2);
      province.arrivesBackwards(StagedTables.POPULATION_ANSWER_VERSION, ANSWERS, 3);
      province.arrivesBackwards(StagedTables.HEALTH_RECORD_VERSION, RECORDS, 7);
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
            new FileBalance(1, "health_record_version", 71, 17, 2, 52, 0, 0),
            new FileBalance(2, "population_answer_version", 8, 1, 0, 5, 0, 2),
            new FileBalance(3, "encounter_version", 8, 3, 2, 2, 0, 1));
    assertThat(other.balances())
        .hasSize(12)
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
