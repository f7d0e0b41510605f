package khoyte.pipelines.read;

import static khoyte.pipelines.read.CsvHabitsTest.HEADING;
import static khoyte.pipelines.read.CsvHabitsTest.told;
import static khoyte.pipelines.read.CsvReadingTest.assertRefused;
import static khoyte.pipelines.read.Landed.utf8;
import static khoyte.pipelines.read.source.SourceKind.COVID_VACCINATION;
import static khoyte.pipelines.read.source.SourceKind.POPULATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files in other encodings than UTF-8: read where they prove what they are, else refused. */
class CodePageTest {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Charset WINDOWS_1258 = Charset.forName("windows-1258");
  private static final String TABLE = "population_answer_version";
  private static final String NOT_KNOWN =
      "Không thể nhận tệp x.csv: không nhận ra bảng mã chữ. Đề nghị gửi lại dạng UTF-8.";
  private static final String NOT_KNOWN_IN_ENGLISH =
      "Cannot accept file x.csv: its character encoding is not known. Ask the sender for UTF-8.";
  private static final List<String> NAMES =
      List.of("Nguyễn Văn Hoà", "Trần Thị Mường", "Lê Hà", "Phạm Quỳnh Như", "Đặng Bảo Thắng");

  private static String rows(List<String> names) {
    return IntStream.range(0, names.size())
        .mapToObj(i -> "HS" + i + "," + names.get(i) + ",1980,Nữ,,KHOP\n")
        .collect(Collectors.joining());
  }

  private static String file(List<String> names) {
    return HEADING + rows(names);
  }

  private static List<String> names(byte[] file) {
    return Landed.read(POPULATION, "x.csv", file).drawn(TABLE, "name_text");
  }

