package khoyte.reports.picture;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import khoyte.reports.font.Typeface;

/** SVG 1.1, an element a line: texts, lines and boxes. */
final class SvgText {
  private static final String DARK = "#404040";

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  SvgText() {
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  void begin(int width, int height) {
    try {
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("svg");
      xml.writeDefaultNamespace("http://www.w3.org/2000/svg");
      attributes("width", width, "height", height, "viewBox", "0 0 " + width + " " + height);
      attributes("font-family", "'" + Typeface.FAMILY + "', 'Liberation Serif', serif");
      xml.writeCharacters("\n");
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    empty("rect", "width", width, "height", height, "fill", "white");
  }

  /**
   * A line of text.
   *
   * @param look {@code normal}, {@code bold} or {@code italic}
   * @param anchor {@code start}, {@code middle} or {@code end}
   */
  void text(double x, double y, int size, String look, String anchor, String words) {
    if (words.isEmpty()) {
      return;
    }
    try {
      xml.writeStartElement("text");
      attributes("x", number(x), "y", number(y), "font-size", size);
      if (look.equals("bold")) {
        attributes("font-weight", look);
      } else if (look.equals("italic")) {
        attributes("font-style", look);
      }
      if (!anchor.equals("start")) {
        attributes("text-anchor", anchor);
      }
      xml.writeCharacters(words);
      xml.writeEndElement();
      xml.writeCharacters("\n");
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A line.
   *
   * @param look {@code solid}, {@code dashed} or {@code thin}
   */
  void line(double fromX, double fromY, double toX, double toY, String look) {
    empty(
        "path",
        "d",
        "M" + number(fromX) + " " + number(fromY) + " L" + number(toX) + " " + number(toY),
        "stroke",
        look.equals("thin") ? "#808080" : DARK,
        "stroke-width",
        look.equals("thin") ? "0.5" : "1",
        "stroke-dasharray",
        look.equals("dashed") ? "4 3" : "none");
  }

  /** A box, dark or white with a dark edge. */
  void box(double x, double y, double width, double height, boolean isDark) {
    empty(
        "rect",
        "x",
        number(x),
        "y",
        number(y),
        "width",
        number(width),
        "height",
        number(height),
        "fill",
        isDark ? DARK : "white",
        "stroke",
        DARK);
  }

  /** The whole text. */
  String end() {
    try {
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text + "\n";
  }

  private void empty(String element, Object... attributes) {
    try {
      xml.writeEmptyElement(element);
      attributes(attributes);
      xml.writeCharacters("\n");
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private void attributes(Object... namesAndValues) throws XMLStreamException {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      xml.writeAttribute(String.valueOf(namesAndValues[i]), String.valueOf(namesAndValues[i + 1]));
    }
  }

  private static String number(double value) {
    return new BigDecimal(value)
        .setScale(1, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
