package khoyte.pipelines.read;

import static khoyte.pipelines.read.CsvHabitsTest.HEADING;
import static khoyte.pipelines.read.CsvHabitsTest.told;
import static khoyte.pipelines.read.CsvReadingTest.assertRefused;
import static khoyte.pipelines.read.Landed.utf8;
import static khoyte.pipelines.read.source.SourceKind.POPULATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import khoyte.warehouse.KhoyteException;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files joined by {@code cat} and {@code copy}, and the line ends of several systems in one. */
class JoinedCsvTest {
  private static final String TABLE = "population_answer_version";

  private static String row(int number) {
    return "HS" + number + ",Lê An,05/05/1990,Nam,,KHOP\n";
  }

  private static List<String> rows(Landed landed) {
    return landed.drawn(TABLE, "line", "ma_hssk", "name_text", "answer_text");
  }

  /** What stands between two files, and what the sender is told of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                | 4 | heading
          <BOM>           | 4 | heading join
          <Z>           | 4 | heading join
          <Z><BOM>    | 4 | heading join
          <BOM><Z>    | 4 | heading join
          ï»¿               | 4 | heading join
          <Z>\\n        | 5 | heading join
          <Z>\\r\\n<BOM> | 5 | heading join
          \\n\\n            | 6 | heading
          ,,,,,\\n          | 5 | heading
          """)
  void aHeadingThatComesAgainIsNoRow(String between, int line, String habits) {
    String join = between.replace("<BOM>", "\uFEFF").replace("<Z>", "\u001A").translateEscapes();
    for (String end : List.of("\n", "\r\n")) {
      Landed landed =
          Landed.read(
              POPULATION,
              (HEADING + row(1) + row(2)).replace("\n", end)
                  + join
                  + (HEADING + row(3)).replace("\n", end));

      assertThat(rows(landed))
          .containsExactly("2|HS1|Lê An|KHOP", "3|HS2|Lê An|KHOP", line + 1 + "|HS3|Lê An|KHOP");
      assertThat(landed.counts()).isEqualTo("3 = 3 + 0");
      assertThat(landed.outcome.warnings())
          .extracting(warning -> warning.key().substring("habit.".length()))
          .containsExactly(habits.split(" "));
    }
  }

  @Test
  void theSenderIsToldOnceHoweverOften() {
    Landed landed =
        Landed.read(
            POPULATION,
            HEADING + row(1) + ("\u001A\uFEFF" + HEADING + row(2)).repeat(3) + "\u001A");

    assertThat(told(landed))
        .containsExactly(
            "Tệp x.csv: đã bỏ qua 3 dòng tiêu đề lặp lại (từ dòng 3).",
            "Tệp x.csv: đã bỏ qua 7 dấu nối tệp BOM hoặc Ctrl-Z (từ dòng 3).",
            "File x.csv: headings that stand again were left out (3, from line 3).",
            "File x.csv: byte order marks and Ctrl-Z of joined files were left out (7, from line"
                + " 3).");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\u001A", "\n\u001A", "\u001A\u001A\u001A", "\u001A\r\n", "\r\n\u001A\r\n"})
  void ctrlZIsTheEnd(String end) {
    Landed landed = Landed.read(POPULATION, HEADING + row(1).strip() + end);

    assertThat(rows(landed)).containsExactly("2|HS1|Lê An|KHOP");
    assertThat(landed.quarantine).isEmpty();
  }

  /** Without a line end between, but with a mark that stands nowhere else. */
  @Test
  void ctrlZSeparatesRowsThatAreWhole() {
    Landed landed =
        Landed.read(
            POPULATION,
            HEADING + row(1).strip() + "\u001A" + HEADING + row(2).strip() + "\u001A" + row(3));

    assertThat(rows(landed))
        .containsExactly("2|HS1|Lê An|KHOP", "3|HS2|Lê An|KHOP", "3|HS3|Lê An|KHOP");
  }

  /** Which part of it is the last value of the one file nobody can tell: the line is kept back. */
  @ParameterizedTest
  @ValueSource(strings = {"", "\uFEFF"})
  void aRowGluedToTheNextHeadingIsKeptBack(String mark) {
    Landed landed =
        Landed.read(
            POPULATION, HEADING + row(1) + row(2).strip() + mark + HEADING + row(3) + row(4));

    assertThat(rows(landed))
        .containsExactly("2|HS1|Lê An|KHOP", "4|HS3|Lê An|KHOP", "5|HS4|Lê An|KHOP");
    assertThat(landed.quarantine).containsExactly("3||tiêu đề có 6 cột, dòng có 11");
    assertThat(landed.counts()).isEqualTo("4 = 3 + 1");
  }

