package khoyte.pipelines.read.csv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What stands between files that were joined byte by byte. */
final class JoinMark {
  /** The end of a file, for DOS. */
  static final byte CTRL_Z = 0x1A;

  private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

  /** The bytes of the mark, taken for letters and encoded once more. */
  private static final byte[] MISREAD_MARK = "ï»¿".getBytes(StandardCharsets.UTF_8);

  private JoinMark() {}

  /** Number of bytes of the mark at the cursor; 0 if there is none. */
  static int lengthAt(RecordWindow in) throws IOException {
    byte first = in.hasByte() ? in.bytes[in.cursor] : 0;
    if (first == CTRL_Z) {
      return 1;
    }
    if (first == BYTE_ORDER_MARK[0] && in.startsWith(BYTE_ORDER_MARK)) {
      return BYTE_ORDER_MARK.length;
    }
    return first == MISREAD_MARK[0] && in.startsWith(MISREAD_MARK) ? MISREAD_MARK.length : 0;
  }
}
