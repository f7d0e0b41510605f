package khoyte.pipelines.read.his;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import khoyte.pipelines.read.container.SafeXml;
import khoyte.pipelines.read.source.LandedFile;
import khoyte.pipelines.read.text.Utf8;
import org.jspecify.annotations.Nullable;

/** Walks an extract (GIAMDINHHS) and hands over one HOSO after the other. */
final class Extract {

  /** Takes a HOSO; the object is used again. Says whether to read on. */
  interface VisitReader {
    boolean read(Visit visit, Envelope envelope);
  }

  private final LandedFile file;
  private final Charset charset;
  private final SafeXml xml = new SafeXml();
  private final TableWalk tables;
  private final Base64Text content = new Base64Text();
  private final Envelope envelope = new Envelope();
  private final Visit visit = new Visit();
  private final StringBuilder markup = new StringBuilder();

  /**
   * @param charset in which bytes are read that are not declared to be in another
   */
  Extract(LandedFile file, Charset charset) {
    this.file = file;
    this.charset = charset;
    this.tables = new TableWalk(file);
  }

  /** Reads to the end, or until the reader has enough. */
  Envelope read(InputStream stream, VisitReader visits) throws XMLStreamException {
    XMLStreamReader reader =
        charset.equals(StandardCharsets.UTF_8) ? xml.open(stream) : xml.open(stream, charset);
    try {
      return read(reader, visits);
    } catch (XMLStreamException e) {
      // What fails below the parser does not know the line.
      throw e.getLocation() != null
          ? e
          : new XMLStreamException(String.valueOf(e.getMessage()), reader.getLocation(), e);
    }
  }

