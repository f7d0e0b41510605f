package khoyte.pipelines.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import khoyte.warehouse.table.StagedTables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What becomes of COVID-19 doses: which cannot be repaired, which are copies of others, and how
 * those that count are numbered; all in one province.
 */
@Tag("slow")
class CovidStatusTest {
  private static final LocalDate AS_OF = LocalDate.of(2022, 12, 31);

  @TempDir static Path home;
  private static SmallProvince province;
  private static JudgedDoses doses;

  @BeforeAll
  static void theNightRuns() {
    province = new SmallProvince(home);
    province.arrives(
        StagedTables.HEALTH_RECORD_VERSION,
        """
        ma_hssk | citizen_id   | name_text   | birth_date | birth_year | gender | insurance_numbers | commune | state | opened_on
        C12     | 075080000112 | Lê Văn Quý  | 1980-01-01 |            | 1      | 7500000012        | 26050   | 1     | 2020-01-01
        NOID    |              | Lê Văn Vô   | 1980-01-01 |            | 1      | 7500000015        | 26050   | 1     | 2020-01-01
        NODATE  | 075080000116 | Lê Văn Niên |            | 1980       | 1      | 7500000016        | 26050   | 1     | 2020-01-01
        NOSEX   | 075080000117 | Lê Văn Giới | 1980-01-01 |            |        | 7500000017        | 26050   | 1     | 2020-01-01
        NOPLACE | 075080000118 | Lê Văn Xa   | 1980-01-01 |            | 1      | 7500000018        |         | 1     | 2020-01-01
        WALK    | 075080000119 | Lê Văn Đi   | 1980-01-01 |            | 1      | 7500000019        | 26050   | 1     | 2020-01-01
        ONEDAY  | 075080000120 | Lê Văn Ngày | 1980-01-01 |            | 1      | 7500000020        | 26050   | 1     | 2020-01-01
        SKIP    | 075080000121 | Lê Văn Bước | 1980-01-01 |            | 1      | 7500000021        | 26050   | 1     | 2020-01-01
        COPY1   | 075080000122 | Lê Văn Sao  | 1980-01-01 |            | 1      | 7500000022        | 26050   | 1     | 2020-01-01
        COPY2   | 075080000123 | Lê Văn Chép | 1980-01-01 |            | 1      | 7500000023        | 26500   | 1     | 2020-01-01
        """);
    whatCannotBeRepaired();
    copies();
    numbers();
    doses = JudgedDoses.of(province, AS_OF);
  }

  private static void whatCannotBeRepaired() {
    province.arrives(
        StagedTables.COVID_DOSE_VERSION,
        """
        ma_mui_tiem   | citizen_id   | name_text   | birth_date | birth_year | gender | insurance_numbers | commune | given_on   | vaccine | vaccine_text | dose_number | defects
        NOID-MISSING  |              | Lê Văn Vô   | 1980-01-01 |            | 1      | 7500000015        | 26050   | 2021-08-01 | Pfizer  | Pfizer       | 1           | ID_MISSING
        NOID-GIVEN    | 075080000115 | Lê Văn Vô   | 1980-01-01 |            | 1      | 7500000015        | 26050   | 2021-09-01 | Pfizer  | Pfizer       | 1           |
        NODATE-FORMAT | 075080000116 | Lê Văn Niên |            | 1980       | 1      |                   | 26050   | 2021-08-01 | Pfizer  | Pfizer       | 1           | DOB_FORMAT
        NODATE-GIVEN  | 075080000116 | Lê Văn Niên | 1980-03-04 |            | 1      |                   | 26050   | 2021-09-01 | Pfizer  | Pfizer       | 1           |
        NOSEX-MISSING | 075080000117 | Lê Văn Giới | 1980-01-01 |            |        |                   | 26050   | 2021-08-01 | Pfizer  | Pfizer       | 1           |
        NOSEX-GIVEN   | 075080000117 | Lê Văn Giới | 1980-01-01 |            | 1      |                   | 26050   | 2021-09-01 | Pfizer  | Pfizer       | 1           |
        NOPLACE-UNIT  | 075080000118 | Lê Văn Xa   | 1980-01-01 |            | 1      |                   |         | 2021-08-01 | Pfizer  | Pfizer       | 1           | UNIT_UNKNOWN
        NOPLACE-GIVEN | 075080000118 | Lê Văn Xa   | 1980-01-01 |            | 1      |                   | 26500   | 2021-09-01 | Pfizer  | Pfizer       | 1           |
        NOVACCINE     | 075080000112 | LE VAN QUY  | 1980-01-01 |            | 1      |                   | 26050   | 2021-10-01 |         | Covaxin      | 2           | VACCINE_ALIAS
        """);
  }

