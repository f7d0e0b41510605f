package khoyte.pipelines.read.senders;

import static khoyte.pipelines.read.senders.Lists.cells;
import static khoyte.pipelines.read.senders.Lists.dose;
import static khoyte.pipelines.read.senders.Lists.doseHeadings;
import static khoyte.pipelines.read.senders.Lists.doses;
import static khoyte.pipelines.read.senders.Lists.lines;
import static khoyte.pipelines.read.source.SourceKind.COVID_VACCINATION;
import static khoyte.pipelines.read.source.SourceKind.EHR;
import static khoyte.pipelines.read.source.SourceKind.IMMUNIZATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Digits that a spreadsheet ate come back only with a witness: of a commune its province, of an id
 * birth year and sex. 26050 lies in 75 Đồng Nai, 02605 in 08 Tuyên Quang; the list of communes
 * knows nothing of 79.
 */
class LostDigitsTest {
  private static final String COMMUNES =
      """
      26050, 75, 26050
      26050, '', 26050
      02605, 08, 02605
      02605, '', 02605
      2605,  08, 02605
      2605,  75, ''
      2605,  '', ''
      2605,  77, ''
      2605,  79, ''
      605,   75, ''
      605,   '', ''
      2650,  75, ''
      26O50, 75, ''
      99999, 75, ''
      """;

  @ParameterizedTest
  @CsvSource(textBlock = COMMUNES)
  void ofAHealthRecord(String written, String province, String commune) {
    String row =
        "HS1,075190000001,,Trần Thị Mai,05/05/1990,Nữ,,,,%s,,%s,,01/02/2020,05/10/2022,1"
            .formatted(written, province);
    Received received =
        Received.of(
            EHR,
            "ehr.csv",
            lines(
                "MA_HSSK,SO_DINH_DANH,SO_CMND,HO_TEN,NGAY_SINH,GIOI_TINH,SO_BHXH,DIEN_THOAI,DIA_CHI,"
                    + "MA_XA,MA_HUYEN,MA_TINH,MA_TRAM,NGAY_LAP,NGAY_CAP_NHAT,TRANG_THAI",
                row));

    assertThat(received.rows("ma_hssk", "commune_text", "commune"))
        .containsExactly("HS1|" + written + "|" + commune);
  }

  @ParameterizedTest
  @CsvSource(textBlock = COMMUNES)
  void ofARoutineDose(String written, String province, String commune) {
    String row =
        "D1,075190000001,Trần Thị Mai,05/05/1990,Nữ,,,,%s,,%s,,BCG,BCG,1,01/02/2021,,,"
            .formatted(written, province);
    Received received =
        Received.of(
            IMMUNIZATION,
            "tcmr.csv",
            lines(
                "MA_DOI_TUONG,SO_DINH_DANH,HO_TEN,NGAY_SINH,GIOI_TINH,HO_TEN_ME,DIEN_THOAI,"
                    + "MA_THE_BHYT,MA_XA,MA_HUYEN,MA_TINH,DIA_CHI,MA_VACXIN,TEN_VACXIN,SO_MUI,"
                    + "NGAY_TIEM,SO_LO,CO_SO_TIEM,NGAY_CAP_NHAT",
                row));

    assertThat(received.rows("ma_doi_tuong", "commune_text", "commune"))
        .containsExactly("D1|" + written + "|" + commune);
  }

  @ParameterizedTest
  @CsvSource(textBlock = COMMUNES)
  void ofAVisit(String written, String province, String commune) {
    String summary = Extract.summary("LK-1", "MATINH_CU_TRU", province, "MAXA_CU_TRU", written);

    assertThat(
            ExtractsTest.read(Extract.text(Extract.packed("XML1", summary)))
                .rows("ma_lk", "commune_text", "commune"))
        .containsExactly("LK-1|" + written + "|" + commune);
  }

