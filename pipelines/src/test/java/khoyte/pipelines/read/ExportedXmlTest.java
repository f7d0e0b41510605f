package khoyte.pipelines.read;

import static khoyte.pipelines.read.HisFile.file;
import static khoyte.pipelines.read.source.SourceKind.HIS_XML;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import khoyte.warehouse.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Extracts as exporters write them: what can be understood without doubt is read. */
class ExportedXmlTest {
  static final String VISITS = "encounter_version";
  static final String NAME = "Nguyễn Thị Mường";
  static final String SUMMARY =
      "<TONG_HOP><MA_LK>L1</MA_LK><HO_TEN>" + NAME + "</HO_TEN></TONG_HOP>";

  static String summary(String key, String more) {
    return "<TONG_HOP><MA_LK>" + key + "</MA_LK>" + more + "</TONG_HOP>";
  }

  static String hoso(String... files) {
    return "<HOSO>" + String.join("", files) + "</HOSO>\n";
  }

  static Landed read(String text) {
    return Landed.read(HIS_XML, "x.xml", Landed.utf8(text));
  }

  static List<String> names(Landed landed) {
    return landed.drawn(VISITS, "ma_lk", "name_text");
  }

  /** The text of a file with its names as elements, under some declaration. */
  static String plain(String head) {
    var his = new HisFile();
    his.head = head;
    return his.raw(hoso(file("XML1", SUMMARY))).text();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n",
        " \r\n\t<?xml version=\"1.0\" encoding=\"utf-8\"?>\n",
        "\uFEFF\uFEFF<?xml version=\"1.0\"?>",
        "\uFEFF\r\n<?xml version=\"1.0\" encoding=\"utf-16\"?>",
        "<?xml version=\"1.0\"?>\n<?xml version=\"1.0\" encoding=\"utf-16\"?>\n",
        "<?xml version=\"1.0\"?><!-- by an exporter --><?pi x?>\n"
      })
  void whatStandsBeforeADocumentMakesNoDifference(String before) {
    assertThat(names(read(plain(before)))).containsExactly("L1|" + NAME);
    var his = new HisFile();
    String base64 = his.base64(before + SUMMARY);
    assertThat(names(read(his.raw(hoso(file("XML1", base64))).text())))
        .containsExactly("L1|" + NAME);
    String escaped = (before + SUMMARY).replace("<", "&lt;");
    assertThat(names(read(new HisFile().raw(hoso(file("XML1", escaped))).text())))
        .containsExactly("L1|" + NAME);
  }

  @Test
  void tablesThatWerePastedInWithTheirDeclarationsAreRead() {
    String pasted = "\uFEFF<?xml version=\"1.0\"\n encoding=\"utf-16\"?>\n" + SUMMARY;
    Landed landed = read(new HisFile().raw(hoso(file("XML1", pasted))).text());

    assertThat(names(landed)).containsExactly("L1|" + NAME);
    assertThat(landed.warnings())
        .containsExactly("Tệp x.xml: có khai báo “<?xml …?>” ở giữa tệp, đã bỏ qua.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          &lt;![CDATA[Lê An]]&gt;                               | Lê An
          &lt;![CDATA[Lê & An]]&gt;                             |
          <![CDATA[<![CDATA[Lê An]]]]><![CDATA[>]]>             | Lê An
          &#10; &lt;![CDATA[Lê An]]&gt;&#10;                    | Lê An
          &amp;lt;![CDATA[Lê An]]&amp;gt;                       | Lê An
          &amp;lt;![CDATA[Lê &amp;amp;amp; An]]&amp;gt;         | Lê &amp; An
          &lt;![CDATA[Lê]]&gt;&lt;![CDATA[ An]]&gt;             | Lê An
          &lt;![CDATA[]]&gt;                                    |
          &lt;![CDATA[Lê An                                     | <![CDATA[Lê An
          Lê &lt;![CDATA[An]]&gt;                               | Lê <![CDATA[An]]>
          &lt;Lê&gt;                                            | <Lê>
          """)
  void marksOfCdataThatWereEscapedAreNoText(String written, String name) {
    Landed landed =
        read(
            new HisFile()
                .visit("XML1", summary("L1", "<HO_TEN>" + written + "</HO_TEN>"))
                .visit("XML1", SUMMARY)
                .text());

    boolean isBroken = written.contains("& ");
    assertThat(landed.quarantine)
        .isEqualTo(
            isBroken ? List.of("4|XML1|MA_LK L1: XML của bảng XML1 không đọc được") : List.of());
    assertThat(landed.drawn(VISITS, "name_text"))
        .isEqualTo(isBroken ? List.of(NAME) : List.of(name == null ? "" : name, NAME));
  }

  @Test
  void marksOfCdataAroundATableOrAValueOfTheEnvelopeAreNoText() {
    var his = new HisFile();
    String base64 = his.base64(SUMMARY);
    his.raw(hoso(file("XML1", "&lt;![CDATA[" + base64 + "]]&gt;")))
        .raw(hoso(file("&lt;![CDATA[XML1]]&gt;", base64)))
        .raw(hoso(file("XML1", "&lt;![CDATA[" + SUMMARY.replace("<", "&lt;") + "]]&gt;")))
        .raw(hoso(file("XML1", SUMMARY.replace("<", "&amp;lt;").replace(">", "&amp;gt;"))));
    his.facility = "&lt;![CDATA[75001]]&gt;";
    his.count = "&lt;![CDATA[4]]&gt;";

    Landed landed = read(his.text());

    assertThat(landed.drawn(VISITS, "facility_code", "name_text"))
        .hasSize(4)
        .containsOnly("75001|" + NAME);
    assertThat(landed.outcome.announced()).isEqualTo(4);
  }

  @Test
  void otherWritersSpellTheSameInOtherWays() {
    var his = new HisFile();
    String base64 = his.base64(SUMMARY);
    String lines = base64.replaceAll("(.{40})", "$1&#13;\n");
    String pieces =
        base64.substring(0, 7)
            + "<!-- c --><![CDATA["
            + base64.substring(7, 30)
            + "]]><?p i?>"
            + base64.substring(30);
    String text =
        his.raw(hoso(file(" xml1\n", lines)))
            .raw(hoso(file("XML 1", pieces)))
            .text()
            .replaceAll("<(/?)([A-Z])", "<$1q:$2")
            .replace("<q:GIAMDINHHS", "<q:GIAMDINHHS xmlns:q=\"urn:q\"");

    assertThat(names(read(text))).containsExactly("L1|" + NAME, "L1|" + NAME);
  }

  @Test
  void aValueInPiecesIsOneValue() {
    String name = "Nguyễn <!-- c -->Thị<?p i?> <![CDATA[Mường]]>";
    Landed landed = read(new HisFile().visit("XML1", SUMMARY.replace(NAME, name)).text());

    assertThat(names(landed)).containsExactly("L1|" + NAME);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          XML3  | <A><CHI_TIET_DVKT><TEN_DICH_VU>5 < 6</TEN_DICH_VU></CHI_TIET_DVKT></A>   | XML3 | MA_LK L1: XML của bảng XML3 không đọc được
          XML7  | <A><NGAY_CT>Khoa A & B</NGAY_CT></A>                                      | XML7 | MA_LK L1: XML của bảng XML7 không đọc được
          XML4  | <A><GIA_TRI>&nbsp;</GIA_TRI></A>                                          | XML4 | MA_LK L1: XML của bảng XML4 không đọc được
          XML2  | <A><STT>1</STT></A><A><STT>2</STT></A>                                    | XML2 | MA_LK L1: XML của bảng XML2 không đọc được
          XML2  | <A><B><STT>1</STT><TEN_THUOC>a<b>c</b></TEN_THUOC></B></A>                | XML2 | MA_LK L1: trường TEN_THUOC của bảng XML2 có nhiều giá trị
          XML2  | <A><B><STT>1</STT><TEN_THUOC>a</TEN_THUOC><TEN_THUOC>b</TEN_THUOC></B></A> | XML2 | MA_LK L1: trường TEN_THUOC của bảng XML2 có nhiều giá trị
          XML5  | <A>5 < 6</A>                                                              |      |
          """)
  void aBrokenTableNamesItsVisit(String loaiHoSo, String table, String column, String reason) {
    Landed landed =
        read(new HisFile().visit("XML1", SUMMARY, loaiHoSo, table).visit("XML1", SUMMARY).text());

    assertThat(landed.quarantine)
        .isEqualTo(column == null ? List.of() : List.of("4|" + column + "|" + reason));
    assertThat(landed.counts()).isEqualTo(column == null ? "2 = 2 + 0" : "2 = 1 + 1");
    // of two tables the later one may tell the visit's key
    Landed first = read(new HisFile().visit(loaiHoSo, table, "XML1", SUMMARY).text());
    assertThat(first.quarantine).hasSize(column == null ? 0 : 1);
  }

  @Test
  void aTableWithoutItsKindAndOneInTwoPiecesKeepTheirVisitBack() {
    String base64 = new HisFile().base64(SUMMARY);
    String content = "<NOIDUNGFILE>" + base64 + "</NOIDUNGFILE>";
    Landed landed =
        read(
            new HisFile()
                .raw(hoso(file("XML1", base64), "<FILEHOSO>" + content + "</FILEHOSO>"))
                .raw(
                    hoso("<FILEHOSO><LOAIHOSO>XML1</LOAIHOSO>" + content + content + "</FILEHOSO>"))
                .raw(
                    hoso(
                        "<FILEHOSO><LOAIHOSO>XML1</LOAIHOSO><LOAIHOSO>XML2</LOAIHOSO>"
                            + content
                            + "</FILEHOSO>"))
                .text());

    assertThat(landed.quarantine)
        .containsExactly(
            "4||MA_LK L1: có bảng không ghi LOAIHOSO",
            "6|XML1|MA_LK ?: một FILEHOSO có nhiều LOAIHOSO hoặc NOIDUNGFILE",
            "7|XML2|MA_LK ?: một FILEHOSO có nhiều LOAIHOSO hoặc NOIDUNGFILE");
  }

  @Test
  void twoDifferentSummariesInOneVisitAreKeptBackWithBothKeys() {
    String one = summary("L1", "<HO_TEN>A</HO_TEN>");
    String other = summary("L2", "<HO_TEN>B</HO_TEN>");
    String twin = summary("L1", "<HO_TEN>A</HO_TEN>").replace(">A<", ">A2<");
    Landed landed =
        read(
            new HisFile()
                .visit("XML1", one, "XML1", one)
                .visit("XML1", one, "XML1", other)
                .visit("XML1", "<DS>" + one + other + one + "</DS>")
                .visit("XML1", one, "XML1", twin)
                .visit("XML1", "<DS>" + one + one + "</DS>")
                .visit("XML1", one.replace("<HO_TEN>", "<CON>" + other + "</CON><HO_TEN>"))
                .visit("XML1", summary("L1", "<MA_LK>L2</MA_LK>"))
                .text());

    assertThat(landed.drawn(VISITS, "record_number", "ma_lk")).containsExactly("1|L1", "5|L1");
    assertThat(landed.quarantine)
        .containsExactly(
            "8|XML1|hồ sơ có nhiều dòng XML1 khác nhau (MA_LK L1, L2)",
            "12|XML1|hồ sơ có nhiều dòng XML1 khác nhau (MA_LK L1, L2)",
            "15|XML1|hồ sơ có nhiều dòng XML1 khác nhau (MA_LK L1)",
            "22|XML1|hồ sơ có nhiều dòng XML1 khác nhau (MA_LK L2, L1)",
            "25|XML1|MA_LK L1: trường MA_LK của bảng XML1 có nhiều giá trị");
    assertThat(landed.counts()).isEqualTo("7 = 2 + 5");
    assertThat(landed.outcome.announced()).isEqualTo(7);
  }

  @Test
  void extractsThatWereJoinedAreAllRead() {
    var second = new HisFile().visit("XML1", summary("L2", "")).visit("XML1", summary("L3", ""));
    second.madeOn = "20221115";
    String text =
        plain("<?xml version=\"1.0\" encoding=\"utf-16\"?>\n")
            + "\u001A\uFEFF"
            + second.text()
            + plain("")
            + "\r\n \u001A";
    for (String charset : List.of("UTF-8", "UTF-8+BOM", "UTF-16LE+BOM")) {
      Landed landed = Landed.read(HIS_XML, "x.xml", ExportedEncodingTest.bytes(text, charset));

      assertThat(landed.drawn(VISITS, "ma_lk", "record_number", "line", "file_date"))
          .containsExactly(
              "L1|1|4|2022-12-31",
              "L2|2|10|2022-11-15",
              "L3|3|13|2022-11-15",
              "L1|4|19|2022-12-31");
      assertThat(landed.outcome.announced()).isEqualTo(4);
      assertThat(landed.outcome.fileDate()).isEqualTo("2022-12-31");
      assertThat(landed.warnings()).contains("Tệp x.xml: gồm 3 tệp XML ghép nối, đã đọc hết.");
    }
    assertThat(read(plain("") + "\n<!-- end --><?x y?>").warnings()).isEmpty();
  }

  @Test
  void whatStandsBehindAnExtractAndIsNoneRefusesTheFile() {
    refused(
        plain("") + "<HTML/>",
        "Không thể nhận tệp x.csv: không đúng loại tệp của nguồn này. Đề nghị gửi lại đúng mẫu.",
        "Cannot accept file x.csv: it is not of the kind this source sends. Ask the sender for the"
            + " right form.");
    refused(
        plain("") + "lỗi",
        "Không thể nhận tệp x.csv: XML sai cú pháp tại dòng 6. Đề nghị đơn vị gửi lại.",
        "Cannot accept file x.csv: its XML is malformed at line 6. Ask the sender for the file"
            + " again.");
    refused(
        plain("") + plain("").substring(0, 300),
        "Không thể nhận tệp x.csv: tệp bị cắt cụt tại dòng 8. Đề nghị đơn vị gửi lại.",
        "Cannot accept file x.csv: it is cut off at line 8. Ask the sender for the file again.");
    var liar = new HisFile().visit("XML1", SUMMARY);
    liar.count = "2";
    refused(
        plain("") + liar.text(),
        "Không thể nhận tệp x.csv: công bố 2 hồ sơ, đọc được 1. Đề nghị đơn vị gửi lại.",
        "Cannot accept file x.csv: it announces 2 records and holds 1. Ask the sender for the file"
            + " again.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\uFEFF", "<?xml version=\"1.0\"?>\r\n\u001A"})
  void aFileWithoutADocumentIsEmpty(String text) {
    refused(
        text,
        "Không thể nhận tệp x.csv: tệp không có nội dung. Đề nghị đơn vị gửi lại.",
        "Cannot accept file x.csv: it is empty. Ask the sender for the file again.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"FILEHOSO", "HOSO"})
  void whatStandsWhereNobodyReadsItRefusesTheFile(String element) {
    String nested =
        element.equals("HOSO")
            ? "<HOSO>" + hoso(file("XML1", SUMMARY)) + "</HOSO>"
            : file("XML1", SUMMARY);
    refused(
        new HisFile().raw(nested).text(),
        "Không thể nhận tệp x.csv: "
            + element
            + " đặt sai chỗ tại dòng 4. Đề nghị gửi lại đúng mẫu.",
        "Cannot accept file x.csv: "
            + element
            + " is misplaced at line 4. Ask the sender for the right"
            + " form.");
  }

  @Test
  void tablesThatNoDecisionHasAreRemarked() {
    Landed landed =
        read(
            new HisFile()
                .visit("XML1", SUMMARY, "XML5", "<A/>", "THUOC", "<A/>")
                .visit("XML1", SUMMARY, "THUOC", "<A/>")
                .text());

    assertThat(landed.counts()).isEqualTo("2 = 2 + 0");
    assertThat(landed.warnings())
        .containsExactly("Tệp x.xml: bảng “THUOC” không có trong quy định, đã bỏ qua.");
    assertThat(landed.outcome.warnings().get(0).text(Messages.ENGLISH))
        .isEqualTo("File x.xml: no decision has table “THUOC”, it was left out.");
  }

  @Test
  void oneTableDoesNotFillTheMemory() {
    String row = "<B><STT>1</STT></B>";
    Landed landed =
        read(
            new HisFile()
                .visit("XML1", SUMMARY, "XML2", "<A>" + row.repeat(100_001) + "</A>")
                .visit("XML1", SUMMARY, "XML2", "<A>" + row.repeat(100_000) + "</A>")
                .visit(
                    "XML1",
                    SUMMARY.replace(NAME, ("<![CDATA[" + "x".repeat(1 << 16) + "]]>").repeat(20)))
                .text());

    assertThat(landed.quarantine)
        .containsExactly("4|XML2|MA_LK L1: bảng quá lớn", "12|XML1|MA_LK L1: bảng quá lớn");
    var attribute = new ByteArrayOutputStream();
    attribute.writeBytes(Landed.utf8("<GIAMDINHHS a=\""));
    byte[] block = new byte[1 << 20];
    java.util.Arrays.fill(block, (byte) 'x');
    for (int i = 0; i < 65; i++) {
      attribute.writeBytes(block);
    }
    CsvReadingTest.assertRefused(
        HIS_XML,
        attribute.toByteArray(),
        "Không thể nhận tệp x.csv: nội dung không an toàn (> 64 MB).",
        "Cannot accept file x.csv: its content is not safe (> 64 MB).");
  }

  private static void refused(String text, String vietnamese, String english) {
    CsvReadingTest.assertRefused(HIS_XML, Landed.utf8(text), vietnamese, english);
  }
}
