package khoyte.pipelines.read.text;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bytes behind characters that somebody made of them by windows-1252, windows-1258 or Latin 1.
 */
final class MisreadBytes {
  static final Charset WINDOWS_1258 = Charset.forName("windows-1258");
  private static final Map<Character, Byte> BYTES = new HashMap<>();

  static {
    for (int i = 0x80; i <= 0xFF; i++) {
      byte[] single = {(byte) i};
      BYTES.put((char) i, single[0]);
      for (Charset page : new Charset[] {WINDOWS_1258, ColumnText.SINGLE_BYTE}) {
        char read = new String(single, page).charAt(0);
        if (read != '\uFFFD') {
          BYTES.put(read, single[0]);
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
      Byte behind = c < 0x80 ? Byte.valueOf((byte) c) : BYTES.get(c);
      if (behind == null) {
        return null;
      }
      bytes[i] = behind;
    }
    return bytes;
  }
}
