package khoyte.pipelines.read.csv;

/** Rows that stand in a quoted field because its quote was closed by a later row's. */
final class SwallowedRows {
  private SwallowedRows() {}

  /**
   * Whether the first line of the record in a window and another one are rows by themselves: of the
   * right width, and with digits in nearly the same fields.
   *
   * @param isReturnEnough a carriage return ends a line wherever it stands
   */
  static boolean areIn(RecordWindow in, byte separator, int width, boolean isReturnEnough) {
    long pattern = 0;
    int separators = 0;
    long first = -1;
    for (int at = in.start; at < in.cursor; at++) {
      byte c = in.bytes[at];
      boolean isLineEnd = c == '\n' || c == '\r' && isReturnEnough;
      if (c == separator) {
        separators++;
      } else if (c >= '0' && c <= '9') {
        pattern |= 1L << separators;
      }
      if (isLineEnd || at == in.cursor - 1) {
        boolean isRow = separators == width - 1;
        if (first < 0 && !isRow) {
          return false;
        }
        if (first >= 0 && isRow && 3 * Long.bitCount(first ^ pattern) <= width) {
          return true;
        }
        first = first < 0 ? pattern : first;
        pattern = 0;
        separators = 0;
      }
    }
    return false;
  }
}
