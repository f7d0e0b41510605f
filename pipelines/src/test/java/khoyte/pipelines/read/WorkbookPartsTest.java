package khoyte.pipelines.read;

import static khoyte.pipelines.read.DrawnWorkbook.STRICT;
import static khoyte.pipelines.read.DrawnWorkbook.STRICT_RELATIONS;
import static khoyte.pipelines.read.DrawnWorkbook.heading;
import static khoyte.pipelines.read.DrawnWorkbook.row;
import static khoyte.pipelines.read.source.SourceKind.HIS_XML;
import static khoyte.pipelines.read.source.SourceKind.POPULATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import khoyte.pipelines.read.source.SourceKind;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Parts are found by their relations, whatever a program calls them; what is no workbook, is named.
 */
class WorkbookPartsTest {
  private static final String ANSWERS = "population_answer_version";
  private static final String DATE = "<c s='1'><v>44444</v></c>";
  private static final String SHARED = "<c t='s'><v>0</v></c>";
  private static final String[] RECORD = {"HS1", SHARED, DATE};

  private static void assertRead(DrawnWorkbook workbook) {
    Landed landed = Landed.read(POPULATION, "x.xlsx", workbook.bytes());
    assertThat(landed.drawn(ANSWERS, "ma_hssk", "name_text", "birth_date_text"))
        .containsExactly("HS1|Lê An|05/09/2021");
  }

  private static DrawnWorkbook list() {
    return new DrawnWorkbook().sheet("a", heading(1), row(2, RECORD));
  }

  private static final String STRINGS =
      "<x:sst xmlns:x='" + DrawnWorkbook.TRANSITIONAL + "'><x:si><x:t>Lê An</x:t></x:si></x:sst>";

  @Test
  void partsUnderOtherNames() {
    assertRead(
        list()
            .related("sharedStrings", "text/t1.xml", STRINGS)
            .related("styles", "look/s1.xml", DrawnWorkbook.STYLES));
  }

  @Test
  void partsInCapitalLetters() {
    DrawnWorkbook workbook =
        list()
            .related("sharedStrings", "sharedStrings.xml", STRINGS)
            .related("styles", "styles.xml", DrawnWorkbook.STYLES);
    workbook.without("xl/sharedStrings.xml").part("xl/SharedStrings.xml", STRINGS);
    assertRead(workbook.without("xl/styles.xml").part("XL/Styles.XML", DrawnWorkbook.STYLES));
  }

  @Test
  void absoluteAndRoundaboutTargets() {
    var workbook = new DrawnWorkbook();
    assertRead(
        workbook
            .listed("a", "visible", "worksheet", "/data/one sheet.xml")
            .part("data/one sheet.xml", workbook.document(heading(1) + row(2, RECORD), ""))
            .related("sharedStrings", "../texts.xml", "")
            .without("xl/../texts.xml")
            .part("texts.xml", STRINGS)
            .related("styles", "./look/../styles.xml", "")
            .without("xl/./look/../styles.xml")
            .part("xl/styles.xml", DrawnWorkbook.STYLES));
  }

  @Test
  void theListOfSheetsUnderAnotherName() {
    var workbook = list().strings("<t>Lê An</t>").styles();
    workbook.bytes();
    assertRead(
        workbook
            .part(
                "_rels/.rels",
                DrawnWorkbook.relations(workbook.relation("r", "officeDocument", "/xl/book.xml")))
            .moved("xl/workbook.xml", "xl/book.xml")
            .moved("xl/_rels/workbook.xml.rels", "xl/_rels/book.xml.rels"));
  }

  @Test
  void backslashesOfOldPrograms() {
    var workbook = list().strings("<t>Lê An</t>").styles();
    workbook.bytes();
    assertRead(workbook.moved("xl/worksheets/sheet1.xml", "xl\\worksheets\\sheet1.xml"));
  }

  @Test
  void strictWorkbooks() {
    assertRead(
        new DrawnWorkbook(STRICT, STRICT_RELATIONS)
            .sheet("a", heading(1), row(2, "HS1", SHARED, "<c s='1' t='d'><v>2021-09-05</v></c>"))
            .strings("<t>Lê An</t>")
            .styles());
    assertRead(
        new DrawnWorkbook(STRICT, STRICT_RELATIONS)
            .sheet("a", heading(1), row(2, RECORD))
            .strings("<r><t>Lê </t></r><r><t xml:space='preserve'>An</t></r>")
            .styles());
  }

