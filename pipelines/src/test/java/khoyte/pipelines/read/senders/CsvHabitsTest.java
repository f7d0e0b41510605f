package khoyte.pipelines.read.senders;

import static khoyte.pipelines.read.senders.Lists.ANSWER;
import static khoyte.pipelines.read.senders.Lists.ANSWERS;
import static khoyte.pipelines.read.senders.Lists.ARE_ANSWERS;
import static khoyte.pipelines.read.senders.Lists.FIRST;
import static khoyte.pipelines.read.senders.Lists.HEADING;
import static khoyte.pipelines.read.senders.Lists.IS_FIRST;
import static khoyte.pipelines.read.senders.Lists.IS_SECOND;
import static khoyte.pipelines.read.senders.Lists.IS_THIRD;
import static khoyte.pipelines.read.senders.Lists.SECOND;
import static khoyte.pipelines.read.senders.Lists.THIRD;
import static khoyte.pipelines.read.senders.Lists.answers;
import static khoyte.pipelines.read.senders.Lists.lines;
import static khoyte.pipelines.read.senders.Received.utf8;
import static khoyte.pipelines.read.source.SourceKind.EHR;
import static khoyte.pipelines.read.source.SourceKind.IMMUNIZATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What spreadsheets and clerks do to lists of text. */
class CsvHabitsTest {

  private static void assertWhole(Received received) {
    assertThat(received.rows(ANSWER)).isEqualTo(ARE_ANSWERS);
    assertThat(received.balance()).isEqualTo("3 = 3 + 0");
  }

  @Test
  void idsArmouredAgainstTheSpreadsheetAreTheTextWithin() {
    String heading =
        "MA_HSSK,SO_DINH_DANH,SO_CMND,HO_TEN,NGAY_SINH,GIOI_TINH,SO_BHXH,DIEN_THOAI,DIA_CHI,MA_XA,"
            + "MA_HUYEN,MA_TINH,MA_TRAM,NGAY_LAP,NGAY_CAP_NHAT,TRANG_THAI";
    String plain =
        "HS1,075190000001,,Trần Thị Mai,05/05/1990,Nữ,0112345678,0912345678,,26050,731,75,,"
            + "01/02/2020,05/10/2022,1";
    String armoured =
        "\"=\"\"HS1\"\"\",\"=\"\"075190000001\"\"\",\"=\"\"\"\"\",\"=\"\"Trần Thị Mai\"\"\","
            + "\"=\"\"05/05/1990\"\"\",Nữ,\"=\"\"0112345678\"\"\",\"=\"\"0912345678\"\"\",,"
            + "\"=\"\"26050\"\"\",\"=\"\"731\"\"\",\"=\"\"75\"\"\",,=\"01/02/2020\",05/10/2022,1";

    Received received = Received.of(EHR, "ehr_20221231.csv", lines(heading, armoured));

    Received asPlain = Received.of(EHR, "ehr_20221231.csv", lines(heading, plain));
    assertThat(received.texts()).isEqualTo(asPlain.texts());
    assertThat(received.understood()).isEqualTo(asPlain.understood());
    assertThat(received.rows("citizen_id", "insurance_numbers", "phone", "commune"))
        .containsExactly("075190000001|[0112345678]|0912345678|26050");
  }

  @Test
  void armourWithoutQuotingIsTheTextWithin() {
    String heading =
        "MA_DOI_TUONG;SO_DINH_DANH;HO_TEN;NGAY_SINH;GIOI_TINH;HO_TEN_ME;DIEN_THOAI;MA_THE_BHYT;"
            + "MA_XA;MA_HUYEN;MA_TINH;DIA_CHI;MA_VACXIN;TEN_VACXIN;SO_MUI;NGAY_TIEM;SO_LO;"
            + "CO_SO_TIEM;NGAY_CAP_NHAT";
    String row =
        "=\"D1\";=\"075190000001\";Trần Thị Mai;05/05/1990;Nữ;;=\"0912345678\";;=\"26050\";731;"
            + "=\"75\";;BCG;BCG;=\"1\";=\"01/02/2021\";=\"007\";TYT;";

    Received received = Received.of(IMMUNIZATION, "tcmr.csv", lines(heading, row));

    assertThat(
            received.rows(
                "ma_doi_tuong",
                "citizen_id",
                "phone",
                "commune",
                "dose_number",
                "given_on",
                "lot_text"))
        .containsExactly("D1|075190000001|0912345678|26050|1|2021-02-01|007");
    assertThat(received.balance()).isEqualTo("1 = 1 + 0");
  }

  @Test
  void aLeadingApostropheIsNoPartOfTheText() {
    Received received =
        answers(
            lines(
                HEADING,
                "'HS1,Trần Thị Mai,'05/05/1990,Nữ,'075190000001,KHOP",
                SECOND,
                "\"'HS3\",Hoàng Thị Lệ,31/12/2001,Nữ,\"'075301000003\",KHONG_TIM_THAY"));

    assertWhole(received);
    assertThat(received.texts()).isEqualTo(answers(ANSWERS).texts());
  }

