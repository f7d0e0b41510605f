package khoyte.pipelines.read.senders;

import static khoyte.pipelines.read.senders.Lists.ANSWER;
import static khoyte.pipelines.read.senders.Lists.ARE_ANSWERS;
import static khoyte.pipelines.read.senders.Lists.HEADING;
import static khoyte.pipelines.read.senders.Lists.answers;
import static khoyte.pipelines.read.senders.Lists.cells;
import static khoyte.pipelines.read.senders.Lists.dose;
import static khoyte.pipelines.read.senders.Lists.doseHeadings;
import static khoyte.pipelines.read.senders.Lists.doses;
import static khoyte.pipelines.read.senders.SheetXml.formula;
import static khoyte.pipelines.read.senders.SheetXml.formulaOfNumber;
import static khoyte.pipelines.read.senders.SheetXml.number;
import static khoyte.pipelines.read.senders.SheetXml.richText;
import static khoyte.pipelines.read.senders.SheetXml.styled;
import static khoyte.pipelines.read.senders.SheetXml.text;
import static khoyte.pipelines.read.senders.SheetXml.uncomputed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the cells of a workbook: texts, numbers, formulas, merged areas. */
class WorkbookCellsTest {

  private static Received read(SheetXml sheet) {
    return answers("tra-loi_20221231.xlsx", WorkbookBytes.of(sheet));
  }

  private static SheetXml headed() {
    return new SheetXml().row(cells(HEADING));
  }

  private static SheetXml doseSheet() {
    return new SheetXml()
        .row("SỞ Y TẾ ĐỒNG NAI")
        .row("", "", "DANH SÁCH TIÊM CHỦNG COVID-19")
        .at(4)
        .row(doseHeadings());
  }

  @Test
  void textsMayStandInTheSheetOrInTheSharedTableInRunsOrNot() {
    var book = new WorkbookBytes();
    var sheet = headed();
    sheet.row(
        book.share("HS1", false),
        book.share("Trần Thị Mai", true),
        text("05/05/1990"),
        richText("Nữ"),
        book.share("075190000001", true),
        book.share("KHOP", false));
    sheet.row(
        richText("HS2"),
        richText("Lê Văn Đức"),
        book.share("02/01/1980", false),
        "Nam",
        "075080000002",
        "KHONG_KHOP");
    sheet.row(cells(Lists.THIRD));

    Received received = answers("tra-loi.xlsx", book.sheet("a", sheet).bytes());

    assertThat(received.rows(ANSWER)).isEqualTo(ARE_ANSWERS);
    assertThat(received.balance()).isEqualTo("3 = 3 + 0");
  }

  @Test
  void aFormulaGivesItsCachedValue() {
    Received received =
        doses(
            WorkbookBytes.of(
                doseSheet()
                    .row(
                        dose(
                            "M1",
                            "Mã mũi tiêm",
                            formula("\"M150\"&A5", "M1501"),
                            "Số CMND/CCCD/Mã định danh",
                            formula("CONCAT(\"0\",1)", "075190000001"),
                            "Mã xã/phường",
                            formula("VLOOKUP(A5,B:C,2,0)", "26050"),
                            "Mã tỉnh",
                            formulaOfNumber("70+5", "75"),
                            "Mũi số",
                            formulaOfNumber("N4+1", "1"),
                            "Ngày tiêm",
                            "<c s=\""
                                + WorkbookBytes.DATE
                                + "\"><f>DATE(2021,9,1)</f><v>44440</v></c>"))));

    assertThat(
            received.rows(
                "ma_mui_tiem", "citizen_id", "commune", "dose_number", "given_on", "defects"))
        .containsExactly("M1501|075190000001|26050|1|2021-09-01|[]");
  }

