package khoyte.pipelines.read.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Records of a CSV file as bytes, by RFC 4180. A quote that opens a field and is followed, where it
 * closes, by anything but separator or line end, or never closes, breaks the record in which it
 * opened; reading goes on at the line after that quote. Lines without any character are no records.
 */
public final class CsvRecords {
  /** A quoted field longer than this never closes. */
  private static final int LONGEST_FIELD = 8 << 20;

  private static final int LONGEST_RECORD = 64 << 20;

  private static final byte PLAIN = 0;
  private static final byte HIGH = 1;
  private static final byte CONTROL = 2;
  private static final byte END = 4;
  private static final byte RETURN = 8;
  private static final byte QUOTES = 16;

  private final InputStream stream;
  private final byte separator;
  private final byte[] classes = new byte[256];
  private byte[] buffer;
  private int limit;
  private boolean ended;

  private int recordStart;
  private int cursor;
  private int line = 1;
  private int nextLine = 1;
  private @Nullable Flaw flaw;
  private int fields;
  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private byte[] flags = new byte[32];

  /** Why a record cannot be read. */
  public enum Flaw {
    QUOTE,
    CONTROL
  }

  /**
   * @param stream without byte order mark; read in large pieces
   */
  public CsvRecords(InputStream stream, char separator, int bufferSize) {
    this.stream = stream;
    this.separator = (byte) separator;
    this.buffer = new byte[bufferSize];
    Arrays.fill(classes, 0, ' ', CONTROL);
    Arrays.fill(classes, 0x80, 0x100, HIGH);
    classes[0x7F] = CONTROL;
    classes['\t'] = PLAIN;
    classes['\n'] = END;
    classes['\r'] = RETURN;
    classes[separator] = END;
  }

  /** Goes to the next record; false at the end. */
  public boolean next() throws IOException {
    while (true) {
      recordStart = cursor;
      line = nextLine;
      fields = 0;
      flaw = null;
      if (cursor == limit && !more()) {
        return false;
      }
      read();
      boolean isEmptyLine = fields == 1 && starts[0] == ends[0] && flags[0] == 0 && flaw == null;
      if (!isEmptyLine) {
        return true;
      }
    }
  }

  private void read() throws IOException {
    boolean isLast = false;
    while (!isLast && flaw != Flaw.QUOTE) {
      if (fields == starts.length) {
        starts = Arrays.copyOf(starts, fields * 2);
        ends = Arrays.copyOf(ends, fields * 2);
        flags = Arrays.copyOf(flags, fields * 2);
      }
      boolean isQuoted = (cursor < limit || more()) && buffer[cursor] == '"';
      isLast = isQuoted ? quotedField() : plainField();
      if ((flags[fields] & CONTROL) != 0) {
        flaw = flaw == null ? Flaw.CONTROL : flaw;
      }
      fields++;
    }
  }

  /** Reads up to separator or line end and goes behind it; true at the end of the record. */
  private boolean plainField() throws IOException {
    starts[fields] = cursor - recordStart;
    int seen = 0;
    int at = cursor;
    while (true) {
      byte[] bytes = buffer;
      int to = limit;
      while (at < to) {
        byte kind = classes[bytes[at] & 0xFF];
        if (kind >= END) {
          break;
        }
        seen |= kind;
        at++;
      }
      if (at < to && classes[bytes[at] & 0xFF] == END) {
        break;
      }
      cursor = at;
      if (at < to) {
        // A carriage return belongs to a line end, and nowhere else.
        if (!isReturnOfLineEnd()) {
          seen |= CONTROL;
        }
        at = cursor + 1;
      } else if (!more()) {
        return endField(cursor, seen, true);
      } else {
        at = cursor;
      }
    }
    cursor = at + 1;
    boolean isLast = buffer[at] == '\n';
    nextLine += isLast ? 1 : 0;
    return endField(at, seen, isLast);
  }

  private boolean endField(int end, int seen, boolean isLast) {
    int start = starts[fields] + recordStart;
    int last = isLast && end > start && buffer[end - 1] == '\r' ? end - 1 : end;
    ends[fields] = last - recordStart;
    flags[fields] = (byte) seen;
    return isLast;
  }

