package khoyte.pipelines.read.senders;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes a table as a workbook in drawn habits. */
final class SheetWriter {
  private final DrawnTable table;
  private final Random random;
  private final boolean isTyped;
  private final boolean is1904;
  private final WorkbookBytes book = new WorkbookBytes();

  /**
   * @param isTyped whether dates and ids are cells of their own types, as when a person types them;
   *     else every cell is a text
   */
  SheetWriter(DrawnTable table, Random random, boolean isTyped) {
    this.table = table;
    this.random = random;
    this.isTyped = isTyped;
    is1904 = random.nextInt(3) == 0;
  }

  byte[] bytes() {
    if (is1904) {
      book.date1904(random.nextBoolean() ? "1" : "true");
    }
    if (random.nextInt(3) == 0) {
      book.prefix("x");
    }
    if (random.nextInt(3) == 0) {
      book.strict();
    }
    if (random.nextInt(3) == 0) {
      book.absolute().part("xl/sharedStrings.xml", "xl/text/t1.xml");
    }
    int from = 0;
    for (int sheet = random.nextInt(3); sheet >= 0; sheet--) {
      int to = sheet == 0 ? table.rows.size() : from + random.nextInt(table.rows.size() - from + 1);
      book.sheet("Trang " + sheet, sheet(table.rows.subList(from, to)));
      from = to;
    }
    return book.bytes();
  }

  private SheetXml sheet(List<List<String>> rows) {
    SheetXml sheet = new SheetXml();
    sheet.row(table.headings.stream().map(this::text).toArray(String[]::new));
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (i > 0 && random.nextInt(6) == 0 && !isMergedWithNext(rows, i - 1)) {
        sheet.raw("<row r=\"%d\"><c r=\"B%1$d\" s=\"1\"/></row>".formatted(sheet.next()));
        sheet.at(sheet.next() + 1);
      }
      places.add(sheet.next());
      List<String> cells = new ArrayList<>();
      for (int column = 0; column < table.headings.size(); column++) {
        boolean isCovered = i > 0 && isMerged(rows, i, column);
        cells.add(isCovered ? "" : cell(rows.get(i).get(column), column));
      }
      sheet.row(cells.toArray(String[]::new));
    }
    for (int column = 0; column < table.headings.size(); column++) {
      merge(sheet, rows, places, column);
    }
    return sheet;
  }

  /** The cells of one person stand once over all his rows, if the table is written so. */
  private boolean isMerged(List<List<String>> rows, int row, int column) {
    return column > 0
        && column < 9
        && rows.get(row).get(column).equals(rows.get(row - 1).get(column))
        && rows.get(row).get(4).equals(rows.get(row - 1).get(4));
  }

  private boolean isMergedWithNext(List<List<String>> rows, int row) {
    for (int column = 0; column < table.headings.size(); column++) {
      if (isMerged(rows, row + 1, column)) {
        return true;
      }
    }
    return false;
  }

  private void merge(SheetXml sheet, List<List<String>> rows, List<Integer> places, int column) {
    int first = 0;
    for (int i = 1; i <= rows.size(); i++) {
      if (i == rows.size() || !isMerged(rows, i, column)) {
        if (i - first > 1) {
          String letters = SheetXml.column(column);
          sheet.merge(letters + places.get(first) + ":" + letters + places.get(i - 1));
        }
        first = i;
      }
    }
  }

  private String cell(String value, int column) {
    if (isTyped && table.isDate(column) && !value.isEmpty()) {
      LocalDate day =
          LocalDate.of(
              Integer.parseInt(value.substring(6)),
              Integer.parseInt(value.substring(3, 5)),
              Integer.parseInt(value.substring(0, 2)));
      long serial = is1904 ? WorkbookBytes.serial1904(day) : WorkbookBytes.serial(day);
      return random.nextInt(4) == 0
          ? SheetXml.isoDate(day.toString())
          : SheetXml.styled("" + serial, 1 + random.nextInt(4));
    }
    if (isTyped && table.isWitnessedNumber(column) && !value.isEmpty()) {
      long number = Long.parseLong(value);
      return switch (random.nextInt(4)) {
        case 0 -> SheetXml.number(number + ".0");
        case 1 -> SheetXml.formulaOfNumber("A1+1", "" + number);
        default -> SheetXml.number("" + number);
      };
    }
    return value.isEmpty() ? "" : text(value);
  }

  private String text(String value) {
    return switch (random.nextInt(5)) {
      case 0 -> SheetXml.text(value);
      case 1 -> SheetXml.richText(value);
      case 2 -> book.share(value, false);
      case 3 -> book.share(value, true);
      default -> SheetXml.formula("TRIM(A1)", value);
    };
  }
}
