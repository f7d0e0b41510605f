package khoyte.pipelines.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import khoyte.pipelines.CommuneCodes;
import khoyte.warehouse.table.StagedTables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which rules a COVID-19 dose breaks and how they are repaired, all in one province. What a reader
 * finds in a row by itself is drawn in its defects.
 */
@Tag("slow")
class CovidDefectsTest {
  private static final LocalDate AS_OF = LocalDate.of(2022, 12, 31);
  private static final List<CommuneCodes.Line> CODES = CommuneCodes.lines();

  @TempDir static Path home;
  private static SmallProvince province;
  private static JudgedDoses doses;

  @BeforeAll
  static void theNightRuns() {
    province = new SmallProvince(home);
    province.arrives(
        StagedTables.HEALTH_RECORD_VERSION,
        """
        ma_hssk | citizen_id   | name_text   | birth_date | birth_year | gender | insurance_numbers | commune          | state | opened_on
        C01     | 075080000101 | Lê Văn Một  | 1980-01-01 |            | 1      | 7500000001        | 26050            | 1     | 2020-01-01
        C02     | 075080000102 | Lê Văn Hai  | 1980-01-01 |            | 1      | 7500000002        | 26050            | 1     | 2020-01-01
        C03     | 075080000103 | Lê Văn Ba   | 1980-01-01 |            | 1      | 7500000003        | 26050            | 1     | 2020-01-01
        C04     | 075080000104 | Lê Văn Bốn  | 1980-01-01 |            | 1      | 7500000004        | 26050            | 1     | 2020-01-01
        C05     | 075080000105 | Lê Văn Năm  | 1980-01-01 |            | 1      | 7500000005        | 26050            | 1     | 2020-01-01
        C06     | 075080000106 | Lê Văn Sáu  | 1980-01-01 |            | 1      | 7500000006        | 26050            | 1     | 2020-01-01
        C07     | 075080000107 | Lê Văn Bảy  | 1980-01-01 |            | 1      | 7500000007        | 26050            | 1     | 2020-01-01
        C08     | 075180000108 | Lê Thị Tám  | 1980-01-01 |            | 2      | 7500000008        | 26050            | 1     | 2020-01-01
        C09     | 075080000109 | Lê Văn Chín | 1980-01-01 |            | 1      | 7500000009        | 26050            | 1     | 2020-01-01
        C10     | 075080000110 | Lê Văn Mười | 1980-01-01 |            | 1      | 7500000010        | 26068~2024-11-01 | 1     | 2020-01-01
        C11     | 075080000111 | Lê Văn Tân  | 1980-01-01 |            | 1      | 7500000011        | 26050            | 1     | 2020-01-01
        C12     | 075080000112 | Lê Văn Quý  | 1980-01-01 |            | 1      | 7500000012        | 26050            | 1     | 2020-01-01
        C13     | 075080000113 | Lê Văn Thìn | 1980-01-01 |            | 1      | 7500000013        | 26050            | 1     | 2020-01-01
        NEW     | 075221000114 | Lê Thị Mới  | 2021-06-01 |            | 2      | 7500000014        | 26050            | 1     | 2021-06-01
        """);
    aDefectEach();
    unitsAndDates();
    communeCodes();
    doses = JudgedDoses.of(province, AS_OF);
  }

