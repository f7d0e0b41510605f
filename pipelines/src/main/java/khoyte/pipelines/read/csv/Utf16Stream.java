package khoyte.pipelines.read.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * UTF-16 text as UTF-8. Where text in another encoding was joined to it, or a byte is lost, letters
 * appear that no Vietnamese table has: {@link JoinedEncodingException}.
 */
final class Utf16Stream extends InputStream {
  private static final int CHUNK = 1 << 15;

  /** So many letters in a row that are neither Latin nor signs are no name. */
  private static final int FOREIGN_RUN = 12;

  private final InputStream stream;
  private final ByteOrder order;
  private final CharBuffer chars = CharBuffer.allocate(CHUNK);
  private ByteBuffer bytes = ByteBuffer.allocate(0);
  private int foreign;
  private int line = 1;

  Utf16Stream(InputStream stream, ByteOrder order) {
    this.stream = stream;
    this.order = order;
  }

  @Override
  public int read() throws IOException {
    return hasBytes() ? bytes.get() & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (!hasBytes()) {
      return -1;
    }
    int count = Math.min(length, bytes.remaining());
    bytes.get(into, offset, count);
    return count;
  }

  private boolean hasBytes() throws IOException {
    while (!bytes.hasRemaining()) {
      byte[] pairs = stream.readNBytes(CHUNK);
      if (pairs.length == 0) {
        if (chars.position() > 0) {
          throw new JoinedEncodingException(line);
        }
        return false;
      }
      CharBuffer read = ByteBuffer.wrap(pairs).order(order).asCharBuffer();
      while (read.hasRemaining()) {
        put(read.get());
      }
      if (pairs.length % 2 != 0) {
        // Of a letter cut in halves a zero is left, which no value may hold.
        byte last = pairs[pairs.length - 1];
        chars.put(last == JoinMark.CTRL_Z ? (char) last : '\0');
      }
      encode(pairs.length < CHUNK);
    }
    return true;
  }

  private void put(char c) throws JoinedEncodingException {
    boolean isForeign = c >= '\u0370' && (c < '\u1E00' || c > '\u20CF') && c < '\uFE00';
    // Half of it is a line end: the text has another encoding, or other halves.
    boolean isSplitLine = c >> 8 == '\n' || c >> 8 == '\r';
    foreign = isForeign ? foreign + 1 : 0;
    if (isSplitLine || foreign == FOREIGN_RUN || c == '\uFFFE') {
      throw new JoinedEncodingException(line);
    }
    line += c == '\n' ? 1 : 0;
    chars.put(c);
  }

  /** Half of a letter beyond the basic plane waits for the other half, unless it is the end. */
  private void encode(boolean isEnd) throws JoinedEncodingException {
    chars.flip();
    int end = chars.limit();
    boolean isHalf = !isEnd && Character.isHighSurrogate(chars.get(end - 1));
    chars.limit(isHalf ? end - 1 : end);
    try {
      bytes = StandardCharsets.UTF_8.newEncoder().encode(chars);
    } catch (CharacterCodingException e) {
      throw new JoinedEncodingException(line);
    }
    chars.limit(end);
    chars.compact();
  }
}
