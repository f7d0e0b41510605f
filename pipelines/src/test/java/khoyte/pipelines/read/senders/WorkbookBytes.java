package khoyte.pipelines.read.senders;

import static khoyte.pipelines.read.senders.Received.utf8;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A workbook written part by part (ECMA-376), as any program may write it. */
final class WorkbookBytes {
  static final int DATE = 1;
  static final int DATE_TIME = 2;
  static final int OWN_DATE = 3;
  static final int LOCAL_DATE = 4;
  static final int DONG = 5;
  static final int TEXT = 6;
  static final int RED = 7;
  static final int OWN_DATE_TIME = 8;

  private static final String STYLES =
      "<numFmts count=\"5\"><numFmt numFmtId=\"165\" formatCode=\"dd/mm/yyyy\"/><numFmt"
          + " numFmtId=\"166\" formatCode=\"[$-42A]d/m/yyyy;@\"/><numFmt numFmtId=\"167\""
          + " formatCode=\"0&quot; đồng/mũi&quot;\"/><numFmt numFmtId=\"168\""
          + " formatCode=\"[Red]#,##0\"/><numFmt numFmtId=\"169\" formatCode=\"yyyy\\-mm\\-dd\\"
          + " hh:mm:ss\"/></numFmts><fonts count=\"1\"><font/></fonts><fills"
          + " count=\"1\"><fill><patternFill patternType=\"none\"/></fill></fills><borders"
          + " count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs"
          + " count=\"9\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"22\"/><xf"
          + " numFmtId=\"165\"/><xf numFmtId=\"166\"/><xf numFmtId=\"167\"/><xf"
          + " numFmtId=\"49\"/><xf numFmtId=\"168\"/><xf numFmtId=\"169\"/></cellXfs>";
  private static final String OPEN = "http://schemas.openxmlformats.org/";
  private static final String PURL = "http://purl.oclc.org/ooxml/";

  private final List<String> names = new ArrayList<>();
  private final List<String> sheets = new ArrayList<>();
  private final List<String> states = new ArrayList<>();
  private final List<String> strings = new ArrayList<>();
  private final Map<String, String> paths = new HashMap<>();
  private final Map<String, String> entryNames = new HashMap<>();
  private final Map<String, byte[]> more = new HashMap<>();
  private String date1904 = "";
  private String prefix = "";
  private boolean isStrict;
  private boolean isAbsolute;
  private String modified = "";

  /** A workbook of one sheet. */
  static byte[] of(SheetXml sheet) {
    return new WorkbookBytes().sheet("Danh sách", sheet).bytes();
  }

  /** Adds a sheet after the others. */
  WorkbookBytes sheet(String name, SheetXml sheet) {
    names.add(name);
    sheets.add(sheet.xml());
    states.add("");
    return this;
  }

  WorkbookBytes veryHidden(String name, SheetXml sheet) {
    sheet(name, sheet);
    states.set(states.size() - 1, " state=\"veryHidden\"");
    return this;
  }

  /** Adds a string to the shared table; gives the cell that shows it. */
  String share(String text, boolean isRich) {
    strings.add(SheetXml.string(text, isRich));
    return SheetXml.shared(strings.size() - 1);
  }

  /** Days are counted from 1904; the flag as the program writes it. */
  WorkbookBytes date1904(String flag) {
    date1904 = "<workbookPr date1904=\"" + flag + "\"/>";
    return this;
  }

  /** ISO/IEC 29500 Strict. */
  WorkbookBytes strict() {
    isStrict = true;
    return this;
  }

  /** Every element has this prefix. */
  WorkbookBytes prefix(String letters) {
    prefix = letters;
    return this;
  }

  /** A part stands elsewhere, and its relation says so. */
  WorkbookBytes part(String usual, String path) {
    paths.put(usual, path);
    return this;
  }

  /** The archive names a part otherwise than its relation: in other letters. */
  WorkbookBytes entryName(String usual, String name) {
    entryNames.put(usual, name);
    return this;
  }

  /** Relations name parts from the root. */
  WorkbookBytes absolute() {
    isAbsolute = true;
    return this;
  }

  /** A part that nothing leads to, or one in the place of another. */
  WorkbookBytes stray(String path, String content) {
    more.put(path, utf8(content));
    return this;
  }

  WorkbookBytes modified(String moment) {
    modified = moment;
    return this;
  }

  byte[] bytes() {
    return zip().bytes();
  }

  /** The archive, to be made worse. */
  ZipBytes zip() {
    var zip = new ZipBytes();
    parts().forEach((path, xml) -> zip.add(new ZipBytes.Entry(path, xml)));
    return zip;
  }