  @ParameterizedTest
  @CsvSource(textBlock = COMMUNES)
  void ofACovidDose(String written, String province, String commune) {
    String row =
        String.join(
            ";", dose("M1", "Mã xã/phường", written, "Mã tỉnh", province, "Địa chỉ chi tiết", ""));
    Received received =
        Received.of(
            COVID_VACCINATION, "covid.csv", lines(String.join(";", Lists.DOSE_HEADINGS), row));

    assertThat(received.rows("ma_mui_tiem", "commune_text", "commune"))
        .containsExactly("M1|" + written + "|" + commune);
  }

  /** The rule UNIT_UNKNOWN on arrival. */
  @ParameterizedTest
  @CsvSource({
    "26050, 75, false",
    "26050, '', false",
    "02605, 08, false",
    "2605,  08, false",
    "2605,  75, true",
    "2605,  '', true",
    "2605,  77, true",
    "2605,  79, false",
    "27000, 79, false",
    "26050, 08, true",
    "26050, 77, true",
    "02605, 75, true",
    "'',    75, true",
    "99999, 75, true"
  })
  void aCovidDoseWithoutAKnownCommuneIsNotClean(
      String written, String province, boolean isUnknown) {
    String[] row = dose("M1", "Mã xã/phường", written, "Mã tỉnh", province, "Địa chỉ chi tiết", "");
    String asNumbers = written.isEmpty() ? "" : SheetXml.number(written);
    String[] numbers =
        dose("M1", "Mã xã/phường", asNumbers, "Mã tỉnh", province, "Địa chỉ chi tiết", "");
    String defects = isUnknown ? "[UNIT_UNKNOWN]" : "[]";

    assertThat(doses(workbook(row)).rows("defects")).containsExactly(defects);
    if (!written.startsWith("0")) {
      assertThat(doses(workbook(numbers)).rows("defects")).containsExactly(defects);
    }
  }

  private static byte[] workbook(String[] row) {
    return WorkbookBytes.of(new SheetXml().row(doseHeadings()).row(row));
  }

  /** Without the code, and with a shortened one, the address may name the commune. */
  @Test
  void theAddressNamesTheCommuneWhereTheCodeIsNone() {
    for (String written : List.of("", "2605")) {
      String summary =
          Extract.summary(
              "LK-1",
              "MATINH_CU_TRU",
              "75",
              "MAXA_CU_TRU",
              written,
              "DIA_CHI",
              "Ấp 1, X. Bắc Sơn, H. Trảng Bom, Đồng Nai");

      assertThat(ExtractsTest.read(Extract.text(Extract.packed("XML1", summary))).rows("commune"))
          .containsExactly("26269");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "75161221470,  05/05/1961, Nữ,  075161221470",
    "75161221470,  1961,       Nữ,  075161221470",
    "75161221470,  05/05/1962, Nữ,  ''",
    "75161221470,  05/05/1961, Nam, ''",
    "75161221470,  05/05/1961, '',  ''",
    "75161221470,  '',         Nữ,  ''",
    "1161221470,   05/05/1961, Nữ,  001161221470",
    "1161221470,   05/05/1962, Nữ,  ''",
    "3161221470,   05/05/1961, Nữ,  ''",
    "271234567,    05/05/1961, Nữ,  ''",
    "161221470,    05/05/1961, Nữ,  ''",
    "075161221470, '',         '',  075161221470",
    "975161221470, 05/05/1961, Nữ,  975161221470",
    "099161221470, 05/05/1961, Nữ,  ''",
    "075561221470, 05/05/1961, Nữ,  ''"
  })
  void anIdIsPaddedOnlyIfBirthYearAndSexAgree(
      String written, String birth, String gender, String id) {
    Received received =
        Lists.answers(
            lines(
                Lists.HEADING,
                "HS1,Trần Thị Mai," + birth + "," + gender + "," + written + ",KHOP"));

    assertThat(received.rows("id_text", "citizen_id")).containsExactly(written + "|" + id);
  }

  @Test
  void anAnswerHasNoCommune() {
    assertThat(cells(Lists.HEADING)).doesNotContain("MA_XA");
    assertThat(Lists.answers(Lists.ANSWERS).rows("commune")).containsExactly("", "", "");
  }
}
