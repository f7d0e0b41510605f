package khoyte.pipelines.read;

import static khoyte.pipelines.read.DrawnWorkbook.HEADING;
import static khoyte.pipelines.read.DrawnWorkbook.heading;
import static khoyte.pipelines.read.DrawnWorkbook.record;
import static khoyte.pipelines.read.DrawnWorkbook.row;
import static khoyte.pipelines.read.source.SourceKind.POPULATION;
import static org.assertj.core.api.Assertions.assertThat;

import khoyte.warehouse.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a cell of a workbook says, however the program that wrote it puts it. */
class WorkbookCellsTest {
  private static final String ANSWERS = "population_answer_version";

  private static Landed read(DrawnWorkbook workbook) {
    return Landed.read(POPULATION, "x.xlsx", workbook.bytes());
  }

  /** The text of one cell that stands in the column of birth dates. */
  private static String text(String cell, String properties) {
    Landed landed =
        read(
            new DrawnWorkbook()
                .styles()
                .strings("<t>chung</t>")
                .properties(properties)
                .sheet("a", heading(1), row(2, "HS1", null, cell)));
    return landed.drawn(ANSWERS, "birth_date_text").get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a number, plain              | <c><v>75161221470</v></c>                     | 75161221470
          a number with an exponent    | <c><v>7.5161221470000001E10</v></c>           | 75161221470
          digits of a double           | <c><v>1.1000000000000001</v></c>              | 1.1
          a number with zeros behind   | <c><v>1980.0</v></c>                          | 1980
          below zero                   | <c><v>-3.5</v></c>                            | -3.5
          a number in a text           | <c t='str'><v>075161221470</v></c>            | 075161221470
          more digits than a number has| <c><v>1.2345678901234567E+17</v></c>          | 1.23456789012346E+17
          a text without its kind      | <c><v>chữ</v></c>                             | chữ
          a shared text                | <c t='s'><v>0</v></c>                         | chung
          runs and a phonetic hint     | <c t='inlineStr'><is><r><t>Lê </t></r><r><t>An</t></r><rPh sb='0' eb='1'><t>?</t></rPh></is></c> | Lê An
          yes or no                    | <c t='b'><v>1</v></c>                         | TRUE
          an error                     | <c t='e'><v>#N/A</v></c>                      | #N/A
          the result of a formula      | <c><f>A1+1</f><v>7</v></c>                    | 7
          of a shared one              | <c t='str'><f t='shared' si='0'/><v>M7</v></c>| M7
          of an array                  | <c t='str'><f t='array' ref='C2:C9'>A1</f><v>x</v></c> | x
          a date                       | <c s='1'><v>44444</v></c>                     | 05/09/2021
          a date in words              | <c s='2'><v>44444.25</v></c>                  | 05/09/2021 06:00:00
          the first days               | <c s='1'><v>59</v></c>                        | 28/02/1900
          a date as ISO text           | <c s='1' t='d'><v>2021-09-05</v></c>          | 05/09/2021
          with a time                  | <c s='1' t='d'><v>2021-09-05T06:00:00.000</v></c> | 05/09/2021 06:00:00
          in universal time            | <c s='1' t='d'><v>2021-09-05T00:00:00Z</v></c>| 05/09/2021
          an id in the style of a date | <c s='1'><v>75161221470</v></c>               | 75161221470
          a phone in the same          | <c s='2'><v>912345678</v></c>                 | 912345678
          zeros that the style adds    | <c s='3'><v>75161221470</v></c>               | 075161221470
          a month                      | <c s='4'><v>44440</v></c>                     | 09/2021
          a day in the style of a month| <c s='4'><v>44444</v></c>                     | 05/09/2021
          a year                       | <c s='5'><v>29221</v></c>                     | 1980
          a style that is not there    | <c s='99'><v>44444</v></c>                    | 44444
          an escaped line end          | <c t='inlineStr'><is><t>a_x000D__x000A_b</t></is></c> | 'a\r\nb'
          an escaped escape            | <c t='inlineStr'><is><t>_x005F_x000D_</t></is></c> | _x000D_
          in the result of a formula   | <c t='str'><f>A1</f><v>a_x0041_</v></c>       | aA
          no escape: two digits        | <c t='inlineStr'><is><t>bboyv_x8C_I</t></is></c> | bboyv_x8C_I
          what cannot be seen          | <c t='inlineStr'><is><t>a_x0007_b</t></is></c>| a b
          """)
  void aCellIsReadAsItIsShown(String kind, String cell, String text) {
    assertThat(text(cell, "")).as(kind).isEqualTo(text.replace("\\r", "\r").replace("\\n", "\n"));
  }

  /** Macs, and LibreOffice for their sake, count days from 1904. */
  @ParameterizedTest
  @CsvSource({
    "date1904='1', 42982",
    "date1904='true', 42982",
    "date1904='0', 44444",
    "date1904='false', 44444",
    "codeName='a', 44444"
  })
  void daysAreCountedFromTheYearThatTheWorkbookNames(String flag, String days) {
    assertThat(text("<c s='1'><v>" + days + "</v></c>", "<workbookPr " + flag + "/>"))
        .isEqualTo("05/09/2021");
  }

  @Test
  void cellsAndRowsNeedNoAddress() {
    Landed landed =
        read(
            new DrawnWorkbook()
                .sheet(
                    "a",
                    heading(3).replaceAll(" r='\\w+'", ""),
                    "<row><c t='str'><v>HS1</v></c><c/><c><v>1980</v></c></row>",
                    "<row r='7'><c t='str'><v>HS2</v></c><c r='C7'><v>1981</v></c></row>",
                    "<row><c t='str'><v>HS3</v></c></row>"));

    assertThat(landed.drawn(ANSWERS, "line", "ma_hssk", "birth_date_text"))
        .containsExactly("2|HS1|1980", "7|HS2|1981", "8|HS3|");
  }

  @Test
  void escapesAndLineEndsInHeadingsAreNoPartOfThem() {
    String[] heading = HEADING.clone();
    heading[1] = "HO_TEN_x000D_";
    heading[4] = " SO_DINH_DANH_x000D__x000A_";

    Landed landed =
        read(new DrawnWorkbook().sheet("a", row(1, heading), record(2, "HS1_x000D_", "Lê An")));

    assertThat(landed.drawn(ANSWERS, "ma_hssk", "name_text")).containsExactly("HS1|Lê An");
  }

  /** Programs that write workbooks without calculating: openpyxl no result, XlsxWriter 0. */
  @Test
  void aFormulaWithoutItsResultIsEmptyAndRemarked() {
    String noResult = "<c><f>VLOOKUP(A2,Sheet2!A:B,2,0)</f><v></v></c>";
    Landed landed =
        read(
            new DrawnWorkbook()
                .sheet(
                    "a",
                    heading(1),
                    row(2, "HS1", noResult),
                    row(3, "HS2", "<c><f>A1</f></c>"),
                    row(4, "HS3", "<c t='str'><f>IF(A1=1,A1,\"\")</f><v></v></c>"),
                    row(5, noResult, noResult),
                    row(6, "<c t='str'><f>\"\"</f><v></v></c>")));

    assertThat(landed.counts()).isEqualTo("4 = 3 + 1");
    assertThat(landed.drawn(ANSWERS, "line", "name_text")).containsExactly("2|", "3|", "4|");
    assertThat(landed.quarantine).containsExactly("5|MA_HSSK|thiếu mã bản ghi");
    assertThat(landed.warnings())
        .containsExactly(
            "Tệp x.xlsx: 4 công thức không lưu kết quả (từ dòng 2), đã đọc như ô trống. Đề nghị mở"
                + " bằng Excel, lưu lại rồi gửi.");
    assertThat(landed.outcome.warnings().get(0).text(Messages.ENGLISH))
        .isEqualTo(
            "File x.xlsx: 4 formulas have no saved result and were read as empty (from line 2)."
                + " Ask the sender to open the file in Excel, to save it and to send it again.");
  }

  @Test
  void theZeroOfAProgramThatDoesNotCalculateIsNoResult() {
    String[] row = {"HS1", "<c><f>B9</f><v>0</v></c>", "<c><f>C9</f><v>1980</v></c>"};
    var open = new DrawnWorkbook().properties("<calcPr fullCalcOnLoad='1'/>");

    Landed uncalculated = read(open.sheet("a", heading(1), row(2, row)));
    Landed calculated = read(new DrawnWorkbook().sheet("a", heading(1), row(2, row)));

    assertThat(uncalculated.drawn(ANSWERS, "ma_hssk", "name_text", "birth_date_text"))
        .containsExactly("HS1||1980");
    assertThat(uncalculated.warnings()).hasSize(1);
    assertThat(calculated.drawn(ANSWERS, "name_text", "birth_date_text")).containsExactly("0|1980");
    assertThat(calculated.warnings()).isEmpty();
  }

  /** Many rows with one such key would be taken for versions of one record. */
  @ParameterizedTest
  @CsvSource({
    "<c t='e'><v>#N/A</v></c>",
    "<c t='e'><v>#NAME?</v></c>",
    "<c><v>1.2345678901234567E+17</v></c>",
    "'1,23457E+11'",
    "########"
  })
  void aKeyThatASpreadsheetSpoiltIsNone(String key) {
    Landed landed =
        read(new DrawnWorkbook().sheet("a", heading(1), row(2, key, "A"), row(3, key, "B")));

    assertThat(landed.counts()).isEqualTo("2 = 0 + 2");
    assertThat(landed.quarantine)
        .containsExactly(
            "2|MA_HSSK|mã bản ghi đã bị bảng tính làm hỏng (như #N/A, 1,23E+11)",
            "3|MA_HSSK|mã bản ghi đã bị bảng tính làm hỏng (như #N/A, 1,23E+11)");
    assertThat(Messages.ENGLISH.text("quarantine.key.spoilt"))
        .isEqualTo("the record key was spoilt by a spreadsheet (such as #N/A, 1.23E+11)");
  }

  @Test
  void hiddenRowsAndColumnsAreData() {
    Landed landed =
        read(
            new DrawnWorkbook()
                .sheet(
                    "a",
                    heading(1),
                    record(2, "HS1", "A").replace("<row", "<row hidden='1'"),
                    record(3, "HS2", "B")));

    assertThat(landed.counts()).isEqualTo("2 = 2 + 0");
  }

  @Test
  void rowsWithoutAnyValueAreNone() {
    String styled = "<row r='%d'><c r='A%d' s='1'/><c r='B%d' s='1'><v/></c></row>";
    StringBuilder rows = new StringBuilder(heading(1) + record(2, "HS1", "A"));
    for (int i = 3; i <= 5000; i++) {
      rows.append(styled.formatted(i, i, i));
    }
    rows.append(row(5001, "  ", "\u00A0", "\u200B", null, "<c t='s'><v>0</v></c>"));
    rows.append(row(5002, null, null, null, null, null, null, "Ghi chú"));

    Landed landed = read(new DrawnWorkbook().strings("<t/>").styles().sheet("a", rows.toString()));

    assertThat(landed.counts()).isEqualTo("2 = 1 + 1");
    assertThat(landed.quarantine).containsExactly("5002|MA_HSSK|thiếu mã bản ghi");
  }
}