  @Test
  void rowsGluedToRowsAreKeptBack() {
    Landed landed = Landed.read(POPULATION, HEADING + row(1) + row(2).strip() + row(3) + row(4));

    assertThat(rows(landed)).containsExactly("2|HS1|Lê An|KHOP", "4|HS4|Lê An|KHOP");
    assertThat(landed.quarantine).containsExactly("3||tiêu đề có 6 cột, dòng có 11");
  }

  /** The second file is read by its own heading: other separator, other order, other columns. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      textBlock =
          """
          MA_HSSK;HO_TEN;NGAY_SINH;GIOI_TINH;SO_DINH_DANH;KET_QUA ^ HS2;Lê, An;05/05/1990;Nam;;KHOP
          "MA_HSSK";"HO_TEN";"NGAY_SINH";"GIOI_TINH";"SO_DINH_DANH";"KET_QUA" ^ "HS2";"Lê, An";1990;Nam;;"KHOP"
          MA_HSSK\\tHO_TEN\\tNGAY_SINH\\tGIOI_TINH\\tSO_DINH_DANH\\tKET_QUA ^ HS2\\tLê, An\\t1990\\tNam\\t\\tKHOP
          KET_QUA,HO_TEN,SO_DINH_DANH,GIOI_TINH,NGAY_SINH,MA_HSSK ^ KHOP,"Lê, An",,Nam,1990,HS2
          STT,MA_HSSK,HO_TEN,NGAY_SINH,GIOI_TINH,SO_DINH_DANH,KET_QUA ^ 1,HS2,"Lê, An",1990,Nam,,KHOP
          mã hssk;Họ tên;Ngày sinh;Giới tính;Số định danh;Kết quả ^ HS2;Lê, An;1990;Nam;;KHOP
          """)
  void aJoinedFileIsReadByItsOwnHeading(String heading, String row) {
    Landed landed =
        Landed.read(
            POPULATION,
            HEADING + row(1) + (heading + "\n" + row + "\n").translateEscapes() + HEADING + row(3));

    assertThat(rows(landed))
        .containsExactly("2|HS1|Lê An|KHOP", "4|HS2|Lê, An|KHOP", "6|HS3|Lê An|KHOP");
    assertThat(landed.counts()).isEqualTo("3 = 3 + 0");
    assertThat(landed.quarantine).isEmpty();
  }

  /** What cannot be told apart refuses the file, and the reason is not a missing column. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "HS2,A,1990,Nam,,KHOPMA_HSSK;HO_TEN;NGAY_SINH;GIOI_TINH;SO_DINH_DANH;KET_QUA\n",
        "HS2,A,1990,Nam,,KHOPKET_QUA,HO_TEN,SO_DINH_DANH,GIOI_TINH,NGAY_SINH,MA_HSSK\n",
        "MA_HSSK,HO_TEN,NGAY_SINH,GIOI_TINH,KET_QUA\n",
      })
  void whatCannotBeToldApartRefusesTheFile(String line) {
    assertRefused(
        POPULATION,
        utf8(HEADING + row(1) + line + "HS3;A;1990;Nam;;KHOP\n"),
        "Không thể nhận tệp x.csv: ở dòng 3 có một tệp khác nối vào, không tách được (thiếu xuống"
            + " dòng, tiêu đề hoặc dấu phân cách khác). Đề nghị gửi từng tệp.",
        "Cannot accept file x.csv: in line 3 another file is joined to it and cannot be told apart"
            + " (no line end, another heading or separator). Ask the sender for each file by"
            + " itself.");
  }

  @Test
  void rowsWithAnotherSeparatorAndNoHeadingAreKeptBackOneByOne() {
    Landed landed = Landed.read(POPULATION, HEADING + row(1) + row(2).replace(',', ';') + row(3));

    assertThat(rows(landed)).containsExactly("2|HS1|Lê An|KHOP", "4|HS3|Lê An|KHOP");
    assertThat(landed.quarantine).containsExactly("3||tiêu đề có 6 cột, dòng có 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r", "\r\n", "\n", "\r\r\n", "\n\r", "\r\r\r\n"})
  void linesEndAsOnAnySystem(String end) {
    String text = HEADING + row(1) + "HS2,\"Lê\nAn\",1990,Nam,,KHOP\n" + row(3);

    Landed landed = Landed.read(POPULATION, text.replace("\n", end));

    assertThat(landed.drawn(TABLE, "ma_hssk", "answer_text"))
        .containsExactly("HS1|KHOP", "HS2|KHOP", "HS3|KHOP");
    assertThat(landed.counts()).isEqualTo("3 = 3 + 0");
  }

  @Test
  void carriageReturnsAloneAreTold() {
    Landed landed = Landed.read(POPULATION, (HEADING + row(1) + row(2)).replace('\n', '\r'));

    assertThat(rows(landed)).containsExactly("2|HS1|Lê An|KHOP", "3|HS2|Lê An|KHOP");
    assertThat(told(landed))
        .containsExactly(
            "Tệp x.csv: 3 dòng kết thúc chỉ bằng CR (từ dòng 1), đã đọc như xuống dòng.",
            "File x.csv: lines that end with CR alone were read as lines (3, from line 1).");
  }

  @Test
  void lineEndsMayBeMixed() {
    String mac = (HEADING + row(2) + row(3)).replace('\n', '\r');
    String unix = HEADING + row(1);

    assertThat(rows(Landed.read(POPULATION, unix + mac)))
        .containsExactly("2|HS1|Lê An|KHOP", "4|HS2|Lê An|KHOP", "5|HS3|Lê An|KHOP");
    assertThat(rows(Landed.read(POPULATION, mac + unix.replace("\n", "\r\n"))))
        .containsExactly("2|HS2|Lê An|KHOP", "3|HS3|Lê An|KHOP", "5|HS1|Lê An|KHOP");
  }

  /** A carriage return within a value is no line end: what is before it is no whole row. */
  @Test
  void aCarriageReturnWithinARowIsDamage() {
    Landed landed =
        Landed.read(
            POPULATION,
            HEADING
                + "HS1,Lê\rAn,1990,Nam,,KHOP\n"
                + "HS2,Lê An,1990,Nam,,KH\rOP\n"
                + "HS3,\"Lê\rAn\",1990,Nam,,KHOP\n");

    assertThat(rows(landed)).containsExactly("4|HS3|Lê\rAn|KHOP");
    assertThat(landed.quarantine)
        .containsExactly(
            "2||có ký tự điều khiển không đọc được", "3||có ký tự điều khiển không đọc được");
  }

