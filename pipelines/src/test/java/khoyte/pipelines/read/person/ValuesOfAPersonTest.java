package khoyte.pipelines.read.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesOfAPersonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          02/01/1980       | 1980-01-02 | 1980 | true
          2/1/1980         | 1980-01-02 | 1980 | true
          29/02/2000       | 2000-02-29 | 2000 | true
          02-01-1980       | 1980-01-02 | 1980 | false
          1980-01-02       | 1980-01-02 | 1980 | false
          02/01/1980 00:00 | 1980-01-02 | 1980 | false
          19800102         | 1980-01-02 | 1980 | false
          198001020730     | 1980-01-02 | 1980 | false
          1980             | -          | 1980 | false
          00/00/1960       | -          | 1960 | false
          196000000000     | -          | 1960 | false
          05/1960          | -          | 1960 | false
          30/02/2022       | -          | -    | false
          29/02/1900       | -          | -    | false
          31/12/9999       | -          | -    | false
          31/13/1980       | -          | -    | false
          02/01/80         | -          | -    | false
          1/2/3/1980       | -          | -    | false
          =A1              | -          | -    | false
          hai tám          | -          | -    | false
          """)
  void birthDate(String text, String date, Integer year, boolean isDayMonthYear) {
    BirthDate birth = DateText.birth(text);

    assertThat(birth.date() == null ? null : birth.date().toString()).isEqualTo(date);
    assertThat(birth.year()).isEqualTo(year);
    assertThat(birth.isDayMonthYear()).isEqualTo(isDayMonthYear);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # text           | day first  | month first | uncertain
          05/06/1990       | 1990-06-05 | 1990-05-06  | 1990
          5.6.1990         | 1990-06-05 | 1990-05-06  | 1990
          05-06-1990 14:30 | 1990-06-05 | 1990-05-06  | 1990
          05/05/1990       | 1990-05-05 | 1990-05-05  | 1990-05-05
          13/05/1990       | 1990-05-13 | -           | 1990-05-13
          05/13/1990       | -          | 1990-05-13  | -
          1990-05-06       | 1990-05-06 | 1990-05-06  | 1990-05-06
          19900506         | 1990-05-06 | 1990-05-06  | 1990-05-06
          05/06/90         | -          | -           | -
          33029            | -          | -           | -
          06051990         | -          | -           | -
          00/00/1990       | 1990       | 1990        | 1990
          """)
  void aBirthDateIsReadInTheOrderOfItsColumn(
      String text, String dayFirst, String monthFirst, String uncertain) {
    assertThat(birth(text, DateOrder.DAY_FIRST)).isEqualTo(dayFirst);
    assertThat(birth(text, DateOrder.MONTH_FIRST)).isEqualTo(monthFirst);
    assertThat(birth(text, DateOrder.UNCERTAIN)).isEqualTo(uncertain);
  }

  /** The date, else the year. */
  private static @Nullable String birth(String text, DateOrder order) {
    BirthDate birth = DateText.birth(text, order);
    Object known = birth.date() == null ? birth.year() : birth.date();
    return known == null ? null : known.toString();
  }

  @Test
  void onlyDayMonthYearIsTheAgreedForm() {
    assertThat(DateText.birth("05/06/1990", DateOrder.DAY_FIRST).isDayMonthYear()).isTrue();
    assertThat(DateText.birth("05/06/1990", DateOrder.MONTH_FIRST).isDayMonthYear()).isFalse();
    assertThat(DateText.birth("05/06/1990", DateOrder.UNCERTAIN).isDayMonthYear()).isFalse();
    assertThat(DateText.birth("05/05/1990", DateOrder.UNCERTAIN).isDayMonthYear()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    // values that are dates with the day first only, with the month first only, either way
    "0,   0,   500, DAY_FIRST",
    "500, 0,   300, DAY_FIRST",
    "0,   2,   0,   DAY_FIRST",
    "5,   2,   0,   DAY_FIRST",
    "57,  3,   0,   UNCERTAIN",
    "58,  3,   0,   DAY_FIRST",
    "0,   3,   57,  MONTH_FIRST",
    "0,   3,   58,  DAY_FIRST",
    "0,   3,   0,   MONTH_FIRST",
    "1,   3,   0,   UNCERTAIN",
    "1,   19,  9,   UNCERTAIN",
    "1,   20,  9,   MONTH_FIRST",
    "0,   500, 300, MONTH_FIRST",
    "500, 500, 700, UNCERTAIN"
  })
  void theOrderIsVotedByTheColumn(int dayFirst, int monthFirst, int either, DateOrder order) {
    DateVotes votes = new DateVotes();
    for (String silent : List.of("07/07/1990", "1990-05-13", "30/02/1990", "1990", "?")) {
      votes.add(silent);
    }
    Collections.nCopies(dayFirst, "13/05/1990").forEach(votes::add);
    Collections.nCopies(monthFirst, "05/13/1990").forEach(votes::add);
    Collections.nCopies(either, "05/06/1990").forEach(votes::add);

    assertThat(votes.decision()).isEqualTo(order);
  }

  @Test
  void aMomentHasATimeOrIsMidnight() {
    assertThat(DateText.moment("05/10/2022")).isEqualTo(LocalDateTime.of(2022, 10, 5, 0, 0));
    assertThat(DateText.moment("05/10/2022 14:30:59"))
        .isEqualTo(LocalDateTime.of(2022, 10, 5, 14, 30, 59));
    assertThat(DateText.moment("2022-10-05T14:30:59.123"))
        .isEqualTo(LocalDateTime.of(2022, 10, 5, 14, 30, 59));
    assertThat(DateText.moment("202210051430")).isEqualTo(LocalDateTime.of(2022, 10, 5, 14, 30));
    assertThat(DateText.moment("05/10/2022 25:00")).isNull();
    assertThat(DateText.moment("05/10/2022 ")).isEqualTo(LocalDateTime.of(2022, 10, 5, 0, 0));
    assertThat(DateText.moment(null)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          075161221470  | -    | - | 075161221470 | -
          ' 075161221470 ' | - | - | 075161221470 | -
          75161221470   | 1961 | 2 | 075161221470 | -
          75161221470   | 1962 | 2 | -            | -
          75161221470   | 1961 | 1 | -            | -
          75161221470   | -    | 2 | -            | -
          1161221470    | 1961 | 2 | 001161221470 | -
          271234567     | 1961 | 2 | -            | 271234567
          0912345678    | 1934 | 1 | -            | -
          084912345678  | 1934 | 1 | -            | -
          100080000001  | -    | - | -            | -
          101080000001  | -    | - | 101080000001 | -
          003080000001  | -    | - | -            | -
          075361221470  | 2061 | 2 | 075361221470 | -
          0751612214700 | -    | - | -            | -
          75161221470.  | 1961 | 2 | -            | -
          C1234567      | -    | - | -            | -
          O75161221470  | 1961 | 2 | -            | -
          07516122147O  | 1961 | 2 | -            | -
          27123456      | 1961 | 2 | -            | -
          """)
  void citizenIdAndOldId(String text, Integer year, Integer gender, String id, String oldId) {
    assertThat(CitizenIds.citizenId(text, year, gender)).isEqualTo(id);
    assertThat(CitizenIds.oldId(text)).isEqualTo(oldId);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          7512345678                       | [7512345678]
          DN4757512345678                  | [7512345678]
          DN4 75 7512345678;HC4757512345679| [7512345678, 7512345679]
          DN4757512345678; 7512345678      | [7512345678]
          751234567                        | []
          75123456789                      | []
          DN475751234567                   | []
          DN475751234567X                  | []
          123456789012345;;                | [6789012345]
          """)
  void insuranceNumbers(String text, String numbers) {
    assertThat(InsuranceNumbers.read(text)).hasToString(numbers);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          0912345678      | 0912345678  | false
          912345678       | 0912345678  | false
          +84 912.345.678 | 0912345678  | false
          84912345678     | 0912345678  | false
          01681234567     | 0381234567  | true
          1681234567      | 0381234567  | true
          +841681234567   | 0381234567  | true
          01991234567     | 0591234567  | true
          01301234567     | -           | false
          02513822222     | 02513822222 | false
          091234567       | -           | false
          khong co        | -           | false
          """)
  void phone(String text, String number, boolean hadRetiredPrefix) {
    assertThat(Phone.read(text)).isEqualTo(new Phone(number, hadRetiredPrefix));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "Nam, 1", "nữ, 2", "NU, 2", "1, 1", "2, 2", "3, -", "0, -", "Khác, -", "Trai, -", "F, -"
      })
  void gender(String text, Integer gender) {
    assertThat(Gender.read(text)).isEqualTo(gender);
  }
}
