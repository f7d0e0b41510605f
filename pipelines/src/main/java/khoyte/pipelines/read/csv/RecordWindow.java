package khoyte.pipelines.read.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The part of a stream in which the record that is being read stands, and some bytes behind. */
final class RecordWindow {
  private static final int LONGEST_RECORD = 64 << 20;

  private final InputStream stream;
  private boolean isEnded;

  byte[] bytes;

  /** Where the record starts; what lies before may be gone. */
  int start;

  /** The next byte to read. */
  int cursor;

  /** Behind the last byte that is there. */
  int limit;

  RecordWindow(InputStream stream, int size) {
    this.stream = stream;
    this.bytes = new byte[size];
  }

  /** Whether the file goes on at the cursor. */
  boolean hasByte() throws IOException {
    return cursor < limit || more();
  }

  /** The byte some places behind the cursor, or -1 at the end of the file. */
  int byteAt(int ahead) throws IOException {
    while (cursor + ahead >= limit) {
      if (!more()) {
        return -1;
      }
    }
    return bytes[cursor + ahead] & 0xFF;
  }

  /** Whether these bytes stand at the cursor. */
  boolean startsWith(byte[] sought) throws IOException {
    for (int i = 0; i < sought.length; i++) {
      if (byteAt(i) != (sought[i] & 0xFF)) {
        return false;
      }
    }
    return true;
  }

  /** Reads on behind the limit; what lies before the record's start is given up. */
  boolean more() throws IOException {
    if (isEnded) {
      return false;
    }
    if (start > 0) {
      System.arraycopy(bytes, start, bytes, 0, limit - start);
      limit -= start;
      cursor -= start;
      start = 0;
    }
    if (limit == bytes.length) {
      if (limit >= LONGEST_RECORD) {
        throw new NoRecordException();
      }
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    int read = stream.read(bytes, limit, bytes.length - limit);
    if (read < 0) {
      isEnded = true;
      return false;
    }
    limit += read;
    return true;
  }
}