  @Test
  void aQuoteThatSwallowsRowsLosesOnlyItsLine() {
    Landed landed =
        Landed.read(
            POPULATION,
            HEADING
                + "HS1,\"Lê An,1990,Nam,,KHOP\n"
                + row(2)
                + "HS3,Lê An\",1990,Nam,,KHOP\n"
                + "HS4,\"Lê\nAn\",1990,Nam,,KHOP\n"
                + "HS5,A,1990,Nam,,\"KHOP\n"
                + "HS6,A,1990,Nam,,KHOP\"\n"
                + row(7));

    assertThat(landed.drawn(TABLE, "line", "ma_hssk"))
        .containsExactly("3|HS2", "4|HS3", "5|HS4", "8|HS6", "9|HS7");
    assertThat(landed.quarantine)
        .containsExactly(
            "2||dấu ngoặc kép không đóng đúng chỗ", "7||dấu ngoặc kép không đóng đúng chỗ");
    assertThat(landed.counts()).isEqualTo("7 = 5 + 2");
  }

  /** A note may have as many commas in a line as a row, and is none. */
  @Test
  void aNoteOfSeveralLinesIsOneValue() {
    Landed landed =
        Landed.read(
            POPULATION,
            HEADING.strip()
                + ",GHI_CHU\n"
                + "HS1,A,05/05/1990,Nam,075090000001,KHOP,\"gặp mẹ, bà, cô,\nchú, bác, anh, chị,"
                + " em, họ, hàng\nvà hẹn lại\"\n"
                + "HS2,B,05/05/1990,Nam,075090000001,KHOP,\n");

    assertThat(landed.drawn(TABLE, "line", "ma_hssk")).containsExactly("2|HS1", "5|HS2");
    assertThat(landed.quarantine).isEmpty();
  }

  @Test
  void aBrokenQuoteInAFileOfCarriageReturnsLosesOnlyItsLine() {
    String text = HEADING + row(1) + "HS2,\"Lê An,1990,Nam,,KHOP\n" + row(3);
    for (String file : List.of(text.replace('\n', '\r'), HEADING + text.replace('\n', '\r'))) {
      Landed landed = Landed.read(POPULATION, file);

      assertThat(landed.drawn(TABLE, "ma_hssk")).containsExactly("HS1", "HS3");
      assertThat(landed.quarantine).hasSize(1);
    }
  }

