package khoyte.pipelines.read.text;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * The bytes behind characters that somebody made of them by windows-1252, windows-1258 or Latin 1.
 */
final class MisreadBytes {
  static final Charset WINDOWS_1258 = Charset.forName("windows-1258");

  /** By character; 0 where none was made of one byte. */
  private static final byte[] BYTES = new byte[0x2200];

  static {
    for (int i = 0; i <= 0xFF; i++) {
      byte[] single = {(byte) i};
      BYTES[i] = single[0];
      for (Charset page : new Charset[] {WINDOWS_1258, ColumnText.SINGLE_BYTE}) {
        char read = new String(single, page).charAt(0);
        if (read < BYTES.length) {
          BYTES[read] = single[0];
        }
      }
    }
  }

  private MisreadBytes() {}

  /** Null if some character was not made of one byte. */
  static byte @Nullable [] of(String text) {
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      char c = text.charAt(i);
      if (c >= BYTES.length || BYTES[c] == 0) {
        return null;
      }
      bytes[i] = BYTES[c];
    }
    return bytes;
  }
}
