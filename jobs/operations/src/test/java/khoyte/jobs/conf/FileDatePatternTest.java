package khoyte.jobs.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileDatePatternTest {

  @ParameterizedTest
  @CsvSource({
    "yyyyMMdd,ehr_20221231.csv,2022-12-31",
    "yyyyMMdd,75001_20221231_2.xml.gz,2022-12-31",
    "yyyyMMdd,7500120221231.xml,2022-12-31",
    "yyyyMMddHHmm,tc_202212310715.xlsx,2022-12-31",
    "dd-MM-yyyy,mui tiem 05-01-2023.xlsx,2023-01-05",
    "yyyyMMdd,ehr_20220230.csv,",
    "yyyyMMdd,ehr.csv,",
    "'',ehr_20221231.csv,",
  })
  void theDateStandsInTheName(String pattern, String name, String date) {
    Optional<LocalDate> found = new FileDatePattern(pattern).dateIn(name);

    assertThat(found).isEqualTo(Optional.ofNullable(date).map(LocalDate::parse));
  }

  @Test
  void aPatternWithoutDayIsRefused() {
    assertThatThrownBy(() -> new FileDatePattern("yyyyMM"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot read a date by the pattern yyyyMM");
  }
}
