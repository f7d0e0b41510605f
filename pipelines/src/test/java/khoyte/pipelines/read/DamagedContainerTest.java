package khoyte.pipelines.read;

import static khoyte.pipelines.read.Landed.gzip;
import static khoyte.pipelines.read.Landed.utf8;
import static khoyte.pipelines.read.Landed.zip;
import static khoyte.pipelines.read.source.SourceKind.HIS_XML;
import static khoyte.pipelines.read.source.SourceKind.POPULATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import khoyte.pipelines.read.source.SourceKind;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Messages;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An archive is believed only if it is whole, and says why it is not taken. */
class DamagedContainerTest {
  private static final String HEADING = "MA_HSSK,HO_TEN,NGAY_SINH,GIOI_TINH,SO_DINH_DANH,KET_QUA\n";
  private static final String ROWS = "HS1,A,1980,Nam,,KHOP\nHS2,B,1981,Nam,,KHOP\n";
  private static final byte[] CSV = utf8(HEADING + ROWS);
  private static final byte[] EXTRACT =
      utf8(
          new HisFile()
                  .visit("XML1", "<TONG_HOP><MA_LK>1</MA_LK><HO_TEN>A</HO_TEN></TONG_HOP>")
                  .text()
              + "<!-- what stands behind the end counts as well -->");
  private static final byte[] LOCAL = {'P', 'K', 3, 4};
  private static final byte[] RECORD = {'P', 'K', 1, 2};

