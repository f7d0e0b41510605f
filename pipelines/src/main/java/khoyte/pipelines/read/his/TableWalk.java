package khoyte.pipelines.read.his;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import khoyte.pipelines.read.container.SafeXml;
import khoyte.pipelines.read.source.LandedFile;
import org.jspecify.annotations.Nullable;

/**
 * Walks the XML of one table, by name and at any depth: whatever element holds fields of the table
 * is a row of it.
 */
final class TableWalk {
  private static final int NONE = -1;

  private final LandedFile file;
  private final StringBuilder pieces = new StringBuilder();
  private @Nullable String[] row = new String[0];
  private int rowDepth;

  TableWalk(LandedFile file) {
    this.file = file;
  }

  /** From the start of the root element to its end. */
  void walk(XMLStreamReader reader, HisTable table, Visit visit) throws XMLStreamException {
    rowDepth = 0;
    int depth = 1;
    int field = NONE;
    boolean isLeaf = false;
    String text = null;
    while (depth > 0) {
      switch (next(reader)) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          String element = reader.getLocalName();
          field = table.indexOf(element);
          visit.noteElement(table, element);
          isLeaf = true;
          text = null;
          pieces.setLength(0);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (isLeaf && field != NONE) {
            if (text == null) {
              text = SafeXml.text(reader);
            } else {
              pieces.append(pieces.length() == 0 ? text : "").append(SafeXml.text(reader));
            }
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          if (isLeaf && field != NONE) {
            put(table, depth - 1, field, pieces.length() == 0 ? text : pieces.toString());
          } else if (rowDepth == depth) {
            visit.add(table, row);
            rowDepth = 0;
          }
          isLeaf = false;
          depth--;
        }
        default -> {}
      }
    }
  }

  private int next(XMLStreamReader reader) throws XMLStreamException {
    int event = reader.next();
    if (event == XMLStreamConstants.DTD) {
      throw file.refused("unsafe", "DOCTYPE");
    }
    return event;
  }

  private void put(HisTable table, int depth, int field, @Nullable String text) {
    if (rowDepth != depth) {
      row = new String[table.fields().size()];
      rowDepth = depth;
    }
    if (row[field] == null) {
      row[field] = text;
    }
  }
}
