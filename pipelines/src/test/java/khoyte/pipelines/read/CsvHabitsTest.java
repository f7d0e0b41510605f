package khoyte.pipelines.read;

import static khoyte.pipelines.read.Landed.gzip;
import static khoyte.pipelines.read.Landed.utf8;
import static khoyte.pipelines.read.Landed.zip;
import static khoyte.pipelines.read.source.SourceKind.COVID_VACCINATION;
import static khoyte.pipelines.read.source.SourceKind.EHR;
import static khoyte.pipelines.read.source.SourceKind.POPULATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import khoyte.warehouse.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What spreadsheets and people leave behind in CSV: read where it is beyond doubt, and told. */
class CsvHabitsTest {
  static final String HEADING = "MA_HSSK,HO_TEN,NGAY_SINH,GIOI_TINH,SO_DINH_DANH,KET_QUA\n";
  private static final String ROW = "HS1,Lê An,05/05/1990,Nam,075090000001,KHOP\n";
  private static final String TABLE = "population_answer_version";

  private static List<String> rows(Landed landed) {
    return landed.drawn(TABLE, "line", "ma_hssk", "name_text", "id_text", "answer_text");
  }

  private static List<String> keys(Landed landed) {
    return landed.drawn(TABLE, "ma_hssk");
  }

  /** What the sender is told, in both languages. */
  static List<String> told(Landed landed) {
    List<String> told = new ArrayList<>();
    landed.outcome.warnings().forEach(w -> told.add(w.text(Messages.VIETNAMESE)));
    landed.outcome.warnings().forEach(w -> told.add(w.text(Messages.ENGLISH)));
    return told;
  }

  /** One value as it stands between separators, and what is staged of it; ^ is a quote. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "null",
      textBlock =
          """
          =^075090000001^             | 075090000001
          ^=^^075090000001^^^         | 075090000001
          '075090000001               | 075090000001
          ’075090000001               | 075090000001
          '075090000001'              | 075090000001
          ^'075090000001^             | 075090000001
          =^0750,90000001^            | 0750,90000001
          =^0750^^9^                  | 0750^9
          ^=^^0750^^^^9^^^            | 0750^9
          =^075090000001              | =^075090000001
          =^0750^&^90000001^          | =^0750^&^90000001^
          =75090000001                | =75090000001
          O'Hara                      | O'Hara
          ''                          | null
          =^^                         | null
          ^=^^^^^                     | null
          '                           | null
          """)
  void aValueWrappedAgainstExcelIsTheTextWithin(String written, String staged) {
    String value = written.replace('^', '"');

    Landed landed = Landed.read(POPULATION, HEADING + "HS1,Lê An,1990,Nam," + value + ",KHOP\n");

    assertThat(landed.drawn(TABLE, "id_text"))
        .containsExactly(staged == null ? "" : staged.replace('^', '"'));
    assertThat(landed.quarantine).isEmpty();
  }

  @Test
  void wrappedValuesAreToldOnce() {
    Landed landed =
        Landed.read(
            POPULATION,
            HEADING + ROW + "HS2,'Lê An,1990,Nam,=\"075090000001\",\"=\"\"KHOP\"\"\"\n" + ROW);

    assertThat(told(landed))
        .containsExactly(
            "Tệp x.csv: 3 ô viết dạng =\"…\" hoặc có dấu nháy đơn đứng đầu (từ dòng 3), đã lấy chữ"
                + " bên trong.",
            "File x.csv: of cells written as =\"…\" or with a leading apostrophe the text within"
                + " was taken (3, from line 3).");
  }

  @ParameterizedTest
  @CsvSource({
    "075090000001, '\u00A0075090000001\u00A0'",
    "075090000001, '075090\u200B000001'",
    "075090000001, '\u202A075090000001\u202C'",
    "075090000001, '\uFEFF075090000001'",
    "075090000001, '０７５０９０００００01'",
    "075090000001, '＝＂075090000001＂'",
    "075090000001, '＇075090000001'",
    "Lê Văn An, 'Lê\u00A0Văn\u3000An'",
    "Lê Văn An, 'Lê Văn\u00AD An\u200D'",
    "Lê Văn An, 'Ｌê Ｖăn\u202FＡn'"
  })
  void unusualCharactersAreMadePlain(String plain, String written) {
    Landed landed = Landed.read(POPULATION, HEADING + ROW + "HS2,A,1990,Nam," + written + ",KHOP");

    assertThat(landed.drawn(TABLE, "id_text")).containsExactly("075090000001", plain);
    assertThat(told(landed))
        .contains(
            "Tệp x.csv: 1 ô có khoảng trắng lạ, ký tự ẩn hoặc chữ toàn khổ (từ dòng 3), đã đưa về"
                + " dạng thường.",
            "File x.csv: unusual blanks, invisible and full-width characters were made plain (1"
                + " cells, from line 3).");
  }

  /** Sent once as it is and once through a spreadsheet, it is no other version. */
  @Test
  void theContentOfARecordDoesNotDependOnHabits() {
    Landed landed =
        Landed.read(
            POPULATION,
            HEADING
                + ROW
                + "HS1,Lê\u00A0An,'05/05/1990,Nam,=\"075090000001\",KHOP\u200B\n"
                + "＝＂HS1＂,\uFEFFLê An,０５/05/1990,\"=\"\"Nam\"\"\",075090000001\u00A0,KHOP\n");

    List<String> versions = landed.drawn(TABLE, "ma_hssk", "content_hash");
    assertThat(versions).hasSize(3).containsOnly(versions.get(0));
  }

