package khoyte.pipelines.read.his;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import khoyte.pipelines.read.container.ForeignForm;
import khoyte.pipelines.read.container.SafeXml;
import khoyte.pipelines.read.container.XmlProlog;
import khoyte.pipelines.read.source.LandedFile;
import org.codehaus.stax2.LocationInfo;
import org.jspecify.annotations.Nullable;

/** Walks an extract (GIAMDINHHS) and hands over one HOSO after the other. */
final class Extract {

  /** Takes a HOSO; the object is used again. Says whether to read on. */
  interface VisitReader {
    boolean read(Visit visit, Envelope envelope);
  }

  /**
   * Where an extract begins: several may have been joined.
   *
   * @param bytes before it, in UTF-8
   * @param lines before it
   */
  record Place(long bytes, int lines) {
    static final Place START = new Place(0, 0);
  }

  private static final int MOST_UNKNOWN = 20;

  private final LandedFile file;
  private final ExtractSource source;
  private final SafeXml xml;
  private final Envelope envelope = new Envelope();
  private final Visit visit = new Visit();
  private final TableContent content;
  private final Set<String> unknownTables = new LinkedHashSet<>();
  private int visits;
  private boolean isThere;
  private @Nullable Place end;
  private @Nullable Place next;

  Extract(LandedFile file, ExtractSource source) {
    this.file = file;
    this.source = source;
    this.xml = new SafeXml(file);
    this.content = new TableContent(xml, source.charset(), visit);
  }

  /** Reads to the end, or until the reader has enough. */
  void read(Place place, VisitReader reader) throws IOException, XMLStreamException {
    try (InputStream stream = source.utf8()) {
      stream.skipNBytes(place.bytes());
      stream.mark(ExtractSource.HEAD);
      byte[] head = stream.readNBytes(ExtractSource.HEAD);
      stream.reset();
      XmlProlog prolog = XmlProlog.of(head, 0, head.length);
      isThere = prolog.length() < head.length || head.length == ExtractSource.HEAD;
      if (!isThere && place.equals(Place.START)) {
        throw file.refused("empty");
      }
      if (isThere) {
        stream.skipNBytes(prolog.length());
        int lines = place.lines() + prolog.lines();
        read(stream, lines, place.bytes() + prolog.length() - lines, reader);
      }
    }
  }

  /**
   * @param lines above the document, which the parser is given empty so that it counts them
   * @param offset of the parser's bytes in the source's
   */
  private void read(InputStream stream, int lines, long offset, VisitReader visitReader)
      throws XMLStreamException {
    byte[] above = new byte[lines];
    Arrays.fill(above, (byte) '\n');
    XMLStreamReader reader =
        xml.open(new SequenceInputStream(new ByteArrayInputStream(above), stream));
    try {
      walk(reader, offset, visitReader);
    } catch (XMLStreamException e) {
      if (end != null) {
        next = end;
        return;
      }
      // What fails below the parser does not know the line.
      throw e.getLocation() != null
          ? e
          : new XMLStreamException(String.valueOf(e.getMessage()), reader.getLocation(), e);
    }
  }

  private void walk(XMLStreamReader reader, long offset, VisitReader visitReader)
      throws XMLStreamException {
    int depth = 0;
    while (reader.hasNext()) {
      int event = xml.next(reader);
      if (event == XMLStreamConstants.END_ELEMENT && --depth == 0) {
        LocationInfo location = (LocationInfo) reader;
        end =
            new Place(
                offset + location.getEndingByteOffset(),
                location.getEndLocation().getLineNumber() - 1);
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        String element = reader.getLocalName();
        if (depth == 0 && !element.equals("GIAMDINHHS")) {
          throw ForeignForm.OTHER.refusal(file);
        }
        switch (element) {
          case "MACSKCB", "NGAYLAP", "SOLUONGHOSO" ->
              envelope.put(element, CdataMarks.removed(reader.getElementText()));
          case "HOSO" -> {
            visits++;
            visit.begin(line(reader));
            readVisit(reader);
            if (!visitReader.read(visit, envelope)) {
              return;
            }
          }
          case "FILEHOSO" -> throw misplaced(reader);
          default -> depth++;
        }
      }
    }
  }

