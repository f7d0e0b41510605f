package khoyte.pipelines.read.his;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import khoyte.pipelines.read.container.SafeXml;
import khoyte.pipelines.read.container.XmlProlog;
import khoyte.pipelines.read.text.ColumnText;
import khoyte.pipelines.read.text.Utf8;
import org.apache.commons.text.StringEscapeUtils;
import org.jspecify.annotations.Nullable;

/**
 * What a NOIDUNGFILE holds: a table's XML in base64, or as it is, be it as elements, as CDATA or
 * escaped. A table that cannot be read spoils its visit.
 */
final class TableContent {
  private static final int LONGEST = 64 << 20;

  private final SafeXml xml;
  private final boolean isLegacy;
  private final Visit visit;
  private final TableWalk tables;
  private final Base64Text base64 = new Base64Text();
  private final StringBuilder markup = new StringBuilder();
  private boolean isBegun;
  private boolean isMarkup;

  /**
   * @param charset of bytes in base64 that are not UTF-8 and do not say what they are
   */
  TableContent(SafeXml xml, Charset charset, Visit visit) {
    this.xml = xml;
    this.isLegacy = charset.equals(ColumnText.SINGLE_BYTE);
    this.visit = visit;
    this.tables = new TableWalk(xml);
  }

  /** Forgets what was collected. */
  void clear() {
    base64.clear();
    markup.setLength(0);
    isBegun = false;
    isMarkup = false;
  }

  /** Whether there is something that is still to be read. */
  boolean isBegun() {
    return isBegun;
  }

  /** Collects base64 or markup to the end of the element; its elements are read at once. */
  void collect(XMLStreamReader reader, @Nullable String loaiHoSo) throws XMLStreamException {
    while (true) {
      int event = xml.next(reader);
      if (event == XMLStreamConstants.START_ELEMENT) {
        readPlain(reader, loaiHoSo);
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        return;
      } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        SafeXml.complete(reader);
        add(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
      }
    }
  }

  private void add(char[] chars, int from, int length) {
    int skipped = 0;
    if (!isBegun) {
      while (skipped < length
          && (chars[from + skipped] <= ' ' || chars[from + skipped] == '\uFEFF')) {
        skipped++;
      }
      isBegun = skipped < length;
      isMarkup = isBegun && (chars[from + skipped] == '<' || chars[from + skipped] == '&');
    }
    if (!isMarkup) {
      base64.add(chars, from + skipped, length - skipped);
    } else if (markup.length() + length <= LONGEST) {
      markup.append(chars, from + skipped, length - skipped);
    } else {
      visit.spoil("quarantine.inner.large");
    }
  }

  /** The table's XML stands in the extract as it is. */
  private void readPlain(XMLStreamReader reader, @Nullable String loaiHoSo)
      throws XMLStreamException {
    String root = reader.getLocalName();
    HisTable table =
        loaiHoSo != null ? HisTable.of(loaiHoSo) : root.equals("TONG_HOP") ? HisTable.VISIT : null;
    if (loaiHoSo == null && table == null) {
      visit.spoil("quarantine.inner.kind");
    }
    if (table != null) {
      tables.walk(reader, table, visit);
      return;
    }
    int depth = 1;
    while (depth > 0) {
      int event = xml.next(reader);
      depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
      depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
    }
  }

  /** Reads what was collected. */
  void read(HisTable table) {
    if (isMarkup) {
      readMarkup(table);
    } else if (base64.end()) {
      read(table, base64.bytes(), base64.length());
    } else {
      visit.spoil("quarantine.base64", table.loaiHoSo());
    }
  }

  private void readMarkup(HisTable table) {
    String text = CdataMarks.removed(markup.toString()).strip();
    if (text.startsWith("&lt;")) {
      text = StringEscapeUtils.unescapeXml(text);
    }
    if (text.startsWith("<")) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      read(table, bytes, bytes.length);
    } else {
      isMarkup = false;
      base64.clear();
      base64.add(text.toCharArray(), 0, text.length());
      read(table);
    }
  }

  private void read(HisTable table, byte[] bytes, int length) {
    try {
      XMLStreamReader reader = xml.open(utf8(bytes, length));
      while (reader.hasNext()) {
        if (xml.next(reader) == XMLStreamConstants.START_ELEMENT) {
          tables.walk(reader, table, visit);
        }
      }
      reader.close();
    } catch (XMLStreamException e) {
      visit.spoil(
          Extract.isEncodingError(e) ? "quarantine.inner.encoding" : "quarantine.inner",
          table.loaiHoSo());
    } catch (CharacterCodingException e) {
      visit.spoil("quarantine.inner.encoding", table.loaiHoSo());
    }
  }

  /** What a program writes into memory it often declares as UTF-16, and sends as UTF-8. */
  private ByteArrayInputStream utf8(byte[] bytes, int length) throws CharacterCodingException {
    Charset wide = XmlProlog.wide(bytes, 0, length);
    if (wide != null) {
      return transcoded(bytes, 0, length, wide);
    }
    XmlProlog prolog = XmlProlog.of(bytes, 0, length);
    int from = prolog.length();
    boolean isDoubtful = !prolog.isMarked() && (isLegacy || prolog.isDeclaredElsewise());
    if (isDoubtful && !Utf8.isValid(bytes, from, length)) {
      if (isLegacy) {
        return transcoded(bytes, from, length, ColumnText.SINGLE_BYTE);
      }
      Charset declared = XmlProlog.vietnamese(prolog.declared());
      if (declared != null) {
        return transcoded(bytes, from, length, declared);
      }
    }
    return new ByteArrayInputStream(bytes, from, length - from);
  }

  private static ByteArrayInputStream transcoded(byte[] bytes, int from, int to, Charset charset)
      throws CharacterCodingException {
    ByteBuffer source = ByteBuffer.wrap(bytes, from, to - from);
    String text =
        charset.equals(ColumnText.SINGLE_BYTE)
            ? charset.decode(source).toString()
            : charset.newDecoder().decode(source).toString();
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    int start = XmlProlog.of(utf8, 0, utf8.length).length();
    return new ByteArrayInputStream(utf8, start, utf8.length - start);
  }
}
