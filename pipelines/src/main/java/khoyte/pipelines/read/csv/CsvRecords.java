package khoyte.pipelines.read.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Records of a CSV file as bytes, by RFC 4180. A quote that opens a field and is followed, where it
 * closes, by anything but separator or line end, or never closes, breaks the record in which it
 * opened; reading goes on at the line after that quote. Lines without any character are no records.
 */
public final class CsvRecords {
  /** Those that are in use, the most usual one first. */
  public static final String SEPARATORS = ",;\t|";

  /** A quoted field longer than this never closes. */
  private static final int LONGEST_FIELD = 8 << 20;

  private static final byte PLAIN = 0;
  private static final byte HIGH = 1;
  private static final byte CONTROL = 2;
  private static final byte END = 4;
  private static final byte PERHAPS_END = 8;
  private static final byte QUOTES = 16;
  private static final byte FORMULA = 32;

  private final RecordWindow in;
  private final LineEnds lineEnds;
  private final byte[] classes = new byte[256];
  private final Sightings marks = new Sightings();
  private final Sightings returns = new Sightings();
  private byte separator;
  private int width;

  private int line = 1;
  private int nextLine = 1;
  private @Nullable Flaw flaw;
  private boolean spansLines;
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
   * Records by RFC 4180 and nothing else.
   *
   * @param stream without byte order mark; read in large pieces
   */
  public CsvRecords(InputStream stream, char separator, int bufferSize) {
    this(new RecordWindow(stream, bufferSize), separator, false, false);
  }

  private CsvRecords(RecordWindow in, char separator, boolean isAsSent, boolean isReturnEnough) {
    this.in = in;
    this.lineEnds = new LineEnds(in, isAsSent, isReturnEnough);
    Arrays.fill(classes, 0, ' ', CONTROL);
    Arrays.fill(classes, 0x80, 0x100, HIGH);
    classes[0x7F] = CONTROL;
    classes['\t'] = PLAIN;
    classes['\n'] = END;
    classes['\r'] = PERHAPS_END;
    if (isAsSent) {
      classes[JoinMark.CTRL_Z] = PERHAPS_END;
    }
    separateBy(separator);
  }

  /**
   * Records of a file as it comes from people. A byte order mark or Ctrl-Z at the start of a line
   * is passed over. {@code ="…"} is the text within. A carriage return or Ctrl-Z alone ends a line
   * where a row is complete and another one, or nothing, follows.
   *
   * @param isReturnEnough a carriage return ends a line wherever it stands
   */
  public static CsvRecords asSent(
      InputStream stream, char separator, boolean isReturnEnough, int bufferSize) {
    return new CsvRecords(new RecordWindow(stream, bufferSize), separator, true, isReturnEnough);
  }

  /**
   * The records to come have so many fields, if nothing is wrong with them. A quote that swallows
   * lines which are rows by themselves is broken.
   */
  public void expectWidth(int fields) {
    width = fields;
  }

  /** From the next record on. */
  public void separateBy(char next) {
    classes[separator & 0xFF] = separator < ' ' && separator != '\t' ? CONTROL : PLAIN;
    separator = (byte) next;
    classes[next] = END;
  }

  /** Goes to the next record; false at the end. */
  public boolean next() throws IOException {
    while (true) {
      in.start = in.cursor;
      line = nextLine;
      fields = 0;
      flaw = null;
      spansLines = false;
      if (lineEnds.isAsSent()) {
        skipMarks();
      }
      if (!in.hasByte()) {
        return false;
      }
      read();
      boolean isEmptyLine = fields == 1 && starts[0] == ends[0] && flags[0] == 0 && flaw == null;
      if (!isEmptyLine) {
        return true;
      }
    }
  }

  private void skipMarks() throws IOException {
    int length = JoinMark.lengthAt(in);
    while (length > 0) {
      in.cursor += length;
      in.start = in.cursor;
      if (line > 1) {
        marks.at(line);
      }
      length = JoinMark.lengthAt(in);
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
      byte first = in.hasByte() ? in.bytes[in.cursor] : 0;
      if (first == '"') {
        isLast = quotedField(PLAIN);
      } else if (first == '=' && isFormula()) {
        in.cursor++;
        isLast = quotedField(FORMULA);
      } else {
        isLast = plainField();
      }
      if ((flags[fields] & CONTROL) != 0) {
        flaw = flaw == null ? Flaw.CONTROL : flaw;
      }
      fields++;
    }
    if (spansLines
        && flaw == null
        && SwallowedRows.areIn(in, separator, width, lineEnds.isReturnEnough())) {
      fields = 1;
      broken(0, line);
    }
  }

  /** Reads up to separator or line end and goes behind it; true at the end of the record. */
  private boolean plainField() throws IOException {
    int start = in.cursor - in.start;
    int seen = 0;
    int at = in.cursor;
    while (true) {
      byte[] bytes = in.bytes;
      int to = in.limit;
      while (at < to) {
        byte kind = classes[bytes[at] & 0xFF];
        if (kind >= END) {
          break;
        }
        seen |= kind;
        at++;
      }
      in.cursor = at;
      if (at < to) {
        if (bytes[at] == separator) {
          endField(start, seen);
          in.cursor++;
          return false;
        }
        int length = lineEnd();
        if (length > 0) {
          endField(start, seen);
          endLine(length);
          return true;
        }
        seen |= CONTROL;
        at = in.cursor + 1;
      } else if (!in.more()) {
        endField(start, seen);
        return true;
      } else {
        at = in.cursor;
      }
    }
  }

