package khoyte.pipelines.read.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The first bytes of a CSV file as it comes from people, and what they tell of the whole. */
public final class CsvBeginning {
  private static final int SIZE = 1 << 18;
  private static final int BUFFER = 1 << 18;
  private static final int LINE = 1 << 12;

  /** Enough of a first line to tell UTF-16 by; a part that was joined stands further down. */
  private static final int SAMPLE = 1 << 7;

  private final byte[] start;
  private final InputStream rest;
  private final boolean isUtf16;

  private CsvBeginning(byte[] start, InputStream rest, boolean isUtf16) {
    this.start = start;
    this.rest = rest;
    this.isUtf16 = isUtf16;
  }

  /** Reads the first bytes of a stream; UTF-16 is UTF-8 from now on. */
  public static CsvBeginning of(InputStream stream) throws IOException {
    CsvBeginning beginning = read(stream, false);
    ByteOrder order = utf16(beginning.start);
    return order == null ? beginning : read(new Utf16Stream(beginning.whole(), order), true);
  }

  /** What makes the stream fail is met again by whoever reads that far. */
  private static CsvBeginning read(InputStream stream, boolean isUtf16) throws IOException {
    byte[] start = new byte[SIZE];
    int length = 0;
    InputStream rest = stream;
    try {
      for (int read = 0; read >= 0 && length < SIZE; ) {
        length += read;
        read = stream.read(start, length, SIZE - length);
      }
    } catch (IOException e) {
      if (length == 0) {
        throw e;
      }
      rest = failing(e);
    }
    return new CsvBeginning(Arrays.copyOf(start, length), rest, isUtf16);
  }

  private static InputStream failing(IOException e) {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        throw e;
      }
    };
  }

  private InputStream whole() {
    return new SequenceInputStream(new ByteArrayInputStream(start), rest);
  }

  /** By its byte order mark; without, by zeros in every other place. */
  private static @Nullable ByteOrder utf16(byte[] start) {
    if (start.length < 2) {
      return null;
    }
    int mark = (start[0] & 0xFF) << 8 | start[1] & 0xFF;
    if (mark == 0xFEFF || mark == 0xFFFE) {
      return mark == 0xFEFF ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }
    int pairs = Math.min(start.length, SAMPLE) / 2;
    int first = 0;
    int second = 0;
    for (int i = 0; i < pairs; i++) {
      first += start[2 * i] == 0 ? 1 : 0;
      second += start[2 * i + 1] == 0 ? 1 : 0;
    }
    if (2 * second > pairs && 20 * first < pairs) {
      return ByteOrder.LITTLE_ENDIAN;
    }
    return 2 * first > pairs && 20 * second < pairs ? ByteOrder.BIG_ENDIAN : null;
  }

  public boolean isUtf16() {
    return isUtf16;
  }

  /** Whether it has zeros in it, or no line. */
  public boolean isBinary() {
    boolean hasLine = start.length < SIZE;
    for (byte b : start) {
      if (b == 0) {
        return true;
      }
      hasLine |= b == '\n' || b == '\r';
    }
    return !hasLine;
  }

  /** The records in the first bytes; the last one may be cut. */
  public CsvRecords records(char separator) {
    return CsvRecords.asSent(new ByteArrayInputStream(start), separator, isReturnEnough(), LINE);
  }

  /** The records of the whole file, which can be read once. */
  public CsvRecords wholeRecords(char separator) {
    return CsvRecords.asSent(whole(), separator, isReturnEnough(), BUFFER);
  }

  /** Whether the first line outside of quotes ends with a carriage return alone. */
  private boolean isReturnEnough() {
    boolean isQuoted = false;
    for (int i = 0; i < start.length; i++) {
      isQuoted ^= start[i] == '"';
      if (!isQuoted && (start[i] == '\n' || start[i] == '\r')) {
        int next = i + 1;
        while (next < start.length && start[next] == '\r') {
          next++;
        }
        return start[i] == '\r' && next < start.length && start[next] != '\n';
      }
    }
    return false;
  }
}