  private static void aDefectEach() {
    province.arrives(
        StagedTables.COVID_DOSE_VERSION,
        """
        ma_mui_tiem  | citizen_id   | id_text            | name_text   | birth_date | birth_year | birth_date_text | gender | gender_text | insurance_numbers | phone      | phone_text  | commune | commune_text | given_on   | vaccine     | vaccine_text | dose_number | dose_number_text | defects
        ID-MISSING   |              |                    | Lê Văn Một  | 1980-01-01 |            |                 | 1      | Nam         | 7500000001        |            |             | 26050   | 26050        | 2021-08-01 | Pfizer      | Pfizer       | 1           | 1                | ID_MISSING
        ID-FORMAT    |              | CMND 80102         | Lê Văn Hai  | 1980-01-01 |            |                 | 1      | Nam         | 7500000002        |            |             | 26050   | 26050        | 2021-08-01 | Pfizer      | Pfizer       | 1           | 1                | ID_FORMAT
        ID-MISMATCH  | 075080000999 | 075080000999       | Lê Văn Ba   | 1980-01-01 |            |                 | 1      | Nam         | 7500000003        |            |             | 26050   | 26050        | 2021-08-01 | Pfizer      | Pfizer       | 1           | 1                |
        ID-STRUCTURE |              | \u00a0999980000103 | Lê Văn Ba   | 1980-01-01 |            |                 | 1      | Nam         | 7500000003        |            |             | 26050   | 26050        | 2021-09-01 | Pfizer      | Pfizer       | 2           | 2                |
        NAME         | 075080000104 | 075080000104       | LE VAN BON  | 1980-01-01 |            |                 | 1      | Nam         |                   |            |             | 26050   | 26050        | 2021-08-01 | Pfizer      | Pfizer       | 1           | 1                |
        DOB-FORMAT   | 075080000105 | 075080000105       | Lê Văn Năm  |            | 1980       | 1980            | 1      | Nam         |                   |            |             | 26050   | 26050        | 2021-08-01 | Pfizer      | Pfizer       | 1           | 1                | DOB_FORMAT
        DOB-MISMATCH | 075080000106 | 075080000106       | Lê Văn Sáu  | 1980-10-01 |            | 01/10/1980      | 1      | Nam         |                   |            |             | 26050   | 26050        | 2021-08-01 | Pfizer      | Pfizer       | 1           | 1                |
        DOB-BOTH     | 075080000106 | 075080000106       | Lê Văn Sáu  | 1980-10-01 |            | 1980-10-01      | 1      | Nam         |                   |            |             | 26050   | 26050        | 2021-09-01 | Pfizer      | Pfizer       | 2           | 2                | DOB_FORMAT
        GENDER       | 075080000107 | 075080000107       | Lê Văn Bảy  | 1980-01-01 |            |                 | 2      | Nữ          |                   |            |             | 26050   | 26050        | 2021-08-01 | Pfizer      | Pfizer       | 1           | 1                |
        NO-GENDER    | 075180000108 | 075180000108       | Lê Thị Tám  | 1980-01-01 |            |                 |        | ?           |                   |            |             | 26050   | 26050        | 2021-08-01 | Pfizer      | Pfizer       | 1           | 1                |
        PHONE        | 075080000109 | 075080000109       | Lê Văn Chín | 1980-01-01 |            |                 | 1      | Nam         |                   | 0381234567 | 01681234567 | 26050   | 26050        | 2021-08-01 | Pfizer      | Pfizer       | 1           | 1                | PHONE_PREFIX
        UNIT         | 075080000110 | 075080000110       | Lê Văn Mười | 1980-01-01 |            |                 | 1      | Nam         |                   |            |             |         | 99999        | 2021-08-01 | Pfizer      | Pfizer       | 1           | 1                | UNIT_UNKNOWN
        VACCINE      | 075080000111 | 075080000111       | Lê Văn Tân  | 1980-01-01 |            |                 | 1      | Nam         |                   |            |             | 26050   | 26050        | 2021-08-01 | AstraZeneca | AZ           | 1           | 1                | VACCINE_ALIAS
        NUMBER       | 075080000112 | 075080000112       | Lê Văn Quý  | 1980-01-01 |            |                 | 1      | Nam         |                   |            |             | 26050   | 26050        | 2021-08-01 | Pfizer      | Pfizer       | 0           | 0                |
        NOBODY       | 075080000998 | 075080000998       | Không Ai Cả | 1980-01-01 |            |                 | 1      | Nam         |                   |            |             | 26050   | 26050        | 2021-08-01 | Pfizer      | Pfizer       | 1           | 1                |
        ALL          |              | 12                 | LE VAN MOT  | 1980-01-02 |            | 1980-01-02      | 2      | Nữ          | 7500000001        | 0381234567 | 01681234567 |         |              | 2021-09-01 | AstraZeneca | AZ           | 1           | 1                | ID_FORMAT, DOB_FORMAT, PHONE_PREFIX, UNIT_UNKNOWN, VACCINE_ALIAS
        """);
  }

