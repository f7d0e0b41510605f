package khoyte.pipelines.read.text;

import java.text.Normalizer;

/** Tables of the letters below U+1F00: small form, base letter, tone. */
final class VietnameseLetters {
  static final int SIZE = 0x1F00;
  private static final char[] LOWER = new char[SIZE];
  private static final char[] BASE = new char[SIZE];
  private static final byte[] TONE = new byte[SIZE];
  private static final String TONE_MARKS = "\u0300\u0301\u0303\u0309\u0323";

  static {
    for (int i = 0; i < SIZE; i++) {
      char small = smallFormOf((char) i);
      LOWER[i] = small;
      BASE[i] = small;
      String decomposed = Normalizer.normalize(String.valueOf(small), Normalizer.Form.NFD);
      if (Character.isLetter(decomposed.charAt(0))) {
        BASE[i] = small == 'đ' ? 'd' : decomposed.charAt(0);
      }
      for (int j = 1; j < decomposed.length(); j++) {
        TONE[i] = (byte) Math.max(TONE[i], TONE_MARKS.indexOf(decomposed.charAt(j)) + 1);
      }
    }
  }

  private VietnameseLetters() {}

  private static char smallFormOf(char letter) {
    return switch (letter) {
      case 'Đ', '\u00D0', '\u0189', '\u00F0', '\u0256' -> 'đ';
      default -> Character.toLowerCase(letter);
    };
  }

  /** Small letter; the Icelandic and African look-alikes of Đ become đ. */
  static char lower(char letter) {
    return letter < SIZE ? LOWER[letter] : Character.toLowerCase(letter);
  }

  /** Small letter without any mark, đ = d. */
  static char base(char letter) {
    return letter < SIZE ? BASE[letter] : Character.toLowerCase(letter);
  }

  /** 0 without tone, else 1 to 5. */
  static int tone(char letter) {
    return letter < SIZE ? TONE[letter] : 0;
  }

  /** Zero width, directions of writing, byte order mark, soft hyphen: never part of a value. */
  static boolean isInvisible(char c) {
    return c == '\u00AD'
        || c >= '\u200B' && c <= '\u200F'
        || c >= '\u202A' && c <= '\u202E'
        || c >= '\u2060' && c <= '\u2069'
        || c == '\uFEFF';
  }

  /** ASCII as wide as a Chinese letter. */
  static boolean isFullWidth(char c) {
    return c >= '\uFF01' && c <= '\uFF5E';
  }

  static boolean isSpace(char c) {
    return c <= ' '
        || c == '\u00A0'
        || c >= '\u2000' && c <= '\u200A'
        || c == '\u2028'
        || c == '\u202F'
        || c == '\u3000';
  }
}
