package khoyte.pipelines.read.csv;

import java.io.IOException;

/**
 * Where the lines of a file end: with LF or CRLF. In a file as it comes from people also with a
 * carriage return or Ctrl-Z alone, where a row is complete and another one, or nothing, follows.
 *
 * @param isAsSent whether the file is read as it comes from people
 * @param isReturnEnough whether a carriage return ends a line wherever it stands
 */
record LineEnds(RecordWindow in, boolean isAsSent, boolean isReturnEnough) {
  /** No line end has more carriage returns. */
  private static final int MOST_RETURNS = 8;

  /**
   * Number of bytes of the line end at the cursor; 0 if there is none.
   *
   * @param width number of fields of a row; 0 if unknown, or if no row is complete here
   */
  int lengthAt(int width) throws IOException {
    int c = in.byteAt(0);
    if (c == '\n') {
      return 1;
    }
    if (c == '\r') {
      int length = 1;
      while (isAsSent && length < MOST_RETURNS && in.byteAt(length) == '\r') {
        length++;
      }
      int next = in.byteAt(length);
      if (next == '\n' || next < 0) {
        return next < 0 ? length : length + 1;
      }
      if (isReturnEnough) {
        return 1;
      }
    }
    boolean mayEnd = isAsSent && (c == '\r' || c == JoinMark.CTRL_Z);
    return mayEnd && (in.cursor == in.start || isBeforeRow(width)) ? 1 : 0;
  }

  /** Whether behind the byte at the cursor is another row, or nothing. */
  private boolean isBeforeRow(int width) throws IOException {
    int separators = 0;
    int ahead = 1;
    for (int c = in.byteAt(ahead); isOfLine(c); c = in.byteAt(++ahead)) {
      separators += CsvRecords.SEPARATORS.indexOf(c) < 0 ? 0 : 1;
    }
    return ahead == 1 || width > 1 && separators >= width - 1;
  }

  private static boolean isOfLine(int c) {
    return c >= 0 && c != '\n' && c != '\r' && c != JoinMark.CTRL_Z;
  }
}