  /** A habit of a whole column is told once, whatever the number of rows. */
  @Test
  void aHabitIsToldOnce() {
    StringBuilder few = new StringBuilder(HEADING + "\n");
    StringBuilder many = new StringBuilder(HEADING + "\n");
    for (int i = 0; i < 200; i++) {
      String row = "=\"HS" + i + "\",'Lê Văn Đức,02/01/1980,Nam,=\"075080000002\",KHOP\u00A0\n";
      (i < 2 ? few : many).append(row);
    }

    assertThat(answers(many.toString()).remarks()).hasSameSizeAs(answers(few.toString()).remarks());
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void theFirstLineMayNameTheSeparator(String separator) {
    String text = "sep=" + separator + "\r\n" + ANSWERS.replace(",", separator);

    assertWhole(answers(text));
    assertWhole(answers("\uFEFF" + text));
    assertWhole(answers(text.replace("\r\n", "\n")));
  }

  /** A text column full of the other sign would outvote the separator. */
  @Test
  void aNamedSeparatorIsBelieved() {
    String commas = "a,b,c,d,e,f,g,h,i,j";
    String text =
        "sep=;\n"
            + ANSWERS
                .replace(",", ";")
                .replace("KET_QUA\n", "KET_QUA;GHI_CHU,A,B,C,D\n")
                .replace("KHOP\n", "KHOP;" + commas + "\n")
                .replace("KHONG_TIM_THAY\n", "KHONG_TIM_THAY;" + commas + "\n");

    assertWhole(answers(text));
  }

  @Test
  void linesAreCountedWithTheFirst() {
    Received received = answers("sep=,\n" + lines(HEADING, FIRST, "HS9,Lê An", THIRD));

    assertThat(received.keptBack()).containsExactly("4||quarantine.fields");
    assertThat(received.balance()).isEqualTo("3 = 2 + 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {",,,,,", "", " , ,, ,,", "\"\",\"\",\"\",\"\",\"\",\"\"", "\u00A0,,,,,", "\t"})
  void aRowWithNothingInAnyCellIsNone(String empty) {
    Received received = answers(lines(HEADING, empty, FIRST, empty, empty, SECOND, THIRD, empty));

    assertWhole(received);
    assertThat(received.rows("line")).containsExactly("3", "6", "7");
  }

  @Test
  void aSheetClearedToItsLastRowHasThreeRows() {
    String text = ANSWERS + ",,,,,\r\n".repeat(1_048_576 - 4);

    Received received = answers("tra-loi_20221231.csv.gz", GzipBytes.of(utf8(text)));

    assertWhole(received);
    assertThat(received.remarks()).hasSizeLessThan(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00A0", "\u202F", "\u2007", "\u200B", "\u200C", "\u2060", "\uFEFF"})
  void spacesThatNobodySeesAreFolded(String space) {
    Received received =
        answers(
            lines(
                HEADING,
                "HS1"
                    + space
                    + ",Trần Thị Mai"
                    + space
                    + ","
                    + space
                    + "05/05/1990,Nữ"
                    + space
                    + ",075190000001"
                    + space
                    + ",KHOP"
                    + space,
                SECOND,
                THIRD));

    assertWhole(received);
  }

  @Test
  void aNoBreakSpaceBetweenWordsIsASpace() {
    assertWhole(answers(ANSWERS.replace(" ", "\u00A0")));
  }

  @Test
  void headingsAreFoundBehindWhatNobodySees() {
    assertWhole(answers(ANSWERS.replaceFirst("HO_TEN", "\u00A0HO_TEN\u200B")));
    assertWhole(answers(ANSWERS.replaceFirst("NGAY_SINH", " NGAY_SINH\u00A0")));
    assertWhole(answers(ANSWERS.replaceFirst("MA_HSSK", "\u200B\uFEFFMA_HSSK")));
  }

  @Test
  void fullWidthSignsAreTheCommonOnes() {
    StringBuilder wide = new StringBuilder();
    "HS1,Trần Thị Mai,05/05/1990,Nữ,075190000001,KHOP"
        .chars()
        .forEach(c -> wide.append((char) (c > ' ' && c < 127 && c != ',' ? c + 0xFEE0 : c)));

    assertWhole(answers(lines(HEADING, wide.toString(), SECOND, THIRD)));
  }

  /** By its letters it is a number of two digits and eleven places: whose id, nobody can tell. */
  @ParameterizedTest
  @ValueSource(strings = {"1.2E+11", "7.51E+10", "7,51E+10", "1.2e11", "7.519E+10"})
  void aNumberThatLostItsDigitsIsNobodysId(String id) {
    Received received =
        answers(lines(HEADING.replace(",", ";"), "HS1;Trần Thị Mai;05/05/1990;Nữ;" + id + ";KHOP"));

    assertThat(received.rows("ma_hssk", "id_text", "citizen_id"))
        .containsExactly("HS1|" + id + "|");
    assertThat(received.balance()).isEqualTo("1 = 1 + 0");
  }

  @Test
  void aQuotedFieldMayHoldAnything() {
    Received received =
        answers(
            lines(
                HEADING,
                "HS1,\"Trần\n\"\"Thị\"\", \r\nMai\",05/05/1990,Nữ,075190000001,KHOP",
                "HS2,Lê An",
                THIRD));

    assertThat(received.rows("line", "name_text"))
        .containsExactly("2|Trần\n\"Thị\", \r\nMai", "6|Hoàng Thị Lệ");
    assertThat(received.keptBack()).containsExactly("5||quarantine.fields");
  }

  @Test
  void aQuoteWithinAFieldOpensNothing() {
    Received received =
        answers(lines(HEADING, FIRST.replace("Thị", "\"Thị\""), SECOND.replace("Đức", "Đức\"")));

    assertThat(received.rows("name_text")).containsExactly("Trần \"Thị\" Mai", "Lê Văn Đức\"");
    assertThat(received.balance()).isEqualTo("2 = 2 + 0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          HS2,"Lê Văn Đức,02/01/1980,Nam,075080000002,KHOP
          HS2,"Lê Văn" Đức,02/01/1980,Nam,075080000002,KHOP
          HS2,"Lê Văn Đức" ,02/01/1980,Nam,075080000002,KHOP
          HS2,Lê Văn Đức,02/01/1980,Nam,075080000002,"KHOP
          "HS2,Lê Văn Đức,02/01/1980,Nam,075080000002,KHOP
          """)
  void aBrokenQuoteBreaksItsLineAlone(String broken) {
    String quoted = THIRD.replace("Hoàng Thị Lệ", "\"Hoàng Thị Lệ\"");

    for (String third : List.of(THIRD, quoted)) {
      Received received = answers(lines(HEADING, FIRST, broken, third));

      assertThat(received.rows(ANSWER)).containsExactly(IS_FIRST, IS_THIRD);
      assertThat(received.keptBack()).containsExactly("3||quarantine.quote");
      assertThat(received.balance()).isEqualTo("3 = 2 + 1");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "HS2;Lê Văn Đức;02/01/1980;Nam;075080000002,                   quarantine.fields",
    "HS2;Lê Văn Đức;02/01/1980;Nam;075080000002;KHOP;x,            quarantine.fields",
    "HS2;Lê Văn \u0007Đức;02/01/1980;Nam;075080000002;KHOP,        quarantine.control",
    "HS2;Lê Văn \u0000Đức;02/01/1980;Nam;075080000002;KHOP,        quarantine.control",
  })
  void aRowThatCannotBeReadIsKeptBackAlone(String row, String reason) {
    Received received = answers(lines(HEADING, FIRST, SECOND, row.replace(";", ","), THIRD));

    assertWhole(received, "4||" + reason);
  }

  @Test
  void aRowWithoutItsKeyIsKeptBackAlone() {
    Received received = answers(lines(HEADING, FIRST, SECOND, SECOND.substring(3), THIRD));

    assertWhole(received, "4|MA_HSSK|quarantine.key");
  }

  private static void assertWhole(Received received, String keptBack) {
    assertThat(received.rows(ANSWER)).containsExactly(IS_FIRST, IS_SECOND, IS_THIRD);
    assertThat(received.keptBack()).containsExactly(keptBack);
    assertThat(received.balance()).isEqualTo("4 = 3 + 1");
  }

  @Test
  void lineEndsMayBeMixed() {
    assertWhole(answers(HEADING + "\r\n" + FIRST + "\n" + SECOND + "\r\n" + THIRD));
  }

  /** As old programs on a Mac write: all of it stands in one line for everybody else. */
  @Test
  void linesThatEndWithCarriageReturnsAreReadOrTheReasonIsTheLineEnds() {
    Received received = answers(ANSWERS.replace("\n", "\r"));

    if (received.isRefused()) {
      received.assertRefused(Reason.LINE_ENDS);
    } else {
      assertWhole(received);
    }
  }

  @Test
  void aMissingColumnIsNamed() {
    answers(ANSWERS.replace("SO_DINH_DANH", "SO_GIAY_TO"))
        .assertRefused(Reason.COLUMN, "SO_DINH_DANH");
  }

  @Test
  void aColumnThatIsNotUsedIsRemarked() {
    Received received = answers(ANSWERS.replace("\n", ",x\n").replace("KET_QUA,x", "KET_QUA,GHI"));

    assertWhole(received);
    assertThat(received.remarks()).hasSize(1).first().asString().contains("GHI");
  }

  @Test
  void anEmptyFileIsRefusedAsEmpty() {
    answers("").assertRefused(Reason.EMPTY);
  }
}
