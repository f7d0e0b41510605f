package khoyte.pipelines.read.senders;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static khoyte.pipelines.read.senders.Lists.ANSWER;
import static khoyte.pipelines.read.senders.Lists.ARE_ANSWERS;
import static khoyte.pipelines.read.senders.Lists.FIRST;
import static khoyte.pipelines.read.senders.Lists.HEADING;
import static khoyte.pipelines.read.senders.Lists.IS_FIRST;
import static khoyte.pipelines.read.senders.Lists.IS_SECOND;
import static khoyte.pipelines.read.senders.Lists.SECOND;
import static khoyte.pipelines.read.senders.Lists.answers;
import static khoyte.pipelines.read.senders.Lists.csv;
import static khoyte.pipelines.read.senders.Lists.lines;
import static khoyte.pipelines.read.senders.Received.utf8;
import static khoyte.pipelines.read.source.SourceKind.HIS_XML;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import khoyte.pipelines.read.senders.ZipBytes.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists in zip archives, from every program that makes such. */
class ZipsTest {
  private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3, 4};
  private static final String NAME = "a.csv";

  private static Received read(byte[] zip) {
    return answers("tra-loi_20221231.zip", zip);
  }

  private static Received read(Entry entry) {
    return read(new ZipBytes().add(entry).bytes());
  }

  private static Entry list() {
    return new Entry(NAME, csv());
  }

  private static void assertWhole(Received received) {
    assertThat(received.rows(ANSWER)).isEqualTo(ARE_ANSWERS);
    assertThat(received.balance()).isEqualTo("3 = 3 + 0");
  }

  @Test
  void whatProgramsWriteIsRead() {
    assertWhole(read(list()));
    assertWhole(read(list().method(ZipBytes.STORED)));
    assertWhole(read(list().flags(0b110)));
    assertWhole(read(list().flags(ZipBytes.UTF_8_NAMES)));
    assertWhole(read(list().sizesFollow(true)));
    assertWhole(read(list().sizesFollow(false)));
    assertWhole(read(list().zip64()));
    assertWhole(read(list().zip64().sizesFollow(true)));
  }

  /** The sizes stand in the central directory, which every archive has. */
  @Test
  void aStoredListWhoseSizesFollowIsRead() {
    assertWhole(read(list().method(ZipBytes.STORED).sizesFollow(true)));
  }

  @Test
  void cutAnywhereItIsRefused() {
    byte[] zip = ZipBytes.of(NAME, csv());
    for (int length = 1; length < 4; length++) {
      read(Arrays.copyOf(zip, length)).assertRefused();
    }
    for (int length = 4; length < zip.length; length++) {
      read(Arrays.copyOf(zip, length)).assertRefused(Reason.DAMAGED);
    }
  }

  /** Whatever one wrong byte does, nobody's values come out changed. */
  @ParameterizedTest
  @ValueSource(ints = {0x01, 0x20, 0xFF})
  void aWrongByteRefusesTheFileOrMakesNoDifference(int wrong) {
    byte[] zip = ZipBytes.of(NAME, csv());
    for (int at = 0; at < zip.length; at++) {
      byte[] harmed = zip.clone();
      harmed[at] ^= (byte) wrong;
      Received received = read(harmed);
      if (received.isRefused()) {
        received.assertRefused();
      } else {
        assertThat(received.rows(ANSWER)).as("byte %d", at).isEqualTo(ARE_ANSWERS);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 6, 7, 10, 12, 14, 18, 19, 93, 95, 97, 98})
  void anotherCompressionIsRefusedByName(int method) {
    read(list().method(method)).assertRefused(Reason.COMPRESSION);
  }

  @Test
  void deflate64OfWindowsExplorerIsNamed() {
    read(list().method(9)).assertRefused(Reason.DEFLATE64);
    Received extract =
        Received.of(
            HIS_XML,
            "75001_20221231.zip",
            new ZipBytes().add(new Entry("a.xml", Extract.of()).method(9)).bytes());
    extract.assertRefused(Reason.DEFLATE64);
  }

  @ParameterizedTest
  @CsvSource({"1, 8", "1, 0", "9, 8", "65, 8", "1, 99"})
  void aPasswordIsNamed(int flags, int method) {
    read(list().flags(flags).method(method)).assertRefused(Reason.PASSWORD);
  }

  @Test
  void aWrongChecksumIsFoundBeforeAnythingIsTaken() {
    read(list().wrongChecksum()).assertRefused(Reason.CHECKSUM);
    read(list().method(ZipBytes.STORED).wrongChecksum()).assertRefused(Reason.CHECKSUM);
    read(list().sizesFollow(true).wrongChecksum()).assertRefused(Reason.CHECKSUM);
    read(new ZipBytes().add(list()).add(new Entry("b.csv", csv()).wrongChecksum()).bytes())
        .assertRefused(Reason.CHECKSUM);
  }

  /** A reader of XML is done at the end of the root, a reader of workbooks with its sheets. */
  @Test
  void aWrongChecksumIsFoundWhereAReaderWouldStopEarly() {
    byte[] padded = utf8(Extract.text(Extract.visit("LK-1")) + "\n<!-- -->".repeat(20_000));
    Received.of(
            HIS_XML,
            "75001_20221231.zip",
            new ZipBytes().add(new Entry("a.xml", padded).wrongChecksum()).bytes())
        .assertRefused(Reason.CHECKSUM);
    for (String wrong : List.of("xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/theme.xml")) {
      var zip = new ZipBytes();
      new WorkbookBytes()
          .sheet("Danh sách", Lists.sheet())
          .stray("xl/theme.xml", "<a/>")
          .parts()
          .forEach(
              (path, xml) -> {
                var entry = new Entry(path, xml);
                zip.add(path.equals(wrong) ? entry.wrongChecksum() : entry);
              });
      answers("tra-loi.xlsx", zip.bytes()).assertRefused(Reason.CHECKSUM);
    }
  }

  @Test
  void severalListsAreAllReadEachWithItsOwnHeading() {
    String other = "KET_QUA;SO_DINH_DANH;MA_HSSK;GIOI_TINH;NGAY_SINH;HO_TEN";
    Received received =
        read(
            ZipBytes.of(
                "xa-1/a.csv",
                utf8(lines(HEADING, FIRST)),
                "xa-2/a.csv",
                utf8(lines(other, "KHONG_KHOP;075080000002;HS2;Nam;02/01/1980;Lê Văn Đức"))));

    assertThat(received.rows(ANSWER)).containsExactly(IS_FIRST, IS_SECOND);
    assertThat(received.balance()).isEqualTo("2 = 2 + 0");
  }

  @Test
  void twoMembersOfOneNameAreBothReadOrNone() {
    Received received =
        read(ZipBytes.of(NAME, utf8(lines(HEADING, FIRST)), NAME, utf8(lines(HEADING, SECOND))));

    assertAllOrRefused(received);
  }

  /** {@code copy /b a.zip+b.zip}: the second directory knows nothing of the first list. */
  @Test
  void twoArchivesInOneFileAreBothReadOrNone() {
    byte[] first = ZipBytes.of(NAME, utf8(lines(HEADING, FIRST)));
    byte[] second = ZipBytes.of("b.csv", utf8(lines(HEADING, SECOND)));

    assertAllOrRefused(read(GzipsTest.joined(first, second)));
  }

  private static void assertAllOrRefused(Received received) {
    if (received.isRefused()) {
      received.assertRefused(Reason.ANY);
    } else {
      assertThat(received.rows(ANSWER)).containsExactly(IS_FIRST, IS_SECOND);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0\0\0\0", "\r\n", "\u001A", "junk behind it"})
  void bytesBehindTheArchiveChangeNothing(String junk) {
    Received received = read(GzipsTest.joined(ZipBytes.of(NAME, csv()), utf8(junk)));

    if (received.isRefused()) {
      received.assertRefused(Reason.ANY);
    } else {
      assertWhole(received);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1258", "IBM437", "windows-1252", "Shift_JIS", "UTF-8"})
  void namesInAnOldCodePageAreNoMatter(String codePage) {
    Charset charset = Charset.forName(codePage);
    for (String name : List.of("Đồng Nai/tiêm chủng é à.csv", "Đợt 1\\tram y te ß.csv")) {
      Received received =
          read(
              new ZipBytes()
                  .add(new Entry("Đồng Nai é à/".getBytes(charset), new byte[0]))
                  .add(new Entry(name.getBytes(charset), csv()))
                  .bytes());

      assertWhole(received);
    }
  }

  @Test
  void whatASystemAddsIsPassedOver() {
    byte[] settings = "[.ShellClassInfo]\r\n".getBytes(UTF_16LE);
    assertWhole(
        read(
            ZipBytes.of(
                "xa/",
                new byte[0],
                "xa/Thumbs.db",
                OLE2,
                "Thumbs.db",
                OLE2,
                "desktop.ini",
                settings,
                "xa/desktop.ini",
                settings,
                "xa/" + NAME,
                csv(),
                "xa/.DS_Store",
                new byte[] {0, 0, 0, 1},
                ".DS_Store",
                new byte[] {0, 0, 0, 1},
                "__MACOSX/",
                new byte[0],
                "__MACOSX/xa/._" + NAME,
                new byte[] {0, 5, 22, 7},
                "__MACOSX/" + NAME,
                csv())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ghi-chu.txt", "Công văn.docx", "xa/anh.jpg", "~$danh-sach.xlsx", "bai.xml"})
  void anotherStrangerRefusesTheFileAndIsNamed(String stranger) {
    byte[] zip =
        new ZipBytes()
            .add(list())
            .add(new Entry(stranger, new byte[] {1, 2}).flags(ZipBytes.UTF_8_NAMES))
            .bytes();

    read(zip).assertRefused(Reason.STRANGER, stranger.substring(stranger.indexOf('/') + 1));
  }

  @Test
  void aListAmongExtractsIsAStranger() {
    Received.of(
            HIS_XML,
            "75001_20221231.zip",
            ZipBytes.of("a.xml", Extract.of(Extract.visit("LK-1")), "danh-sach.csv", csv()))
        .assertRefused(Reason.STRANGER, "danh-sach.csv");
  }

  @Test
  void extractsAmongFilesOfASystemAreRead() {
    Received received =
        Received.of(
            HIS_XML,
            "75001_20221231.zip",
            ZipBytes.of(
                "XML/",
                new byte[0],
                "XML/1.xml",
                Extract.of(Extract.visit("LK-1")),
                "XML/Thumbs.db",
                OLE2,
                "XML/2.xml",
                Extract.of(Extract.visit("LK-2"), Extract.visit("LK-3")),
                "desktop.ini",
                OLE2));

    assertThat(received.rows("ma_lk")).containsExactly("LK-1", "LK-2", "LK-3");
    assertThat(received.balance()).isEqualTo("3 = 3 + 0");
  }

  @Test
  void anArchiveWithoutAListIsRefused() {
    read(ZipBytes.of()).assertRefused(Reason.ANY);
    read(ZipBytes.of("Thumbs.db", OLE2)).assertRefused(Reason.ANY);
    read(ZipBytes.of("xa/", new byte[0])).assertRefused(Reason.ANY);
  }

  @Test
  void packedListsInAnArchiveAreRead() {
    assertWhole(read(ZipBytes.of("a.csv.gz", GzipBytes.of(csv()))));
    read(ZipBytes.of("a.csv.gz", new GzipBytes(csv()).wrongChecksum().bytes()))
        .assertRefused(Reason.CHECKSUM);
  }
}