  @Test
  void withoutStylesNumbersAreNumbers() {
    Landed landed = Landed.read(POPULATION, "x.xlsx", list().strings("<t>Lê An</t>").bytes());

    assertThat(landed.drawn(ANSWERS, "birth_date_text")).containsExactly("44444");
  }

  static Stream<Arguments> damaged() {
    return Stream.of(
        Arguments.of("no list of sheets", list().without("_rels/.rels")),
        Arguments.of("a sheet that is not there", list().without("xl/worksheets/sheet1.xml")),
        Arguments.of("texts that are not there", list().styles()),
        Arguments.of(
            "a text that is not there",
            list().strings("<t>a</t>").sheet("b", row(1, "<c t='s'><v>9</v></c>"))),
        Arguments.of(
            "an address that is none",
            new DrawnWorkbook().sheet("a", "<row><c r='!'><v>1</v></c></row>")),
        Arguments.of(
            "a column that is none",
            new DrawnWorkbook().sheet("a", "<row><c r='XFE1'><v>1</v></c></row>")),
        Arguments.of(
            "an area that is none",
            new DrawnWorkbook()
                .sheetWith("a", "visible", heading(1), DrawnWorkbook.merged("A1:?"))),
        Arguments.of("a sheet that ends", new DrawnWorkbook().sheet("a", heading(1) + "<row><c>")),
        Arguments.of(
            "styles that end",
            list().strings("<t>a</t>").related("styles", "s.xml", "<styleSheet>")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damaged")
  void aDamagedWorkbookIsRefused(String kind, DrawnWorkbook workbook) {
    assertRefused(
        POPULATION,
        "x.xlsx",
        workbook.bytes(),
        "Không thể nhận tệp x.xlsx: tệp nén hoặc bảng tính bị hỏng. Đề nghị đơn vị gửi lại.",
        "Cannot accept file x.xlsx: the archive or workbook is damaged. Ask the sender for the file"
            + " again.");
  }

  @Test
  void aWorkbookWithoutRowsOrHeadingIsNamedAsSuch() {
    assertRefused(
        POPULATION,
        "x.xlsx",
        new DrawnWorkbook().sheet("a", row(1, " ")).bytes(),
        "Không thể nhận tệp x.xlsx: tệp không có nội dung. Đề nghị đơn vị gửi lại.",
        "Cannot accept file x.xlsx: it is empty. Ask the sender for the file again.");
    assertRefused(
        POPULATION,
        "x.xlsx",
        new DrawnWorkbook().sheet("a", row(1, "Họ tên", "Tuổi"), row(2, "A", "7")).bytes(),
        "Không thể nhận tệp x.xlsx: không tìm thấy dòng tiêu đề cột. Kiểm tra tiêu đề cột hoặc"
            + " conf/sources.yml.",
        "Cannot accept file x.xlsx: no line of column headings is found. Check the headings or"
            + " conf/sources.yml.");
  }

  private static final String EXCEL_VI =
      ". Đề nghị mở bằng Excel, lưu lại dạng “Excel Workbook (.xlsx)” rồi gửi.";
  private static final String EXCEL_EN =
      ". Ask the sender to open it in Excel, to save it as “Excel Workbook (.xlsx)” and to send"
          + " that.";

  static Stream<Arguments> foreign() {
    String page = "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table><tr><td>MA_HSSK";
    String xmlSpreadsheet =
        "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook"
            + " xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">";
    String isPage = "đây là trang web (HTML), không phải bảng số liệu" + EXCEL_VI;
    String isPageEn = "it is a web page (HTML) and not a table" + EXCEL_EN;
    return Stream.of(
        Arguments.of(Landed.utf8(page), isPage, isPageEn),
        Arguments.of(Landed.utf8("\uFEFF\r\n " + page), isPage, isPageEn),
        Arguments.of(("\uFEFF" + page).getBytes(StandardCharsets.UTF_16LE), isPage, isPageEn),
        Arguments.of(Landed.utf8("<TABLE border=1><TR>"), isPage, isPageEn),
        Arguments.of(Landed.gzip(Landed.utf8("<!DOCTYPE html><p>")), isPage, isPageEn),
        Arguments.of(
            Landed.utf8("MIME-Version: 1.0\r\nContent-Type: multipart/related"),
            "đây là trang web lưu trữ (MHTML), không phải bảng số liệu" + EXCEL_VI,
            "it is a web archive (MHTML) and not a table" + EXCEL_EN),
        Arguments.of(
            ole("Workbook"),
            "đây là tệp Office kiểu cũ (Excel 97-2003, .xls)" + EXCEL_VI,
            "it is an old document of Office (Excel 97-2003, .xls)" + EXCEL_EN),
        Arguments.of(
            ole("EncryptedPackage"),
            "tệp có mật khẩu bảo vệ. Đề nghị lưu lại không đặt mật khẩu rồi gửi.",
            "it is protected by a password. Ask the sender to save it without one and to send"
                + " that."),
        Arguments.of(
            Landed.utf8(xmlSpreadsheet),
            "đây là “XML Spreadsheet 2003”" + EXCEL_VI,
            "it has the form “XML Spreadsheet 2003”" + EXCEL_EN),
        Arguments.of(
            list()
                .part(
                    "_rels/.rels",
                    DrawnWorkbook.relations(
                        list().relation("r", "officeDocument", "xl/workbook.bin")))
                .bytes(),
            "đây là bảng tính nhị phân (.xlsb)" + EXCEL_VI,
            "it is a binary workbook (.xlsb)" + EXCEL_EN),
        Arguments.of(
            Landed.zip(
                "mimetype",
                Landed.utf8("application/vnd.oasis.opendocument.spreadsheet"),
                "content.xml",
                Landed.utf8("<a/>")),
            "đây là tệp OpenDocument (.ods). Đề nghị lưu lại dạng “Excel 2007-365 (.xlsx)” rồi gửi.",
            "it is an OpenDocument (.ods). Ask the sender to save it as “Excel 2007-365 (.xlsx)” and"
                + " to send that."),
        Arguments.of(
            Landed.utf8("%PDF-1.7\n"),
            "không đúng loại tệp của nguồn này. Đề nghị gửi lại đúng mẫu.",
            "it is not of the kind this source sends. Ask the sender for the right form."),
        Arguments.of(
            list().part("xl/workbook.xml", "<w:document xmlns:w='w'/>").bytes(),
            "không đúng loại tệp của nguồn này. Đề nghị gửi lại đúng mẫu.",
            "it is not of the kind this source sends. Ask the sender for the right form."));
  }

  /** A container of old Office documents, in which a name stands somewhere. */
  private static byte[] ole(String name) {
    byte[] bytes = new byte[200_000];
    byte[] start = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    byte[] utf16 = name.getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(start, 0, bytes, 0, start.length);
    System.arraycopy(utf16, 0, bytes, 131_060, utf16.length);
    return bytes;
  }

  /** “Export to Excel” of web programs; an old file that was given a new name. */
  @ParameterizedTest
  @MethodSource("foreign")
  void whatIsNoWorkbookIsNamedForWhatItIs(byte[] bytes, String vietnamese, String english) {
    for (String name : new String[] {"x.xls", "x.xlsx", "x.csv"}) {
      assertRefused(
          POPULATION,
          name,
          bytes,
          "Không thể nhận tệp " + name + ": " + vietnamese,
          "Cannot accept file " + name + ": " + english);
    }
  }

  @Test
  void aWorkbookIsNoExtract() {
    assertRefused(
        HIS_XML,
        "x.xml",
        list().bytes(),
        "Không thể nhận tệp x.xml: không đúng loại tệp của nguồn này. Đề nghị gửi lại đúng mẫu.",
        "Cannot accept file x.xml: it is not of the kind this source sends. Ask the sender for the"
            + " right form.");
  }

  private static void assertRefused(
      SourceKind kind, String name, byte[] bytes, String vietnamese, String english) {
    assertThatThrownBy(() -> Landed.read(kind, name, bytes))
        .isInstanceOfSatisfying(
            KhoyteException.class,
            e -> {
              assertThat(e.text(Messages.VIETNAMESE)).isEqualTo(vietnamese);
              assertThat(e.text(Messages.ENGLISH)).isEqualTo(english);
            });
  }
}
