package khoyte.pipelines.read.container;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Streaming XML without document types, entities and external references. */
public final class SafeXml {
  private final InputFactoryImpl factory = new InputFactoryImpl();

  public SafeXml() {
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
  }

  /** A reader in the encoding that the document declares, else UTF-8. */
  public XMLStreamReader open(InputStream stream) throws XMLStreamException {
    return factory.createXMLStreamReader(stream);
  }

  /** A reader of bytes in a given charset, whatever the document declares. */
  public XMLStreamReader open(InputStream stream, Charset charset) throws XMLStreamException {
    return factory.createXMLStreamReader(new InputStreamReader(stream, charset));
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
