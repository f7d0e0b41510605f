package khoyte.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import khoyte.reports.font.Typeface;

/**
 * A report as a value: its words, columns, total, notes, chart and paper. Its question stands
 * beside it in {@code reports/<name>/query.sql}. In the notes {@code ‹D›} stands for the report's
 * date.
 *
 * @param title broken into the lines of the page
 * @param shortTitle heads the later pages
 */
public record ReportDefinition(
    String name,
    List<String> title,
    String shortTitle,
    Subtitle subtitle,
    String unitOfCount,
    List<ReportColumn> columns,
    TotalLabel total,
    List<String> notes,
    ReportChart chart,
    Paper paper) {

  /** Marks a heading whose sources were late, and a sum that is not whole. */
  static final String LATE_MARK = " (*)";

  private static final double HEADING_POINTS = 12;

  public ReportDefinition {
    title = List.copyOf(title);
    columns = List.copyOf(columns);
    notes = List.copyOf(notes);
    double width = columns.stream().mapToDouble(ReportColumn::mm).sum();
    if (width != paper.printWidthMm()) {
      throw new IllegalArgumentException(
          "Cannot print report " + name + ": its columns are " + width + " mm wide");
    }
    for (ReportColumn column : columns) {
      String mark = column.sources().isEmpty() ? "" : LATE_MARK;
      for (String line : column.heading()) {
        if (Typeface.BOLD.mm(line + mark, HEADING_POINTS) > column.mm()) {
          throw new IllegalArgumentException(
              "Cannot print report " + name + ": heading “" + line + "” is wider than its column");
        }
      }
    }
    if (columns.get(0).kind() != CellKind.ORDINAL || columns.get(1).kind() != CellKind.UNIT_NAME) {
      throw new IllegalArgumentException(
          "Cannot print report " + name + ": it does not begin with running number and unit");
    }
  }

  /** What the line under the title says about the time of the figures. */
  public enum Subtitle {
    /** A state on a day. */
    STOCK
  }

  static Builder report(String name) {
    return new Builder(name);
  }

  /** The title in one line. */
  public String titleLine() {
    return String.join(" ", title);
  }

  public List<ReportColumn> measures() {
    return columns.stream().filter(ReportColumn::isMeasure).toList();
  }

  /** The question to the night's warehouse; it answers unit_code, unit_name and every measure. */
  public String query() {
    String path = "/reports/" + name + "/query.sql";
    try (InputStream file =
        Objects.requireNonNull(ReportDefinition.class.getResourceAsStream(path), path)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Collects the parts of a definition. */
  static final class Builder {
    private final String name;
    private final List<String> title = new ArrayList<>();
    private final List<ReportColumn> columns = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private String shortTitle = "";
    private String unitOfCount = "";

    private Builder(String name) {
      this.name = name;
    }

    Builder titled(String... lines) {
      title.addAll(List.of(lines));
      return this;
    }

    Builder shortly(String text) {
      shortTitle = text;
      return this;
    }

    Builder counting(String unit) {
      unitOfCount = unit;
      return this;
    }

    Builder column(ReportColumn column) {
      columns.add(column);
      return this;
    }

    Builder note(String sentence) {
      notes.add(sentence);
      return this;
    }

    ReportDefinition build(TotalLabel total, ReportChart chart, Paper paper) {
      return new ReportDefinition(
          name,
          title,
          shortTitle,
          Subtitle.STOCK,
          unitOfCount,
          columns,
          total,
          notes,
          chart,
          paper);
    }
  }
}