  private static void copies() {
    province.arrives(
        StagedTables.COVID_DOSE_VERSION,
        """
        ma_mui_tiem | citizen_id   | name_text     | birth_date | gender | commune | given_on   | vaccine | dose_number | updated_at       | file_date  | defects
        FEW-1       | 075080000122 | LE VAN SAO    | 1980-01-01 | 1      | 26050   | 2021-04-01 | Pfizer  | 1           | 2021-04-02 00:00 |            |
        FEW-2       | 075080000122 | Lê Văn Sao    | 1980-01-01 | 1      | 26050   | 2021-04-01 | Pfizer  | 1           | 2021-04-09 00:00 |            |
        NUM-1       | 075080000122 | Lê Văn Sao    | 1980-01-01 | 1      | 26050   | 2021-05-01 | Pfizer  |             | 2021-05-02 00:00 |            |
        NUM-2       | 075080000122 | Lê Văn Sao    | 1980-01-01 | 1      | 26050   | 2021-05-01 | Pfizer  | 2           | 2021-05-09 00:00 |            |
        UPD-1       | 075080000122 | Lê Văn Sao    | 1980-01-01 | 1      | 26050   | 2021-06-01 | Pfizer  | 3           | 2021-06-02 00:00 |            |
        UPD-2       | 075080000122 | Lê Văn Sao    | 1980-01-01 | 1      | 26050   | 2021-06-01 | Pfizer  | 3           |                  |            |
        FUT-1       | 075080000122 | Lê Văn Sao    | 1980-01-01 | 1      | 26050   | 2021-07-01 | Pfizer  | 4           | 2021-07-02 00:00 |            |
        FUT-2       | 075080000122 | Lê Văn Sao    | 1980-01-01 | 1      | 26050   | 2021-07-01 | Pfizer  | 4           | 2021-09-01 00:00 | 2021-08-31 |
        KEY-a       | 075080000122 | Lê Văn Sao    | 1980-01-01 | 1      | 26050   | 2021-08-01 | Pfizer  | 5           |                  |            |
        KEY-Z       | 075080000122 | Lê Văn Sao    | 1980-01-01 | 1      | 26050   | 2021-08-01 | Pfizer  | 5           |                  |            |
        KEY-Đ       | 075080000122 | Lê Văn Sao    | 1980-01-01 | 1      | 26050   | 2021-08-01 | Pfizer  | 5           |                  |            |
        ALIAS-1     | 075080000123 | Lê Văn Chép   | 1980-01-01 | 1      | 26500   | 2021-04-01 | Pfizer  | 1           |                  |            | VACCINE_ALIAS
        ALIAS-2     | 075080000123 | Lê Văn Chép   | 1980-01-01 | 1      | 26500   | 2021-04-01 | Pfizer  | 1           |                  |            | VACCINE_ALIAS
        ALIAS-3     | 075080000123 | Lê Văn Chép   | 1980-01-01 | 1      | 26500   | 2021-04-01 | Moderna | 2           |                  |            | VACCINE_ALIAS
        OTHER-DAY   | 075080000123 | Lê Văn Chép   | 1980-01-01 | 1      | 26500   | 2021-04-02 | Pfizer  | 3           |                  |            |
        VER-1       | 075080000123 | Lê Văn Chép   | 1980-01-01 | 1      | 26500   | 2021-03-01 | Pfizer  | 1           |                  |            |
        VER-2       | 075080000123 | Lê Văn Chép   | 1980-01-01 | 1      | 26500   | 2021-03-01 | Pfizer  | 1           |                  |            |
        NONAME-1    | 075080000123 | Lê Văn Chép   | 1980-01-01 | 1      | 26500   | 2021-05-01 |         | 1           |                  |            | VACCINE_ALIAS
        NONAME-2    | 075080000123 | Lê Văn Chép   | 1980-01-01 | 1      | 26500   | 2021-05-01 |         | 1           |                  |            | VACCINE_ALIAS
        LOST-1      | 075080000997 | Không Ai Khác | 1980-01-01 | 1      | 26500   | 2021-05-01 | Pfizer  | 1           |                  |            |
        LOST-2      | 075080000997 | Không Ai Khác | 1980-01-01 | 1      | 26500   | 2021-05-01 | Pfizer  | 1           |                  |            |
        BAD-1       | 075080000118 | Lê Văn Xa     | 1980-01-01 | 1      |         | 2021-04-01 | Pfizer  | 1           | 2021-05-01 00:00 |            | UNIT_UNKNOWN
        BAD-2       | 075080000118 | Lê Văn Xa     | 1980-01-01 | 1      |         | 2021-04-01 | Pfizer  | 1           | 2021-05-02 00:00 |            | UNIT_UNKNOWN
        """);
  }

