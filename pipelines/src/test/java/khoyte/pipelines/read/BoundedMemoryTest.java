package khoyte.pipelines.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import khoyte.pipelines.read.container.IgnoredEntries;
import khoyte.pipelines.read.source.ColumnMap;
import khoyte.pipelines.read.source.LandedFile;
import khoyte.pipelines.read.source.ReadOutcome;
import khoyte.pipelines.read.source.RowSink;
import khoyte.pipelines.read.source.SourceKind;
import khoyte.warehouse.reference.AdministrativeUnits;
import khoyte.warehouse.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large files are streamed: what lives after a collection stays far below their size. */
class BoundedMemoryTest {
  private static final long MEBIBYTE = 1 << 20;

  @TempDir Path folder;

  @Test
  void anExtractOfAHundredMegabytes() throws IOException {
    Path file = folder.resolve("big.xml");
    var his = new HisFile();
    his.visit(
        "XML1",
        "<TONG_HOP><MA_LK>1</MA_LK><HO_TEN>Nguyễn Văn Hòa</HO_TEN><GHI_CHU>"
            + "x".repeat(2000)
            + "</GHI_CHU></TONG_HOP>");
    his.count = "35000";
    String text = his.text();
    int from = text.indexOf("<HOSO>");
    int to = text.indexOf("</DANHSACHHOSO>");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write(Landed.utf8(text.substring(0, from)));
      byte[] visit = Landed.utf8(text.substring(from, to));
      for (int i = 0; i < 35_000; i++) {
        out.write(visit);
      }
      out.write(Landed.utf8(text.substring(to)));
    }
    assertThat(Files.size(file)).isGreaterThan(100_000_000L);

    Measured measured = new Measured();
    ReadOutcome outcome = measured.read(file, SourceKind.HIS_XML);

    assertThat(outcome.staged()).isEqualTo(35_000);
    assertThat(measured.peak / MEBIBYTE).isLessThan(64);
  }

  @Test
  void aWorkbookOfThreeHundredThousandRows() throws IOException {
    Path file = folder.resolve("big.xlsx");
    int rows = 300_000;
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      put(zip, "[Content_Types].xml", "<Types/>");
      put(zip, "_rels/.rels", "<R>" + relation(1, "officeDocument", "xl/book.xml") + "</R>");
      put(
          zip,
          "xl/book.xml",
          "<workbook xmlns:r=\"r\"><sheets><sheet r:id=\"rId1\"/></sheets></workbook>");
      put(
          zip,
          "xl/_rels/book.xml.rels",
          "<R>"
              + relation(1, "worksheet", "worksheets/s.xml")
              + relation(2, "sharedStrings", "sharedStrings.xml")
              + "</R>");
      zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
      var strings = new StringBuilder("<sst>");
      for (String heading : SourceKind.POPULATION.fields().stream().map(f -> f.name()).toList()) {
        strings.append("<si><t>").append(heading).append("</t></si>");
      }
      for (int i = 0; i < rows * 2; i++) {
        strings.append("<si><t>Nguyễn Thị Mai ").append(i).append("</t></si>");
      }
      zip.write(Landed.utf8(strings.append("</sst>").toString()));
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry("xl/worksheets/s.xml"));
      var sheet = new StringBuilder("<worksheet><sheetData><row>");
      for (int i = 0; i < 6; i++) {
        sheet.append("<c t=\"s\"><v>").append(i).append("</v></c>");
      }
      sheet.append("</row>");
      for (int i = 0; i < rows; i++) {
        sheet
            .append("<row r=\"")
            .append(i + 2)
            .append("\"><c t=\"s\"><v>")
            .append(6 + 2 * i)
            .append("</v></c><c t=\"s\"><v>")
            .append(7 + 2 * i)
            .append("</v></c><c><v>1980</v></c><c><v>1</v></c><c><v>75080000001</v></c></row>");
        if (sheet.length() > 1_000_000) {
          zip.write(sheet.toString().getBytes(StandardCharsets.US_ASCII));
          sheet.setLength(0);
        }
      }
      // One citizen's rows are merged three by three.
      sheet.append("</sheetData><mergeCells>");
      for (int i = 2; i + 2 < rows; i += 3) {
        sheet.append("<mergeCell ref=\"F" + i + ":F" + (i + 2) + "\"/>");
        sheet.append("<mergeCell ref=\"G" + i + ":G" + (i + 2) + "\"/>");
      }
      sheet.append("</mergeCells></worksheet>");
      zip.write(sheet.toString().getBytes(StandardCharsets.US_ASCII));
      zip.closeEntry();
    }

    Measured measured = new Measured();
    ReadOutcome outcome = measured.read(file, SourceKind.POPULATION);

    assertThat(outcome.staged()).isEqualTo(rows);
    assertThat(measured.peak / MEBIBYTE).isLessThan(96);
  }

  private static String relation(int id, String kind, String target) {
    return "<Relationship Id=\"rId%d\" Type=\"r/%s\" Target=\"%s\"/>".formatted(id, kind, target);
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(Landed.utf8(text));
    zip.closeEntry();
  }

  /** Looks at what lives after a full collection, from time to time. */
  private static final class Measured implements RowSink {
    private int rows;
    private long before;
    private long peak;

    ReadOutcome read(Path file, SourceKind kind) {
      var reading =
          new SourceReading(AdministrativeUnits.load(), "75", Landed.SEAL, IgnoredEntries.NONE);
      before = live();
      return reading.read(
          new LandedFile(1, kind.code(), null, "big", file, LocalDate.of(2022, 12, 31)),
          kind,
          ColumnMap.DEFAULT,
          this);
    }

    @Override
    public void staged(Table table, Object[] row) {
      if (++rows % 15_000 == 0) {
        peak = Math.max(peak, live() - before);
      }
    }

    @Override
    public void quarantined(Integer line, String column, String reasonKey, Object... values) {
      throw new AssertionError(reasonKey);
    }

    private static long live() {
      System.gc();
      long live = 0;
      for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
        if (pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null) {
          live += pool.getCollectionUsage().getUsed();
        }
      }
      return live;
    }
  }
}
