package khoyte.pipelines.read;

import static khoyte.pipelines.read.ExportedXmlTest.NAME;
import static khoyte.pipelines.read.ExportedXmlTest.SUMMARY;
import static khoyte.pipelines.read.ExportedXmlTest.VISITS;
import static khoyte.pipelines.read.ExportedXmlTest.hoso;
import static khoyte.pipelines.read.ExportedXmlTest.names;
import static khoyte.pipelines.read.ExportedXmlTest.plain;
import static khoyte.pipelines.read.ExportedXmlTest.read;
import static khoyte.pipelines.read.ExportedXmlTest.summary;
import static khoyte.pipelines.read.HisFile.file;
import static khoyte.pipelines.read.source.SourceKind.HIS_XML;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Extracts whose declarations tell another encoding than their bytes. */
class ExportedEncodingTest {
  static byte[] bytes(String text, String charset) {
    return switch (charset) {
      case "windows-1258" -> windows1258(text);
      case "UTF-16LE+BOM" -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
      case "UTF-16BE+BOM" -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE);
      case "UTF-8+BOM" -> Landed.utf8("\uFEFF" + text);
      default -> text.getBytes(Charset.forName(charset));
    };
  }

  /**
   * Its tone marks stand by themselves; of the letters it has those with a breve, a hat, a horn.
   */
  private static byte[] windows1258(String text) {
    StringBuilder marked = new StringBuilder();
    for (String letter : text.split("")) {
      String parts = Normalizer.normalize(letter, Normalizer.Form.NFD);
      boolean hasTone = parts.matches("(?s).*[\u0300\u0301\u0303\u0309\u0323]");
      int last = parts.length() - 1;
      marked.append(
          hasTone
              ? Normalizer.normalize(parts.substring(0, last), Normalizer.Form.NFC)
                  + parts.charAt(last)
              : letter);
    }
    return marked.toString().getBytes(Charset.forName("windows-1258"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UTF-8        | utf-16       | Tệp x.xml: chữ dùng bảng mã UTF-8 (tệp khai báo utf-16), đã đọc theo UTF-8.
          UTF-8+BOM    | UTF-16       | Tệp x.xml: chữ dùng bảng mã UTF-8 (tệp khai báo utf-16), đã đọc theo UTF-8.
          UTF-8        | windows-1258 | Tệp x.xml: chữ dùng bảng mã UTF-8 (tệp khai báo windows-1258), đã đọc theo UTF-8.
          UTF-8        | iso-8859-1   | Tệp x.xml: chữ dùng bảng mã UTF-8 (tệp khai báo iso-8859-1), đã đọc theo UTF-8.
          UTF-8        | TCVN-5712    | Tệp x.xml: chữ dùng bảng mã UTF-8 (tệp khai báo tcvn-5712), đã đọc theo UTF-8.
          UTF-8        | utf-8        |
          UTF-8+BOM    | utf8         |
          UTF-8        | us-ascii     |
          UTF-16LE+BOM | utf-16       | Tệp x.xml: chữ dùng bảng mã UTF-16LE (tệp khai báo utf-16), đã đọc theo UTF-16LE.
          UTF-16BE+BOM | utf-8        | Tệp x.xml: chữ dùng bảng mã UTF-16BE (tệp khai báo utf-8), đã đọc theo UTF-16BE.
          UTF-16LE     | utf-16       | Tệp x.xml: chữ dùng bảng mã UTF-16LE (tệp khai báo utf-16), đã đọc theo UTF-16LE.
          UTF-16BE     | utf-16       | Tệp x.xml: chữ dùng bảng mã UTF-16BE (tệp khai báo utf-16), đã đọc theo UTF-16BE.
          windows-1258 | windows-1258 | Tệp x.xml: cột “HO_TEN” dùng bảng mã windows-1258, đã chuyển sang Unicode.
          """)
  void theBytesTellTheEncodingAndNotTheDeclaration(String charset, String declared, String remark) {
    String text = plain("<?xml version=\"1.0\" encoding=\"" + declared + "\"?>\n");

    Landed landed = Landed.read(HIS_XML, "x.xml", bytes(text, charset));

    assertThat(names(landed)).containsExactly("L1|" + NAME);
    assertThat(landed.drawn(VISITS, "line")).containsExactly("4");
    assertThat(landed.warnings()).isEqualTo(remark == null ? List.of() : List.of(remark));
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, utf-16",
    "UTF-8+BOM, utf-16",
    "UTF-8, windows-1258",
    "UTF-8+BOM, iso-8859-1",
    "UTF-16LE+BOM, utf-16",
    "UTF-16BE+BOM, utf-8",
    "UTF-16LE, utf-16",
    "windows-1258, windows-1258",
    "windows-1258, cp1258"
  })
  void soDoTheBytesOfATable(String charset, String declared) {
    String table = "<?xml version=\"1.0\" encoding=\"" + declared + "\"?>\r\n" + SUMMARY;
    String content = Base64.getEncoder().encodeToString(bytes(table, charset));

    Landed landed = read(new HisFile().raw(hoso(file("XML1", content))).text());

    assertThat(names(landed)).containsExactly("L1|" + NAME);
  }

  @Test
  void textInAnEncodingThatNothingTellsIsKeptBack() {
    String table =
        "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>" + summary("L1", "<HO_TEN>Lê</HO_TEN>");
    String content =
        Base64.getEncoder().encodeToString(table.getBytes(StandardCharsets.ISO_8859_1));

    Landed landed = read(new HisFile().raw(hoso(file("XML1", content))).text());

    assertThat(landed.quarantine)
        .containsExactly("4|XML1|MA_LK L1: chữ trong bảng XML1 không phải UTF-8");
    CsvReadingTest.assertRefused(
        HIS_XML,
        plain("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>\n")
            .replace(NAME, "Lê")
            .getBytes(StandardCharsets.ISO_8859_1),
        "Không thể nhận tệp x.csv: không nhận ra bảng mã chữ. Đề nghị gửi lại dạng UTF-8.",
        "Cannot accept file x.csv: its character encoding is not known. Ask the sender for UTF-8.");
  }
}
