package khoyte.jobs.step;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Containers and workbooks as other programs make them, and the harm that they come to. */
final class OddFiles {
  private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String SHEET =
      " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

  private OddFiles() {}

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Names and contents in turn; the names in the code page of an old Windows. */
  static byte[] zip(Object... entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out, Charset.forName("windows-1252"))) {
      for (int i = 0; i < entries.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) entries[i]));
        zip.write((byte[]) entries[i + 1]);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Every text a member of its own. */
  static byte[] gzip(String... members) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String member : members) {
      try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
        gzip.write(utf8(member));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return out.toByteArray();
  }

  /** An archive whose entries say that they are packed by Deflate64. */
  static byte[] deflate64(byte[] zip) {
    byte[] harmed = zip.clone();
    for (int at = 0; at < zip.length - 4; at++) {
      if (isSign(zip, at, 3, 4)) {
        harmed[at + 8] = 9;
      } else if (isSign(zip, at, 1, 2)) {
        harmed[at + 10] = 9;
      }
    }
    return harmed;
  }

  /** An archive whose checksums are those of other contents. */
  static byte[] wrongChecksum(byte[] zip) {
    byte[] harmed = zip.clone();
    for (int at = 0; at < zip.length - 4; at++) {
      if (isSign(zip, at, 7, 8)) {
        harmed[at + 4] ^= 1;
      } else if (isSign(zip, at, 1, 2)) {
        harmed[at + 16] ^= 1;
      }
    }
    return harmed;
  }

  private static boolean isSign(byte[] zip, int at, int third, int fourth) {
    return zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == third && zip[at + 3] == fourth;
  }

  /**
   * A workbook whose parts stand elsewhere than usual.
   *
   * @param strings the shared strings, each as {@code <si>}
   * @param sheets what stands in each sheet
   */
  static byte[] workbook(String strings, String... sheets) {
    Object[] entries = new Object[2 * (sheets.length + 6)];
    StringBuilder list = new StringBuilder();
    StringBuilder relations = new StringBuilder();
    for (int i = 0; i < sheets.length; i++) {
      list.append("<sheet name=\"Mũi %d\" sheetId=\"%1$d\" r:id=\"r%1$d\"/>".formatted(i + 1));
      relations.append(relation("r" + (i + 1), "worksheet", "/data/s" + i + ".xml"));
      put(
          entries,
          i,
          "data/s" + i + ".xml",
          "<worksheet" + SHEET + ">" + sheets[i] + "</worksheet>");
    }
    relations.append(relation("r90", "styles", "/look/s.xml"));
    relations.append(relation("r91", "sharedStrings", "/text/t.xml"));
    int at = sheets.length;
    put(entries, at++, "text/t.xml", "<sst" + SHEET + ">" + strings + "</sst>");
    put(
        entries,
        at++,
        "look/s.xml",
        "<styleSheet"
            + SHEET
            + "><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"
            + "</styleSheet>");
    put(
        entries,
        at++,
        "book.xml",
        "<workbook"
            + SHEET
            + " xmlns:r=\""
            + OFFICE
            + "relationships\"><sheets>"
            + list
            + "</sheets></workbook>");
    put(entries, at++, "_rels/book.xml.rels", relations(relations.toString()));
    put(entries, at++, "_rels/.rels", relations(relation("r1", "officeDocument", "book.xml")));
    put(entries, at, "[Content_Types].xml", types(sheets.length));
    return zip(entries);
  }

  private static void put(Object[] entries, int at, String path, String xml) {
    entries[2 * at] = path;
    entries[2 * at + 1] = utf8(xml);
  }

  private static String relation(String id, String type, String target) {
    return "<Relationship Id=\"%s\" Type=\"%srelationships/%s\" Target=\"%s\"/>"
        .formatted(id, OFFICE, type, target);
  }

  private static String relations(String all) {
    return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + all + "</Relationships>";
  }

  private static String types(int sheets) {
    String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    StringBuilder types = new StringBuilder();
    types.append(override("book.xml", type + "sheet.main+xml"));
    types.append(override("text/t.xml", type + "sharedStrings+xml"));
    types.append(override("look/s.xml", type + "styles+xml"));
    for (int i = 0; i < sheets; i++) {
      types.append(override("data/s" + i + ".xml", type + "worksheet+xml"));
    }
    return "<Types xmlns=\""
        + PACKAGE
        + "content-types\"><Default Extension=\"rels\" ContentType=\""
        + "application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + types
        + "</Types>";
  }

  private static String override(String part, String type) {
    return "<Override PartName=\"/%s\" ContentType=\"%s\"/>".formatted(part, type);
  }

  /** Rows of cells from a row on: XML that begins with {@code <c}, else a text; empty is none. */
  static String rows(int from, String[]... rows) {
    StringBuilder xml = new StringBuilder();
    for (int i = 0; i < rows.length; i++) {
      xml.append("<row r=\"").append(from + i).append("\">");
      for (int column = 0; column < rows[i].length; column++) {
        String cell = rows[i][column];
        if (!cell.isEmpty()) {
          String written =
              cell.startsWith("<c") ? cell : "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>";
          xml.append("<c r=\"").append((char) ('A' + column)).append(from + i).append('"');
          xml.append(written.substring(2));
        }
      }
      xml.append("</row>");
    }
    return xml.toString();
  }
}
