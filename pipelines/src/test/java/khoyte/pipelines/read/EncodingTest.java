package khoyte.pipelines.read;

import static khoyte.pipelines.read.Landed.utf8;
import static khoyte.pipelines.read.source.SourceKind.POPULATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncodingTest {
  private static final Charset SINGLE_BYTE = Charset.forName("windows-1252");
  private static final String HEADING = "MA_HSSK,HO_TEN,NGAY_SINH,GIOI_TINH,SO_DINH_DANH,KET_QUA\n";
  private static final List<String> NAMES =
      List.of(
          "Nguyễn Văn Hoà", "Trần Thị Mường", "Lê Hà", "Phạm Quỳnh Như", "Đặng Bảo Thắng", "AN");
  private static final List<String> IN_TCVN3 =
      List.of(
          "nguyÔn v¨n hoµ",
          "TrÇn ThÞ M\u00ADêng",
          "Lª Hµ",
          "Ph¹m Quúnh Nh\u00AD",
          "§Æng B¶o Th¾ng",
          "AN");
  private static final List<String> IN_VNI =
      List.of(
          "Nguyeãn Vaên Hoaø",
          "Traàn Thò Möôøng",
          "Leâ Haø",
          "Phaïm Quyønh Nhö",
          "Ñaëng Baûo Thaéng",
          "AN");

  private static String file(List<String> names) {
    StringBuilder file = new StringBuilder(HEADING);
    for (int i = 0; i < names.size(); i++) {
      file.append("HS").append(i).append(',').append(names.get(i)).append(",1980,1,,KHOP\n");
    }
    return file.toString();
  }

  private static List<String> names(byte[] file) {
    return Landed.read(POPULATION, "x.csv", file).drawn("population_answer_version", "name_text");
  }

  @Test
  void unicodeIsComposed() {
    String text = file(NAMES);
    String mixed = text.replace("ễ", "ê\u0303").replace("ầ", "â\u0300");

    assertThat(names(utf8(text))).isEqualTo(NAMES);
    assertThat(names(utf8(Normalizer.normalize(text, Normalizer.Form.NFD)))).isEqualTo(NAMES);
    assertThat(names(utf8(mixed))).isEqualTo(NAMES);
  }

  @Test
  void oldFontsAreConvertedAsBytesAndAsCharacters() {
    List<String> titles =
        List.of(
            "Nguyễn Văn Hoà", "Trần Thị Mường", "Lê Hà", "Phạm Quỳnh Như", "Đặng Bảo Thắng", "An");
    for (Charset charset : List.of(SINGLE_BYTE, StandardCharsets.UTF_8)) {
      assertThat(names(file(IN_TCVN3).getBytes(charset))).isEqualTo(titles);
      assertThat(names(file(IN_VNI).getBytes(charset))).isEqualTo(NAMES);
    }
  }

  @Test
  void theSenderIsTold() {
    assertThat(Landed.read(POPULATION, "x.csv", utf8(file(IN_VNI))).warnings())
        .containsExactly("Tệp x.csv: cột “HO_TEN” dùng bảng mã VNI, đã chuyển sang Unicode.");
  }

  @Test
  void aColumnIsDecidedAsAWholeAndNotByItsCells() {
    // Alone, Lê Hà could be anything; one Unicode name among legacy ones does not turn the column.
    String mostlyLegacy = file(IN_TCVN3) + "X,Bùi Hoàng Oanh,1980,1,,KHOP\n";
    String unicode = file(NAMES) + "X,Leâ Haø,1980,1,,KHOP\n";

    assertThat(names(utf8(mostlyLegacy))).startsWith("Nguyễn Văn Hoà");
    assertThat(names(utf8(unicode))).endsWith("Leâ Haø");
    assertThat(names(utf8(file(List.of("Lê Hà", "Bùi Hoàng Oanh", "Hoà")))))
        .containsExactly("Lê Hà", "Bùi Hoàng Oanh", "Hoà");
  }

  @Test
  void oneDamagedValueLosesItsRow() {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(
        utf8(file(NAMES).repeat(1) + file(NAMES).substring(HEADING.length()).repeat(9)));
    bytes.writeBytes(utf8("HS9,L"));
    bytes.write(0xC3);
    bytes.writeBytes(utf8(",1980,1,,KHOP\n"));

    Landed landed = Landed.read(POPULATION, "x.csv", bytes.toByteArray());

    assertThat(landed.quarantine).containsExactly("62|HO_TEN|chữ bị hỏng, không phải UTF-8");
    assertThat(landed.counts()).isEqualTo("61 = 60 + 1");
  }

  @Test
  void bytesThatNobodyKnowsAreRefused() {
    byte[] japanese = file(List.of("山田太郎", "鈴木一郎")).getBytes(Charset.forName("Shift_JIS"));
    byte[] latin = file(List.of("Lê Hà", "Bùi Hoàng Oanh")).getBytes(SINGLE_BYTE);
    for (byte[] file : List.of(japanese, latin)) {
      CsvReadingTest.assertRefused(
          POPULATION,
          file,
          "Không thể nhận tệp x.csv: không nhận ra bảng mã chữ. Đề nghị gửi lại dạng UTF-8.",
          "Cannot accept file x.csv: its character encoding is not known. Ask the sender for UTF-8.");
    }
  }
}