  /** A column that was filled down keeps its formula once. */
  @Test
  void sharedFormulasGiveTheirCachedValues() {
    SheetXml sheet = doseSheet();
    for (int i = 0; i < 4; i++) {
      String formula =
          i == 0
              ? "<f t=\"shared\" ref=\"B5:B8\" si=\"0\">\"M\"&amp;A5</f>"
              : i < 3 ? "<f t=\"shared\" si=\"0\"/>" : "<f t=\"shared\" si=\"0\"></f>";
      sheet.row(dose("<c t=\"str\">" + formula + "<v>M" + i + "</v></c>"));
    }

    Received received = doses(WorkbookBytes.of(sheet));

    assertThat(received.rows("ma_mui_tiem")).containsExactly("M0", "M1", "M2", "M3");
    assertThat(received.balance()).isEqualTo("4 = 4 + 0");
  }

  @Test
  void formulasOfEveryTypeGiveTheirCachedValues() {
    var book = new WorkbookBytes();
    String khop = book.share("KHOP", false).replace("<v>", "<f>F9</f><v>");
    SheetXml sheet =
        headed()
            .row(
                "<c t=\"str\"><f t=\"array\" ref=\"A2\">TRIM(F2)</f><v>HS1</v></c>",
                "Trần Thị Mai",
                "05/05/1990",
                "<c><f>IF(1,2,1)</f><v>2</v></c>",
                "075190000001",
                khop);

    Received received = answers("tra-loi.xlsx", book.sheet("a", sheet).bytes());

    assertThat(received.rows(ANSWER)).containsExactly(Lists.IS_FIRST);
  }

  @Test
  void aFormulaWithoutAValueIsEmptyAndADefect() {
    List<String> none =
        List.of(
            uncomputed("A1&\"075190000001\""),
            "<c><f>A1</f><v></v></c>",
            "<c t=\"str\"><f>A1</f><v/></c>");
    for (String cell : none) {
      Received received =
          doses(
              WorkbookBytes.of(
                  doseSheet()
                      .row(dose("M1", "Số CMND/CCCD/Mã định danh", cell))
                      .row(dose("M2", "Mã mũi tiêm", cell))));

      assertThat(received.rows("ma_mui_tiem", "id_text", "citizen_id", "defects"))
          .containsExactly("M1|||[ID_MISSING]");
      assertThat(received.keptBack()).containsExactly("6|Mã mũi tiêm|quarantine.key");
      assertThat(received.balance()).isEqualTo("2 = 1 + 1");
    }
  }

  @Test
  void anErrorIsNobodysIdAndNoDate() {
    String error = "<c t=\"e\"><f>VLOOKUP(1,A:B,2)</f><v>#N/A</v></c>";

    Received received =
        doses(
            WorkbookBytes.of(
                doseSheet()
                    .row(dose("M1", "Số CMND/CCCD/Mã định danh", error, "Ngày tiêm", error))));

    assertThat(received.rows("ma_mui_tiem", "citizen_id", "given_on")).containsExactly("M1||");
  }

  /** ECMA-376, ST_Xstring: _x, four hexadecimal digits and _ are one character. */
  @ParameterizedTest
  @CsvSource({
    "HS1_x000D_,           HS1",
    "HS_x0031_,            HS1",
    "HS_x005F_x0031_,      HS_x0031_",
    "bboyv_x8C_I,          bboyv_x8C_I",
    "HS_x31_,              HS_x31_",
    "_x0048_S1_x000d_,     HS1"
  })
  void escapedCharactersAreResolved(String written, String key) {
    String rich = "<c t=\"inlineStr\"><is><r><t>" + written + "</t></r></is></c>";
    for (String cell : List.of(text(written), SheetXml.shared(0), rich, formula("A1", written))) {
      var one = new WorkbookBytes();
      one.share(written, false);
      Received received =
          answers(
              "tra-loi.xlsx",
              one.sheet(
                      "a",
                      headed()
                          .row(cell, "Trần Thị Mai", "05/05/1990", "Nữ", "075190000001", "KHOP"))
                  .bytes());

      assertThat(received.rows("ma_hssk", "name", "answer"))
          .containsExactly(key + "|trần thị mai|KHOP");
    }
  }

