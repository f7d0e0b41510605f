package khoyte.warehouse.night;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import khoyte.warehouse.Messages;
import org.jspecify.annotations.Nullable;

/**
 * An answer as columns on a terminal, as wide as the first rows need. Width is what a terminal
 * shows: a combining mark takes none, a Chinese character two.
 */
final class TableAnswer implements AnswerWriter {
  private static final int ROWS_MEASURED = 1000;

  private final Writer out;
  private final Messages messages;
  private final List<List<String>> waiting = new ArrayList<>();
  private List<AnswerColumn> columns = List.of();
  private int[] widths = {};
  private long rows;

  TableAnswer(Writer out, Messages messages) {
    this.out = out;
    this.messages = messages;
  }

  @Override
  public void begin(List<AnswerColumn> columns) {
    this.columns = columns;
  }

  @Override
  public void row(List<@Nullable Object> values) throws IOException {
    rows++;
    List<String> cells = values.stream().map(TableAnswer::cell).toList();
    if (rows <= ROWS_MEASURED) {
      waiting.add(cells);
    } else {
      printWaiting();
      print(cells);
    }
  }

  @Override
  public void end() throws IOException {
    printWaiting();
    out.write("(" + messages.text("sql.rows", rows) + ")\n");
    out.flush();
  }

  private void printWaiting() throws IOException {
    if (widths.length > 0) {
      return;
    }
    List<String> names = columns.stream().map(AnswerColumn::name).toList();
    widths = names.stream().mapToInt(TableAnswer::width).toArray();
    for (List<String> cells : waiting) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(cells.get(i)));
      }
    }
    print(names);
    StringBuilder rule = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      rule.append(i == 0 ? "" : "-+-").append("-".repeat(widths[i]));
    }
    out.write(rule.append('\n').toString());
    for (List<String> cells : waiting) {
      print(cells);
    }
    waiting.clear();
  }

  private void print(List<String> cells) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = cells.get(i);
      String space = " ".repeat(Math.max(0, widths[i] - width(cell)));
      line.append(i == 0 ? "" : " | ");
      line.append(columns.get(i).isNumber() ? space + cell : cell + space);
    }
    out.write(line.toString().stripTrailing() + "\n");
  }

  /** On one line: a control character is shown as a space. */
  private static String cell(@Nullable Object value) {
    return Objects.requireNonNullElse(AnswerValue.text(value), "").replaceAll("\\p{Cntrl}", " ");
  }

  static int width(String text) {
    return text.codePoints().map(TableAnswer::width).sum();
  }

  private static int width(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(codePoint) ? 2 : 1;
    };
  }

  private static boolean isWide(int codePoint) {
    return Character.isIdeographic(codePoint)
        || (codePoint >= 0x1100 && codePoint <= 0x115F)
        || (codePoint >= 0x3041 && codePoint <= 0x33FF)
        || (codePoint >= 0xAC00 && codePoint <= 0xD7A3)
        || (codePoint >= 0xFF00 && codePoint <= 0xFF60)
        || (codePoint >= 0x1F300 && codePoint <= 0x1FAFF);
  }
}