  /** Letters with their hats, and the tones as marks behind them, as the code page has them. */
  static byte[] in1258(String text) {
    var bytes = new ByteArrayOutputStream();
    for (char c : text.toCharArray()) {
      String letter = String.valueOf(c);
      if (!WINDOWS_1258.newEncoder().canEncode(c)) {
        String decomposed = Normalizer.normalize(letter, Normalizer.Form.NFD);
        String tone = decomposed.replaceAll("[^\u0300\u0301\u0303\u0309\u0323]", "");
        String base = decomposed.replaceAll("[\u0300\u0301\u0303\u0309\u0323]", "");
        letter = Normalizer.normalize(base, Normalizer.Form.NFC) + tone;
      }
      bytes.writeBytes(letter.getBytes(WINDOWS_1258));
    }
    return bytes.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    var bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.writeBytes(part);
    }
    return bytes.toByteArray();
  }

  @Test
  void windows1258IsReadAsTheCodePageOfTheFile() {
    // Neither column would prove it alone: ĐK is no syllable, and Lê would be Lờ in TCVN3.
    String text = file(NAMES) + "HS7,Lê,1980,ĐK,,KHOP\n";

    Landed landed = Landed.read(POPULATION, "x.csv", in1258(text));

    assertThat(landed.drawn(TABLE, "name_text")).startsWith("Nguyễn Văn Hoà").endsWith("Lê");
    assertThat(landed.drawn(TABLE, "gender_text")).startsWith("Nữ").endsWith("ĐK");
    assertThat(landed.warnings())
        .containsExactly(
            "Tệp x.csv: cột “HO_TEN” dùng bảng mã windows-1258, đã chuyển sang Unicode.",
            "Tệp x.csv: cột “GIOI_TINH” dùng bảng mã windows-1258, đã chuyển sang Unicode.");
  }

  @Test
  void headingsIn1258AreFound() {
    String text =
        "Mã mũi tiêm;Họ và tên;Ngày sinh;Giới tính;Số CMND/CCCD/Mã định danh;Số thẻ BHYT;"
            + "Số điện thoại;Mã tỉnh;Mã quận/huyện;Mã xã/phường;Địa chỉ chi tiết;Tên vắc xin;"
            + "Mũi số;Ngày tiêm;Số lô;Cơ sở tiêm;Ngày cập nhật\n"
            + "M1;Nguyễn Văn Hoà;1980;Nữ;;;;75;731;26050;Tổ 1;Pfizer;1;05/09/2021;L;Trạm Y tế;\n";

    Landed landed = Landed.read(COVID_VACCINATION, "x.csv", in1258(text));

    assertThat(landed.drawn("covid_dose_version", "ma_mui_tiem", "name_text", "place_text"))
        .containsExactly("M1|Nguyễn Văn Hoà|Trạm Y tế");
  }

  @Test
  void whatOneColumnCannotDecideTheOthersDecide() {
    // In TCVN3 this is Lờ, in windows-1258 Lê: alone it is refused, in company it is read.
    byte[] alone = joined(utf8(HEADING + "HS1,L"), new byte[] {(byte) 0xEA}, utf8(",1,1,,K\n"));

    assertRefused(POPULATION, alone, NOT_KNOWN, NOT_KNOWN_IN_ENGLISH);
  }

  @Test
  void textReadBy1252OfOnePageOrAnotherIsRepairedByItsColumn() {
    for (byte[] bytes : List.of(in1258(file(NAMES)), utf8(file(NAMES)))) {
      for (Charset misread : List.of(StandardCharsets.ISO_8859_1, WINDOWS_1252, WINDOWS_1258)) {
        String text = new String(bytes, misread);
        if (text.indexOf('\uFFFD') < 0) {
          assertThat(names(utf8(text))).as(misread.name()).isEqualTo(NAMES);
        }
      }
    }
  }

  @Test
  void aMisreadValueThatHasLostABytesIsKeptBack() {
    String text = new String(utf8(file(NAMES)), StandardCharsets.ISO_8859_1);

    Landed landed =
        Landed.read(
            POPULATION, "x.csv", utf8(text.replace("Hoà".substring(0, 2) + "Ã\u00A0", "HoÃ ")));

    assertThat(landed.quarantine).containsExactly("2|HO_TEN|chữ bị hỏng, không phải UTF-8");
    assertThat(landed.drawn(TABLE, "name_text")).isEqualTo(NAMES.subList(1, 5));
    assertThat(landed.warnings())
        .contains(
            "Tệp x.csv: cột “HO_TEN” dùng bảng mã UTF-8 → windows-1252, đã chuyển sang Unicode.");
  }

  @Test
  void properTextIsNeverTakenForMisread() {
    List<String> names = List.of("Ân Ư", "Ã", "Â", "Ðặng Þ", "Lê Hà", "Ñ Ô ò", "Phùng Thị Ü");

    assertThat(names(utf8(file(names)))).isEqualTo(names);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void unicodeTextOfExcelIsRead(String charset) {
    String text = file(NAMES).replace(',', '\t').replace("\n", "\r\n");
    for (String mark : List.of("\uFEFF", "")) {
      Landed landed =
          Landed.read(POPULATION, "x.txt", (mark + text).getBytes(Charset.forName(charset)));

      assertThat(landed.drawn(TABLE, "line", "name_text"))
          .startsWith("2|Nguyễn Văn Hoà")
          .hasSize(NAMES.size());
      assertThat(told(landed))
          .containsExactly(
              "Tệp x.txt: chữ dùng bảng mã UTF-16, đã chuyển sang UTF-8.",
              "File x.txt: its encoding is UTF-16 and was converted to UTF-8.");
    }
  }

  @Test
  void unicodeTextMayBeLargeJoinedAndMarked() {
    String part = "\uFEFF" + HEADING + rows(NAMES).repeat(5000);
    byte[] file =
        joined(
            part.getBytes(StandardCharsets.UTF_16LE),
            part.getBytes(StandardCharsets.UTF_16LE),
            new byte[] {0x1A});

    Landed landed = Landed.read(POPULATION, "x.txt", file);

    assertThat(landed.counts()).isEqualTo("50000 = 50000 + 0");
    assertThat(landed.drawn(TABLE, "name_text"))
        .contains("Đặng Bảo Thắng")
        .doesNotContain("HO_TEN");
  }

  @Test
  void lettersBeyondTheBasicPlaneStayWhole() {
    List<String> names = List.of("𠮷 An", "Lê 😀");

    assertThat(names(file(names).getBytes(StandardCharsets.UTF_16LE))).isEqualTo(names);
    byte[] many = file(names).repeat(1).getBytes(StandardCharsets.UTF_16LE);
    for (int filler = 0; filler < 4; filler++) {
      String title = "x".repeat(16384 - 60 + filler) + "\n";
      assertThat(names((title + file(names)).getBytes(StandardCharsets.UTF_16LE))).isEqualTo(names);
    }
    assertThat(many).isNotEmpty();
  }

  /** Joined files in unlike encodings: some of the text would be misread. */
  @Test
  void filesInUnlikeEncodingsAreRefused() {
    byte[] unicode = utf8(file(NAMES));
    byte[] page = in1258(file(NAMES));
    byte[] tcvn3 = file(List.of("nguyÔn v¨n hoµ", "TrÇn ThÞ M\u00ADêng")).getBytes(WINDOWS_1252);
    String vietnamese =
        "Không thể nhận tệp x.csv: cột “HO_TEN” viết lẫn nhiều bảng mã chữ. Đề nghị gửi lại dạng"
            + " UTF-8.";
    String english =
        "Cannot accept file x.csv: column “HO_TEN” is written in several encodings. Ask the sender"
            + " for UTF-8.";
    for (byte[] file :
        List.of(
            joined(unicode, page),
            joined(page, unicode),
            joined(unicode, unicode, unicode, page),
            joined(tcvn3, utf8("HS8,Đặng Bảo Thắng,1980,1,,KHOP\n")))) {
      assertRefused(POPULATION, file, vietnamese, english);
    }
    // All of it UTF-8, but one part made of old letters.
    List<String> old = List.of("nguyÔn v¨n hoµ", "Ph¹m Quúnh", "§Æng B¶o Th¾ng", "TrÇn ThÞ An");
    List<String> many = IntStream.range(0, 40).mapToObj(i -> NAMES.get(i % 5)).toList();
    List<String> manyOld = IntStream.range(0, 40).mapToObj(i -> old.get(i % 4)).toList();
    assertRefused(POPULATION, utf8(file(many).repeat(9) + file(manyOld)), vietnamese, english);
    assertRefused(POPULATION, utf8(file(manyOld) + file(NAMES)), vietnamese, english);
  }

  @Test
  void utf16JoinedToOtherTextIsRefused() {
    byte[] utf8 = utf8(file(NAMES));
    byte[] utf16 = ("\uFEFF" + file(NAMES)).getBytes(StandardCharsets.UTF_16LE);
    byte[] other = ("\uFEFF" + file(NAMES)).getBytes(StandardCharsets.UTF_16BE);
    byte[] windows = utf8(file(NAMES).replace("\n", "\r\n"));
    for (byte[] file :
        List.of(
            joined(utf8, utf16),
            joined(utf16, utf8),
            joined(utf16, windows),
            joined(utf16, other),
            joined(utf16, new byte[1], utf16))) {
      assertRefused(
          POPULATION,
          file,
          "Không thể nhận tệp x.csv: từ dòng 7 chữ dùng bảng mã khác phần trên. Đề nghị gửi lại từng"
              + " tệp, dạng UTF-8.",
          "Cannot accept file x.csv: from line 7 on it has another encoding than above. Ask the"
              + " sender for each file by itself, in UTF-8.");
    }
  }

  @Test
  void utf16ThatIsCutLosesItsLastRow() {
    byte[] whole = file(NAMES).getBytes(StandardCharsets.UTF_16LE);
    byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 3);

    Landed landed = Landed.read(POPULATION, "x.csv", cut);

    assertThat(landed.quarantine).containsExactly("6||có ký tự điều khiển không đọc được");
    assertThat(landed.counts()).isEqualTo("5 = 4 + 1");
  }
}