  @Test
  void escapedLineEndsStandInNoHeadingAndNoValue() {
    SheetXml sheet =
        new SheetXml()
            .row(
                "MA_HSSK_x000D_",
                "HO_TEN",
                "NGAY_SINH_x000D_\n",
                "GIOI_TINH",
                "SO_DINH_DANH",
                "_x000D_KET_QUA")
            .row(
                "HS1_x000D_\n",
                "Trần Thị Mai_x000D_",
                "05/05/1990_x000D_",
                "Nữ_x000D_",
                "075190000001_x000D_",
                "KHOP_x000D_\n");

    assertThat(read(sheet).rows(ANSWER)).containsExactly(Lists.IS_FIRST);
  }

  /** A spreadsheet eats zeros; year and sex are the witness that they stood there. */
  @ParameterizedTest
  @CsvSource({
    "75161221470,             75161221470, 075161221470",
    "7.5161221470E10,         75161221470, 075161221470",
    "75161221470.0,           75161221470, 075161221470",
    "7.516122147E+10,         75161221470, 075161221470",
    "75162221470,             75162221470, ''",
    "75061221470,             75061221470, ''",
    "271234567,               271234567,   ''",
  })
  void anIdThatBecameANumberIsPaddedIfBirthYearAndSexAgree(String written, String text, String id) {
    Received received =
        read(headed().row("HS1", "Trần Thị Mai", "05/05/1961", "Nữ", number(written), "KHOP"));

    assertThat(received.rows("ma_hssk", "id_text", "citizen_id"))
        .containsExactly("HS1|" + text + "|" + id);
  }

  @Test
  void numbersAreReadAsTheirDigits() {
    Received received =
        doses(
            WorkbookBytes.of(
                doseSheet()
                    .row(
                        dose(
                            "",
                            "Mã mũi tiêm",
                            number("1001"),
                            "Mã tỉnh",
                            number("75.0"),
                            "Mã xã/phường",
                            number("2.605E4"),
                            "Mũi số",
                            styled("2", WorkbookBytes.DONG)))));

    assertThat(received.rows("ma_mui_tiem", "province_text", "commune", "dose_number", "defects"))
        .containsExactly("1001|75|26050|2|[]");
  }

  @Test
  void aMergedColumnHoldsForAllItsRows() {
    SheetXml sheet = doseSheet();
    sheet.row(dose("M1"));
    sheet.row("", "M2", "", "", "", "", "", "", "", "", "", "", "Pfizer", "2", "01/10/2021");
    sheet.row("", "M3", "", "", "", "", "", "", "", "", "", "", "Moderna", "3", "01/03/2022");
    sheet.row(
        dose(
            "M4",
            "Họ và tên",
            "Lê Văn Đức",
            "Ngày sinh",
            "02/01/1980",
            "Giới tính",
            "Nam",
            "Số CMND/CCCD/Mã định danh",
            "075080000002"));
    for (int column = 2; column <= 11; column++) {
      String letters = SheetXml.column(column);
      sheet.merge(letters + "5:" + letters + "7");
    }

    Received received = doses(WorkbookBytes.of(sheet));

    assertThat(received.rows("ma_mui_tiem", "name", "citizen_id", "commune", "defects"))
        .containsExactly(
            "M1|trần thị mai|075190000001|26050|[]",
            "M2|trần thị mai|075190000001|26050|[]",
            "M3|trần thị mai|075190000001|26050|[]",
            "M4|lê văn đức|075080000002|26050|[]");
    assertThat(received.balance()).isEqualTo("4 = 4 + 0");
  }

  @Test
  void aMergedRowOrBlockHoldsForAllItsCells() {
    SheetXml sheet =
        doseSheet()
            .row(dose("M1", "Mã tỉnh", "75", "Mã quận/huyện", ""))
            .row(dose("M2", "Số lô", "Lô A", "Cơ sở tiêm", ""))
            .row(dose("M3", "Số lô", "", "Cơ sở tiêm", "stale"))
            .merge("I5:J5")
            .merge("P6:Q7");

    Received received = doses(WorkbookBytes.of(sheet));

    assertThat(
            received.rows(
                "ma_mui_tiem", "province_text", "district_text", "lot_text", "place_text"))
        .containsExactly("M1|75|75|L1|Trạm y tế", "M2|75|731|Lô A|Lô A", "M3|75|731|Lô A|Lô A");
  }