  @Test
  void theKeyOfADoseWithoutOneDoesNotDependOnHabits() {
    String heading =
        "STT,Họ và tên,Ngày sinh,Giới tính,Số CMND/CCCD/Mã định danh,Số thẻ BHYT,Số điện thoại,"
            + "Mã tỉnh,Mã quận/huyện,Mã xã/phường,Địa chỉ chi tiết,Tên vắc xin,Mũi số,Ngày tiêm,"
            + "Số lô,Cơ sở tiêm,Ngày cập nhật\n";
    Landed landed =
        Landed.read(
            COVID_VACCINATION,
            heading
                + "1,Lê An,1990,Nam,075090000001,,,75,731,26050,,Pfizer,1,05/09/2021,L,TYT,\n"
                + "2,Lê\u00A0An,'1990,Nam,=\"075090000001\",,,75,731,26050,,Pfizer,1,05/09/2021,L,"
                + "TYT\u200B,\n");

    List<String> keys = landed.drawn("covid_dose_version", "ma_mui_tiem");
    assertThat(keys).hasSize(2).containsOnly(keys.get(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      textBlock =
          """
          sep=;               ! ;
          SEP=;               ! ;
          \\uFEFFsep=;         ! ;
          "sep=;"             ! ;
          \\uFEFF"sep=;"       ! ;
          sep=;;;;;;          ! ;
          sep=\\t              ! \\t
          "sep=\\t"            ! \\t
          sep=,               ! ,
          sep=~               ! ~
          sep=|               ! |
          sep=;               ! ,
          """)
  void theFirstLineMayNameTheSeparator(String first, String separator) {
    String text =
        (first.replace("\\t", "\t").replace("\\uFEFF", "\uFEFF") + "\r\n")
            + (HEADING + ROW).replace(",", separator.replace("\\t", "\t"));

    Landed landed = Landed.read(POPULATION, text);

    assertThat(rows(landed)).containsExactly("3|HS1|Lê An|075090000001|KHOP");
    assertThat(landed.warnings()).isEmpty();
  }

  @Test
  void titlesAboveTheHeadingArePassedOver() {
    Landed landed =
        Landed.read(
            POPULATION,
            "SỞ Y TẾ ĐỒNG NAI,,,,,\nDANH SÁCH,,,,\"Biên Hòa, ngày 31/12/2022\",\n,,,,,\n"
                + HEADING
                + ROW);

    assertThat(rows(landed)).containsExactly("5|HS1|Lê An|075090000001|KHOP");
    assertThat(landed.counts()).isEqualTo("1 = 1 + 0");
    assertThat(told(landed))
        .containsExactly(
            "Tệp x.csv: đã bỏ qua 2 dòng đứng trên tiêu đề (từ dòng 1).",
            "File x.csv: lines above the heading were left out (2, from line 1).");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void rowsAboveTheHeadingRefuseTheFile(String separator) {
    CsvReadingTest.assertRefused(
        POPULATION,
        utf8(ROW.replace(",", separator) + HEADING + ROW),
        "Không thể nhận tệp x.csv: dòng 1 có số liệu nhưng đứng trên dòng tiêu đề. Đề nghị gửi lại"
            + " có tiêu đề ở trên cùng.",
        "Cannot accept file x.csv: line 1 holds data but stands above the heading. Ask the sender"
            + " for the heading on top.");
  }

  @Test
  void headingsMayBeWrittenInManyWays() {
    String[] headings = {
      "\" MA_HSSK \",\"HO\nTEN\",\u00A0NGAY_SINH\u00A0,\"Giới\r\ntính\",SO\u00A0DINH\u00A0DANH,KET_QUA\u200B\n",
      "=\"MA_HSSK\",'HO_TEN,\"=\"\"NGAY_SINH\"\"\",GIOI_TINH,SO_DINH_DANH,KET_QUA\n",
      "ＭＡ＿ＨＳＳＫ,HO_TEN,NGAY_SINH,GIOI_TINH,SO_DINH_DANH,ＫＥＴ＿ＱＵＡ\n",
      "ï»¿MA_HSSK,HO_TEN,NGAY_SINH,GIOI_TINH,SO_DINH_DANH,KET_QUA\n",
      "\uFEFF\uFEFFMA_HSSK,HO_TEN,NGAY_SINH,GIOI_TINH,SO_DINH_DANH,KET_QUA\n",
    };
    for (String heading : headings) {
      Landed landed = Landed.read(POPULATION, heading + ROW);

      assertThat(landed.drawn(TABLE, "ma_hssk", "name_text", "birth_date_text", "id_text"))
          .as(heading)
          .containsExactly("HS1|Lê An|05/05/1990|075090000001");
      assertThat(landed.warnings()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"HO_TEN, HO_TEN", "HO_TEN, ho_ten", "HO_TEN, HO_TEN\u00A0", "Họ tên, Ho ten"})
  void aHeadingThatTwoColumnsHaveRefusesTheFile(String once, String twice) {
    CsvReadingTest.assertRefused(
        POPULATION,
        utf8(once + "," + HEADING.replace("HO_TEN", twice) + "A," + ROW),
        "Không thể nhận tệp x.csv: tiêu đề “"
            + twice
            + "” có ở nhiều cột. Đề nghị giữ một cột rồi gửi lại.",
        "Cannot accept file x.csv: several columns have the heading “"
            + twice
            + "”. Ask the sender to keep one of them.");
  }

  @Test
  void linesWithoutAnyValueAreNoRows() {
    Landed landed =
        Landed.read(
            POPULATION,
            HEADING
                + ",,,,,\n"
                + ROW
                + "   \n\"\",\"\",,,,\n,,\n\u00A0,\u200B,\u3000,\t,,\n=\"\",',,,,\n"
                + ROW
                + ",,,,,\n".repeat(1000)
                + ",,,,,,,");

    assertThat(landed.drawn(TABLE, "line")).containsExactly("3", "9");
    assertThat(landed.counts()).isEqualTo("2 = 2 + 0");
    assertThat(landed.quarantine).isEmpty();
  }

  @Test
  void aSheetClearedToItsLastRowHasOnlyTheRowsThatAreLeft() {
    byte[] file = gzip(utf8(HEADING + ROW.repeat(3) + ",,,,,\r\n".repeat(1_048_576 - 4)));

    assertThat(Landed.read(POPULATION, "x.csv.gz", file).counts()).isEqualTo("3 = 3 + 0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\uFEFF",
        "\n\n\r\n",
        ",,,,\n,,,,\n",
        "\u001A",
        "\uFEFF\u001A\n",
        " ",
        "sep=;\n;;;"
      })
  void aFileWithoutAnythingIsEmpty(String text) {
    CsvReadingTest.assertRefused(
        POPULATION,
        utf8(text),
        "Không thể nhận tệp x.csv: tệp không có nội dung. Đề nghị đơn vị gửi lại.",
        "Cannot accept file x.csv: it is empty. Ask the sender for the file again.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n\u001A", "\r", ",,,,\n", "\u001A\u001A\u001A"})
  void aHeadingAloneIsAFileWithoutRecords(String end) {
    assertThat(Landed.read(POPULATION, HEADING.strip() + end).counts()).isEqualTo("0 = 0 + 0");
  }

  /** The reason is the true one: the columns are there. */
  @ParameterizedTest
  @ValueSource(strings = {":", " ", "~", "   ", "^"})
  void anotherSeparatorIsNamedAsTheReason(String separator) {
    CsvReadingTest.assertRefused(
        POPULATION,
        utf8((HEADING + ROW).replace(",", separator)),
        "Không thể nhận tệp x.csv: các cột ở dòng 1 không cách nhau bằng dấu phẩy, chấm phẩy hay tab."
            + " Đề nghị lưu lại dạng CSV.",
        "Cannot accept file x.csv: the columns in line 1 are not separated by commas, semicolons or"
            + " tabs. Ask the sender to save it as CSV.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HS1,Lê An,05/05/1990,Nam,075090000001,KHOP\n",
        "Kính gửi Sở Y tế\n",
        "{\"a\": [1, 2]}"
      })
  void aFileWithoutAHeadingIsRefusedAsSuch(String text) {
    CsvReadingTest.assertRefused(
        POPULATION,
        utf8(text),
        "Không thể nhận tệp x.csv: không tìm thấy dòng tiêu đề cột. Kiểm tra tiêu đề cột hoặc"
            + " conf/sources.yml.",
        "Cannot accept file x.csv: no line of column headings is found. Check the headings or"
            + " conf/sources.yml.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"MA_HSSK\" ,\"HO_TEN\" ,NGAY_SINH,GIOI_TINH,SO_DINH_DANH,KET_QUA\n",
        "MA_HSSK,HO_TEN,NGAY_SINH,GIOI_TINH,SO_DINH_DANH,KET_QUA,\"GHI_CHU\" x,STT\n"
      })
  void aBrokenQuoteInTheHeadingIsTheReason(String heading) {
    CsvReadingTest.assertRefused(
        POPULATION,
        utf8("\n" + heading + ROW),
        "Không thể nhận tệp x.csv: dấu ngoặc kép ở dòng tiêu đề (dòng 2) không đóng đúng chỗ. Đề nghị"
            + " lưu lại dạng CSV.",
        "Cannot accept file x.csv: a quote in the heading (line 2) does not close where it should."
            + " Ask the sender to save it as CSV.");
  }

  @Test
  void decimalCommasAreNoSeparators() {
    String heading =
        "MA_HSSK;SO_DINH_DANH;SO_CMND;HO_TEN;NGAY_SINH;GIOI_TINH;SO_BHXH;DIEN_THOAI;DIA_CHI;MA_XA;"
            + "MA_HUYEN;MA_TINH;MA_TRAM;NGAY_LAP;NGAY_CAP_NHAT;TRANG_THAI;CAN_NANG\n";

    Landed landed =
        Landed.read(EHR, heading + "HS1;;;A;1990;1;;;Tổ 1, ấp 2, xã 3, huyện 4;;;;;;;1;52,5\n");

    assertThat(landed.drawn("health_record_version", "ma_hssk", "address_text"))
        .containsExactly("HS1|Tổ 1, ấp 2, xã 3, huyện 4");
  }

  /** A name tells nothing: what it is, is told by its bytes. */
  @ParameterizedTest
  @ValueSource(strings = {"x.txt", "x.tsv", "x.TXT", "x.csv.txt", "x.dat", "x"})
  void theNameOfTheFileMakesNoDifference(String name) {
    byte[] text = utf8((HEADING + ROW).replace(',', '\t'));

    assertThat(keys(Landed.read(POPULATION, name, text))).containsExactly("HS1");
    assertThat(keys(Landed.read(POPULATION, "x.zip", zip(name, text)))).containsExactly("HS1");
  }

  @Test
  void oneLineMayBeVeryLong() {
    String name = "Lê ".repeat(1_000_000);

    Landed landed =
        Landed.read(POPULATION, HEADING + "HS1,\"" + name + "\",1990,Nam,,KHOP\n" + ROW);

    assertThat(landed.drawn(TABLE, "name_text")).containsExactly(name, "Lê An");
  }
}