  private static void unitsAndDates() {
    province.arrives(
        StagedTables.COVID_DOSE_VERSION,
        """
        ma_mui_tiem  | citizen_id   | name_text   | birth_date | gender | province_text | commune_text | commune | given_on   | vaccine | dose_number
        DAY-BEFORE   | 075080000113 | Lê Văn Thìn | 1980-01-01 | 1      | 75            | 26050        | 26050   | 2021-03-07 | Pfizer  | 1
        DAY-FIRST    | 075080000113 | Lê Văn Thìn | 1980-01-01 | 1      | 75            | 26050        | 26050   | 2021-03-08 | Pfizer  | 1
        DAY-LAST     | 075080000113 | Lê Văn Thìn | 1980-01-01 | 1      | 75            | 26050        | 26050   | 2022-12-31 | Pfizer  | 2
        DAY-AFTER    | 075080000113 | Lê Văn Thìn | 1980-01-01 | 1      | 75            | 26050        | 26050   | 2023-01-01 | Pfizer  | 3
        DAY-NONE     | 075080000113 | Lê Văn Thìn | 1980-01-01 | 1      | 75            | 26050        | 26050   |            | Pfizer  | 3
        BORN-LATER   | 075221000114 | Lê Thị Mới  | 2021-06-01 | 2      | 75            | 26050        | 26050   | 2021-05-31 | Pfizer  | 1
        BORN-TODAY   | 075221000114 | Lê Thị Mới  | 2021-06-01 | 2      | 75            | 26050        | 26050   | 2021-06-01 | Pfizer  | 1
        UNIT-WRONG   | 075080000113 | Lê Văn Thìn | 1980-01-01 | 1      | 75            | 99999        |         |            | Pfizer  | 3
        UNIT-NONE    | 075080000113 | Lê Văn Thìn | 1980-01-01 | 1      | 75            |              |         |            | Pfizer  | 3
        UNIT-FAR     | 075080000113 | Lê Văn Thìn | 1980-01-01 | 1      | 1             | 00001        |         |            | Pfizer  | 3
        UNIT-NOWHERE | 075080000113 | Lê Văn Thìn | 1980-01-01 | 1      | 98            | 00001        |         |            | Pfizer  | 3
        UNIT-ANY     | 075080000113 | Lê Văn Thìn | 1980-01-01 | 1      |               | 26500        | 26500   |            | Pfizer  | 3
        """);
  }

  /** A dose without a date for each line of the table. */
  private static void communeCodes() {
    StringBuilder drawn = new StringBuilder("ma_mui_tiem | province_text | commune_text\n");
    for (int i = 0; i < CODES.size(); i++) {
      drawn.append("CODE-" + i + " | " + CODES.get(i).province() + " | " + CODES.get(i).commune());
      drawn.append('\n');
    }
    province.arrives(StagedTables.COVID_DOSE_VERSION, drawn.toString());
  }

  @AfterAll
  static void close() {
    province.close();
  }

  @Test
  void anIdThatIsMissingIsWritten() {
    doses.areJudged(
        """
        ma_mui_tiem | citizen | link     | evidence         | status  | defects    | error_class
        ID-MISSING  | C01     | resolved | insurance_number | cleaned | ID_MISSING | 1
        """);
    doses.areRepaired(
        """
        ma_mui_tiem | field   | original | repaired     | rule       | night      | confirmed_by
        ID-MISSING  | id_text |          | 075080000101 | ID_MISSING | 2022-12-31 |
        """);
  }

  @Test
  void anIdThatIsNotTwelveDigitsIsWritten() {
    doses.areJudged(
        """
        ma_mui_tiem | citizen | evidence         | status  | defects   | error_class
        ID-FORMAT   | C02     | insurance_number | cleaned | ID_FORMAT | 2
        """);
    doses.areRepaired(
        """
        ma_mui_tiem | field   | original   | repaired     | rule
        ID-FORMAT   | id_text | CMND 80102 | 075080000102 | ID_FORMAT
        """);
  }

  @Test
  void twelveDigitsThatAreNotTheCitizensAreAMismatchOfWhateverStructure() {
    doses.areJudged(
        """
        ma_mui_tiem  | citizen | evidence         | status  | defects     | error_class
        ID-MISMATCH  | C03     | insurance_number | cleaned | ID_MISMATCH | 3
        ID-STRUCTURE | C03     | insurance_number | cleaned | ID_MISMATCH | 3
        """);
    doses.areRepaired(
        """
        ma_mui_tiem  | field   | original           | repaired     | rule
        ID-MISMATCH  | id_text | 075080000999       | 075080000103 | ID_MISMATCH
        ID-STRUCTURE | id_text | \u00a0999980000103 | 075080000103 | ID_MISMATCH
        """);
  }

