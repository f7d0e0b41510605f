package khoyte.pipelines.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameDistanceTest {

  @ParameterizedTest
  @CsvSource({
    "nguyen thi nhung, nguyen thi nhun, true",
    "nguyen thi nhung, nguyen thi nhi, false",
    "nguyen van hoa, nguyen van hoa, true",
    "nguyen van hoa, nguyen vna hoa, true",
    "nguyen van hoa, nguyen van hao, true",
    "nguyen van hoa, nguyenvan hoa, true",
    "nguyen van hoa, nguen vn hoa, true",
    "nguyen van hoa, nguen vn hoaa, false",
    "tran van an, tran van on, true",
    "tran van an, tran van o, false",
    "le an, le thi an, false",
    "an, em, false"
  })
  void namesAreCloseUpToTwoSlipsAndOneInTheLastWord(String one, String other, boolean close) {
    assertThat(NameDistance.close(one, other)).isEqualTo(close);
    assertThat(NameDistance.close(other, one)).isEqualTo(close);
  }

  @Test
  void aMissingNameIsCloseToNothing() {
    assertThat(NameDistance.close(null, "an")).isFalse();
    assertThat(NameDistance.close(null, null)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "075085000012, 075085000021, true",
    "075085000012, 075085000013, true",
    "075085000012, 075085000012, false",
    "075085000012, 075085000093, false",
    "075085000012, 07508500001, false"
  })
  void oneSlipIsOneDigitOrOneSwapOfNeighbours(String one, String other, boolean oneSlip) {
    assertThat(NameDistance.oneSlip(one, other)).isEqualTo(oneSlip);
  }
}
