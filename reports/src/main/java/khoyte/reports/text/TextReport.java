package khoyte.reports.text;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import khoyte.reports.FilledReport;
import khoyte.reports.PageText;
import khoyte.reports.ReportColumn;
import khoyte.reports.ReportFile;
import khoyte.reports.cell.Alignment;
import khoyte.reports.cell.ReportRow;

/** A report as a drawn table for a terminal, title and late sources included. */
public record TextReport(FilledReport report) {

  public void write(Path file) {
    new ReportFile(file).write(text().getBytes(StandardCharsets.UTF_8));
  }

  /** Lines, each ended by a line feed, the widest about 80 letters. */
  public String text() {
    List<ReportColumn> columns = report.definition().columns();
    List<List<String>> headings = columns.stream().map(this::heading).toList();
    List<List<String>> body = new ArrayList<>();
    for (int i = 0; i < report.rows().size(); i++) {
      body.add(cells(report.rows().get(i), report.ordinals().get(i)));
    }
    List<String> total = cells(report.total(), "");
    int[] widths = widths(headings, body, total);

    PageText words = new PageText(report);
    StringBuilder page = new StringBuilder();
    words.title().forEach(line -> line(page, line));
    line(page, words.subtitle() + " · " + words.unitLine());
    rule(page, widths, "┌┬┐");
    int lines = headings.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < lines; i++) {
      List<String> cells = new ArrayList<>();
      for (List<String> heading : headings) {
        int at = i - (lines - heading.size()) / 2;
        cells.add(at >= 0 && at < heading.size() ? heading.get(at) : "");
      }
      row(page, widths, cells, List.of());
    }
    rule(page, widths, "├┼┤");
    List<Alignment> alignments = columns.stream().map(TextReport::alignment).toList();
    body.forEach(cells -> row(page, widths, cells, alignments));
    rule(page, widths, "├┼┤");
    row(page, widths, total, alignments);
    rule(page, widths, "└┴┘");
    line(page, words.lateSources());
    return page.toString();
  }

  private List<String> heading(ReportColumn column) {
    List<String> lines = new ArrayList<>(report.heading(column));
    if (!column.group().isEmpty()) {
      lines.add(0, column.group());
    }
    return lines;
  }

  private static List<String> cells(ReportRow row, String ordinal) {
    List<String> cells = new ArrayList<>(List.of(ordinal, row.unitName()));
    row.cells().forEach(cell -> cells.add(cell.printed()));
    return cells;
  }

  private static Alignment alignment(ReportColumn column) {
    return switch (column.kind()) {
      case ORDINAL, COUNT, SHARE, MONEY -> Alignment.RIGHT;
      case UNIT_NAME -> Alignment.LEFT;
      case DAY, TEXT -> Alignment.CENTRE;
    };
  }

  private static int[] widths(
      List<List<String>> headings, List<List<String>> body, List<String> total) {
    int[] widths = new int[headings.size()];
    for (int i = 0; i < widths.length; i++) {
      for (String line : headings.get(i)) {
        widths[i] = Math.max(widths[i], width(line));
      }
      for (List<String> row : body) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
      widths[i] = Math.max(widths[i], width(total.get(i)));
    }
    return widths;
  }

  /** Places on a terminal: a letter with its marks takes one. */
  private static int width(String text) {
    return (int)
        Normalizer.normalize(text, Normalizer.Form.NFC)
            .codePoints()
            .filter(letter -> Character.getType(letter) != Character.NON_SPACING_MARK)
            .count();
  }

  private static void line(StringBuilder page, String text) {
    page.append(text).append('\n');
  }

  private static void rule(StringBuilder page, int[] widths, String joints) {
    for (int i = 0; i < widths.length; i++) {
      page.append(i == 0 ? joints.charAt(0) : joints.charAt(1)).append("─".repeat(widths[i] + 2));
    }
    page.append(joints.charAt(2)).append('\n');
  }

  /** Centred where no alignment is given. */
  private static void row(
      StringBuilder page, int[] widths, List<String> cells, List<Alignment> alignments) {
    for (int i = 0; i < widths.length; i++) {
      int free = widths[i] - width(cells.get(i));
      int before =
          switch (alignments.isEmpty() ? Alignment.CENTRE : alignments.get(i)) {
            case LEFT -> 0;
            case CENTRE -> free / 2;
            case RIGHT -> free;
          };
      page.append("│ ")
          .append(" ".repeat(before))
          .append(cells.get(i))
          .append(" ".repeat(free - before))
          .append(' ');
    }
    page.append("│\n");
  }
}
