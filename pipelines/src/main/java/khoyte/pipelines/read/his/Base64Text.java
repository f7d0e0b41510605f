package khoyte.pipelines.read.his;

import java.util.Arrays;

/**
 * Base64 that comes in pieces, with white space anywhere, decoded into a buffer that is used again.
 * More than 64 MB are not taken for a table.
 */
final class Base64Text {
  private static final int LONGEST = 64 << 20;
  private static final int BAD = -1;
  private static final int SPACE = -2;
  private static final int PADDING = -3;
  private static final int[] VALUES = new int[128];

  static {
    Arrays.fill(VALUES, BAD);
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (int i = 0; i < alphabet.length(); i++) {
      VALUES[alphabet.charAt(i)] = i;
    }
    for (char space : new char[] {' ', '\t', '\r', '\n'}) {
      VALUES[space] = SPACE;
    }
    VALUES['='] = PADDING;
  }

  private byte[] bytes = new byte[1 << 14];
  private int length;
  private int bits;
  private int digits;
  private int padding;
  private boolean isBad;

  void clear() {
    length = 0;
    bits = 0;
    digits = 0;
    padding = 0;
    isBad = false;
  }

  void add(char[] chars, int from, int count) {
    if (length > LONGEST) {
      isBad = true;
      return;
    }
    int needed = length + count * 3 / 4 + 3;
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length * 2));
    }
    for (int i = from; i < from + count; i++) {
      char c = chars[i];
      int value = c < 128 ? VALUES[c] : BAD;
      if (value >= 0) {
        bits = bits << 6 | value;
        isBad |= padding > 0;
        if (++digits == 4) {
          bytes[length++] = (byte) (bits >> 16);
          bytes[length++] = (byte) (bits >> 8);
          bytes[length++] = (byte) bits;
          digits = 0;
        }
      } else if (value == PADDING) {
        padding++;
      } else {
        isBad |= value == BAD;
      }
    }
  }

  /** Ends the text; false if it was not base64. */
  boolean end() {
    if (digits == 2) {
      bytes[length++] = (byte) (bits >> 4);
    } else if (digits == 3) {
      bytes[length++] = (byte) (bits >> 10);
      bytes[length++] = (byte) (bits >> 2);
    }
    boolean isPadded = padding == 0 || digits > 1 && padding == 4 - digits;
    return !isBad && digits != 1 && isPadded;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }
}
