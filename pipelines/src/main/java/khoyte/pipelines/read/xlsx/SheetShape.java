package khoyte.pipelines.read.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import khoyte.pipelines.read.text.VietnameseText;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a sheet hold anything and which of its cells are merged, as its XML says it; known
 * before any row is read, and whatever is made of the rows.
 */
final class SheetShape {
  private final BitSet filled = new BitSet();
  private final MergedAreas areas = new MergedAreas();

  private SheetShape() {}

  static SheetShape of(XmlParts parts, String part, SharedTexts texts)
      throws IOException, XMLStreamException {
    var shape = new SheetShape();
    try (InputStream stream = parts.open(part)) {
      shape.read(parts, parts.reader(stream), texts);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw parts.damaged();
    }
    shape.areas.sort();
    return shape;
  }

  private void read(XmlParts parts, XMLStreamReader reader, SharedTexts texts)
      throws XMLStreamException {
    int row = -1;
    boolean isInRows = false;
    while (reader.hasNext()) {
      int event = parts.next(reader);
      if (event == XMLStreamConstants.START_ELEMENT) {
        String name = reader.getLocalName();
        if (isInRows && name.equals("row")) {
          row++;
        } else if (isInRows && name.equals("c") && row >= 0 && !filled.get(row)) {
          filled.set(row, isFilled(parts, reader, texts));
        } else if (name.equals("mergeCell")) {
          areas.add(reader.getAttributeValue(null, "ref"));
        } else if (name.equals("sheetData")) {
          isInRows = true;
        }
      } else if (event == XMLStreamConstants.END_ELEMENT
          && reader.getLocalName().equals("sheetData")) {
        isInRows = false;
      }
    }
  }

  /** Reads the cell that has begun. A formula whose result is not saved is more than nothing. */
  private static boolean isFilled(XmlParts parts, XMLStreamReader reader, SharedTexts texts)
      throws XMLStreamException {
    String type = reader.getAttributeValue(null, "t");
    boolean isFilled = false;
    boolean isFormula = false;
    boolean hasResult = "str".equals(type);
    while (true) {
      int event = parts.next(reader);
      if (event == XMLStreamConstants.START_ELEMENT) {
        String name = reader.getLocalName();
        if (name.equals("f")) {
          isFormula = true;
        } else if (name.equals("v") || name.equals("t")) {
          String text = reader.getElementText();
          hasResult |= !text.isEmpty();
          isFilled |= !text.isEmpty() && !isBlank(type, text, texts);
        }
      } else if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("c")) {
        return isFilled || isFormula && !hasResult;
      }
    }
  }

  private static boolean isBlank(@Nullable String type, String text, SharedTexts texts) {
    return "s".equals(type)
        ? texts.isBlank(Integer.parseInt(text.strip()))
        : VietnameseText.isBlank(CellText.unescaped(text));
  }

  /** Number of rows with a value of their own. */
  int rows() {
    return filled.cardinality();
  }

  /**
   * @param place of a row among all rows that the sheet has, from 0
   */
  int rowsBelow(int place) {
    return filled.get(place + 1, filled.length()).cardinality();
  }

  MergedAreas.Spread spread() {
    return areas.new Spread();
  }
}
