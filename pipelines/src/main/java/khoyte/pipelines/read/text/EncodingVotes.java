package khoyte.pipelines.read.text;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The values of one text column, asked in which encoding their words are Vietnamese syllables. Only
 * values with other than ASCII characters count, and of those the first few thousand.
 */
public final class EncodingVotes {
  private static final int ENOUGH = 3000;
  private static final double MOST = 0.6;

  private final int[] words = new int[TextEncoding.values().length];
  private int asked;
  private int invalid;
  private int valid;

  /** A value that came as Unicode characters. */
  public void add(String text) {
    if (!hasOther(text)) {
      return;
    }
    valid++;
    if (asked < ENOUGH) {
      asked++;
      vote(text);
    }
  }

  private void addInvalid(String text) {
    invalid++;
    if (asked < ENOUGH || invalid < ENOUGH) {
      asked++;
      vote(text);
    }
  }

  /** Bytes of a value with other than ASCII characters. */
  public void add(byte[] bytes) {
    if (!Utf8.isValid(bytes, 0, bytes.length)) {
      addInvalid(new String(bytes, ColumnText.SINGLE_BYTE));
    } else if (asked < ENOUGH) {
      add(new String(bytes, StandardCharsets.UTF_8));
    } else {
      valid++;
    }
  }

  /** Number of values that were asked. */
  public int asked() {
    return asked;
  }

  private static boolean hasOther(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return true;
      }
    }
    return false;
  }

  private void vote(String text) {
    if (isSurelyUnicode(text)) {
      words[TextEncoding.UNICODE.ordinal()]++;
      return;
    }
    for (TextEncoding encoding : TextEncoding.values()) {
      if (encoding.covers(text) && isSpelledWell(text, encoding)) {
        words[encoding.ordinal()]++;
      }
    }
  }

  /** Letters that windows-1252 does not have, and which only Vietnamese text has. */
  private static boolean isSurelyUnicode(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '\u1EA0' && c <= '\u1EF9'
          || c == 'ă'
          || c == 'Ă'
          || c == 'đ'
          || c == 'Đ'
          || c == 'ơ'
          || c == 'Ơ'
          || c == 'ư'
          || c == 'Ư'
          || c >= '\u0300' && c <= '\u0323') {
        return true;
      }
    }
    return false;
  }

  /** Every word with other than ASCII characters is a syllable. */
  private static boolean isSpelledWell(String text, TextEncoding encoding) {
    int from = 0;
    boolean other = false;
    for (int i = 0; i <= text.length(); i++) {
      boolean inside = i < text.length() && (text.charAt(i) >= 0x80 || isLetter(text.charAt(i)));
      if (inside) {
        other |= text.charAt(i) >= 0x80;
      } else {
        if (other && !isSyllable(text.substring(from, i), encoding)) {
          return false;
        }
        from = i + 1;
        other = false;
      }
    }
    return true;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static boolean isSyllable(String word, TextEncoding encoding) {
    String unicode = encoding.toUnicode(word.replace('\u00A0', ' '));
    StringBuilder small = new StringBuilder(unicode.length());
    for (int i = 0; i < unicode.length(); i++) {
      small.append(VietnameseLetters.lower(unicode.charAt(i)));
    }
    return Spelling.isSyllable(small.toString().strip());
  }

  /** Some values of a UTF-8 column are cut or damaged: their rows cannot be read. */
  private boolean isDamaged() {
    return invalid > 0 && valid >= 20L * invalid && words[TextEncoding.UNICODE.ordinal()] > 0;
  }

  /**
   * How to read the column, or null if its bytes are neither UTF-8 nor a known encoding. Without
   * evidence it is Unicode.
   */
  public @Nullable ColumnText decision() {
    TextEncoding encoding = encoding();
    if (encoding == null) {
      return null;
    }
    boolean isSingleByte = invalid > 0 && !isDamaged();
    return new ColumnText(
        isSingleByte ? ColumnText.SINGLE_BYTE : StandardCharsets.UTF_8,
        encoding,
        false,
        isDamaged());
  }

  private @Nullable TextEncoding encoding() {
    if (asked == 0 || isDamaged()) {
      return TextEncoding.UNICODE;
    }
    TextEncoding legacy =
        words[TextEncoding.VNI.ordinal()] > words[TextEncoding.TCVN3.ordinal()]
            ? TextEncoding.VNI
            : TextEncoding.TCVN3;
    int legacyWords = words[legacy.ordinal()];
    if (invalid > 0) {
      return legacyWords >= MOST * asked ? legacy : null;
    }
    boolean isLegacy =
        legacyWords >= MOST * asked && legacyWords > words[TextEncoding.UNICODE.ordinal()];
    return isLegacy ? legacy : TextEncoding.UNICODE;
  }
}