  private static byte[] workbook() {
    var out = new ByteArrayOutputStream();
    try (var workbook = new Workbook(out, "test", null)) {
      Worksheet sheet = workbook.newWorksheet("a");
      String[] lines = (HEADING + ROWS).split("\n", -1);
      for (int row = 0; row < lines.length; row++) {
        String[] cells = lines[row].split(",", -1);
        for (int i = 0; i < cells.length; i++) {
          sheet.value(row, i, cells[i]);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /**
   * Entries that are not packed, whose local headers know nothing, or with sizes of eight bytes.
   */
  private static byte[] otherZip(int method, Zip64Mode mode) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipArchiveOutputStream(out)) {
      zip.setUseZip64(mode);
      ZipArchiveEntry entry = new ZipArchiveEntry("a.csv");
      entry.setMethod(method);
      entry.setSize(CSV.length);
      CRC32 checksum = new CRC32();
      checksum.update(CSV);
      entry.setCrc(checksum.getValue());
      zip.putArchiveEntry(entry);
      zip.write(CSV);
      zip.closeArchiveEntry();
      zip.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static Stream<Arguments> containers() {
    return Stream.of(
        Arguments.of("csv.gz", POPULATION, gzip(CSV)),
        Arguments.of("two members", POPULATION, joined(gzip(utf8(HEADING)), gzip(utf8(ROWS)))),
        Arguments.of("csv.zip", POPULATION, zip("a.csv", CSV)),
        Arguments.of("csv.gz.zip", POPULATION, zip("a.csv.gz", gzip(CSV))),
        Arguments.of("stored", POPULATION, otherZip(ZipEntry.STORED, Zip64Mode.Never)),
        Arguments.of("zip64", POPULATION, otherZip(ZipEntry.DEFLATED, Zip64Mode.Always)),
        Arguments.of("xlsx", POPULATION, workbook()),
        Arguments.of("xml.gz", HIS_XML, gzip(EXTRACT)),
        Arguments.of("xml.zip", HIS_XML, zip("a.xml", EXTRACT)));
  }

  /** What a file gives; its refusal in place of that. */
  private static String read(SourceKind kind, byte[] bytes) {
    try {
      Landed landed = Landed.read(kind, "x.bin", bytes);
      StringBuilder rows = new StringBuilder(landed.counts());
      landed.rows.values().forEach(all -> all.forEach(row -> rows.append(Arrays.toString(row))));
      return rows.append(landed.quarantine).toString();
    } catch (KhoyteException e) {
      return e.key();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("containers")
  void aChangedByteIsNoticedOrChangesNothing(String name, SourceKind kind, byte[] whole) {
    String expected = read(kind, whole);
    assertThat(expected).startsWith(kind == HIS_XML ? "1 = 1 + 0" : "2 = 2 + 0");
    Map<String, Integer> results = new TreeMap<>();
    for (int at = 0; at < whole.length; at += step(whole)) {
      for (int change : new int[] {0x01, 0x20, 0xFF}) {
        byte[] changed = whole.clone();
        changed[at] ^= (byte) change;
        results.merge(read(kind, changed), 1, Integer::sum);
      }
    }

    results.remove(expected);
    assertThat(results.keySet()).allMatch(result -> result.startsWith("file.refused."));
    assertThat(results.keySet()).doesNotContain("file.refused.unexpected");
  }

  /** Every byte of a small container, and of a larger one some from everywhere. */
  private static int step(byte[] container) {
    return 1 + container.length / 400;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("containers")
  void aCutOffContainerIsRefusedWhereverItIsCut(String name, SourceKind kind, byte[] whole) {
    List<String> taken = new ArrayList<>();
    for (int length = 0; length < whole.length; length += step(whole)) {
      // between two members of gzip nobody can tell that another was to come
      String result = read(kind, Arrays.copyOf(whole, length));
      if (!result.startsWith("file.refused.") || result.equals("file.refused.unexpected")) {
        taken.add(length + ": " + result);
      }
    }

    assertThat(taken).hasSize(name.equals("two members") ? 1 : 0);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("containers")
  void whatStandsBehindAContainerRefusesIt(String name, SourceKind kind, byte[] whole) {
    for (byte[] more : List.of(new byte[] {0}, utf8("\r\n"), whole)) {
      String result = read(kind, joined(whole, more));
      boolean isMember = more == whole && whole[0] == 0x1F;
      if (!isMember) {
        assertThat(result).isIn("file.refused.archive", "file.refused.joined");
      }
    }
  }

  private static byte[] joined(byte[]... pieces) {
    var all = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      all.writeBytes(piece);
    }
    return all.toByteArray();
  }

  private static int find(byte[] bytes, byte[] sought) {
    for (int at = 0; at <= bytes.length - sought.length; at++) {
      if (Arrays.equals(bytes, at, at + sought.length, sought, 0, sought.length)) {
        return at;
      }
    }
    throw new AssertionError("not found");
  }

  /** Puts a byte into both heads of the first entry. */
  private static byte[] patched(byte[] zip, int inLocal, int inRecord, int value) {
    byte[] patched = zip.clone();
    patched[find(zip, LOCAL) + inLocal] = (byte) value;
    patched[find(zip, RECORD) + inRecord] = (byte) value;
    return patched;
  }

  private static Stream<Arguments> reasons() {
    byte[] zip = zip("a.csv", CSV);
    int data = find(zip, LOCAL) + 30 + "a.csv".length();
    UnaryOperator<byte[]> garbled =
        bytes -> {
          byte[] changed = bytes.clone();
          Arrays.fill(changed, data, data + 8, (byte) 0xFF);
          return changed;
        };
    byte[] gzip = gzip(CSV);
    byte[] method = gzip.clone();
    method[2] = 7;
    byte[] checksum = gzip.clone();
    checksum[gzip.length - 6] ^= 1;
    String archive = "tệp nén hoặc bảng tính bị hỏng. Đề nghị đơn vị gửi lại.";
    String damaged = "the archive or workbook is damaged. Ask the sender for the file again.";
    String wrong = "nội dung trong tệp nén sai tổng kiểm tra, đã bị hỏng. Đề nghị đơn vị gửi lại.";
    String mismatch =
        "what is packed in it does not match its checksum and is damaged. Ask the sender for the"
            + " file again.";
    return Stream.of(
        Arguments.of(
            "password",
            patched(zip, 6, 8, 9),
            "tệp nén có mật khẩu. Đề nghị gửi lại không đặt mật khẩu.",
            "the archive has a password. Ask the sender for the file without one."),
        Arguments.of(
            "Deflate64",
            patched(zip, 8, 10, 9),
            "kiểu nén Deflate64 không đọc được. Đề nghị nén lại kiểu thường (Deflate).",
            "packing method Deflate64 cannot be read. Ask the sender to pack it the usual way"
                + " (Deflate)."),
        Arguments.of(
            "another method",
            patched(zip, 8, 10, 14),
            "kiểu nén #14 không đọc được. Đề nghị nén lại kiểu thường (Deflate).",
            "packing method #14 cannot be read. Ask the sender to pack it the usual way"
                + " (Deflate)."),
        Arguments.of("garbled data", garbled.apply(zip), archive, damaged),
        Arguments.of(
            "checksum",
            patched(otherZip(ZipEntry.STORED, Zip64Mode.Never), 45, 10, 0),
            wrong,
            mismatch),
        Arguments.of("gzip method", method, archive, damaged),
        Arguments.of("gzip checksum", checksum, wrong, mismatch),
        Arguments.of(
            "gzip of five bytes",
            Arrays.copyOf(gzip, 5),
            "tệp bị cắt cụt tại dòng 1. Đề nghị đơn vị gửi lại.",
            "it is cut off at line 1. Ask the sender for the file again."),
        Arguments.of(
            "joined",
            joined(zip, zip),
            "nhiều tệp nén bị ghép nối thành một. Đề nghị gửi từng tệp.",
            "several archives are joined into one. Ask the sender for each file by itself."));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("reasons")
  void theReasonIsTheTrueOne(String name, byte[] file, String vietnamese, String english) {
    CsvReadingTest.assertRefused(
        POPULATION,
        file,
        "Không thể nhận tệp x.csv: " + vietnamese,
        "Cannot accept file x.csv: " + english);
  }

  @Test
  void aPictureInAWorkbookThatNobodyReadsIsCheckedToo() {
    byte[] whole =
        new DrawnWorkbook()
            .sheet("a", sheetRows())
            .part("xl/media/image1.png", "picture".repeat(9))
            .bytes();
    assertThat(read(POPULATION, whole)).startsWith("2 = 2 + 0");
    int picture = find(whole, utf8("xl/media/image1.png"));
    byte[] changed = whole.clone();
    changed[picture + 25] ^= 0x55;

    assertThat(read(POPULATION, changed)).isIn("file.refused.checksum", "file.refused.archive");
  }

  private static String sheetRows() {
    return (HEADING + ROWS)
        .replaceAll("([^,\n]*)[,\n]", "<c t=\"str\"><v>$1</v></c>")
        .replaceAll("((<c[^>]*><v>[^<]*</v></c>){6})", "<row>$1</row>");
  }

  @Test
  void aPackedFileWithoutItsFirstBytesIsDamagedAndNotShortOfColumns() {
    byte[] file = gzip(CSV);
    file[0] = 0;
    assertThat(refusal("x.csv.gz", file))
        .isEqualTo(
            "Không thể nhận tệp x.csv.gz: tệp nén hoặc bảng tính bị hỏng. Đề nghị đơn vị gửi lại.");
  }

  @Test
  void whatSystemsPutIntoAnArchiveIsPassedOver() {
    byte[] thumbs = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3};
    byte[] file =
        windowsZip(
            "Tiêm chủng\\",
            new byte[0],
            "Tiêm chủng\\Quận 1\\danh sách.csv",
            CSV,
            "Tiêm chủng\\Thumbs.db",
            thumbs,
            "Tiêm chủng\\DESKTOP.INI",
            new byte[] {(byte) 0xFF, (byte) 0xFE, '[', 0},
            "__MACOSX/._a.csv",
            thumbs,
            "._b.csv",
            thumbs,
            "x/.DS_Store",
            thumbs);

    assertThat(read(POPULATION, file)).startsWith("2 = 2 + 0");
  }

  /** Names in the code page of Vietnamese Windows, with nothing that says so. */
  private static byte[] windowsZip(Object... entries) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipArchiveOutputStream(out)) {
      zip.setEncoding("windows-1258");
      zip.setUseLanguageEncodingFlag(false);
      zip.setCreateUnicodeExtraFields(ZipArchiveOutputStream.UnicodeExtraFieldPolicy.NEVER);
      for (int i = 0; i < entries.length; i += 2) {
        String name = Normalizer.normalize((String) entries[i], Normalizer.Form.NFD);
        zip.putArchiveEntry(new ZipArchiveEntry(composedForWindows(name)));
        zip.write((byte[]) entries[i + 1]);
        zip.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static String composedForWindows(String name) {
    return name.replace("e\u0302", "ê").replace("a\u0302", "â").replace("o\u0302", "ô");
  }

  @Test
  void anotherStrangerIsNamed() {
    byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 13, 10};
    byte[] file = windowsZip("danh sách.csv", CSV, "Ảnh chụp.png", picture);

    assertThat(refusal("x.zip", file))
        .isEqualTo(
            "Không thể nhận tệp x.zip: trong tệp nén có tệp lạ “Ảnh chụp.png”. Đề nghị bỏ tệp đó rồi"
                + " gửi lại.");
    assertThat(refusal("x.zip", zip("a.csv", CSV, "đọc.txt", utf8("xin chào"))))
        .isEqualTo(
            "Không thể nhận tệp x.zip (đọc.txt): không tìm thấy dòng tiêu đề cột. Kiểm tra tiêu đề"
                + " cột hoặc conf/sources.yml.");
  }

  private static String refusal(String name, byte[] bytes) {
    try {
      Landed.read(POPULATION, name, bytes);
      return "taken";
    } catch (KhoyteException e) {
      return e.text(Messages.VIETNAMESE);
    }
  }

  @Test
  void namesInAnOlderCodePageStopNothing() {
    byte[] file = zip("tiem.csv", CSV);
    byte[] renamed = file.clone();
    for (byte[] head : List.of(LOCAL, RECORD)) {
      int at = find(file, head) + (head == LOCAL ? 30 : 46);
      renamed[at + 2] = (byte) "ê".getBytes(Charset.forName("IBM437"))[0];
    }

    assertThat(read(POPULATION, renamed)).startsWith("2 = 2 + 0");
  }
}
