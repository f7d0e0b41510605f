package khoyte.pipelines.read.container;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
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

  /** A reader in a given encoding. */
  public XMLStreamReader open(InputStream stream, String encoding) throws XMLStreamException {
    return factory.createXMLStreamReader(stream, encoding);
  }
}
