package khoyte.pipelines.read.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import khoyte.warehouse.reference.AdministrativeUnits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommunesTest {
  private static final LocalDate IN_2022 = LocalDate.of(2022, 12, 31);
  private final Communes communes = new Communes(AdministrativeUnits.load(), "75");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          Tổ 5, KP 2, Phường An Bình, Thành phố Biên Hòa, Tỉnh Đồng Nai | 26050
          P. An Bình, TP. Biên Hoà, Đồng Nai                             | 26050
          P.An Bình - TP.Biên Hòa - Đồng Nai                             | 26050
          p an binh, tp bien hoa, dong nai                               | 26050
          12/3 đường Bùi Văn Hòa, phuong an binh, bien hoa, tinh dong nai, Việt Nam | 26050
          An Bình, Biên Hòa                                              | 26050
          Ấp 1, X. Bắc Sơn, H. Trảng Bom                                 | 26269
          xã Bắc Sơn huyện Trảng Bom tỉnh Đồng Nai                       | 26269
          TT. Trảng Bom, H. Trảng Bom, T. Đồng Nai                       | 26248
          Trảng Bom, Trảng Bom, Đồng Nai                                 | 26248
          P. Thống Nhất, TP Biên Hòa                                     | 26029
          Thống Nhất, Biên Hòa, Đồng Nai                                 | 26029
          Thống Nhất, Đồng Nai                                           | -
          Phường 1, TP. Vũng Tàu, Bà Rịa - Vũng Tàu                      | 26506
          P.01, Vũng Tàu, Tỉnh Bà Rịa-Vũng Tàu                           | 26506
          P1, TP Vũng Tàu, BRVT                                          | 26506
          Phường 1, Đồng Nai                                             | -
          Phường An Bình, quận Ninh Kiều, Cần Thơ                        | -
          xã Không Có, huyện Trảng Bom, Đồng Nai                         | -
          ấp An Bình, xã Lạ, Biên Hòa                                    | -
          Đồng Nai                                                       | -
          ,;-                                                            | -
          """)
  void addressIsReadToACommune(String address, String unit) {
    assertThat(communes.find(null, null, address, IN_2022)).isEqualTo(unit);
  }

  @Test
  void aCommuneNameUniqueInTheProvinceNeedsNoDistrict() {
    assertThat(communes.find(null, null, "X. Phú Lý, Đồng Nai", IN_2022)).isEqualTo("26173");
    assertThat(communes.find(null, "75", "P. Bửu Long", IN_2022)).isEqualTo("26011");
  }

  @Test
  void aNameThatSeveralCommunesHaveNeedsItsDistrict() {
    assertThat(communes.find(null, null, "Xã Thanh Sơn, Đồng Nai", IN_2022)).isNull();
    assertThat(communes.find(null, null, "Xã Thanh Sơn, Tân Phú", IN_2022)).isEqualTo("26143");
    assertThat(communes.find(null, null, "Thanh Sơn, H. Định Quán", IN_2022)).isEqualTo("26209");
    assertThat(communes.find(null, null, "Xã Long Phước, Đồng Nai", IN_2022)).isEqualTo("26413");
    assertThat(communes.find(null, "77", "Xã Long Phước", IN_2022)).isEqualTo("26569");
    assertThat(communes.find(null, null, "Xã Long Phước, TP Bà Rịa, Bà Rịa - Vũng Tàu", IN_2022))
        .isEqualTo("26569");
  }

  @Test
  void theDateDecidesBetweenUnitsOfOneNameOrCode() {
    LocalDate in2024 = LocalDate.of(2024, 12, 1);
    LocalDate in2026 = LocalDate.of(2026, 1, 1);

    assertThat(communes.find(null, null, "P. Tân Mai, Biên Hòa", IN_2022)).isEqualTo("26026");
    assertThat(communes.find(null, null, "P. Tân Mai, Biên Hòa", in2024))
        .isEqualTo("26014~2024-11-01");
    assertThat(communes.find(null, null, "Phường Trấn Biên, Đồng Nai", in2026))
        .isEqualTo("26041~2025-07-01");
    assertThat(communes.find(null, null, "P. An Bình, TP Biên Hòa", in2026)).isEqualTo("26050");
    assertThat(communes.find("26014", null, null, IN_2022)).isEqualTo("26014");
    assertThat(communes.find("26014", null, null, in2024)).isEqualTo("26014~2024-11-01");
    assertThat(communes.find("26014", null, null, in2026)).isEqualTo("26014~2024-11-01");
    assertThat(communes.find("26014", null, null, null)).isEqualTo("26014");
  }

  @Test
  void aCodeComesBeforeTheAddressIfThereIsSuchACommune() {
    String address = "P. An Bình, Biên Hòa";

    assertThat(communes.find("26269", null, address, IN_2022)).isEqualTo("26269");
    assertThat(communes.find("99999", null, address, IN_2022)).isEqualTo("26050");
    assertThat(communes.find("731", null, address, IN_2022)).isEqualTo("26050");
    assertThat(communes.find("26506", "77", address, IN_2022)).isEqualTo("26506");
  }

  /** Zeros come back only where the province is the witness; else the address speaks. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # code, province, of the warehouse, read without address, with one of Biên Hòa
          2605,   75,       75,               -,                    26050
          2605,   -,        75,               -,                    26050
          2605,   08,       75,               02605,                02605
          2605,   8,        75,               02605,                02605
          2605,   -,        08,               02605,                02605
          2605,   75,       08,               -,                    26050
          2605,   98,       08,               -,                    26050
          2605,   7,        75,               -,                    26050
          2212,   8,        75,               02212,                02212
          02605,  75,       75,               02605,                02605
          26050,  -,        08,               26050,                26050
          """)
  void aShortenedCodeNeedsItsProvince(
      String code, String province, String home, String alone, String withAddress) {
    Communes communes = new Communes(AdministrativeUnits.load(), home);
    String address = "P. An Bình, TP. Biên Hòa, Đồng Nai";

    assertThat(communes.find(code, province, null, IN_2022)).isEqualTo(alone);
    assertThat(communes.find(code, province, address, IN_2022)).isEqualTo(withAddress);
  }

  /** Names alone are no witness for one another. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # address                           | province | commune
          Xã Phú Lý, Đồng Nai                 | -        | 26173
          xa phu ly, dong nai                 | -        | 26173
          Xã Phú Lỳ, Đồng Nai                 | -        | -
          Xã Phú Lỳ, Huyện Vĩnh Cửu           | -        | 26173
          Xã Phú Lỳ, Huyện Vĩnh Cữu, Đồng Nai | -        | 26173
          Ấp 1, An Bình, Xã Phú Lỳ, Đồng Nai  | -        | -
          Xã Thiện Kế                         | 08       | 02605
          Xã Thiện Kế                         | 8        | -
          Xã Thiện Kế, Huyện Sơn Dương        | 8        | 02605
          Xã Thiện Kế, Tuyên Quang            | 8        | 02605
          P. An Bình                          | 7        | -
          P. An Bình, TP. Biên Hòa            | 7        | -
          P. An Bình, Đồng Nai                | 7        | 26050
          P. An Bình                          | 75       | 26050
          P. An Bình                          | -        | 26050
          P. An Bình                          | 98       | -
          P. An Bình, Quận Ninh Kiều          | -        | -
          P. An Bình, TP. Cần Thơ             | 75       | -
          P. An Bình, TP. Thủ Đức             | -        | -
          P. An Bình, Tỉnh Không Có           | -        | -
          P. An Bình, TP. BH                  | 75       | 26050
          H.12 đường 30/4, P. An Bình         | -        | 26050
          Xã Long Phước, TP Bà Rịa            | -        | -
          Xã Long Phước, TP Bà Rịa            | 77       | 26569
          """)
  void aNameNeedsAWitnessOfThePlace(String address, String province, String commune) {
    assertThat(communes.find(null, province, address, IN_2022)).isEqualTo(commune);
  }

  @Test
  void aShortenedProvinceIsTheOneOfTheWarehouse() {
    Communes ofTuyenQuang = new Communes(AdministrativeUnits.load(), "08");

    assertThat(ofTuyenQuang.find(null, "8", "Xã Thiện Kế", IN_2022)).isEqualTo("02605");
  }

  @Test
  void whichProvincesAndCodesCanBeJudgedDependsOnTheDay() {
    LocalDate in2026 = LocalDate.of(2026, 1, 1);

    assertThat(communes.isUnknown(null, "75", IN_2022)).isTrue();
    assertThat(communes.isUnknown(null, "8", IN_2022)).isTrue();
    assertThat(communes.isUnknown(null, "79", IN_2022)).isFalse();
    assertThat(communes.isUnknown(null, "08", in2026)).isFalse();
    assertThat(communes.isUnknown(null, null, IN_2022)).isTrue();
    assertThat(communes.isUnknown(null, "abc", IN_2022)).isTrue();
    assertThat(communes.isUnknown("26050", "75", IN_2022)).isFalse();
    assertThat(communes.isUnknown("26050", "75", in2026)).isTrue();
    assertThat(communes.isUnknown("731", "75", IN_2022)).isTrue();
  }
}
