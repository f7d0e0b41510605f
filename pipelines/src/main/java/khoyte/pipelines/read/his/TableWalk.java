package khoyte.pipelines.read.his;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import khoyte.pipelines.read.container.SafeXml;
import org.jspecify.annotations.Nullable;

/**
 * Walks the XML of one table, by name and at any depth: whatever element holds fields of the table
 * is a row of it.
 */
final class TableWalk {
  private static final int NONE = -1;
  private static final int LONGEST_FIELD = 1 << 20;

  private final SafeXml xml;
  private final StringBuilder pieces = new StringBuilder();

  /** Rows whose element is still open, by its depth. */
  private final List<@Nullable Row> open = new ArrayList<>();

  /** A row, and which elements gave its values. */
  private record Row(@Nullable String[] values, @Nullable String[] elements) {

    /** Of two names of a field the first counts; false if the same name gives another value. */
    boolean put(int field, String element, String value) {
      String before = values[field];
      if (before == null) {
        values[field] = value;
        elements[field] = element;
        return true;
      }
      return value.equals(before) || !element.equals(elements[field]);
    }
  }

  TableWalk(SafeXml xml) {
    this.xml = xml;
  }

  /** From the start of the root element to its end. */
  void walk(XMLStreamReader reader, HisTable table, Visit visit) throws XMLStreamException {
    open.clear();
    int depth = 1;
    int field = NONE;
    String element = "";
    String text = null;
    while (depth > 0) {
      switch (xml.next(reader)) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (field != NONE) {
            visit.spoil("quarantine.inner.field", table.loaiHoSo(), element);
          }
          depth++;
          element = reader.getLocalName();
          field = table.indexOf(element);
          visit.noteElement(table, element);
          text = null;
          pieces.setLength(0);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (field != NONE) {
            if (text == null) {
              text = SafeXml.text(reader);
            } else if (pieces.length() < LONGEST_FIELD) {
              pieces.append(pieces.length() == 0 ? text : "").append(SafeXml.text(reader));
            } else {
              visit.spoil("quarantine.inner.large", table.loaiHoSo());
            }
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          if (field != NONE) {
            put(visit, table, depth - 1, field, element, text == null ? "" : whole(text));
            field = NONE;
          } else if (depth < open.size()) {
            Row row = open.set(depth, null);
            if (row != null) {
              visit.add(table, row.values);
            }
          }
          depth--;
        }
        default -> {}
      }
    }
  }

  private void put(
      Visit visit, HisTable table, int depth, int field, String element, String value) {
    Row row = row(table, depth);
    if (value.isBlank()) {
      return;
    }
    if (!row.put(field, element, value)) {
      visit.spoil("quarantine.inner.field", table.loaiHoSo(), element);
    }
    if (element.equals("MA_LK")) {
      visit.noteKey(value);
    }
  }

  private String whole(String text) {
    return CdataMarks.removed(pieces.length() == 0 ? text : pieces.toString());
  }

  private Row row(HisTable table, int depth) {
    while (open.size() <= depth) {
      open.add(null);
    }
    Row row = open.get(depth);
    if (row == null) {
      int fields = table.fields().size();
      row = new Row(new String[fields], new String[fields]);
      open.set(depth, row);
    }
    return row;
  }
}