  @Test
  void aNameThatIsNotEqualIsWritten() {
    doses.areJudged(
        """
        ma_mui_tiem | citizen | evidence   | status  | defects       | error_class
        NAME        | C04     | citizen_id | cleaned | NAME_MISMATCH | 3
        """);
    doses.areRepaired(
        """
        ma_mui_tiem | field     | original   | repaired   | rule
        NAME        | name_text | LE VAN BON | Lê Văn Bốn | NAME_MISMATCH
        """);
  }

  @Test
  void aBirthDateOfWrongFormOrOfAnotherDayIsWrittenOnce() {
    doses.areJudged(
        """
        ma_mui_tiem  | citizen | status  | defects                  | error_class
        DOB-FORMAT   | C05     | cleaned | DOB_FORMAT               | 3
        DOB-MISMATCH | C06     | cleaned | DOB_MISMATCH             | 3
        DOB-BOTH     | C06     | cleaned | DOB_FORMAT, DOB_MISMATCH | 3
        """);
    doses.areRepaired(
        """
        ma_mui_tiem  | field           | original   | repaired   | rule
        DOB-FORMAT   | birth_date_text | 1980       | 01/01/1980 | DOB_FORMAT
        DOB-MISMATCH | birth_date_text | 01/10/1980 | 01/01/1980 | DOB_MISMATCH
        DOB-BOTH     | birth_date_text | 1980-10-01 | 01/01/1980 | DOB_FORMAT
        """);
  }

  @Test
  void aGenderThatIsMissingOrNotTheCitizensIsWritten() {
    doses.areJudged(
        """
        ma_mui_tiem | citizen | status  | defects         | error_class
        GENDER      | C07     | cleaned | GENDER_MISMATCH | 3
        NO-GENDER   | C08     | cleaned | GENDER_MISMATCH | 3
        """);
    doses.areRepaired(
        """
        ma_mui_tiem | field       | original | repaired | rule
        GENDER      | gender_text | Nữ       | Nam      | GENDER_MISMATCH
        NO-GENDER   | gender_text | ?        | Nữ       | GENDER_MISMATCH
        """);
  }

  @Test
  void aRetiredPrefixIsMigrated() {
    doses.areJudged(
        """
        ma_mui_tiem | citizen | status  | defects      | error_class
        PHONE       | C09     | cleaned | PHONE_PREFIX | 4
        """);
    doses.areRepaired(
        """
        ma_mui_tiem | field      | original    | repaired   | rule
        PHONE       | phone_text | 01681234567 | 0381234567 | PHONE_PREFIX
        """);
  }

  @Test
  void anUnknownUnitIsSetToTheCitizens() {
    doses.areJudged(
        """
        ma_mui_tiem | citizen | status  | defects      | error_class | commune_code | district_code
        UNIT        | C10     | cleaned | UNIT_UNKNOWN | 4           | 26068        | 731
        """);
    doses.areRepaired(
        """
        ma_mui_tiem | field        | original | repaired | rule
        UNIT        | commune_text | 99999    | 26068    | UNIT_UNKNOWN
        """);
  }

  @Test
  void anAliasIsSetToTheNameInTheList() {
    doses.areJudged(
        """
        ma_mui_tiem | citizen | status  | defects       | error_class | vaccine
        VACCINE     | C11     | cleaned | VACCINE_ALIAS | 4           | AstraZeneca
        """);
    doses.areRepaired(
        """
        ma_mui_tiem | field        | original | repaired    | rule
        VACCINE     | vaccine_text | AZ       | AstraZeneca | VACCINE_ALIAS
        """);
  }

  @Test
  void aWrongNumberIsSet() {
    doses.areJudged(
        """
        ma_mui_tiem | citizen | status  | defects     | error_class | dose_number
        NUMBER      | C12     | cleaned | DOSE_NUMBER | 4           | 1
        """);
    doses.areRepaired(
        """
        ma_mui_tiem | field            | original | repaired | rule
        NUMBER      | dose_number_text | 0        | 1        | DOSE_NUMBER
        """);
  }

