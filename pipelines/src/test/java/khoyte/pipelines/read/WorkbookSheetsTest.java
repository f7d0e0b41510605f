package khoyte.pipelines.read;

import static khoyte.pipelines.read.DrawnWorkbook.HEADING;
import static khoyte.pipelines.read.DrawnWorkbook.heading;
import static khoyte.pipelines.read.DrawnWorkbook.merged;
import static khoyte.pipelines.read.DrawnWorkbook.record;
import static khoyte.pipelines.read.DrawnWorkbook.row;
import static khoyte.pipelines.read.source.SourceKind.POPULATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import khoyte.warehouse.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row of every sheet arrives: taken, kept back or remarked, and never only the first's. */
class WorkbookSheetsTest {
  private static final String ANSWERS = "population_answer_version";

  private static Landed read(DrawnWorkbook workbook) {
    return Landed.read(POPULATION, "x.xlsx", workbook.bytes());
  }

  private static List<String> english(Landed landed) {
    return landed.outcome.warnings().stream().map(w -> w.text(Messages.ENGLISH)).toList();
  }

  @Test
  void sheetsWithTheSameHeadingAreReadInOrder() {
    String[] turned = {"Tổng", "KET_QUA", "SO_DINH_DANH", "GIOI_TINH", "NGAY_SINH", "HO_TEN"};
    Landed landed =
        read(
            new DrawnWorkbook()
                .sheet("An Bình", row(1, "DANH SÁCH"), heading(3), record(4, "HS1", "A"))
                .sheet("Hóa An", heading(1), record(2, "HS2", "B"), row(3, null, "Cộng: 1"))
                .sheet(
                    "Tam Hiệp",
                    row(1, turned[5], turned[4], turned[3], turned[2], turned[1], "MA_HSSK"),
                    row(2, "C", null, null, null, null, "HS3")));

    assertThat(landed.drawn(ANSWERS, "record_number", "line", "ma_hssk", "name_text"))
        .containsExactly("1|4|HS1|A", "2|2|HS2|B", "4|2|HS3|C");
    assertThat(landed.counts()).isEqualTo("4 = 3 + 1");
    assertThat(landed.quarantine).containsExactly("3|Hóa An - MA_HSSK|thiếu mã bản ghi");
    assertThat(landed.warnings()).isEmpty();
  }

  @Test
  void whatIsNotReadIsRemarked() {
    Landed landed =
        read(
            new DrawnWorkbook()
                .sheet("Hướng dẫn", row(1, "Điền vào trang sau"), row(2, "Không sửa tiêu đề"))
                .sheet("Danh sách", heading(1), record(2, "HS1", "A"))
                .sheet(
                    "Đợt 2",
                    row(1, "MA_HSSK", "HO_TEN", "NGAY_SINH", "GIOI_TINH", "Giấy tờ", "KET_QUA"),
                    record(2, "HS2", "B"))
                .sheet("Trống", row(1, " "))
                .listed("Biểu đồ", "visible", "chartsheet", "chartsheets/sheet1.xml"));

    assertThat(landed.counts()).isEqualTo("1 = 1 + 0");
    assertThat(landed.warnings())
        .containsExactly(
            "Tệp x.xlsx: trang tính “Hướng dẫn” không có tiêu đề cột của nguồn này, 2 dòng không"
                + " được đọc.",
            "Tệp x.xlsx: trang tính “Đợt 2” thiếu cột “SO_DINH_DANH”, 2 dòng không được đọc.");
    assertThat(english(landed))
        .containsExactly(
            "File x.xlsx: sheet “Hướng dẫn” has no heading of this source; its 2 rows were not"
                + " read.",
            "File x.xlsx: sheet “Đợt 2” lacks column “SO_DINH_DANH”; its 2 rows were not read.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hidden", "veryHidden"})
  void aHiddenSheetWithTheHeadingIsReadAndRemarked(String state) {
    Landed landed =
        read(
            new DrawnWorkbook()
                .sheet("Đợt 1", heading(1), record(2, "HS1", "A"))
                .sheetWith("Đợt 2", state, heading(1) + record(2, "HS2", "B"), ""));

    assertThat(landed.drawn(ANSWERS, "ma_hssk")).containsExactly("HS1", "HS2");
    assertThat(landed.warnings())
        .containsExactly("Tệp x.xlsx: trang tính “Đợt 2” bị ẩn, vẫn được đọc.");
    assertThat(english(landed))
        .containsExactly("File x.xlsx: sheet “Đợt 2” is hidden and was read all the same.");
  }

  /** Two lists below one another: the second heading is none of the rows, and may be another. */
  @Test
  void aHeadingThatStandsAgainBeginsAnotherPart() {
    String[] other = {"HO_TEN", "MA_HSSK", "NGAY_SINH", "GIOI_TINH", "SO_DINH_DANH", "KET_QUA"};
    Landed landed =
        read(
            new DrawnWorkbook()
                .sheet(
                    "a",
                    heading(1),
                    record(2, "HS1", "A"),
                    heading(3),
                    record(4, "HS2", "HO_TEN"),
                    row(6, other),
                    row(7, "C", "HS3")));

    assertThat(landed.drawn(ANSWERS, "line", "ma_hssk", "name_text"))
        .containsExactly("2|HS1|A", "4|HS2|HO_TEN", "7|HS3|C");
    assertThat(landed.counts()).isEqualTo("3 = 3 + 0");
    assertThat(landed.warnings())
        .containsExactly("Tệp x.xlsx: đã bỏ qua 2 dòng tiêu đề lặp lại (từ dòng 3).");
  }

