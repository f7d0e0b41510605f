package khoyte.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource({
    "075085000012, 075085000021, true",
    "075085000012, 075085000019, true",
    "075085000012, 175085000012, true",
    "075085000012, 075085000012, false",
    "075085000012, 075085000093, false",
    "075085000012, 075085000201, false"
  })
  void nearIdsAreOneDigitOrOneSwapApart(String one, String other, boolean near) {
    assertThat(Numbers.isNear(id(one), id(other))).isEqualTo(near);
    assertThat(Numbers.isNear(id(other), id(one))).isEqualTo(near);
  }

  @Test
  void anIdTellsRegistryCenturySexAndYear() {
    assertThat(Numbers.twelveDigits(Numbers.citizenId(75, true, 1961, 221470)))
        .isEqualTo("075161221470");
    assertThat(Numbers.twelveDigits(Numbers.citizenId(1, false, 2009, 7)))
        .isEqualTo("001209000007");
  }

  @ParameterizedTest
  @CsvSource({
    "075161221470, true",
    "101161221470, true",
    "003161221470, false",
    "075461221470, false",
    "000939491256, false"
  })
  void theStructureOfAnIdIsItsRegistryAndItsCentury(String id, boolean valid) {
    assertThat(Numbers.isValidStructure(id(id))).isEqualTo(valid);
  }

  private static long id(String digits) {
    return Long.parseLong(digits, 10);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4321, 2_900_000})
  void insuranceNumbersAndOldIdsLeadBackToTheirOwner(int person) {
    assertThat(Numbers.insured(Numbers.insurance(person), 3_000_000)).isEqualTo(person);
    assertThat(Numbers.ofOldId(Numbers.oldId(person), 3_000_000)).isEqualTo(person);
    assertThat(Numbers.insured(Numbers.insurance(person), person)).isEqualTo(-1);
    assertThat(Numbers.ofOldId(Numbers.oldId(person), person)).isEqualTo(-1);
  }

  @Test
  void swappedDigitsAreTheLastUnequalNeighbours() {
    assertThat(Numbers.withSwappedDigits(75085000012L)).isEqualTo(75085000021L);
    assertThat(Numbers.withSwappedDigits(75085000011L)).isEqualTo(75085000101L);
  }
}