  /** Paths and contents of all parts. */
  Map<String, byte[]> parts() {
    String book = path("xl/workbook.xml");
    Map<String, byte[]> parts = new java.util.LinkedHashMap<>();
    put(parts, "[Content_Types].xml", contentTypes());
    String office = "officeDocument/2006/relationships/";
    StringBuilder root = new StringBuilder(relation("rId1", office + "officeDocument", book));
    if (!modified.isEmpty()) {
      String core = path("docProps/core.xml");
      root.append(relation("rId2", "package/2006/relationships/metadata/core-properties", core));
      put(
          parts,
          core,
          "<cp:coreProperties xmlns:cp=\""
              + OPEN
              + "package/2006/metadata/core-properties\""
              + " xmlns:dcterms=\"http://purl.org/dc/terms/\"><dcterms:modified>"
              + modified
              + "</dcterms:modified></cp:coreProperties>");
    }
    put(parts, "_rels/.rels", relationships(root.toString()));
    StringBuilder list = new StringBuilder();
    StringBuilder relations = new StringBuilder();
    for (int i = 0; i < sheets.size(); i++) {
      String path = path("xl/worksheets/sheet" + (i + 1) + ".xml");
      list.append("<sheet name=\"")
          .append(SheetXml.escaped(names.get(i)))
          .append("\" sheetId=\"")
          .append(i + 1)
          .append('"')
          .append(states.get(i))
          .append(" r:id=\"rId")
          .append(i + 1)
          .append("\"/>");
      relations.append(relation("rId" + (i + 1), office + "worksheet", from(book, path)));
      put(parts, path, main("worksheet", sheets.get(i)));
    }
    String styles = path("xl/styles.xml");
    relations.append(relation("rId90", office + "styles", from(book, styles)));
    put(parts, styles, main("styleSheet", STYLES));
    if (!strings.isEmpty()) {
      String path = path("xl/sharedStrings.xml");
      relations.append(relation("rId91", office + "sharedStrings", from(book, path)));
      put(parts, path, main("sst", String.join("", strings)));
    }
    put(parts, book, main("workbook", date1904 + "<sheets>" + list + "</sheets>"));
    int slash = book.lastIndexOf('/') + 1;
    put(
        parts,
        book.substring(0, slash) + "_rels/" + book.substring(slash) + ".rels",
        relationships(relations.toString()));
    parts.putAll(more);
    return parts;
  }

  private void put(Map<String, byte[]> parts, String path, String xml) {
    parts.put(
        entryNames.getOrDefault(path, path),
        utf8("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml));
  }

  private String path(String usual) {
    return paths.getOrDefault(usual, usual);
  }

  /** Where a part stands, as a relation of the workbook says it. */
  private String from(String book, String path) {
    if (isAbsolute) {
      return "/" + path;
    }
    String folder = book.substring(0, book.lastIndexOf('/') + 1);
    return path.startsWith(folder)
        ? path.substring(folder.length())
        : "../".repeat((int) folder.chars().filter(c -> c == '/').count()) + path;
  }

  private String relation(String id, String type, String target) {
    String kind = isStrict ? PURL + type.replace("/2006/", "/") : OPEN + type;
    return "<Relationship Id=\"" + id + "\" Type=\"" + kind + "\" Target=\"" + target + "\"/>";
  }

  private static String relationships(String relations) {
    return "<Relationships xmlns=\""
        + OPEN
        + "package/2006/relationships\">"
        + relations
        + "</Relationships>";
  }

  private String main(String root, String content) {
    String namespace = isStrict ? PURL + "spreadsheetml/main" : OPEN + "spreadsheetml/2006/main";
    String relations =
        isStrict
            ? PURL + "officeDocument/relationships"
            : OPEN + "officeDocument/2006/relationships";
    String open = prefix.isEmpty() ? "" : prefix + ":";
    String xml = prefix.isEmpty() ? content : content.replaceAll("<(/?)(\\w)", "<$1" + open + "$2");
    return "<"
        + open
        + root
        + " xmlns"
        + (prefix.isEmpty() ? "" : ":" + prefix)
        + "=\""
        + namespace
        + "\" xmlns:r=\""
        + relations
        + "\">"
        + xml
        + "</"
        + open
        + root
        + ">";
  }

  private String contentTypes() {
    String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    StringBuilder types = new StringBuilder();
    override(types, "xl/workbook.xml", type + "sheet.main+xml");
    override(types, "xl/styles.xml", type + "styles+xml");
    if (!strings.isEmpty()) {
      override(types, "xl/sharedStrings.xml", type + "sharedStrings+xml");
    }
    for (int i = 1; i <= sheets.size(); i++) {
      override(types, "xl/worksheets/sheet" + i + ".xml", type + "worksheet+xml");
    }
    return "<Types xmlns=\""
        + OPEN
        + "package/2006/content-types\">"
        + "<Default Extension=\"rels\" ContentType=\""
        + "application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + types
        + "</Types>";
  }

  private void override(StringBuilder types, String usual, String type) {
    types
        .append("<Override PartName=\"/")
        .append(path(usual))
        .append("\" ContentType=\"")
        .append(type)
        .append("\"/>");
  }

  /** The number of a day, as Excel counts it from 1900 with a day too many in that year. */
  static long serial(LocalDate day) {
    long days = ChronoUnit.DAYS.between(LocalDate.of(1899, 12, 30), day);
    return days < 61 ? days - 1 : days;
  }

  /** The number of a day, counted from 1904. */
  static long serial1904(LocalDate day) {
    return ChronoUnit.DAYS.between(LocalDate.of(1904, 1, 1), day);
  }
}
