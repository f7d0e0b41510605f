package khoyte.pipelines.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A workbook whose parts are written as text, as odd as programs make them. Its sheets are lists of
 * answers of the population database, whose heading is {@link #HEADING}.
 */
final class DrawnWorkbook {
  static final String TRANSITIONAL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  static final String STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";
  static final String STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships";

  static final String[] HEADING = {
    "MA_HSSK", "HO_TEN", "NGAY_SINH", "GIOI_TINH", "SO_DINH_DANH", "KET_QUA"
  };

  /** Styles 0 to 5: general, two dates, twelve zeros, month, year. */
  static final String STYLES =
      "<styleSheet xmlns='"
          + TRANSITIONAL
          + "'><numFmts count='4'><numFmt numFmtId='164' formatCode='&quot;ngày &quot;dd\\/mm\\/yyyy'/>"
          + "<numFmt numFmtId='165' formatCode='000000000000'/>"
          + "<numFmt numFmtId='166' formatCode='mm/yyyy'/><numFmt numFmtId='167' formatCode='yyyy'/>"
          + "</numFmts><cellXfs count='6'><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/>"
          + "<xf numFmtId='165'/><xf numFmtId='166'/><xf numFmtId='167'/></cellXfs></styleSheet>";

  private final Map<String, Object> parts = new LinkedHashMap<>();
  private final StringBuilder sheets = new StringBuilder();
  private final StringBuilder relations = new StringBuilder();
  private final String space;
  private final String relationSpace;
  private String properties = "";
  private int count;

  DrawnWorkbook() {
    this(TRANSITIONAL, RELATIONS);
  }

  /** In the dialect of the given namespaces. */
  DrawnWorkbook(String space, String relationSpace) {
    this.space = space;
    this.relationSpace = relationSpace;
    part("[Content_Types].xml", "<Types/>");
    part("_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml")));
  }

  /** A row of inline texts; {@code null} is no cell, {@code <c …} the cell itself. */
  static String row(int number, String... values) {
    StringBuilder row = new StringBuilder("<row r='" + number + "'>");
    for (int i = 0; i < values.length; i++) {
      String address = " r='" + (char) ('A' + i) + number + "'";
      if (values[i] != null && values[i].startsWith("<c")) {
        row.append("<c").append(address).append(values[i].substring(2));
      } else if (values[i] != null) {
        row.append("<c").append(address).append(" t='inlineStr'><is><t>");
        row.append(values[i]).append("</t></is></c>");
      }
    }
    return row.append("</row>").toString();
  }

  static String heading(int number) {
    return row(number, HEADING);
  }

  /** A row with a key, and a value in the column of names. */
  static String record(int number, String key, String name) {
    return row(number, key, name);
  }

  String relation(String id, String kind, String target) {
    return "<Relationship Id='%s' Type='%s/%s' Target='%s'/>"
        .formatted(id, relationSpace, kind, target);
  }

  static String relations(String relations) {
    return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        + relations
        + "</Relationships>";
  }

  /** A visible sheet of these rows. */
  DrawnWorkbook sheet(String name, String... rows) {
    return sheetWith(name, "visible", String.join("", rows), "");
  }

  /**
   * @param behind what follows the rows
   */
  DrawnWorkbook sheetWith(String name, String state, String rows, String behind) {
    count++;
    part("xl/worksheets/sheet" + count + ".xml", document(rows, behind));
    return listed(name, state, "worksheet", "worksheets/sheet" + count + ".xml");
  }

  /** A sheet whose part is wherever its relation says. */
  DrawnWorkbook listed(String name, String state, String kind, String target) {
    int id = relations.length();
    sheets.append(
        "<sheet name='%s' sheetId='%d' state='%s' r:id='rId%d'/>"
            .formatted(name, id + 1, state, id));
    relations.append(relation("rId" + id, kind, target));
    return this;
  }

  String document(String rows, String behind) {
    return "<worksheet xmlns='%s'><sheetData>%s</sheetData>%s</worksheet>"
        .formatted(space, rows, behind);
  }

  static String merged(String... references) {
    return "<mergeCells><mergeCell ref='"
        + String.join("'/><mergeCell ref='", references)
        + "'/></mergeCells>";
  }

  /** A part that the list of sheets is related to. */
  DrawnWorkbook related(String kind, String target, String content) {
    relations.append(relation("rId" + kind, kind, target));
    return part("xl/" + target, content);
  }

  DrawnWorkbook styles() {
    return related("styles", "styles.xml", STYLES.replace(TRANSITIONAL, space));
  }

  DrawnWorkbook strings(String... items) {
    return related(
        "sharedStrings",
        "sharedStrings.xml",
        "<sst xmlns='" + space + "'><si>" + String.join("</si><si>", items) + "</si></sst>");
  }

  /** What the list of sheets says beside them. */
  DrawnWorkbook properties(String elements) {
    properties = elements;
    return this;
  }

  DrawnWorkbook part(String name, String content) {
    parts.put(name, content);
    return this;
  }

  /** A part that is too large for one text. */
  DrawnWorkbook part(String name, List<byte[]> content) {
    parts.put(name, content);
    return this;
  }

  DrawnWorkbook without(String name) {
    parts.remove(name);
    return this;
  }

  /** Gives a part another name, once {@link #bytes} has made it. */
  DrawnWorkbook moved(String name, String other) {
    parts.put(other, parts.remove(name));
    return this;
  }

  byte[] bytes() {
    parts.putIfAbsent("xl/_rels/workbook.xml.rels", relations(relations.toString()));
    parts.putIfAbsent(
        "xl/workbook.xml",
        "<workbook xmlns='%s' xmlns:r='%s'>%s<sheets>%s</sheets></workbook>"
            .formatted(space, relationSpace, properties, sheets));
    List<Object> entries = new ArrayList<>();
    parts.forEach(
        (name, content) -> {
          entries.add(name);
          entries.add(content instanceof String text ? Landed.utf8(text) : content);
        });
    return Landed.zip(entries.toArray());
  }
}