  private static int line(XMLStreamReader reader) {
    return reader.getLocation().getLineNumber();
  }

  private RuntimeException misplaced(XMLStreamReader reader) {
    return file.refused("structure", reader.getLocalName(), line(reader));
  }

  private void readVisit(XMLStreamReader reader) throws XMLStreamException {
    int event = xml.next(reader);
    while (!isEnd(event, reader, "HOSO")) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (reader.getLocalName()) {
          case "FILEHOSO" -> readTable(reader);
          case "HOSO" -> throw misplaced(reader);
          default -> {}
        }
      }
      event = xml.next(reader);
    }
  }

  private static boolean isEnd(int event, XMLStreamReader reader, String element) {
    return event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals(element);
  }

  private void readTable(XMLStreamReader reader) throws XMLStreamException {
    String loaiHoSo = null;
    content.clear();
    boolean isOnlyOne = true;
    int event = xml.next(reader);
    while (!isEnd(event, reader, "FILEHOSO")) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (reader.getLocalName()) {
          case "LOAIHOSO" -> {
            isOnlyOne &= loaiHoSo == null;
            loaiHoSo = tableName(reader.getElementText());
            visit.noteTable(loaiHoSo);
          }
          case "NOIDUNGFILE" -> {
            isOnlyOne &= !content.isBegun();
            content.collect(reader, loaiHoSo);
          }
          case "FILEHOSO", "HOSO" -> throw misplaced(reader);
          default -> {}
        }
      }
      event = xml.next(reader);
    }
    if (!isOnlyOne) {
      visit.spoil("quarantine.inner.several", loaiHoSo);
    } else if (loaiHoSo != null) {
      readContent(loaiHoSo);
    } else if (content.isBegun()) {
      visit.spoil("quarantine.inner.kind");
    }
  }

  private void readContent(String loaiHoSo) {
    HisTable table = HisTable.of(loaiHoSo);
    if (table == null) {
      if (!HisTable.isKnown(loaiHoSo) && unknownTables.size() < MOST_UNKNOWN) {
        unknownTables.add(loaiHoSo);
      }
    } else if (content.isBegun()) {
      content.read(table);
    }
  }

  private static String tableName(String text) {
    return CdataMarks.removed(text).replaceAll("\\s", "").toUpperCase(Locale.ROOT);
  }

  /** What it says of itself. */
  Envelope envelope() {
    return envelope;
  }

  /** Whether there was one, and not only blanks. */
  boolean isThere() {
    return isThere;
  }

  /** Number of HOSO elements. */
  int visits() {
    return visits;
  }

  /** Names of tables that no decision has; the first ones, if there are many. */
  Set<String> unknownTables() {
    return unknownTables;
  }

  /** Where something stands behind its end; null if nothing does. */
  @Nullable Place next() {
    return next;
  }

  /** Whether reading stopped because the file has no more bytes. */
  static boolean isTruncation(XMLStreamException e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("end-of-input")
        || message.contains("end of input")
        || isBehind(EOFException.class, e)
        || isBehind(ZipException.class, e);
  }

  /** Whether reading stopped at bytes that mean nothing in their encoding. */
  static boolean isEncodingError(XMLStreamException e) {
    return String.valueOf(e.getMessage()).contains("UTF-8")
        || isBehind(CharacterCodingException.class, e);
  }

  /** Whether reading stopped at a declaration that does not stand at the beginning. */
  static boolean isDeclarationWithin(XMLStreamException e) {
    return String.valueOf(e.getMessage()).contains("processing instruction target");
  }

  private static boolean isBehind(Class<? extends IOException> kind, XMLStreamException e) {
    Throwable cause = e;
    while (cause != null && !kind.isInstance(cause)) {
      boolean hasNested = cause instanceof XMLStreamException;
      cause = hasNested ? ((XMLStreamException) cause).getNestedException() : cause.getCause();
    }
    return cause != null;
  }
}
