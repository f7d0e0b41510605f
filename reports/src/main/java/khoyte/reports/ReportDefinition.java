package khoyte.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import khoyte.reports.font.Typeface;
import khoyte.warehouse.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * A report as a value: its words, columns, total, notes, chart and paper. Its question stands
 * beside it in {@code reports/<name>/query.sql}. In title and notes {@code ‹D›} stands for the
 * report's date.
 *
 * @param mart whose fields the query selects; null only in drawn examples
 * @param title broken into the lines of the page
 * @param shortTitle heads the later pages
 * @param chart null if there is none
 */
public record ReportDefinition(
    String name,
    @Nullable Table mart,
    Rows rows,
    List<String> title,
    String shortTitle,
    Subtitle subtitle,
    String unitOfCount,
    List<ReportColumn> columns,
    TotalLabel total,
    List<String> notes,
    @Nullable ReportChart chart,
    Set<Block> blocks,
    Paper paper) {

  /** Marks a heading whose sources were late, and a sum that is not whole. */
  static final String LATE_MARK = " (*)";

  private static final double HEADING_POINTS = 12;
  private static final double INDEX_POINTS = 9;

  /** The most columns of a portrait page. */
  private static final int PORTRAIT_COLUMNS = 8;

  public ReportDefinition {
    title = List.copyOf(title);
    columns = List.copyOf(columns);
    notes = List.copyOf(notes);
    blocks = Set.copyOf(blocks);
    double width = columns.stream().mapToDouble(ReportColumn::mm).sum();
    if (width != paper.printWidthMm()) {
      throw new IllegalArgumentException(
          "Cannot print report " + name + ": its columns are " + width + " mm wide");
    }
    for (int i = 2; i < columns.size(); i++) {
      String index = (i - 1) + " = " + columns.get(i).formula();
      if (Typeface.ITALIC.mm(index, INDEX_POINTS) > columns.get(i).mm()) {
        throw new IllegalArgumentException(
            "Cannot print report " + name + ": index “" + index + "” is wider than its column");
      }
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
    if (columns.size() > PORTRAIT_COLUMNS && !paper.isLandscape()) {
      throw new IllegalArgumentException(
          "Cannot print report " + name + ": more than 8 columns need a landscape page");
    }
    if (mart != null) {
      columns.stream()
          .filter(ReportColumn::isMeasure)
          .forEach(column -> mart.indexOf(column.measure()));
    }
    if (columns.get(0).kind() != CellKind.ORDINAL || columns.get(1).kind() != CellKind.UNIT_NAME) {
      throw new IllegalArgumentException(
          "Cannot print report " + name + ": it does not begin with running number and unit");
    }
  }

  /** What the line under the title says about the time of the figures. */
  public enum Subtitle {
    /** A state on a day. */
    STOCK,
    /** Everything that had been received, whatever day it is about. */
    RECEIVED
  }

  /** What the rows are. */
  public enum Rows {
    /** Units of the province, so that one of them can be asked for. */
    DISTRICTS,
    /** Those who send data. */
    SENDERS
  }

  /** Parts of the page that not every report has. */
  public enum Block {
    /** Below the headings {@code A}, {@code B}, {@code 1}, {@code 2 = 3 + 4}. */
    INDEX_ROW,
    /** Recipients and signature. */
    SIGNATURE
  }

  static Builder report(String name) {
    return new Builder(name);
  }

  public boolean has(Block block) {
    return blocks.contains(block);
  }

  /** Size of the letters in the rows: the more columns, the smaller. */
  public int bodyPoints() {
    int count = columns.size();
    return count < 8 ? 12 : count < 12 ? 11 : count < 15 ? 10 : 9;
  }

  /** What the index row says of each column. */
  public List<String> indexes() {
    List<String> indexes = new ArrayList<>(List.of("A", "B"));
    for (int i = 2; i < columns.size(); i++) {
      String formula = columns.get(i).formula();
      indexes.add((i - 1) + (formula.isEmpty() ? "" : " = " + formula));
    }
    return indexes;
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

  /**
   * Collects the parts of a definition: first of a stock by district, signed, without index row.
   */
  static final class Builder {
    private final String name;
    private final List<String> title = new ArrayList<>();
    private final List<ReportColumn> columns = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final EnumSet<Block> blocks = EnumSet.of(Block.SIGNATURE);
    private @Nullable Table mart;
    private Rows rows = Rows.DISTRICTS;
    private Subtitle subtitle = Subtitle.STOCK;
    private String shortTitle = "";
    private String unitOfCount = "";

    private Builder(String name) {
      this.name = name;
    }

    Builder from(Table table) {
      mart = table;
      return this;
    }

    Builder rows(Rows kind) {
      rows = kind;
      return this;
    }

    Builder titled(String... lines) {
      title.addAll(List.of(lines));
      return this;
    }

    Builder shortly(String text) {
      shortTitle = text;
      return this;
    }

    Builder at(Subtitle time) {
      subtitle = time;
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

    Builder with(Block block) {
      blocks.add(block);
      return this;
    }

    Builder without(Block block) {
      blocks.remove(block);
      return this;
    }

    ReportDefinition build(TotalLabel total, @Nullable ReportChart chart, Paper paper) {
      return new ReportDefinition(
          name,
          mart,
          rows,
          title,
          shortTitle,
          subtitle,
          unitOfCount,
          columns,
          total,
          notes,
          chart,
          blocks,
          paper);
    }
  }
}
