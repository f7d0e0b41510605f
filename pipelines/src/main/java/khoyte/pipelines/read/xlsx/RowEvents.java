package khoyte.pipelines.read.xlsx;

import java.io.InputStream;
import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import khoyte.pipelines.read.container.SafeXml;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/**
 * Gives POI's handler the events of a sheet that it needs, row by row as they are asked for, and in
 * the one dialect that it knows.
 */
final class RowEvents {
  private static final int MOST_COLUMNS = 16_384;

  private final XmlParts parts;
  private final XMLStreamReader reader;
  private final XSSFSheetXMLHandler handler;
  private final AttributesImpl attributes = new AttributesImpl();

  private int place = -1;
  private int column;
  private String type = "";
  private boolean isFormula;
  private boolean hasText;
  private boolean isHint;
  private @Nullable String open;
  private boolean isOpenGiven;

  /**
   * @param handler is told nothing of a cell without text
   */
  RowEvents(XmlParts parts, InputStream stream, XSSFSheetXMLHandler handler)
      throws XMLStreamException {
    this.parts = parts;
    this.reader = parts.reader(stream);
    this.handler = handler;
  }

  /** Who wants to know of the cells that the handler is not told of. */
  interface Formulas {
    /** A formula stands in a cell, but not its result. */
    void withoutResult(int column);
  }

  /** Reads the next row; false at the end of the sheet. */
  boolean next(Formulas formulas) throws XMLStreamException {
    try {
      while (reader.hasNext()) {
        switch (parts.next(reader)) {
          case XMLStreamConstants.START_ELEMENT -> start(reader.getLocalName());
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
              text();
          case XMLStreamConstants.END_ELEMENT -> {
            String name = reader.getLocalName();
            end(name, formulas);
            if (name.equals("row") || name.equals("sheetData")) {
              return name.equals("row");
            }
          }
          default -> {}
        }
      }
      return false;
    } catch (SAXException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw parts.damaged();
    }
  }

  private void start(String name) throws SAXException {
    switch (name) {
      case "row" -> {
        place++;
        column = -1;
        attributes.clear();
        add("r", reader.getAttributeValue(null, "r"));
        give(name);
      }
      case "c" -> startCell();
      case "is" -> {
        attributes.clear();
        give(name);
      }
      case "f" -> isFormula = true;
      case "rPh" -> isHint = true;
      case "v", "t" -> open = name;
      default -> {}
    }
  }

  private void startCell() throws SAXException {
    String address = reader.getAttributeValue(null, "r");
    column = address == null ? column + 1 : new CellAddress(address).getColumn();
    if (column < 0 || column >= MOST_COLUMNS) {
      throw parts.damaged();
    }
    type = Objects.requireNonNullElse(reader.getAttributeValue(null, "t"), "n");
    isFormula = false;
    hasText = false;
    attributes.clear();
    // All other kinds are texts as they stand; POI would make an XML document of some of them.
    add("t", type.equals("n") || type.equals("s") || type.equals("b") ? type : "str");
    add("s", reader.getAttributeValue(null, "s"));
    give("c");
  }

  private void add(String attribute, @Nullable String value) {
    if (value != null) {
      attributes.addAttribute("", attribute, attribute, "CDATA", value);
    }
  }

  private void give(String name) throws SAXException {
    handler.startElement(XSSFRelation.NS_SPREADSHEETML, name, name, attributes);
  }

  private void text() throws SAXException, XMLStreamException {
    if (open == null || isHint) {
      return;
    }
    SafeXml.complete(reader);
    if (!isOpenGiven) {
      attributes.clear();
      give(open);
      isOpenGiven = true;
      hasText = true;
    }
    handler.characters(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
  }

  private void end(String name, Formulas formulas) throws SAXException {
    switch (name) {
      case "v", "t" -> {
        if (isOpenGiven) {
          handler.endElement(XSSFRelation.NS_SPREADSHEETML, name, name);
        }
        open = null;
        isOpenGiven = false;
      }
      case "rPh" -> isHint = false;
      case "is", "row" -> handler.endElement(XSSFRelation.NS_SPREADSHEETML, name, name);
      case "c" -> {
        if (isFormula && !hasText && !type.equals("str")) {
          formulas.withoutResult(column);
        }
      }
      default -> {}
    }
  }

  /** Place of the row among all rows that the sheet has, from 0. */
  int place() {
    return place;
  }

  /** Of the cell at hand, from 0. */
  int column() {
    return column;
  }

  /** Kind of the cell at hand, as the sheet says it. */
  String type() {
    return type;
  }

  boolean isFormula() {
    return isFormula;
  }
}
