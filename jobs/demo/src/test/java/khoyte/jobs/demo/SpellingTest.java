package khoyte.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

  @ParameterizedTest
  @CsvSource({
    "Nguyễn Văn Hòa, Nguyễn Văn Hoà",
    "Trần Thị Thúy, Trần Thị Thuý",
    "Lê Thủy Tiên, Lê Thuỷ Tiên",
    "Phạm Văn Quý, Phạm Văn Quý",
    "Võ Hoàng Hoan, Võ Hoàng Hoan",
    "phường Tân Hòa, phường Tân Hoà"
  })
  void theNewToneStandsOnTheSecondVowelOfAnOpenSyllable(String old, String modern) {
    assertThat(Spelling.modernTone(old)).isEqualTo(modern);
  }

  @ParameterizedTest
  @CsvSource({"'  ĐẶNG  Văn Ánh ', dang van anh", "Nguyễn Thị Quỳnh, nguyen thi quynh"})
  void aFoldedNameHasNoMarksNoCapitalsAndSingleSpaces(String name, String folded) {
    assertThat(Spelling.folded(name)).isEqualTo(folded);
    assertThat(Spelling.folded(Spelling.decomposed(name))).isEqualTo(folded);
  }

  @ParameterizedTest
  @CsvSource({
    "nguyen thi nhung, nguyen thi nhun, true",
    "nguyen thi nhung, nguyen thi nhi, false",
    "tran van an, tran van na, true",
    "tran van an, tran an, false"
  })
  void closeNamesAreTwoLettersApartAndTheirLastWordsOne(String one, String other, boolean close) {
    assertThat(Spelling.isClose(one, other)).isEqualTo(close);
  }
}
