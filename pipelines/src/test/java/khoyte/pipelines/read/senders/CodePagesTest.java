package khoyte.pipelines.read.senders;

import static khoyte.pipelines.read.senders.Lists.ANSWER;
import static khoyte.pipelines.read.senders.Lists.ANSWERS;
import static khoyte.pipelines.read.senders.Lists.ARE_ANSWERS;
import static khoyte.pipelines.read.senders.Lists.HEADING;
import static khoyte.pipelines.read.senders.Lists.answers;
import static khoyte.pipelines.read.senders.Lists.lines;
import static khoyte.pipelines.read.senders.Received.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In which letters lists are written. */
class CodePagesTest {
  private static final List<String> NAMES =
      List.of(
          "Trần Thị Mai",
          "Lê Văn Đức",
          "Nguyễn Thị Hồng",
          "Phạm Quốc Bảo",
          "Hoàng Thị Lệ",
          "Vũ Đình Trọng",
          "Đặng Thị Nguyệt",
          "Bùi Xuân Trường",
          "Đỗ Thị Phượng",
          "Dương Văn Mười",
          "Lý Thị Bưởi");
  private static final List<String> IN_TCVN3 =
      List.of(
          "TrÇn ThÞ Mai",
          "Lª V¨n §øc",
          "NguyÔn ThÞ Hång",
          "Ph¹m Quèc B¶o",
          "Hoµng ThÞ LÖ",
          "Vò §×nh Träng",
          "§Æng ThÞ NguyÖt",
          "Bïi Xu©n Tr\u00ADêng",
          "§ç ThÞ Ph\u00ADîng",
          "D\u00AD¬ng V¨n M\u00ADêi",
          "Lý ThÞ B\u00ADëi");
  private static final List<String> IN_VNI =
      List.of(
          "Traàn Thò Mai",
          "Leâ Vaên Ñöùc",
          "Nguyeãn Thò Hoàng",
          "Phaïm Quoác Baûo",
          "Hoaøng Thò Leä",
          "Vuõ Ñình Troïng",
          "Ñaëng Thò Nguyeät",
          "Buøi Xuaân Tröôøng",
          "Ñoã Thò Phöôïng",
          "Döông Vaên Möôøi",
          "Lyù Thò Böôûi");
  private static final List<String> NORMAL_FORMS =
      NAMES.stream().map(name -> name.toLowerCase(java.util.Locale.ROOT)).toList();

  private static String list(List<String> names) {
    StringBuilder text = new StringBuilder(HEADING + "\n");
    for (int i = 0; i < names.size(); i++) {
      text.append("HS").append(i).append(',').append(names.get(i)).append(",1980,Nam,,KHOP\n");
    }
    return text.toString();
  }

  @Test
  void utf8IsReadWithOrWithoutMarkComposedOrNot() {
    String decomposed = Normalizer.normalize(ANSWERS, Normalizer.Form.NFD);
    for (String text : List.of(ANSWERS, "\uFEFF" + ANSWERS, decomposed, "\uFEFF" + decomposed)) {
      assertThat(answers(text).rows(ANSWER)).isEqualTo(ARE_ANSWERS);
      assertThat(answers(text).texts()).isEqualTo(answers(ANSWERS).texts());
    }
  }

  @Test
  void headingsAreFoundComposedOrNot() {
    String list = lines(String.join(";", Lists.DOSE_HEADINGS), String.join(";", Lists.dose("M1")));

    Received received =
        Received.of(
            khoyte.pipelines.read.source.SourceKind.COVID_VACCINATION,
            "covid.csv",
            Normalizer.normalize(list, Normalizer.Form.NFD));

    assertThat(received.rows("ma_mui_tiem", "name", "citizen_id", "defects"))
        .containsExactly("M1|trần thị mai|075190000001|[]");
  }