  @Test
  void zerosAreLostContent() {
    for (String rest : List.of("\0".repeat(64), row(2) + "HS3,A" + "\0".repeat(4096) + row(4))) {
      int line = rest.startsWith("\0") ? 3 : 4;
      assertRefused(
          POPULATION,
          utf8(HEADING + row(1) + rest),
          "Không thể nhận tệp x.csv: từ dòng "
              + line
              + " nội dung bị mất (toàn byte 0). Đề nghị đơn"
              + " vị gửi lại.",
          "Cannot accept file x.csv: from line "
              + line
              + " on content is lost (nothing but zero"
              + " bytes). Ask the sender for the file again.");
    }
  }

  @Test
  void linesThatEndInAnotherWayAndInAnotherFormRefuseTheFile() {
    for (String heading : List.of(HEADING.replace(',', ';'), "STT," + HEADING)) {
      String other = (heading + row(2) + row(3)).replace('\n', '\r');
      assertRefused(
          POPULATION,
          utf8(HEADING + row(1) + other + "\n" + HEADING + row(4)),
          "Không thể nhận tệp x.csv: từ dòng 3 các dòng không kết thúc như phần trên (CR, LF). Đề"
              + " nghị lưu lại dạng CSV.",
          "Cannot accept file x.csv: from line 3 on its lines do not end as above (CR, LF). Ask the"
              + " sender to save it as CSV.");
    }
  }

  /** Files as several systems write them, joined by several tools: every record is there. */
  @RepeatedTest(300)
  void joinedFilesAreReadToTheLastRecord(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    List<String> columns =
        new ArrayList<>(
            List.of("MA_HSSK", "HO_TEN", "NGAY_SINH", "GIOI_TINH", "SO_DINH_DANH", "KET_QUA"));
    String lineEnd = random.nextBoolean() ? "\n" : "\r\n";
    StringBuilder text = new StringBuilder();
    List<String> expected = new ArrayList<>();
    for (int part = 0; part < 4; part++) {
      String separator = List.of(",", ";", "\t", "|").get(random.nextInt(4));
      boolean isQuoted = random.nextBoolean();
      Collections.shuffle(columns, random);
      text.append(random.nextBoolean() ? "\uFEFF" : "");
      text.append(line(columns, Map.of(), separator, isQuoted)).append(lineEnd);
      for (int i = random.nextInt(5); i >= 0; i--) {
        String key = "HS" + expected.size();
        expected.add(key + "|Lê, \"An\"; A\tB|KHOP");
        Map<String, String> values =
            Map.of("MA_HSSK", key, "HO_TEN", "Lê, \"An\"; A\tB", "KET_QUA", "KHOP");
        text.append(line(columns, values, separator, true)).append(lineEnd);
        text.append(random.nextInt(4) == 0 ? separator.repeat(5) + lineEnd : "");
      }
      text.append(random.nextInt(3) == 0 ? "\u001A" : "");
    }

    Landed landed = Landed.read(POPULATION, text.toString());

    assertThat(landed.drawn(TABLE, "ma_hssk", "name_text", "answer_text"))
        .as(text.toString())
        .isEqualTo(expected);
    assertThat(landed.quarantine).isEmpty();
  }

  private static String line(
      List<String> columns, Map<String, String> values, String separator, boolean isQuoted) {
    return columns.stream()
        .map(column -> values.isEmpty() ? column : values.getOrDefault(column, ""))
        .map(value -> isQuoted ? '"' + value.replace("\"", "\"\"") + '"' : value)
        .collect(Collectors.joining(separator));
  }

  /** However a file is cut and joined, every line is a row, a heading, or the file is refused. */
  @Test
  void nothingVanishesWhereverTheJointIs() {
    String first = HEADING + row(1) + row(2);
    String second = HEADING.replace(',', ';') + row(3).replace(',', ';') + row(4).replace(',', ';');
    for (int cut = first.length() - 12; cut <= first.length(); cut++) {
      for (int from = 0; from < 12; from++) {
        String text = first.substring(0, cut) + second.substring(from);
        try {
          Landed landed = Landed.read(POPULATION, text);
          long lines = text.lines().filter(line -> !line.isEmpty()).count();
          assertThat(landed.outcome.read()).as(text).isBetween((int) lines - 2, (int) lines - 1);
        } catch (KhoyteException e) {
          assertThat(e.key()).isEqualTo("file.refused.parts");
        }
      }
    }
  }
}
