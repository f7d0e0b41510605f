package khoyte.pipelines.read.xlsx;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import khoyte.pipelines.read.source.LandedFile;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a sheet as texts; rows without any value are passed over. A date cell is {@code
 * dd/MM/yyyy}, a number plain digits; a formula is not a value and stays as {@code =…}.
 */
public final class SheetRows implements Closeable {
  private static final int MOST_COLUMNS = 16_384;

  private final Workbook workbook;
  private final LandedFile file;
  private final InputStream stream;
  private final XMLStreamReader reader;
  private @Nullable String[] values = new String[32];
  private int width;
  private int number;

  SheetRows(Workbook workbook, LandedFile file, InputStream stream) throws XMLStreamException {
    this.workbook = workbook;
    this.file = file;
    this.stream = stream;
    this.reader = workbook.open(stream);
  }

  /** Goes to the next row that has a value; false at the end. */
  public boolean next() throws XMLStreamException {
    while (reader.hasNext()) {
      int event = workbook.next(reader);
      if (event == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("row")) {
        String written = reader.getAttributeValue(null, "r");
        number = written == null ? number + 1 : index(written);
        if (readRow()) {
          return true;
        }
      } else if (event == XMLStreamConstants.END_ELEMENT
          && reader.getLocalName().equals("sheetData")) {
        return false;
      }
    }
    return false;
  }

  private boolean readRow() throws XMLStreamException {
    Arrays.fill(values, 0, width, null);
    width = 0;
    boolean hasValue = false;
    int column = -1;
    while (true) {
      int event = workbook.next(reader);
      if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("row")) {
        return hasValue;
      }
      if (event == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("c")) {
        String address = reader.getAttributeValue(null, "r");
        column = address == null ? column + 1 : column(address);
        String value = value();
        if (value != null && !value.isEmpty()) {
          put(column, value);
          hasValue = true;
        }
      }
    }
  }

  private void put(int column, String value) {
    if (column >= MOST_COLUMNS) {
      throw file.refused("archive");
    }
    if (column >= values.length) {
      values = Arrays.copyOf(values, Math.max(column + 1, values.length * 2));
    }
    values[column] = value;
    width = Math.max(width, column + 1);
  }

  /** {@code AB12} is column 27. */
  private static int column(String address) {
    int column = 0;
    for (int i = 0; i < address.length() && column <= MOST_COLUMNS; i++) {
      char c = address.charAt(i);
      if (c < 'A' || c > 'Z') {
        break;
      }
      column = column * 26 + c - 'A' + 1;
    }
    return column - 1;
  }

  private @Nullable String value() throws XMLStreamException {
    String type = Objects.requireNonNullElse(reader.getAttributeValue(null, "t"), "n");
    String style = reader.getAttributeValue(null, "s");
    String written = null;
    String formula = null;
    while (true) {
      int event = workbook.next(reader);
      if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("c")) {
        break;
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (reader.getLocalName()) {
          case "v" -> written = reader.getElementText();
          case "f" -> formula = "=" + reader.getElementText();
          case "is" -> written = workbook.textOf(reader);
          default -> {}
        }
      }
    }
    if (formula != null || written == null) {
      return formula;
    }
    return switch (type) {
      case "s" -> workbook.sharedString(index(written));
      case "n" ->
          style != null && workbook.isDate(index(style))
              ? NumberText.date(written, workbook.is1904())
              : NumberText.plain(written);
      case "d" -> isoDate(written);
      default -> written;
    };
  }

  private static int index(String written) {
    try {
      return Integer.parseInt(written.strip());
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static String isoDate(String written) {
    try {
      return written.length() > 10
          ? NumberText.text(LocalDateTime.parse(written.replace("Z", "")))
          : NumberText.text(LocalDate.parse(written).atStartOfDay());
    } catch (DateTimeParseException e) {
      return written;
    }
  }

  /** Number of the row in its sheet, from 1. */
  public int number() {
    return number;
  }

  /** The value of a column, from 0; null if empty. */
  public @Nullable String value(int column) {
    return column < width ? values[column] : null;
  }

  /** All values up to the last, an empty text where there is none. */
  public List<String> values() {
    List<String> all = new ArrayList<>(width);
    for (int i = 0; i < width; i++) {
      all.add(Objects.requireNonNullElse(values[i], ""));
    }
    return all;
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