  private boolean isReturnOfLineEnd() throws IOException {
    return byteAt(1) == '\n' || byteAt(1) < 0;
  }

  /** The byte some places behind the cursor, or -1 at the end of the file. */
  private int byteAt(int ahead) throws IOException {
    while (cursor + ahead >= limit) {
      if (!more()) {
        return -1;
      }
    }
    return buffer[cursor + ahead] & 0xFF;
  }

  private boolean quotedField() throws IOException {
    int opened = cursor - recordStart;
    int openedOn = nextLine;
    int seen = 0;
    cursor++;
    while (true) {
      int c = byteAt(0);
      if (c < 0 || cursor - recordStart - opened > LONGEST_FIELD) {
        return broken(opened, openedOn);
      }
      if (c == '"') {
        int after = byteAt(1);
        if (after != '"') {
          break;
        }
        seen |= QUOTES;
        cursor += 2;
        continue;
      }
      if (c == '\n') {
        nextLine++;
      } else if (c == '\r') {
        seen |= isReturnOfLineEnd() ? 0 : CONTROL;
      } else if (c != (separator & 0xFF)) {
        seen |= classes[c];
      }
      cursor++;
    }
    starts[fields] = opened + 1;
    ends[fields] = cursor - recordStart;
    flags[fields] = (byte) (seen | (ends[fields] == starts[fields] ? QUOTES : 0));
    cursor++;
    int after = byteAt(0);
    boolean isLineEnd = after == '\n' || after == '\r' && isReturnOfLineEnd();
    if (after >= 0 && after != (separator & 0xFF) && !isLineEnd) {
      return broken(opened, openedOn);
    }
    if (isLineEnd) {
      nextLine++;
      cursor += after == '\r' ? 1 : 0;
    }
    cursor = Math.min(cursor + 1, limit);
    return after < 0 || isLineEnd;
  }

  private boolean broken(int opened, int openedOn) throws IOException {
    flaw = Flaw.QUOTE;
    flags[fields] = 0;
    cursor = recordStart + opened;
    nextLine = openedOn;
    for (int c = byteAt(0); c >= 0; c = byteAt(0)) {
      cursor++;
      if (c == '\n') {
        nextLine++;
        break;
      }
    }
    return true;
  }

  /** Reads on behind the limit; what lies before the record's start is given up. */
  private boolean more() throws IOException {
    if (ended) {
      return false;
    }
    if (recordStart > 0) {
      System.arraycopy(buffer, recordStart, buffer, 0, limit - recordStart);
      limit -= recordStart;
      cursor -= recordStart;
      recordStart = 0;
    }
    if (limit == buffer.length) {
      if (limit >= LONGEST_RECORD) {
        throw new NoRecordException();
      }
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int read = stream.read(buffer, limit, buffer.length - limit);
    if (read < 0) {
      ended = true;
      return false;
    }
    limit += read;
    return true;
  }

  /** Line of the file on which the record starts, from 1. */
  public int line() {
    return line;
  }

  /** Why the record cannot be read, or null. */
  public @Nullable Flaw flaw() {
    return flaw;
  }

  public int fields() {
    return fields;
  }

  /** Whether a field holds nothing but ASCII. */
  public boolean isAscii(int field) {
    return (flags[field] & HIGH) == 0;
  }

  /** A field that is ASCII, quotes resolved. */
  public String latin(int field) {
    return text(field, StandardCharsets.ISO_8859_1);
  }

  /** A field's bytes read in a charset, quotes resolved. */
  public String text(int field, Charset charset) {
    String text =
        new String(buffer, recordStart + starts[field], ends[field] - starts[field], charset);
    return (flags[field] & QUOTES) == 0 ? text : text.replace("\"\"", "\"");
  }

  /** A field's bytes; doubled quotes are still double. */
  public byte[] bytes(int field) {
    return Arrays.copyOfRange(buffer, recordStart + starts[field], recordStart + ends[field]);
  }

  /** Whether a field is empty. */
  public boolean isEmpty(int field) {
    return starts[field] == ends[field];
  }
}