  /** A list for people: a person stands once, his doses below one another. */
  @Test
  void aMergedCellHasItsValueInEveryRowThatItCovers() {
    Landed landed =
        read(
            new DrawnWorkbook()
                .sheetWith(
                    "a",
                    "visible",
                    heading(1)
                        + row(2, "HS1", "Lê An", "1980")
                        + row(3, "HS2", null, null, "Nam")
                        + row(4, "HS3", null, null, "Nam")
                        + row(5, "HS4", "Trần Bình", "1981")
                        + row(6, "HS5", "<c s='1'/>", "1982")
                        + row(7, "HS6"),
                    merged("B2:B4", "C2:C3", "B5:B6", "D3:D4")));

    assertThat(landed.drawn(ANSWERS, "ma_hssk", "name_text", "birth_date_text", "gender_text"))
        .containsExactly(
            "HS1|Lê An|1980|",
            "HS2|Lê An|1980|Nam",
            "HS3|Lê An||Nam",
            "HS4|Trần Bình|1981|",
            "HS5|Trần Bình|1982|",
            "HS6|||");
    assertThat(landed.warnings())
        .containsExactly("Tệp x.xlsx: 5 ô gộp (từ dòng 3) đã được đọc cho mọi dòng mà ô phủ.");
    assertThat(english(landed))
        .containsExactly(
            "File x.xlsx: merged cells were read into each row that they cover (5 cells, from line"
                + " 3).");
  }

  /**
   * Two lines of paper for a record, or free lines of a person: nothing of their own stands there.
   */
  @Test
  void aRowThatHasNothingButMergedCellsIsNone() {
    Landed landed =
        read(
            new DrawnWorkbook()
                .sheetWith(
                    "a",
                    "visible",
                    heading(1) + row(2, "HS1", "A") + row(3) + row(4, "HS2", "B"),
                    merged("A2:A3", "B2:B3", "A4:A5", "B4:B5")));

    assertThat(landed.drawn(ANSWERS, "line", "ma_hssk")).containsExactly("2|HS1", "4|HS2");
    assertThat(landed.counts()).isEqualTo("2 = 2 + 0");
  }

  /** One key for several rows would make them versions of one record; a title is no record. */
  @ParameterizedTest
  @CsvSource({"A2:A3, 3, 1", "A3:B3, 3, 1", "A3:F3, 3, 1"})
  void aKeyInACellOfSeveralRowsOrColumnsIsNone(String area, int line, int staged) {
    Landed landed =
        read(
            new DrawnWorkbook()
                .sheetWith(
                    "a",
                    "visible",
                    heading(1) + record(2, "HS1", "A") + row(3, "PHƯỜNG AN BÌNH", null, "1980"),
                    merged(area)));

    assertThat(landed.outcome.staged()).isEqualTo(staged);
    assertThat(landed.quarantine)
        .containsExactly(line + "|MA_HSSK|mã bản ghi nằm trong ô gộp chung với dòng hoặc cột khác");
    assertThat(Messages.ENGLISH.text("quarantine.key.shared"))
        .isEqualTo(
            "the record key stands in a merged cell that belongs to other rows or columns as well");
  }

  /** Forms head a group of columns together, and each of them below. */
  @Test
  void aHeadingOfTwoRowsIsReadAsOne() {
    Landed landed =
        read(
            new DrawnWorkbook()
                .sheetWith(
                    "a",
                    "visible",
                    row(1, "DANH SÁCH ĐỐI TƯỢNG")
                        + row(2, HEADING[0], "Nhân thân", null, null, HEADING[4], HEADING[5])
                        + row(3, null, HEADING[1], HEADING[2], HEADING[3])
                        + row(4, "HS1", "A", "1980", "Nam", null, "KHOP"),
                    merged("A1:F1", "A2:A3", "B2:D2", "E2:E3", "F2:F3")));

    assertThat(landed.drawn(ANSWERS, "ma_hssk", "name_text", "gender_text", "answer"))
        .containsExactly("HS1|A|Nam|KHOP");
    assertThat(landed.counts()).isEqualTo("1 = 1 + 0");
  }

  /** The heading over two columns of paper heads the first. */
  @Test
  void columnsThatAreMergedInEveryRowAreOne() {
    String[] wide = {
      "MA_HSSK", null, "HO_TEN", "NGAY_SINH", "GIOI_TINH", "SO_DINH_DANH", "KET_QUA"
    };
    Landed landed =
        read(
            new DrawnWorkbook()
                .sheetWith(
                    "a",
                    "visible",
                    row(1, wide) + row(2, "HS1", null, "A") + row(3, "HS2", null, "B"),
                    merged("A1:B1", "A2:B2", "A3:B3")));

    assertThat(landed.drawn(ANSWERS, "ma_hssk", "name_text")).containsExactly("HS1|A", "HS2|B");
  }

  /** Areas that no program draws neither stop nor slow the reading. */
  @Test
  void absurdAreasDoNoHarm() {
    StringBuilder rows = new StringBuilder(heading(1));
    for (int i = 2; i < 20_000; i++) {
      rows.append(row(i, "HS" + i, null, "1980"));
    }
    String[] areas = new String[3000];
    for (int i = 0; i < areas.length; i++) {
      areas[i] = "G" + (i + 1) + ":XFD1048576";
    }

    Landed landed =
        read(new DrawnWorkbook().sheetWith("a", "visible", rows.toString(), merged(areas)));

    assertThat(landed.outcome.staged()).isEqualTo(19_998);
  }
}
