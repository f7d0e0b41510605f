package khoyte.pipelines.read.xlsx;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import khoyte.pipelines.read.container.LandedBytes;
import khoyte.pipelines.read.container.SafeXml;
import khoyte.pipelines.read.source.LandedFile;
import khoyte.warehouse.KhoyteException;

/** The documents of a workbook, by the names of its parts. One of them is read at a time. */
final class XmlParts {
  private final LandedFile file;
  private final LandedBytes bytes;
  private final SafeXml xml;

  XmlParts(LandedFile file, LandedBytes bytes) {
    this.file = file;
    this.bytes = bytes;
    this.xml = new SafeXml(file);
  }

  /** What is done at the start of an element. */
  interface Visit {
    void at(XMLStreamReader reader) throws XMLStreamException;
  }

  /** The bytes of a part; without it the workbook is damaged. */
  InputStream open(String name) throws IOException {
    InputStream stream = bytes.workbookPart(name);
    if (stream == null) {
      throw damaged();
    }
    return stream;
  }

  boolean has(String name) throws IOException {
    try (InputStream stream = bytes.workbookPart(name)) {
      return stream != null;
    }
  }

  XMLStreamReader reader(InputStream stream) throws XMLStreamException {
    return xml.open(stream);
  }

  int next(XMLStreamReader reader) throws XMLStreamException {
    return xml.next(reader);
  }

  /** Reads a part to its end. */
  void walk(String name, Visit visit) throws IOException, XMLStreamException {
    try (InputStream stream = open(name)) {
      XMLStreamReader reader = reader(stream);
      while (reader.hasNext()) {
        if (next(reader) == XMLStreamConstants.START_ELEMENT) {
          visit.at(reader);
        }
      }
    }
  }

  KhoyteException damaged() {
    return file.refused("archive");
  }
}