  private static void numbers() {
    province.arrives(
        StagedTables.COVID_DOSE_VERSION,
        """
        ma_mui_tiem | citizen_id   | name_text   | birth_date | gender | commune | given_on   | vaccine | dose_number | dose_number_text | defects
        W1          | 075080000119 | Lê Văn Đi   | 1980-01-01 | 1      | 26050   | 2021-05-01 | Pfizer  | 2           | 2                |
        W2          | 075080000119 | Lê Văn Đi   | 1980-01-01 | 1      | 26050   | 2021-06-01 | Pfizer  | 2           | 2                |
        W3          | 075080000119 | Lê Văn Đi   | 1980-01-01 | 1      | 26050   | 2021-07-01 | Pfizer  | 5           | 5                |
        W4          | 075080000119 | Lê Văn Đi   | 1980-01-01 | 1      | 26050   | 2021-08-01 | Pfizer  |             |                  |
        W5          | 075080000119 | Lê Văn Đi   | 1980-01-01 | 1      | 26050   | 2021-09-01 | Pfizer  | 6           | 6                |
        W6          | 075080000119 | Lê Văn Đi   | 1980-01-01 | 1      | 26050   | 2021-10-01 | Pfizer  |             | 7,5              |
        W7          | 075080000119 | Lê Văn Đi   | 1980-01-01 | 1      | 26050   | 2021-11-01 | Pfizer  | -1          | -1               |
        W8          | 075080000119 | Lê Văn Đi   | 1980-01-01 | 1      | 26050   | 2021-12-01 | Pfizer  | 10          | 10               |
        D1          | 075080000120 | Lê Văn Ngày | 1980-01-01 | 1      | 26050   | 2021-05-01 | Pfizer  | 1           | 1                |
        D2          | 075080000120 | Lê Văn Ngày | 1980-01-01 | 1      | 26050   | 2021-05-01 | Abdala  | 2           | 2                |
        S1          | 075080000121 | Lê Văn Bước | 1980-01-01 | 1      | 26050   | 2021-05-01 |         | 4           | 4                | VACCINE_ALIAS
        S2          | 075080000121 | Lê Văn Bước | 1980-01-01 | 1      | 26050   | 2021-03-01 | Pfizer  | 5           | 5                |
        S3          | 075080000121 | Lê Văn Bước | 1980-01-01 | 1      | 26050   | 2021-06-01 | Pfizer  | 1           | 1                |
        S4          | 075080000121 | LE VAN BUOC | 1980-01-01 | 1      | 26050   | 2021-06-01 | Pfizer  | 6           | 6                |
        S5          | 075080000121 | Lê Văn Bước | 1980-01-01 | 1      | 26050   | 2021-07-01 | Pfizer  | 2           | 2                |
        """);
  }

