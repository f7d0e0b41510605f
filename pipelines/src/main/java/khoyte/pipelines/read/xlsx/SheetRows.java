package khoyte.pipelines.read.xlsx;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import khoyte.pipelines.read.text.VietnameseText;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a sheet as texts. Rows without a value of their own are passed over; hidden rows and
 * columns are read as any other. A formula is its result; a merged cell has its value in every cell
 * that it covers.
 */
public final class SheetRows implements Closeable {
  private final WorkbookCells cells;
  private final InputStream stream;
  private final RowEvents events;
  private final MergedAreas.Spread merged;

  private @Nullable String[] values = new String[32];
  private final BitSet withoutResult = new BitSet();
  private int columns;
  private int number;
  private boolean hasValue;

  SheetRows(WorkbookCells cells, InputStream stream, SheetShape shape) throws XMLStreamException {
    this.cells = cells;
    this.stream = stream;
    this.merged = shape.spread();
    this.events =
        new RowEvents(
            cells.parts(),
            stream,
            new XSSFSheetXMLHandler(
                cells.styles(), cells.texts(), new Contents(), cells.numbers(), false));
  }

  private final class Contents implements XSSFSheetXMLHandler.SheetContentsHandler {
    @Override
    public void startRow(int row) {
      Arrays.fill(values, 0, columns, null);
      withoutResult.clear();
      hasValue = false;
      number = row + 1;
    }

    @Override
    public void cell(
        @Nullable String address, @Nullable String value, @Nullable XSSFComment comment) {
      put(Objects.requireNonNullElse(value, ""));
    }

    @Override
    public void endRow(int row) {
      merged.over(row, values, columns);
    }
  }

  private void put(String value) {
    if (events.isFormula() && cells.isUncalculated() && value.equals("0")) {
      withoutResult(events.column());
      return;
    }
    String text =
        switch (events.type()) {
          case "n", "s", "b" -> value;
          case "d" -> CellText.isoDate(value);
          default -> CellText.unescaped(value);
        };
    if (!VietnameseText.isBlank(text)) {
      makeRoom(events.column());
      values[events.column()] = text;
      hasValue = true;
    }
  }

  private void withoutResult(int column) {
    makeRoom(column);
    withoutResult.set(column);
    hasValue = true;
  }

  private void makeRoom(int column) {
    if (column >= values.length) {
      values = Arrays.copyOf(values, Math.max(column + 1, values.length * 2));
    }
    columns = Math.max(columns, column + 1);
  }

  /** Goes to the next row that has a value of its own; false at the end. */
  public boolean next() throws XMLStreamException {
    while (events.next(this::withoutResult)) {
      if (hasValue) {
        return true;
      }
    }
    return false;
  }

  /** Number of the row in its sheet, from 1. */
  public int number() {
    return number;
  }

  /** Place of the row among all rows that the sheet has, from 0. */
  public int place() {
    return events.place();
  }

  /** The value of a column, from 0; null if empty. */
  public @Nullable String value(int column) {
    return column < columns ? values[column] : null;
  }

  /** Whether a formula stands there whose result is not saved. */
  public boolean isWithoutResult(int column) {
    return withoutResult.get(column) && value(column) == null;
  }

  /** Whether two columns are one cell in this row. */
  public boolean areOne(int column, int other) {
    return merged.areOne(column, other);
  }

  /** Whether the cell of a column is that of one further to the left. */
  public boolean isFromLeft(int column) {
    return merged.beginsLeft(column);
  }

  /** Whether the cell of a column is that of a row above. */
  public boolean isFromAbove(int column) {
    return merged.beginsAbove(column, number - 1);
  }

  /**
   * What may be headings: all values up to the last, an empty text where there is none. A cell over
   * several columns heads the first.
   */
  public List<String> headings() {
    List<String> headings = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      headings.add(!isFromLeft(i) ? Objects.requireNonNullElse(values[i], "") : "");
    }
    while (!headings.isEmpty() && headings.get(headings.size() - 1).isEmpty()) {
      headings.remove(headings.size() - 1);
    }
    return headings;
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
