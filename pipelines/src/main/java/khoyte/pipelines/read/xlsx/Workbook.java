package khoyte.pipelines.read.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import khoyte.pipelines.read.container.LandedBytes;
import khoyte.pipelines.read.container.SafeXml;
import khoyte.pipelines.read.person.DateVotes;
import khoyte.pipelines.read.source.LandedFile;
import org.jspecify.annotations.Nullable;

/** A workbook (Office Open XML): its sheets in order, read row by row. */
public final class Workbook {
  private static final int FEW_TEXTS = 2000;
  private static final Set<Integer> DATE_FORMATS = new HashSet<>();

  static {
    IntStream.of(14, 15, 16, 17, 22).forEach(DATE_FORMATS::add);
    IntStream.rangeClosed(27, 36).forEach(DATE_FORMATS::add);
    IntStream.rangeClosed(50, 58).forEach(DATE_FORMATS::add);
  }

  private final LandedFile file;
  private final LandedBytes bytes;
  private final SafeXml xml = new SafeXml();
  private final SharedStrings strings = new SharedStrings();
  private final List<String> sheets = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<Boolean> dateStyles = new ArrayList<>();
  private boolean is1904;
  private boolean hasSigns;
  private boolean hasMonthFirst;

  private Workbook(LandedFile file, LandedBytes bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  public static Workbook open(LandedFile file, LandedBytes bytes)
      throws IOException, XMLStreamException {
    var workbook = new Workbook(file, bytes);
    Map<String, String> targets = new HashMap<>();
    List<String> sheetIds = new ArrayList<>();
    workbook.walk(
        "xl/_rels/workbook.xml.rels",
        reader -> {
          if (reader.getLocalName().equals("Relationship")) {
            String target = reader.getAttributeValue(null, "Target");
            String path = target.startsWith("/") ? target.substring(1) : "xl/" + target;
            targets.put(reader.getAttributeValue(null, "Id"), path);
          }
        });
    workbook.walk(
        "xl/workbook.xml",
        reader -> {
          if (reader.getLocalName().equals("sheet")) {
            sheetIds.add(relationId(reader));
            workbook.names.add(
                Objects.requireNonNullElse(reader.getAttributeValue(null, "name"), ""));
          } else if (reader.getLocalName().equals("workbookPr")) {
            String date1904 = reader.getAttributeValue(null, "date1904");
            workbook.is1904 = "1".equals(date1904) || "true".equals(date1904);
          }
        });
    for (String id : sheetIds) {
      workbook.sheets.add(targets.getOrDefault(id, ""));
    }
    workbook.readStrings(pathOf(targets, "sharedStrings.xml"));
    workbook.readStyles(pathOf(targets, "styles.xml"));
    return workbook;
  }

  private static String pathOf(Map<String, String> targets, String name) {
    return targets.values().stream()
        .filter(path -> path.endsWith("/" + name))
        .findFirst()
        .orElse("xl/" + name);
  }

  private static String relationId(XMLStreamReader reader) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals("id") && reader.getAttributePrefix(i) != null) {
        return reader.getAttributeValue(i);
      }
    }
    return "";
  }

  /** What to do at the start of an element. */
  private interface Visit {
    void at(XMLStreamReader reader) throws XMLStreamException;
  }

  private void walk(String path, Visit visit) throws IOException, XMLStreamException {
    try (InputStream stream = bytes.workbookPart(path)) {
      if (stream == null) {
        return;
      }
      XMLStreamReader reader = open(stream);
      while (reader.hasNext()) {
        if (next(reader) == XMLStreamConstants.START_ELEMENT) {
          visit.at(reader);
        }
      }
    }
  }

  XMLStreamReader open(InputStream stream) throws XMLStreamException {
    return xml.open(stream);
  }

  int next(XMLStreamReader reader) throws XMLStreamException {
    int event = reader.next();
    if (event == XMLStreamConstants.DTD) {
      throw file.refused("unsafe", "DOCTYPE");
    }
    return event;
  }

  private void readStrings(String path) throws IOException, XMLStreamException {
    walk(
        path,
        reader -> {
          if (reader.getLocalName().equals("si")) {
            String text = textOf(reader);
            strings.add(text);
            hasSigns |= hasSigns(text);
            hasMonthFirst |= DateVotes.isMonthFirst(text);
          }
        });
  }

  /** Text of the element that has just begun, all its runs joined, phonetic hints left out. */
  String textOf(XMLStreamReader reader) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int depth = 1;
    int hint = 0;
    int inText = 0;
    while (depth > 0) {
      int event = next(reader);
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
        hint = hint == 0 && reader.getLocalName().equals("rPh") ? depth : hint;
        inText = reader.getLocalName().equals("t") ? depth : inText;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        hint = hint == depth ? 0 : hint;
        inText = inText == depth ? 0 : inText;
        depth--;
      } else if (inText > 0 && hint == 0 && reader.hasText()) {
        text.append(SafeXml.text(reader));
      }
    }
    return text.toString();
  }

  private void readStyles(String path) throws IOException, XMLStreamException {
    Set<Integer> dates = new HashSet<>(DATE_FORMATS);
    boolean[] inCells = {false};
    walk(
        path,
        reader -> {
          switch (reader.getLocalName()) {
            case "numFmt" -> {
              int id = Integer.parseInt(reader.getAttributeValue(null, "numFmtId"));
              if (isDateFormat(reader.getAttributeValue(null, "formatCode"))) {
                dates.add(id);
              } else {
                dates.remove(id);
              }
            }
            case "cellXfs" -> inCells[0] = true;
            case "cellStyles", "dxfs" -> inCells[0] = false;
            case "xf" -> {
              if (inCells[0]) {
                String id = reader.getAttributeValue(null, "numFmtId");
                dateStyles.add(id != null && dates.contains(Integer.valueOf(id)));
              }
            }
            default -> {}
          }
        });
  }

  /**
   * Whether a format shows days, months or years: not in quotes, brackets or behind a backslash.
   */
  static boolean isDateFormat(@Nullable String format) {
    if (format == null) {
      return false;
    }
    String bare =
        format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.", "").replace("General", "");
    return bare.chars().anyMatch(c -> c == 'y' || c == 'Y' || c == 'd' || c == 'D');
  }

  private static boolean hasSigns(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '\u00A1' && c <= '\u00BF' || "ÄÅÆÇËÎÏÑÖ×ØÛÜÞßäåæçëîïñö÷øûüþÿ".indexOf(c) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether its texts may be written in a legacy font: few, or with signs no Unicode name has. */
  public boolean mayBeLegacy() {
    return hasSigns || strings.size() < FEW_TEXTS;
  }

  /** Whether one of its shared texts is a date only if the month comes first. */
  public boolean hasMonthFirst() {
    return hasMonthFirst;
  }

  /** Number of its sheets. */
  public int sheets() {
    return sheets.size();
  }

  /** Place of a sheet of that name, from 0; -1 if there is none. */
  public int sheetNamed(String name) {
    return names.indexOf(name);
  }

  /** When a program saved it last, as it says itself; null if it does not. */
  public @Nullable Instant savedAt() throws IOException, XMLStreamException {
    Instant[] saved = {null};
    walk(
        "docProps/core.xml",
        reader -> {
          if (reader.getLocalName().equals("modified")) {
            saved[0] = instant(reader.getElementText());
          }
        });
    return saved[0];
  }

  private static @Nullable Instant instant(String written) {
    try {
      return OffsetDateTime.parse(written.strip()).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Rows of a sheet, from the first; null if the sheet is not there. */
  public @Nullable SheetRows rows(int sheet) throws IOException, XMLStreamException {
    InputStream stream = bytes.workbookPart(sheets.get(sheet));
    return stream == null ? null : new SheetRows(this, file, stream);
  }

  /** A shared text; an index that does not exist is an empty cell. */
  @Nullable String sharedString(int index) {
    return index >= 0 && index < strings.size() ? strings.get(index) : null;
  }

  boolean isDate(int style) {
    return style >= 0 && style < dateStyles.size() && dateStyles.get(style);
  }

  boolean is1904() {
    return is1904;
  }
}
