package khoyte.pipelines.read.senders;

import java.util.ArrayList;
import java.util.List;

/**
 * The part of a sheet, as a program writes it. A cell is XML that begins with {@code <c}, else a
 * text that is written inline; an empty one is not written.
 */
final class SheetXml {
  private final List<String> rows = new ArrayList<>();
  private final List<String> merged = new ArrayList<>();
  private boolean hasAddresses = true;
  private int next = 1;

  SheetXml row(String... cells) {
    StringBuilder row = new StringBuilder("<row").append(address(String.valueOf(next))).append('>');
    for (int i = 0; i < cells.length; i++) {
      String cell = cells[i];
      if (!cell.isEmpty()) {
        String xml = cell.startsWith("<c") ? cell : text(cell);
        row.append("<c").append(address(column(i) + next)).append(xml.substring(2));
      } else if (!hasAddresses) {
        row.append("<c/>");
      }
    }
    next++;
    return raw(row.append("</row>").toString());
  }

  private String address(String address) {
    return hasAddresses ? " r=\"" + address + "\"" : "";
  }

  SheetXml rows(List<List<String>> all) {
    all.forEach(row -> row(row.toArray(String[]::new)));
    return this;
  }

  /** Goes on at this row. */
  SheetXml at(int row) {
    next = row;
    return this;
  }

  /** What stands in the sheet as it is. */
  SheetXml raw(String xml) {
    rows.add(xml);
    return this;
  }

  /** The addresses of rows and cells, which may be left out, are. */
  SheetXml withoutAddresses() {
    hasAddresses = false;
    return this;
  }

  /** Merges an area, as A2:B5. */
  SheetXml merge(String area) {
    merged.add("<mergeCell ref=\"" + area + "\"/>");
    return this;
  }

  /** Where the next row stands. */
  int next() {
    return next;
  }

  String xml() {
    String areas =
        merged.isEmpty()
            ? ""
            : "<mergeCells count=\""
                + merged.size()
                + "\">"
                + String.join("", merged)
                + "</mergeCells>";
    return "<sheetData>" + String.join("", rows) + "</sheetData>" + areas;
  }

  /** The letters of a column, from 0. */
  static String column(int index) {
    return (index < 26 ? "" : column(index / 26 - 1)) + (char) ('A' + index % 26);
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String t(String text) {
    return "<t xml:space=\"preserve\">" + escaped(text) + "</t>";
  }

  static String text(String text) {
    return "<c t=\"inlineStr\"><is>" + t(text) + "</is></c>";
  }

  /** A text in two runs with a reading aid, which is no part of it. */
  static String richText(String text) {
    int half = text.length() / 2;
    return "<c t=\"inlineStr\"><is>"
        + runs(text.substring(0, half), text.substring(half))
        + "</is></c>";
  }

  private static String runs(String first, String second) {
    return "<r>"
        + t(first)
        + "</r><r><rPr><b/></rPr>"
        + t(second)
        + "</r>"
        + "<rPh sb=\"0\" eb=\"1\"><t>KANA</t></rPh><phoneticPr fontId=\"1\"/>";
  }

  /** A string of the shared table, in one run or in two. */
  static String string(String text, boolean isRich) {
    int half = text.length() / 2;
    return "<si>"
        + (isRich ? runs(text.substring(0, half), text.substring(half)) : t(text))
        + "</si>";
  }

  /** A string of the shared table by its number. */
  static String shared(int index) {
    return "<c t=\"s\"><v>" + index + "</v></c>";
  }

  static String number(String digits) {
    return "<c><v>" + digits + "</v></c>";
  }

  /** A number shown in a style of {@link WorkbookBytes}. */
  static String styled(String digits, int style) {
    return "<c s=\"" + style + "\"><v>" + digits + "</v></c>";
  }

  static String isoDate(String date) {
    return "<c t=\"d\" s=\"" + WorkbookBytes.DATE + "\"><v>" + date + "</v></c>";
  }

  /** A formula that gave a text. */
  static String formula(String formula, String value) {
    return "<c t=\"str\"><f>" + escaped(formula) + "</f><v>" + escaped(value) + "</v></c>";
  }

  /** A formula that gave a number. */
  static String formulaOfNumber(String formula, String value) {
    return "<c><f>" + escaped(formula) + "</f><v>" + value + "</v></c>";
  }

  /** A formula that no program has computed yet. */
  static String uncomputed(String formula) {
    return "<c><f>" + escaped(formula) + "</f></c>";
  }
}