  private void endField(int start, int seen) {
    starts[fields] = start;
    ends[fields] = in.cursor - in.start;
    flags[fields] = (byte) seen;
  }

  private int lineEnd() throws IOException {
    return lineEnds.lengthAt(fields == width - 1 ? width : 0);
  }

  private void endLine(int length) {
    byte last = in.bytes[in.cursor + length - 1];
    in.cursor += length;
    if (last == JoinMark.CTRL_Z) {
      marks.at(line);
      return;
    }
    if (last == '\r') {
      returns.at(nextLine);
    }
    nextLine++;
  }

  /** Whether {@code ="…"} stands at the cursor, up to the end of a field and within a line. */
  private boolean isFormula() throws IOException {
    if (!lineEnds.isAsSent() || in.byteAt(1) != '"') {
      return false;
    }
    int ahead = 2;
    int c = in.byteAt(ahead);
    while (c >= 0 && c != '\n' && c != '\r') {
      int next = in.byteAt(ahead + 1);
      if (c == '"' && next != '"') {
        return next == separator || next == '\n' || next == '\r' || next < 0;
      }
      ahead += c == '"' ? 2 : 1;
      c = in.byteAt(ahead);
    }
    return false;
  }

  private boolean quotedField(byte kind) throws IOException {
    int opened = in.cursor - in.start;
    int openedOn = nextLine;
    int seen = kind;
    in.cursor++;
    while (true) {
      int c = in.byteAt(0);
      if (c < 0 || in.cursor - in.start - opened > LONGEST_FIELD) {
        return broken(opened, openedOn);
      }
      if (c == '"') {
        if (in.byteAt(1) != '"') {
          break;
        }
        seen |= QUOTES;
        in.cursor += 2;
        continue;
      }
      boolean isLoneReturn = c == '\r' && in.byteAt(1) != '\n';
      if (c == '\n' || isLoneReturn && lineEnds.isReturnEnough()) {
        nextLine++;
        spansLines = true;
      } else if (c == '\r') {
        seen |= isLoneReturn && !lineEnds.isAsSent() ? CONTROL : PLAIN;
      } else if (c != separator) {
        seen |= classes[c] == PERHAPS_END ? CONTROL : classes[c];
      }
      in.cursor++;
    }
    starts[fields] = opened + 1;
    ends[fields] = in.cursor - in.start;
    flags[fields] = (byte) (seen | (ends[fields] == starts[fields] ? QUOTES : 0));
    in.cursor++;
    int after = in.byteAt(0);
    if (after < 0 || after == separator) {
      in.cursor += after < 0 ? 0 : 1;
      return after < 0;
    }
    int length = lineEnd();
    if (length == 0) {
      return broken(opened, openedOn);
    }
    endLine(length);
    return true;
  }

  private boolean broken(int opened, int openedOn) throws IOException {
    flaw = Flaw.QUOTE;
    flags[fields] = 0;
    in.cursor = in.start + opened;
    nextLine = openedOn;
    int length = lineEnds.lengthAt(width);
    while (length == 0 && in.hasByte()) {
      in.cursor++;
      length = lineEnds.lengthAt(width);
    }
    if (length > 0) {
      endLine(length);
    }
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

  /** Number of bytes of a field. */
  public int length(int field) {
    return ends[field] - starts[field];
  }

  /** Whether a field holds nothing but ASCII. */
  public boolean isAscii(int field) {
    return (flags[field] & HIGH) == 0;
  }

  /** Whether a field was written as {@code ="…"}. */
  public boolean isFormula(int field) {
    return (flags[field] & FORMULA) != 0;
  }

  /** A field's bytes read in a charset, quotes resolved. */
  public String text(int field, Charset charset) {
    String text = new String(in.bytes, in.start + starts[field], length(field), charset);
    return (flags[field] & QUOTES) == 0 ? text : text.replace("\"\"", "\"");
  }

  /** A field's bytes; doubled quotes are still double. */
  public byte[] bytes(int field) {
    return Arrays.copyOfRange(in.bytes, in.start + starts[field], in.start + ends[field]);
  }

  /** The first byte of a field, or -1 if it is empty. */
  public int first(int field) {
    return length(field) == 0 ? -1 : in.bytes[in.start + starts[field]] & 0xFF;
  }

  /** Whether an ASCII digit stands in the record. */
  public boolean hasDigit() {
    for (int at = in.start; at < in.cursor; at++) {
      if (in.bytes[at] >= '0' && in.bytes[at] <= '9') {
        return true;
      }
    }
    return false;
  }

  /** The record's bytes with its line end. */
  public byte[] bytes() {
    return Arrays.copyOfRange(in.bytes, in.start, in.cursor);
  }

  /** Byte order marks and Ctrl-Z below the first line. */
  public Sightings marks() {
    return marks;
  }

  /** Lines that end with a carriage return alone. */
  public Sightings returns() {
    return returns;
  }
}
