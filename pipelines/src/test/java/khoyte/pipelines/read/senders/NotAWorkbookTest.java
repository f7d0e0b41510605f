package khoyte.pipelines.read.senders;

import static khoyte.pipelines.read.senders.Lists.ANSWER;
import static khoyte.pipelines.read.senders.Lists.ARE_ANSWERS;
import static khoyte.pipelines.read.senders.Lists.HEADING;
import static khoyte.pipelines.read.senders.Lists.answers;
import static khoyte.pipelines.read.senders.Lists.cells;
import static khoyte.pipelines.read.senders.Lists.csv;
import static khoyte.pipelines.read.senders.Received.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Something else under a workbook's name, and workbooks that came to harm. */
class NotAWorkbookTest {
  private static final List<String> NAMES =
      List.of("danh-sach.xlsx", "danh-sach.xls", "danh-sach.csv");
  private static final String TABLE = table();

  private static String table() {
    StringBuilder table = new StringBuilder("<table border=\"1\">\r\n");
    for (String line : Lists.ANSWERS.split("\n", -1)) {
      table.append("<tr><td>").append(line.replace(",", "</td><td>")).append("</td></tr>\r\n");
    }
    return table.append("</table>").toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>",
        "<HTML><BODY>",
        "\uFEFF<html><head>",
        "\r\n  <html>",
        "<!DOCTYPE html>\n<html>",
        "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">\n<html>",
        "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\"/>",
        "<style>td{mso-number-format:\"\\@\"}</style>",
        "<!-- xuat Excel -->\n<html>",
        "<?xml version=\"1.0\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\">",
        "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\""
            + " xmlns:x=\"urn:schemas-microsoft-com:office:excel\">"
      })
  void aPageOfTheWebIsNamed(String before) {
    for (String name : NAMES) {
      answers(name, utf8(before + TABLE)).assertRefused(Reason.HTML);
    }
  }

  @Test
  void anOldWorkbookIsNamed() {
    for (String name : NAMES) {
      answers(name, ole2("Workbook")).assertRefused(Reason.OLE2);
    }
  }

  /** Office keeps what has a password in the container of old workbooks. */
  @Test
  void aWorkbookWithAPasswordIsNamed() {
    answers("danh-sach.xlsx", ole2("EncryptedPackage")).assertRefused(Reason.OLE2_OR_PASSWORD);
  }

  /** The first sectors of a compound file with one stream in its directory. */
  private static byte[] ole2(String stream) {
    byte[] file = new byte[3 * 512];
    byte[] magic = {
      (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    System.arraycopy(magic, 0, file, 0, magic.length);
    file[24] = 0x3E;
    file[26] = 3;
    file[28] = (byte) 0xFE;
    file[29] = (byte) 0xFF;
    file[30] = 9;
    file[32] = 6;
    file[44] = 1;
    file[48] = 1;
    file[57] = 0x10;
    Arrays.fill(file, 60, 64, (byte) 0xFF);
    file[60] = (byte) 0xFE;
    Arrays.fill(file, 68, 72, (byte) 0xFF);
    file[68] = (byte) 0xFE;
    Arrays.fill(file, 80, 1024, (byte) 0xFF);
    file[512] = (byte) 0xFD;
    file[516] = (byte) 0xFE;
    directoryEntry(file, 1024, "Root Entry", 5);
    directoryEntry(file, 1024 + 128, stream, 2);
    return file;
  }

  private static void directoryEntry(byte[] file, int at, String name, int type) {
    byte[] letters = name.getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(letters, 0, file, at, letters.length);
    file[at + 64] = (byte) (letters.length + 2);
    file[at + 66] = (byte) type;
    file[at + 67] = 1;
    Arrays.fill(file, at + 68, at + 80, (byte) 0xFF);
    if (type == 5) {
      Arrays.fill(file, at + 76, at + 80, (byte) 0);
      file[at + 76] = 1;
    }
    file[at + 116] = (byte) 0xFE;
    Arrays.fill(file, at + 117, at + 120, (byte) 0xFF);
  }

  @Test
  void aSpreadsheetOf2003InXmlIsNoWorkbook() {
    String xml =
        "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n"
            + "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\""
            + " xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"a\">"
            + "<Table><Row><Cell><Data ss:Type=\"String\">MA_HSSK</Data></Cell></Row></Table>"
            + "</Worksheet></Workbook>";
    for (String name : NAMES) {
      answers(name, utf8(xml)).assertRefused(Reason.FORMAT);
    }
  }

  @Test
  void aWebArchiveIsNoWorkbook() {
    String archive =
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"--x\"\r\n\r\n----x\r\n"
            + "Content-Type: text/html\r\n\r\n"
            + TABLE
            + "\r\n----x--\r\n";

    answers("danh-sach.xls", utf8(archive)).assertRefused(Reason.ANY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%PDF-1.7\n%\u00E2\u00E3\n1 0 obj\n",
        "Rar!\u001A\u0007\u0001\u0000 binary",
        "7z\u00BC\u00AF'\u001C\u0000\u0004",
        "\u0089PNG\r\n\u001A\n\u0000\u0000"
      })
  void anythingElseIsNotCalledAListWithoutColumns(String content) {
    for (String name : NAMES) {
      answers(name, content.getBytes(StandardCharsets.ISO_8859_1)).assertRefused(Reason.ANY);
    }
  }

  @Test
  void aListOfTextUnderAWorkbooksNameIsReadOrIsNoWorkbook() {
    for (String name : List.of("danh-sach.xlsx", "danh-sach.xls")) {
      Received received = answers(name, csv());
      if (received.isRefused()) {
        received.assertRefused(Reason.FORMAT);
      } else {
        assertThat(received.rows(ANSWER)).isEqualTo(ARE_ANSWERS);
      }
    }
  }

  @Test
  void otherOfficePackagesAreNoWorkbooks() {
    byte[] openDocument =
        ZipBytes.of(
            "mimetype", utf8("application/vnd.oasis.opendocument.spreadsheet"),
            "content.xml", utf8("<office:document-content/>"),
            "META-INF/manifest.xml", utf8("<manifest/>"));
    byte[] letter =
        ZipBytes.of(
            "[Content_Types].xml", utf8("<Types/>"),
            "_rels/.rels", utf8("<Relationships/>"),
            "word/document.xml", utf8("<document/>"));
    for (byte[] other : List.of(openDocument, letter)) {
      answers("danh-sach.xlsx", other).assertRefused(Reason.ANY);
    }
  }

  @Test
  void cutAnywhereAWorkbookIsRefused() {
    byte[] workbook = WorkbookBytes.of(Lists.sheet());
    for (int length = 4; length < workbook.length; length += 5) {
      answers("tra-loi.xlsx", Arrays.copyOf(workbook, length)).assertRefused(Reason.DAMAGED);
    }
  }

  /** A part that a program wrote by halves; the archive itself is whole. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "xl/worksheets/sheet1.xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "_rels/.rels",
        "xl/styles.xml",
        "xl/sharedStrings.xml"
      })
  void aPartThatIsCutOrMissingRefusesTheWorkbook(String part) {
    var book = new WorkbookBytes();
    String key = book.share("HS1", false);
    var sheet = new SheetXml().row(cells(HEADING));
    book.sheet(
        "Danh sách",
        sheet.row(
            key,
            "Trần Thị Mai",
            SheetXml.styled("32998", WorkbookBytes.DATE),
            "Nữ",
            "075190000001",
            "KHOP"));
    assertThat(answers("tra-loi.xlsx", book.bytes()).rows("ma_hssk", "birth_date"))
        .containsExactly("HS1|1990-05-05");

    for (int share : new int[] {0, 50, 95}) {
      var zip = new ZipBytes();
      book.parts()
          .forEach(
              (path, xml) -> {
                boolean isHarmed = path.equals(part);
                if (!isHarmed || share > 0) {
                  int length = isHarmed ? xml.length * share / 100 : xml.length;
                  zip.add(new ZipBytes.Entry(path, Arrays.copyOf(xml, length)));
                }
              });
      answers("tra-loi.xlsx", zip.bytes()).assertRefused(Reason.ANY);
    }
  }

  @Test
  void aPartWithADoctypeIsNotSafe() {
    var zip = new ZipBytes();
    new WorkbookBytes()
        .sheet("a", Lists.sheet())
        .parts()
        .forEach(
            (path, xml) -> {
              String text = new String(xml, StandardCharsets.UTF_8);
              zip.add(
                  new ZipBytes.Entry(
                      path,
                      path.contains("sheet1")
                          ? utf8(text.replace("?>\n", "?>\n<!DOCTYPE a [<!ENTITY b \"c\">]>"))
                          : xml));
            });

    answers("tra-loi.xlsx", zip.bytes()).assertRefused(Reason.ANY);
  }
}
