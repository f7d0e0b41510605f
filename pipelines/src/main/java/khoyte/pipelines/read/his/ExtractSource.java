package khoyte.pipelines.read.his;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import khoyte.pipelines.read.container.LandedBytes;
import khoyte.pipelines.read.container.WithoutDeclarations;
import khoyte.pipelines.read.container.XmlProlog;
import khoyte.pipelines.read.text.ColumnText;
import org.apache.commons.io.input.ReaderInputStream;

/**
 * The bytes of extracts and how they are to be read, which their declaration may say wrongly.
 *
 * @param charset told by the first bytes, or found out by reading
 * @param declared encoding in the declaration, in small letters; empty if none
 * @param hasDeclarations whether others stand within
 */
record ExtractSource(
    LandedBytes bytes,
    LandedBytes.Part part,
    Charset charset,
    String declared,
    boolean hasDeclarations) {
  static final int HEAD = 1 << 13;

  /** UTF-16 if the first bytes are, else UTF-8. */
  static ExtractSource of(LandedBytes bytes, LandedBytes.Part part) throws IOException {
    byte[] head;
    try (InputStream stream = bytes.openXml(part)) {
      head = stream.readNBytes(HEAD);
    }
    Charset wide = XmlProlog.wide(head, 0, head.length);
    byte[] utf8 = wide == null ? head : new String(head, wide).getBytes(StandardCharsets.UTF_8);
    return new ExtractSource(
        bytes,
        part,
        wide == null ? StandardCharsets.UTF_8 : wide,
        XmlProlog.of(utf8, 0, utf8.length).declared(),
        false);
  }

  ExtractSource in(Charset other) {
    return new ExtractSource(bytes, part, other, declared, hasDeclarations);
  }

  ExtractSource withoutDeclarations() {
    return new ExtractSource(bytes, part, charset, declared, true);
  }

  boolean isUtf8() {
    return charset.equals(StandardCharsets.UTF_8);
  }

  /** Whether the bytes are in another encoding than they say, or than senders should write. */
  boolean isRemarkable() {
    return isUtf8()
        ? !declared.isEmpty() && !declared.matches("utf-?8|(us-)?ascii")
        : !charset.equals(ColumnText.SINGLE_BYTE);
  }

  /** Everything from the start, in UTF-8. */
  InputStream utf8() throws IOException {
    InputStream stream = bytes.openXml(part);
    if (!isUtf8()) {
      // Bytes of a legacy font may be anything; elsewhere one that stands for nothing is damage.
      var reader =
          charset.equals(ColumnText.SINGLE_BYTE)
              ? new InputStreamReader(stream, charset)
              : new InputStreamReader(stream, charset.newDecoder());
      stream =
          ReaderInputStream.builder().setReader(reader).setCharset(StandardCharsets.UTF_8).get();
    }
    return isUtf8() && !hasDeclarations
        ? stream
        : new BufferedInputStream(hasDeclarations ? new WithoutDeclarations(stream) : stream);
  }
}
