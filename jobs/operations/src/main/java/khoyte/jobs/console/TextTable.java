package khoyte.jobs.console;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import khoyte.warehouse.Messages;

/**
 * Columns side by side, for a terminal. Columns with numbers stand right, all others left; a
 * decimal keeps its decimals.
 */
public final class TextTable {
  private final Locale locale;
  private final List<String> headings;
  private final List<List<Object>> rows = new ArrayList<>();

  /**
   * @param locale by whose rules numbers are written
   */
  public TextTable(Locale locale, List<String> headings) {
    this.locale = locale;
    this.headings = List.copyOf(headings);
  }

  /** A table in a language, with headings of its message list. */
  public static TextTable of(Messages messages, String... keys) {
    return new TextTable(messages.locale(), Stream.of(keys).map(messages::text).toList());
  }

  public void row(Object... cells) {
    rows.add(List.of(cells));
  }

  /** The lines, headings first, without trailing spaces. */
  public List<String> lines() {
    int[] widths = headings.stream().mapToInt(TextTable::width).toArray();
    for (List<Object> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(text(row.get(i))));
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add(line(widths, headings));
    lines.add(line(widths, rules(widths)));
    rows.forEach(row -> lines.add(line(widths, row)));
    return lines;
  }

  private String line(int[] widths, List<?> cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      Object cell = cells.get(i);
      String space = " ".repeat(widths[i] - width(text(cell)));
      boolean right = isNumeric(i);
      line.append(i == 0 ? "" : "  ").append(right ? space + text(cell) : text(cell) + space);
    }
    return line.toString().stripTrailing();
  }

  private boolean isNumeric(int column) {
    return rows.stream().anyMatch(row -> row.get(column) instanceof Number);
  }

  private static List<String> rules(int[] widths) {
    List<String> rules = new ArrayList<>();
    for (int width : widths) {
      rules.add("-".repeat(width));
    }
    return rules;
  }

  private String text(Object cell) {
    if (cell instanceof BigDecimal decimal) {
      NumberFormat format = NumberFormat.getNumberInstance(locale);
      format.setMinimumFractionDigits(decimal.scale());
      format.setMaximumFractionDigits(decimal.scale());
      return format.format(decimal);
    }
    return cell instanceof Number number
        ? NumberFormat.getIntegerInstance(locale).format(number.longValue())
        : String.valueOf(cell);
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