  /** Excel's “Unicode text” is UTF-16, its CSV on Vietnamese Windows is windows-1258. */
  @ParameterizedTest
  @CsvSource({
    "UTF-16LE, true",
    "UTF-16BE, true",
    "UTF-16LE, false",
    "UTF-16BE, false",
    "UTF-32LE, true",
    "windows-1258, false",
    "IBM1129, false"
  })
  void anotherCodePageIsReadRightOrIsTheReason(String codePage, boolean hasMark) {
    for (String separator : List.of(",", "\t")) {
      String text = ANSWERS.replace(",", separator);
      String written = hasMark ? "\uFEFF" + text : text;

      Received received = answers("tra-loi.txt.csv", decomposed(written, codePage));

      if (received.isRefused()) {
        received.assertRefused(Reason.ENCODING);
      } else {
        assertThat(received.rows(ANSWER)).isEqualTo(ARE_ANSWERS);
      }
    }
  }

  /** The pages of Windows and IBM keep a letter with its hat and the tone behind it. */
  private static byte[] decomposed(String text, String codePage) {
    Charset charset = Charset.forName(codePage);
    if (charset.newEncoder().canEncode(text)) {
      return text.getBytes(charset);
    }
    StringBuilder apart = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      String letter = text.substring(i, i + 1);
      String parts = Normalizer.normalize(letter, Normalizer.Form.NFD);
      int last = parts.length() - 1;
      apart.append(
          charset.newEncoder().canEncode(letter)
              ? letter
              : Normalizer.normalize(tonelessOf(parts), Normalizer.Form.NFC) + toneOf(parts));
      assertThat(last).isNotNegative();
    }
    assertThat(charset.newEncoder().canEncode(apart)).isTrue();
    return apart.toString().getBytes(charset);
  }

  private static String tonelessOf(String parts) {
    return parts.replaceAll("[\u0300\u0301\u0303\u0309\u0323]", "");
  }

  private static String toneOf(String parts) {
    return parts.replaceAll("[^\u0300\u0301\u0303\u0309\u0323]", "");
  }

  @Test
  void aColumnInTcvn3OrVniIsConvertedAndRemarked() {
    for (List<String> legacy : List.of(IN_TCVN3, IN_VNI)) {
      Received received = answers(list(legacy));

      assertThat(received.rows("name")).isEqualTo(NORMAL_FORMS);
      assertThat(received.rows("name_text")).isEqualTo(NAMES);
      assertThat(received.remarks()).hasSize(1).first().asString().contains("HO_TEN");
    }
  }

  /** Old exports as they were: one byte a letter. */
  @Test
  void aFileOfSingleBytesIsReadRightOrIsTheReason() {
    for (List<String> legacy : List.of(IN_TCVN3, IN_VNI)) {
      Received received =
          answers("tra-loi.csv", list(legacy).getBytes(Charset.forName("windows-1252")));

      if (received.isRefused()) {
        received.assertRefused(Reason.ENCODING);
      } else {
        assertThat(received.rows("name")).isEqualTo(NORMAL_FORMS);
      }
    }
  }

  /** One cell is no witness: the column votes. */
  @ParameterizedTest
  @ValueSource(strings = {"NguyÔn ThÞ Hång", "Nguyeãn Thò Hoàng"})
  void aCellInAnotherEncodingThanItsColumnStaysAsItCame(String odd) {
    List<String> names = new ArrayList<>(NAMES);
    names.add(4, odd);

    Received received = answers(list(names));

    assertThat(received.rows("name_text")).isEqualTo(names);
    assertThat(received.remarks()).isEmpty();
  }

  /** A legacy column of a workbook is voted like one of a list. */
  @Test
  void aColumnOfAWorkbookIsConvertedLikewise() {
    SheetXml sheet = new SheetXml().row(Lists.cells(HEADING));
    for (int i = 0; i < IN_VNI.size(); i++) {
      sheet.row("HS" + i, IN_VNI.get(i), "1980", "Nam", "", "KHOP");
    }

    Received received = answers("tra-loi.xlsx", WorkbookBytes.of(sheet));

    assertThat(received.rows("name")).isEqualTo(NORMAL_FORMS);
    assertThat(received.remarks()).isNotEmpty();
  }

  @Test
  void nothingIsConvertedThatIsRight() {
    Received received = answers("tra-loi.csv", list(NAMES).getBytes(StandardCharsets.UTF_8));

    assertThat(received.rows("name_text")).isEqualTo(NAMES);
    assertThat(received.remarks()).isEmpty();
    assertThat(answers("tra-loi.csv", utf8(list(NAMES))).keptBack()).isEmpty();
  }
}