  @Test
  void aMergedTitleAndAMergedHeadingAreNoRows() {
    SheetXml sheet = new SheetXml().row("DANH SÁCH").merge("A1:R1").row(doseHeadings()).at(4);
    for (int column = 0; column < Lists.DOSE_HEADINGS.size(); column++) {
      sheet.merge(SheetXml.column(column) + "2:" + SheetXml.column(column) + "3");
    }
    Received received = doses(WorkbookBytes.of(sheet.row(dose("M1"))));

    assertThat(received.rows("line", "ma_mui_tiem")).containsExactly("4|M1");
    assertThat(received.balance()).isEqualTo("1 = 1 + 0");
  }

  @Test
  void thousandsOfMergedAreasAreReadInOneGo() {
    List<String> expected = new ArrayList<>();
    SheetXml sheet = headed();
    for (int i = 0; i < 6_000; i++) {
      sheet.row("HS" + i, i % 2 == 0 ? "Người " + i : "", "1980", "Nam", "", "KHOP");
      expected.add("HS" + i + "|Người " + (i - i % 2));
      if (i % 2 == 0) {
        sheet.merge("B" + (i + 2) + ":B" + (i + 3));
      }
    }

    assertThat(read(sheet).rows("ma_hssk", "name_text")).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<row r=\"%d\" spans=\"1:6\" ht=\"15\" customHeight=\"1\"/>",
        "<row r=\"%1$d\"><c r=\"A%1$d\" s=\"1\"/><c r=\"F%1$d\" s=\"3\"/></row>",
        "<row r=\"%1$d\"><c r=\"A%1$d\" t=\"inlineStr\"><is><t></t></is></c></row>",
        "<row r=\"%1$d\"><c r=\"B%1$d\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
            + " </t></is></c></row>"
      })
  void rowsOfEmptyCellsAreNone(String empty) {
    SheetXml sheet = headed();
    for (String line : List.of(Lists.FIRST, Lists.SECOND, Lists.THIRD)) {
      sheet.row(cells(line));
      sheet.raw(empty.formatted(sheet.next())).at(sheet.next() + 1);
    }
    for (int row = 1_048_500; row <= 1_048_576; row++) {
      sheet.raw(empty.formatted(row));
    }

    Received received = read(sheet);

    assertThat(received.rows(ANSWER)).isEqualTo(ARE_ANSWERS);
    assertThat(received.rows("line")).containsExactly("2", "4", "6");
    assertThat(received.balance()).isEqualTo("3 = 3 + 0");
  }

  @Test
  void addressesOfRowsAndCellsMayBeLeftOut() {
    SheetXml sheet = new SheetXml().withoutAddresses().row(cells(HEADING));
    sheet.row(cells(Lists.FIRST)).row("HS2", "", "", "", "", "KHONG_KHOP");

    assertThat(read(sheet).rows(ANSWER)).containsExactly(Lists.IS_FIRST, "HS2|||||KHONG_KHOP");
  }

  /** Columns that a sender hides or adds between those of the contract. */
  @Test
  void aWideSheetIsReadByItsHeadings() {
    String[] headings = cells(HEADING);
    String[] row = cells(Lists.FIRST);
    String[] wideHeadings = new String[120];
    String[] wideRow = new String[120];
    java.util.Arrays.fill(wideHeadings, "");
    java.util.Arrays.fill(wideRow, "");
    for (int i = 0; i < headings.length; i++) {
      wideHeadings[19 * i + 5] = headings[headings.length - 1 - i];
      wideRow[19 * i + 5] = row[headings.length - 1 - i];
    }

    assertThat(read(new SheetXml().row(wideHeadings).row(wideRow)).rows(ANSWER))
        .containsExactly(Lists.IS_FIRST);
  }
}