  private Envelope read(XMLStreamReader reader, VisitReader visits) throws XMLStreamException {
    boolean isRoot = true;
    while (reader.hasNext()) {
      if (next(reader) != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      String element = reader.getLocalName();
      if (isRoot && !element.equals("GIAMDINHHS")) {
        throw file.refused("format");
      }
      isRoot = false;
      switch (element) {
        case "MACSKCB", "NGAYLAP", "SOLUONGHOSO" -> envelope.put(element, reader.getElementText());
        case "HOSO" -> {
          visit.begin(reader.getLocation().getLineNumber());
          readVisit(reader);
          if (!visits.read(visit, envelope)) {
            return envelope;
          }
        }
        default -> {}
      }
    }
    return envelope;
  }

  private int next(XMLStreamReader reader) throws XMLStreamException {
    int event = reader.next();
    if (event == XMLStreamConstants.DTD) {
      throw file.refused("unsafe", "DOCTYPE");
    }
    return event;
  }

  private void readVisit(XMLStreamReader reader) throws XMLStreamException {
    int event = next(reader);
    while (!(event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("HOSO"))) {
      if (event == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("FILEHOSO")) {
        readTable(reader);
      }
      event = next(reader);
    }
  }

  private void readTable(XMLStreamReader reader) throws XMLStreamException {
    String loaiHoSo = null;
    boolean hasContent = false;
    int event = next(reader);
    while (!(event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("FILEHOSO"))) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (reader.getLocalName().equals("LOAIHOSO")) {
          loaiHoSo = reader.getElementText().strip().toUpperCase(Locale.ROOT);
          visit.noteTable(loaiHoSo);
        } else if (reader.getLocalName().equals("NOIDUNGFILE")) {
          hasContent = readContent(reader, loaiHoSo);
        }
      }
      event = next(reader);
    }
    HisTable table = loaiHoSo == null ? null : HisTable.of(loaiHoSo);
    if (hasContent && table != null) {
      readInner(table);
    }
  }

  /** Collects base64 or markup; true if there is some that is still to be read. */
  private boolean readContent(XMLStreamReader reader, @Nullable String loaiHoSo)
      throws XMLStreamException {
    content.clear();
    markup.setLength(0);
    boolean isMarkup = false;
    boolean isBegun = false;
    while (true) {
      int event = next(reader);
      if (event == XMLStreamConstants.START_ELEMENT) {
        readPlain(reader, loaiHoSo);
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        return isBegun;
      } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        SafeXml.complete(reader);
        char[] chars = reader.getTextCharacters();
        int from = reader.getTextStart();
        int length = reader.getTextLength();
        if (!isBegun) {
          int skipped = 0;
          while (skipped < length && chars[from + skipped] <= ' ') {
            skipped++;
          }
          isBegun = skipped < length;
          isMarkup = isBegun && chars[from + skipped] == '<';
        }
        if (isMarkup) {
          markup.append(chars, from, length);
        } else {
          content.add(chars, from, length);
        }
      }
    }
  }

  /** The table's XML stands in the extract as it is. */
  private void readPlain(XMLStreamReader reader, @Nullable String loaiHoSo)
      throws XMLStreamException {
    String root = reader.getLocalName();
    HisTable table =
        loaiHoSo != null ? HisTable.of(loaiHoSo) : root.equals("TONG_HOP") ? HisTable.VISIT : null;
    if (loaiHoSo == null && table == null) {
      visit.spoil("quarantine.inner", null);
    }
    if (table != null) {
      tables.walk(reader, table, visit);
      return;
    }
    int depth = 1;
    while (depth > 0) {
      int event = next(reader);
      depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
      depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
    }
  }

  private void readInner(HisTable table) {
    try {
      XMLStreamReader reader;
      if (markup.length() > 0) {
        byte[] bytes = markup.toString().getBytes(StandardCharsets.UTF_8);
        reader = inner(bytes, bytes.length, StandardCharsets.UTF_8);
      } else if (content.end()) {
        reader = inner(content.bytes(), content.length(), charset);
      } else {
        visit.spoil("quarantine.base64", table.loaiHoSo());
        return;
      }
      while (reader.hasNext()) {
        if (next(reader) == XMLStreamConstants.START_ELEMENT) {
          tables.walk(reader, table, visit);
        }
      }
      reader.close();
    } catch (XMLStreamException e) {
      visit.spoil("quarantine.inner", table.loaiHoSo());
    }
  }

  private XMLStreamReader inner(byte[] bytes, int length, Charset ifNotUtf8)
      throws XMLStreamException {
    int from = 0;
    if (length >= 3 && bytes[0] == (byte) 0xEF) {
      from = 3;
    }
    // What a program writes into memory it often declares as UTF-16 and sends as UTF-8.
    boolean isDeclaredElsewise = false;
    if (length > from + 5 && bytes[from] == '<' && bytes[from + 1] == '?') {
      int end = from;
      while (end < length && bytes[end] != '>') {
        end++;
      }
      String declaration =
          new String(bytes, from, end - from, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
      isDeclaredElsewise = declaration.contains("encoding") && !declaration.contains("utf-");
      from = isDeclaredElsewise ? from : Math.min(end + 1, length);
    }
    var stream = new ByteArrayInputStream(bytes, from, length - from);
    boolean isOther =
        !isDeclaredElsewise
            && !ifNotUtf8.equals(StandardCharsets.UTF_8)
            && !Utf8.isValid(bytes, from, length);
    return isOther ? xml.open(stream, ifNotUtf8) : xml.open(stream);
  }

  /** Whether reading stopped because the file has no more bytes. */
  static boolean isTruncation(XMLStreamException e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    if (message.contains("end-of-input") || message.contains("end of input")) {
      return true;
    }
    Throwable cause = e;
    while (cause != null && !(cause instanceof EOFException) && !(cause instanceof ZipException)) {
      boolean hasNested = cause instanceof XMLStreamException;
      cause = hasNested ? ((XMLStreamException) cause).getNestedException() : cause.getCause();
    }
    return cause != null;
  }

  /** Whether reading stopped at bytes that are not UTF-8. */
  static boolean isEncodingError(XMLStreamException e) {
    return String.valueOf(e.getMessage()).contains("UTF-8");
  }
}