  @AfterAll
  static void close() {
    province.close();
  }

  @Test
  void aCitizenWithoutIdHasNoneToWriteAndNoneToDiffer() {
    doses.areJudged(
        """
        ma_mui_tiem  | citizen | status    | defects
        NOID-MISSING | NOID    | to_verify | ID_MISSING
        NOID-GIVEN   | NOID    | clean     | []
        """);
    doses.areNotRepaired("NOID-MISSING", "NOID-GIVEN");
  }

  @Test
  void aCitizenWithoutBirthDateHasNoneToWriteAndNoneToDiffer() {
    doses.areJudged(
        """
        ma_mui_tiem   | citizen | status    | defects
        NODATE-FORMAT | NODATE  | to_verify | DOB_FORMAT
        NODATE-GIVEN  | NODATE  | clean     | []
        """);
  }

  @Test
  void aCitizenWithoutGenderHasNoneToWriteAndNoneToDiffer() {
    doses.areJudged(
        """
        ma_mui_tiem   | citizen | status    | defects
        NOSEX-MISSING | NOSEX   | to_verify | GENDER_MISMATCH
        NOSEX-GIVEN   | NOSEX   | clean     | []
        """);
  }

  @Test
  void aUnitCannotBeSetWhereTheCitizenHasNoCommune() {
    doses.areJudged(
        """
        ma_mui_tiem   | citizen | status    | defects      | commune_code | district_code
        NOPLACE-UNIT  | NOPLACE | to_verify | UNIT_UNKNOWN |              |
        NOPLACE-GIVEN | NOPLACE | clean     | []           | 26500        | 742
        """);
  }

  @Test
  void aVaccineInNoListIsToVerifyWithAllItsDefectsAndNothingIsProposed() {
    doses.areJudged(
        """
        ma_mui_tiem | citizen | status    | defects                      | error_class
        NOVACCINE   | C12     | to_verify | NAME_MISMATCH, VACCINE_ALIAS | 3
        """);
    doses.areNotRepaired("NOVACCINE");
  }

  @Test
  void ofCopiesTheOneWithTheFewestDefectsIsKept() {
    doses.areJudged(
        """
        ma_mui_tiem | status    | defects                  | duplicate_of
        FEW-1       | duplicate | NAME_MISMATCH, DUPLICATE | FEW-2
        FEW-2       | clean     | []                       |
        """);
    doses.areNotRepaired("FEW-1");
  }

  @Test
  void aWrongNumberIsNoReasonToDropACopy() {
    doses.areJudged(
        """
        ma_mui_tiem | status    | defects     | duplicate_of | dose_number
        NUM-1       | cleaned   | DOSE_NUMBER |              | 2
        NUM-2       | duplicate | DUPLICATE   | NUM-1        |
        """);
  }

  @Test
  void ofEqualCopiesTheEarliestUpdateIsKeptAndNoneIsEarliest() {
    doses.areJudged(
        """
        ma_mui_tiem | status    | duplicate_of
        UPD-1       | duplicate | UPD-2
        UPD-2       | clean     |
        FUT-1       | duplicate | FUT-2
        FUT-2       | clean     |
        """);
  }

  @Test
  void ofCopiesUpdatedTogetherTheSmallestKeyInByteOrderIsKept() {
    doses.areJudged(
        """
        ma_mui_tiem | status    | duplicate_of
        KEY-Z       | clean     |
        KEY-a       | duplicate | KEY-Z
        KEY-Đ       | duplicate | KEY-Z
        """);
  }