  @Test
  void aDoseOfNobodyIsToVerify() {
    doses.areJudged(
        """
        ma_mui_tiem | citizen | link   | evidence | status    | defects   | error_class | commune_code | district_code
        NOBODY      |         | nobody |          | to_verify | UNMATCHED | 4           | 26050        | 731
        """);
    doses.areNotRepaired("NOBODY");
  }

  @Test
  void aDoseThatBreaksManyRulesIsCleanedOfAllOfThem() {
    doses.areJudged(
        """
        ma_mui_tiem | citizen | status  | error_class | defects
        ALL         | C01     | cleaned | 2           | ID_FORMAT, NAME_MISMATCH, DOB_FORMAT, DOB_MISMATCH, GENDER_MISMATCH, PHONE_PREFIX, UNIT_UNKNOWN, VACCINE_ALIAS, DOSE_NUMBER
        """);
    doses.areRepaired(
        """
        ma_mui_tiem | field            | original    | repaired
        ALL         | id_text          | 12          | 075080000101
        ALL         | name_text        | LE VAN MOT  | Lê Văn Một
        ALL         | birth_date_text  | 1980-01-02  | 01/01/1980
        ALL         | gender_text      | Nữ          | Nam
        ALL         | phone_text       | 01681234567 | 0381234567
        ALL         | commune_text     |             | 26050
        ALL         | vaccine_text     | AZ          | AstraZeneca
        ALL         | dose_number_text | 1           | 2
        """);
  }

  @Test
  void aDateIsPlausibleFromTheFirstDoseInTheCountryToTheReportDate() {
    doses.areJudged(
        """
        ma_mui_tiem | status    | defects          | error_class
        DAY-BEFORE  | to_verify | DATE_IMPLAUSIBLE | 4
        DAY-FIRST   | clean     | []               |
        DAY-LAST    | clean     | []               |
        DAY-AFTER   | to_verify | DATE_IMPLAUSIBLE | 4
        DAY-NONE    | to_verify | DATE_IMPLAUSIBLE | 4
        """);
  }

  @Test
  void aDoseBeforeTheCitizensBirthIsImplausible() {
    doses.areJudged(
        """
        ma_mui_tiem | citizen | status    | defects
        BORN-LATER  | NEW     | to_verify | DATE_IMPLAUSIBLE
        BORN-TODAY  | NEW     | clean     | []
        """);
  }

  @Test
  void aUnitWithoutAReadableDateIsJudgedOnTheReportDateWhereTheReferenceCoversTheProvince() {
    doses.areJudged(
        """
        ma_mui_tiem  | defects
        DAY-NONE     | DATE_IMPLAUSIBLE
        UNIT-WRONG   | UNIT_UNKNOWN, DATE_IMPLAUSIBLE
        UNIT-NONE    | UNIT_UNKNOWN, DATE_IMPLAUSIBLE
        UNIT-FAR     | DATE_IMPLAUSIBLE
        UNIT-NOWHERE | UNIT_UNKNOWN, DATE_IMPLAUSIBLE
        UNIT-ANY     | DATE_IMPLAUSIBLE
        """);
  }

  @Test
  void aCodeWithoutAReadableDateIsJudgedByTheProvinceToo() {
    StringBuilder drawn = new StringBuilder("ma_mui_tiem | defects\n");
    for (int i = 0; i < CODES.size(); i++) {
      drawn.append("CODE-" + i + " | GENDER_MISMATCH, ");
      drawn.append(CODES.get(i).isBroken() ? "UNIT_UNKNOWN, " : "");
      drawn.append("DATE_IMPLAUSIBLE, UNMATCHED\n");
    }
    doses.areJudged(drawn.toString());
  }

  @Test
  void whatBecameOfTheRowsOfAFileAddsUp() {
    assertThat(doses.balances())
        .containsExactly(
            new FileBalance(1, "health_record_version", 14, 0, 0, 14, 0, 0),
            new FileBalance(2, "covid_dose_version", 16, 0, 0, 15, 0, 1),
            new FileBalance(3, "covid_dose_version", 12, 0, 0, 12, 0, 0),
            new FileBalance(4, "covid_dose_version", CODES.size(), 0, 0, 0, 0, CODES.size()));
  }
}
