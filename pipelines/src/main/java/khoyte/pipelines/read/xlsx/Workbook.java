package khoyte.pipelines.read.xlsx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import khoyte.pipelines.read.container.ForeignForm;
import khoyte.pipelines.read.container.LandedBytes;
import khoyte.pipelines.read.source.LandedFile;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.jspecify.annotations.Nullable;

/** A workbook (Office Open XML, transitional or strict): its sheets in order, read row by row. */
public final class Workbook {
  private static final String STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";
  private static final int MOST_STYLES = 32 << 20;

  private final List<Sheet> sheets;
  private final boolean mustBeSurveyed;
  private final @Nullable Instant savedAt;

  private Workbook(List<Sheet> sheets, boolean mustBeSurveyed, @Nullable Instant savedAt) {
    this.sheets = List.copyOf(sheets);
    this.mustBeSurveyed = mustBeSurveyed;
    this.savedAt = savedAt;
  }

  /** Reads all but the rows. */
  public static Workbook open(LandedFile file, LandedBytes bytes)
      throws IOException, XMLStreamException {
    var parts = new XmlParts(file, bytes);
    Relations ofPackage = Relations.ofPackage(parts);
    String name = ofPackage.part("officeDocument");
    if (name == null) {
      throw parts.damaged();
    }
    if (name.endsWith(".bin")) {
      throw ForeignForm.BINARY_WORKBOOK.refusal(file);
    }
    var main = new MainPart();
    parts.walk(name, main::at);
    if (!main.isWorkbook) {
      throw ForeignForm.OTHER.refusal(file);
    }
    Relations relations = Relations.of(name, parts);
    SharedTexts texts = SharedTexts.read(parts, relations.part("sharedStrings"));
    var cells =
        new WorkbookCells(
            parts,
            texts,
            styles(parts, relations.part("styles")),
            new CellText(main.is1904),
            main.isUncalculated);
    List<Sheet> sheets = new ArrayList<>();
    for (MainPart.Entry entry : main.entries) {
      Relations.Relation relation = relations.withId(entry.id);
      if (relation == null) {
        throw parts.damaged();
      }
      if (relation.kind().equals("worksheet")) {
        sheets.add(new Sheet(cells, entry.name, entry.isHidden, relation.part()));
      }
    }
    return new Workbook(
        sheets, texts.mustBeSurveyed(), savedAt(parts, ofPackage.part("core-properties")));
  }

  /** What the part says that lists the sheets. */
  private static final class MainPart {
    private boolean isWorkbook;
    private boolean is1904;
    private boolean isUncalculated;
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(String id, String name, boolean isHidden) {}

    void at(XMLStreamReader reader) {
      switch (reader.getLocalName()) {
        case "workbook" -> isWorkbook = true;
        case "workbookPr" -> is1904 = isTrue(reader.getAttributeValue(null, "date1904"));
        case "calcPr" -> isUncalculated = isTrue(reader.getAttributeValue(null, "fullCalcOnLoad"));
        case "sheet" -> {
          String state = reader.getAttributeValue(null, "state");
          entries.add(
              new Entry(
                  relation(reader),
                  Objects.requireNonNullElse(reader.getAttributeValue(null, "name"), ""),
                  state != null && !state.equals("visible")));
        }
        default -> {}
      }
    }

    private static boolean isTrue(@Nullable String value) {
      return "1".equals(value) || "true".equals(value);
    }

    /** The attribute is of another namespace in each dialect. */
    private static String relation(XMLStreamReader reader) {
      for (int i = 0; i < reader.getAttributeCount(); i++) {
        if (reader.getAttributeLocalName(i).equals("id")) {
          return reader.getAttributeValue(i);
        }
      }
      return "";
    }
  }

  /** POI knows one dialect only; what it is asked for is the same in both. */
  private static StylesTable styles(XmlParts parts, @Nullable String part) throws IOException {
    if (part == null) {
      return new StylesTable();
    }
    byte[] document;
    try (InputStream stream = parts.open(part)) {
      document = stream.readNBytes(MOST_STYLES);
    }
    String known =
        new String(document, StandardCharsets.ISO_8859_1)
            .replace(STRICT, XSSFRelation.NS_SPREADSHEETML);
    try {
      var styles =
          new StylesTable(new ByteArrayInputStream(known.getBytes(StandardCharsets.ISO_8859_1)));
      // Dates of the East, which have no code in the document.
      IntStream.concat(IntStream.rangeClosed(27, 36), IntStream.rangeClosed(50, 58))
          .filter(format -> styles.getNumberFormatAt((short) format) == null)
          .forEach(format -> styles.putNumberFormat((short) format, "yyyy-mm-dd"));
      return styles;
    } catch (IOException e) {
      throw parts.damaged();
    }
  }

  private static @Nullable Instant savedAt(XmlParts parts, @Nullable String properties)
      throws IOException, XMLStreamException {
    Instant[] saved = {null};
    if (properties != null) {
      parts.walk(
          properties,
          reader -> {
            if (reader.getLocalName().equals("modified")) {
              saved[0] = instant(reader.getElementText());
            }
          });
    }
    return saved[0];
  }

  private static @Nullable Instant instant(String written) {
    try {
      return OffsetDateTime.parse(written.strip()).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Those that have cells, in order. */
  public List<Sheet> sheets() {
    return sheets;
  }

  /** The sheet of that name, or null. */
  public @Nullable Sheet sheet(String name) {
    return sheets.stream().filter(sheet -> sheet.name().equals(name)).findFirst().orElse(null);
  }

  /** Whether all rows must be seen to know how their columns are written. */
  public boolean mustBeSurveyed() {
    return mustBeSurveyed;
  }

  /** When a program saved it last, as it says itself; null if it does not. */
  public @Nullable Instant savedAt() {
    return savedAt;
  }
}
