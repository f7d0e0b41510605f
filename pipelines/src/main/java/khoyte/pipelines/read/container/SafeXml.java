package khoyte.pipelines.read.container;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import khoyte.pipelines.read.source.LandedFile;

/**
 * Streaming XML without document types, entities, external references, and texts or names that fill
 * the memory. One document at a time.
 */
public final class SafeXml {
  private static final long LONGEST = 64L << 20;

  private final LandedFile file;
  private final InputFactoryImpl factory = new InputFactoryImpl();
  private long sinceEvent;

  public SafeXml(LandedFile file) {
    this.file = file;
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
  }

  /** A reader in the encoding that the document declares, else UTF-8. */
  public XMLStreamReader open(InputStream stream) throws XMLStreamException {
    sinceEvent = 0;
    return factory.createXMLStreamReader(
        new FilterInputStream(stream) {
          @Override
          public int read(byte[] buffer, int from, int length) throws IOException {
            int read = super.read(buffer, from, length);
            sinceEvent += read;
            if (sinceEvent > LONGEST) {
              throw file.refused("unsafe", "> " + (LONGEST >> 20) + " MB");
            }
            return read;
          }
        });
  }

  /** Goes to the next event of the document that was opened. */
  public int next(XMLStreamReader reader) throws XMLStreamException {
    sinceEvent = 0;
    int event = reader.next();
    if (event == XMLStreamConstants.DTD) {
      throw file.refused("unsafe", "DOCTYPE");
    }
    return event;
  }

  /**
   * Text of the event at which the reader stands. The reader reads it only now, and would throw
   * what is wrong with it unchecked.
   */
  public static String text(XMLStreamReader reader) throws XMLStreamException {
    complete(reader);
    return reader.getText();
  }

  /** Reads the text of the event to its end. */
  public static void complete(XMLStreamReader reader) throws XMLStreamException {
    try {
      reader.getTextLength();
    } catch (UncheckedStreamException e) {
      throw e.getCause() instanceof XMLStreamException cause
          ? cause
          : new XMLStreamException(e.getMessage(), reader.getLocation(), e);
    }
  }
}
