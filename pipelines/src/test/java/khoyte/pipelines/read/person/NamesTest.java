package khoyte.pipelines.read.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nguyễn  văn HOÀ   | nguyễn văn hòa
          Nguyễn Văn Hòa    | nguyễn văn hòa
          Thuý              | thúy
          KHOẺ              | khỏe
          Uỷ Luỹ            | ủy lũy
          Quý Quỳnh QUỲ     | quý quỳnh quỳ
          Già Giá Gìn       | già giá gìn
          Hoàng Toàn Ngoài  | hoàng toàn ngoài
          Ðỗ Ɖức            | đỗ đức
          H'Mlô Y'Bhích     | h'mlô y'bhích
          """)
  void normalForm(String name, String normalForm) {
    assertThat(Names.normalForm(name)).isEqualTo(normalForm);
  }

  @ParameterizedTest
  @CsvSource({
    "'Trần\u00A0Thị\u2003Mai', trần thị mai",
    "'\u200BTrần \uFEFF Thị\tMai ', trần thị mai",
    "'Ngu\u0079ê\u0303n', nguyễn",
    "'hoa\u0300', hòa"
  })
  void spacesMarksAndInvisibleCharacters(String name, String normalForm) {
    assertThat(Names.normalForm(name)).isEqualTo(normalForm);
  }

  @ParameterizedTest
  @CsvSource({"Nguyễn Văn Hoà, nguyen van hoa", "Đặng Thị Ường, dang thi uong", "NGUYEN, nguyen"})
  void folded(String name, String folded) {
    assertThat(Names.folded(name)).isEqualTo(folded);
  }

  @ParameterizedTest
  @CsvSource({
    "nguyen thi nhung, nguyen thi nhun, true",
    "nguyen thi nhung, nguyen thi nhi, false",
    "nguyen thi nhung, nguyen thinhung, false",
    "nguyen thi nhung, nguyne thi nhugn, true",
    "nguyen thi nhung, ngueyn thi nhung, true",
    "nguyen thi nhung, nguen thi nhuhg, true",
    "nguyen thi nhung, nguen ti nhuhg, false",
    "an, an, true",
    "an, nam, false",
    "le an, le van an, false",
    "le a an, le an, true",
    "nguyen van hoa, nguyen vna hoa, true",
    "nguyen van hoa, nguyen van hao, true",
    "nguyen van hoa, nguen vn hoa, true",
    "nguyen van hoa, nguen vn hoaa, false",
    "tran van an, tran van on, true",
    "tran van an, tran van o, false",
    "an, em, false"
  })
  void close(String one, String other, boolean close) {
    assertThat(Closeness.close(one, other)).isEqualTo(close);
    assertThat(Closeness.close(other, one)).isEqualTo(close);
  }

  @ParameterizedTest
  @CsvSource({"ca, abc, 3", "ab, ba, 1", "'', abc, 3", "kitten, sitting, 3", "abcd, abcd, 0"})
  void optimalStringAlignment(String one, String other, int distance) {
    assertThat(Closeness.distance(one, other)).isEqualTo(distance);
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
    assertThat(Closeness.oneSlip(one, other)).isEqualTo(oneSlip);
  }
}