  @Test
  void copiesAreTheSameVaccineAfterAliasesOnTheSameDay() {
    doses.areJudged(
        """
        ma_mui_tiem | status    | defects                    | duplicate_of | dose_number
        ALIAS-1     | cleaned   | VACCINE_ALIAS, DOSE_NUMBER |              | 3
        ALIAS-2     | duplicate | VACCINE_ALIAS, DUPLICATE   | ALIAS-1      |
        ALIAS-3     | cleaned   | VACCINE_ALIAS              |              | 2
        OTHER-DAY   | cleaned   | DOSE_NUMBER                |              | 4
        """);
  }

  @Test
  void dosesToVerifyAreNeverCopies() {
    doses.areJudged(
        """
        ma_mui_tiem | status    | defects          | duplicate_of
        VER-1       | to_verify | DATE_IMPLAUSIBLE |
        VER-2       | to_verify | DATE_IMPLAUSIBLE |
        LOST-1      | to_verify | UNMATCHED        |
        LOST-2      | to_verify | UNMATCHED        |
        """);
  }

  @Test
  void aVaccineInNoListIsTheSameAsNoOther() {
    doses.areJudged(
        """
        ma_mui_tiem | status    | defects       | duplicate_of
        NONAME-1    | to_verify | VACCINE_ALIAS |
        NONAME-2    | to_verify | VACCINE_ALIAS |
        """);
  }

  @Test
  void aCopyIsFoundBeforeAskingWhatCanBeRepaired() {
    doses.areJudged(
        """
        ma_mui_tiem | status    | defects                 | duplicate_of
        BAD-1       | to_verify | UNIT_UNKNOWN            |
        BAD-2       | duplicate | UNIT_UNKNOWN, DUPLICATE | BAD-1
        """);
  }

  @Test
  void numbersGrowWithGapsAndAWrongOneFollowsTheOneBefore() {
    doses.areJudged(
        """
        ma_mui_tiem | status  | defects     | dose_number
        W1          | clean   | []          | 2
        W2          | cleaned | DOSE_NUMBER | 3
        W3          | clean   | []          | 5
        W4          | cleaned | DOSE_NUMBER | 6
        W5          | cleaned | DOSE_NUMBER | 7
        W6          | cleaned | DOSE_NUMBER | 8
        W7          | cleaned | DOSE_NUMBER | 9
        W8          | clean   | []          | 10
        """);
    doses.areRepaired(
        """
        ma_mui_tiem | field            | original | repaired
        W2          | dose_number_text | 2        | 3
        W4          | dose_number_text |          | 6
        W5          | dose_number_text | 6        | 7
        W6          | dose_number_text | 7,5      | 8
        W7          | dose_number_text | -1       | 9
        """);
  }

  @Test
  void dosesOfOneDayAreWalkedByVaccine() {
    doses.areJudged(
        """
        ma_mui_tiem | status  | defects     | dose_number
        D1          | cleaned | DOSE_NUMBER | 3
        D2          | clean   | []          | 2
        """);
  }

  @Test
  void dosesToVerifyAndCopiesAreNotNumbered() {
    doses.areJudged(
        """
        ma_mui_tiem | status    | defects                  | dose_number
        S1          | to_verify | VACCINE_ALIAS            |
        S2          | to_verify | DATE_IMPLAUSIBLE         |
        S3          | clean     | []                       | 1
        S4          | duplicate | NAME_MISMATCH, DUPLICATE |
        S5          | clean     | []                       | 2
        """);
  }

  @Test
  void whatBecameOfTheRowsOfAFileAddsUp() {
    assertThat(doses.balances())
        .containsExactly(
            new FileBalance(1, "health_record_version", 10, 0, 0, 10, 0, 0),
            new FileBalance(2, "covid_dose_version", 9, 0, 0, 9, 0, 0),
            new FileBalance(3, "covid_dose_version", 23, 0, 0, 21, 0, 2),
            new FileBalance(4, "covid_dose_version", 15, 0, 0, 15, 0, 0));
  }
}
