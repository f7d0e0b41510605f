package khoyte.pipelines.read;

import static khoyte.pipelines.read.source.SourceKind.COVID_VACCINATION;
import static org.assertj.core.api.Assertions.assertThat;

import khoyte.pipelines.CommuneCodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CovidDosesTest {
  private static final String HEADING =
      "STT;Mã mũi tiêm;Họ và tên;Ngày sinh;Giới tính;Số CMND/CCCD/Mã định danh;Số thẻ BHYT;"
          + "Số điện thoại;Mã tỉnh;Mã quận/huyện;Mã xã/phường;Địa chỉ chi tiết;Tên vắc xin;Mũi số;"
          + "Ngày tiêm;Số lô;Cơ sở tiêm;Ngày cập nhật\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # id           | birth date | phone       | province | commune | vaccine    | given      | broken
          075161221470   | 05/05/1961 | 0912345678  | 75       | 26050   | Pfizer     | 01/09/2021 | []
          075161221470   | 5/5/1961   |             | 75       | 26050   | ABDALA     | 01/09/2021 | []
          ``             | 05/05/1961 |             | 75       | 26050   | vero  cell | 01/09/2021 | [ID_MISSING]
          75161221470    | 05/05/1961 |             | 75       | 26050   | Moderna    | 01/09/2021 | [ID_FORMAT]
          271234567      | 05/05/1961 |             | 75       | 26050   | Moderna    | 01/09/2021 | [ID_FORMAT]
          07516122147O   | 05/05/1961 |             | 75       | 26050   | Moderna    | 01/09/2021 | [ID_FORMAT]
          084912345678   | 05/05/1961 |             | 75       | 26050   | Moderna    | 01/09/2021 | []
          075161221470   | 1961       |             | 75       | 26050   | Moderna    | 01/09/2021 | [DOB_FORMAT]
          075161221470   | 1961-05-05 |             | 75       | 26050   | Moderna    | 01/09/2021 | [DOB_FORMAT]
          075161221470   | 30/02/1961 |             | 75       | 26050   | Moderna    | 01/09/2021 | [DOB_FORMAT]
          075161221470   | ``         |             | 75       | 26050   | Moderna    | 01/09/2021 | [DOB_FORMAT]
          075161221470   | 05/05/1961 | 01681234567 | 75       | 26050   | Moderna    | 01/09/2021 | [PHONE_PREFIX]
          075161221470   | 05/05/1961 |             | 75       |         | Moderna    | 01/09/2021 | [UNIT_UNKNOWN]
          075161221470   | 05/05/1961 |             | 75       | 99999   | Moderna    | 01/09/2021 | [UNIT_UNKNOWN]
          075161221470   | 05/05/1961 |             | 75       | 26050   | Moderna    | 01/09/2025 | [UNIT_UNKNOWN]
          075161221470   | 05/05/1961 |             |          | 99999   | Moderna    | 01/09/2021 | [UNIT_UNKNOWN]
          075161221470   | 05/05/1961 |             | 75       | 99999   | Moderna    | 31/12/9999 | []
          075161221470   | 05/05/1961 |             | 79       | 27000   | Moderna    | 01/09/2021 | []
          075161221470   | 05/05/1961 |             | 77       | 26506   | Moderna    | 01/09/2021 | []
          075161221470   | 05/05/1961 |             | 75       | 26050   | AZ         | 01/09/2021 | [VACCINE_ALIAS]
          075161221470   | 05/05/1961 |             | 75       | 26050   | nước cất   | 01/09/2021 | [VACCINE_ALIAS]
          075161221470   | 05/05/1961 |             | 75       | 26050   |            | 01/09/2021 | [VACCINE_ALIAS]
          75161221470    | 1961       | 01681234567 | 75       |         | AZ         | 01/09/2021 | [ID_FORMAT, DOB_FORMAT, PHONE_PREFIX, UNIT_UNKNOWN, VACCINE_ALIAS]
          """)
  void whatARowBreaksByItself(
      String id,
      String birthDate,
      String phone,
      String province,
      String commune,
      String vaccine,
      String given,
      String defects) {
    String row =
        String.join(
            ";",
            "1",
            "M1",
            "Trần Thị Mai",
            birthDate,
            "Nữ",
            id,
            "",
            text(phone),
            text(province),
            "",
            text(commune),
            "",
            text(vaccine),
            "1",
            given,
            "",
            "",
            "");

    Landed landed = Landed.read(COVID_VACCINATION, HEADING + row + "\n");

    assertThat(landed.drawn("covid_dose_version", "defects")).containsExactly(defects);
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  @Test
  void aCodeIsJudgedByItsDayAndProvince() {
    StringBuilder rows = new StringBuilder(HEADING);
    for (CommuneCodes.Line line : CommuneCodes.lines()) {
      rows.append(
          "1;%1$s/%2$s;;;;;;;%1$s;;%2$s;;;1;01/09/2021;;;\n"
              .formatted(line.province(), line.commune()));
    }

    Landed landed = Landed.read(COVID_VACCINATION, rows.toString());

    assertThat(landed.drawn("covid_dose_version", "ma_mui_tiem", "defects"))
        .containsExactlyElementsOf(
            CommuneCodes.lines().stream()
                .map(
                    line ->
                        "%s/%s|[ID_MISSING, DOB_FORMAT, %sVACCINE_ALIAS]"
                            .formatted(
                                line.province(),
                                line.commune(),
                                line.isBroken() ? "UNIT_UNKNOWN, " : ""))
                .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "AZ, AstraZeneca",
    "Astra Zeneca, AstraZeneca",
    "VAXZEVRIA, AstraZeneca",
    "AZD1222, AstraZeneca",
    "COVID-19 Vaccine AstraZeneca, AstraZeneca",
    "comirnaty, Pfizer",
    "Pfizer-BioNTech, Pfizer",
    "Pfizer/BioNTech, Pfizer",
    "Spikevax, Moderna",
    "Spikevax (Moderna), Moderna",
    "VeroCell, Vero Cell",
    "Vero-Cell, Vero Cell",
    "Sinopharm, Vero Cell",
    "CIGB-66, Abdala",
    "Hayat Vax, Hayat-Vax",
    "HayatVax, Hayat-Vax",
    "sputnik v, Sputnik V",
    "Janssen, Janssen",
    "Hayat-Vax, Hayat-Vax",
    "nước cất, ''"
  })
  void vaccinesAreNamedAsInTheCodeList(String written, String name) {
    Landed landed =
        Landed.read(
            COVID_VACCINATION, HEADING + "1;M1;;;;;;;;;;;" + written + ";1;01/09/2021;;;\n");

    assertThat(landed.drawn("covid_dose_version", "vaccine")).containsExactly(name);
  }
}
