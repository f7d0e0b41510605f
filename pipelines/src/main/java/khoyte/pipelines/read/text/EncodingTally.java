package khoyte.pipelines.read.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What values say of the ways in which they may be written. */
final class EncodingTally {
  /** An encoding in which a smaller share of the values is spelled well is not theirs. */
  static final double MOST = 0.6;

  private static final List<TextEncoding> LETTER_BY_LETTER =
      List.of(
          TextEncoding.UNICODE, TextEncoding.TCVN3, TextEncoding.VNI, TextEncoding.WINDOWS_1258);

  private final int[] spelled = new int[TextEncoding.values().length];
  private final int[] covered = new int[TextEncoding.values().length];
  private int asked;
  private int unicode;
  private int codePage;

  /** Asks a value with other than ASCII characters. */
  void ask(String text) {
    asked++;
    if (isMisread(text)) {
      spelled[TextEncoding.MISREAD_UTF_8.ordinal()]++;
      return;
    }
    if (isSurelyUnicode(text)) {
      unicode++;
      spelled[TextEncoding.UNICODE.ordinal()]++;
      return;
    }
    boolean isUnicode = isSpelledWell(text);
    for (TextEncoding encoding : LETTER_BY_LETTER) {
      if (encoding.covers(text)) {
        covered[encoding.ordinal()]++;
        String unicode = encoding.toUnicode(text);
        boolean isSame = unicode.equals(text);
        if (isSame ? isUnicode : isSpelledWell(unicode)) {
          spelled[encoding.ordinal()]++;
          codePage += encoding == TextEncoding.WINDOWS_1258 && !isSame ? 1 : 0;
        }
      }
    }
  }

  void add(EncodingTally other) {
    for (int i = 0; i < spelled.length; i++) {
      spelled[i] += other.spelled[i];
      covered[i] += other.covered[i];
    }
    asked += other.asked;
    unicode += other.unicode;
    codePage += other.codePage;
  }

  int asked() {
    return asked;
  }

  /** Number of values with a letter that no older encoding has. */
  int unicode() {
    return unicode;
  }

  /** Number of values that are Vietnamese by what windows-1258 has and windows-1252 has not. */
  int codePage() {
    return codePage;
  }

  /** Number of values whose every word is a Vietnamese syllable. */
  int spelled(TextEncoding encoding) {
    return spelled[encoding.ordinal()];
  }

  boolean isMostly(TextEncoding encoding) {
    return spelled(encoding) >= MOST * asked;
  }

  /** Whether an encoding has a meaning for every character of every value. */
  boolean isCovered(TextEncoding encoding) {
    return covered[encoding.ordinal()] == asked;
  }

  /** The encodings before Unicode that most values speak for; several if even. */
  List<TextEncoding> best() {
    List<TextEncoding> best = new ArrayList<>();
    for (TextEncoding encoding : TextEncoding.values()) {
      if (encoding != TextEncoding.UNICODE && isMostly(encoding)) {
        if (!best.isEmpty() && spelled(encoding) > spelled(best.get(0))) {
          best.clear();
        }
        if (best.isEmpty() || spelled(encoding) == spelled(best.get(0))) {
          best.add(encoding);
        }
      }
    }
    return best;
  }

  /** The one encoding that most values speak for, or null. */
  @Nullable TextEncoding leaning() {
    List<TextEncoding> best = best();
    int others = best.isEmpty() ? 0 : spelled(best.get(0));
    if (isMostly(TextEncoding.UNICODE) && spelled(TextEncoding.UNICODE) > others) {
      return TextEncoding.UNICODE;
    }
    return best.size() == 1 && spelled(TextEncoding.UNICODE) < others ? best.get(0) : null;
  }

  private static boolean isMisread(String text) {
    int first = 0;
    while (first < text.length() && text.charAt(first) < 0x80) {
      first++;
    }
    // The quickest to see: such letters never stand alone.
    return first + 1 < text.length()
        && text.charAt(first + 1) >= 0x80
        && TextEncoding.MISREAD_UTF_8.covers(text)
        && isSpelledWell(TextEncoding.MISREAD_UTF_8.toUnicode(text));
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
  private static boolean isSpelledWell(String unicode) {
    int from = 0;
    boolean isAscii = true;
    for (int i = 0; i <= unicode.length(); i++) {
      char c = i < unicode.length() ? unicode.charAt(i) : ' ';
      if (isOfWord(c)) {
        isAscii &= c < 0x80;
      } else {
        if (!isAscii && !isSyllable(unicode.substring(from, i))) {
          return false;
        }
        from = i + 1;
        isAscii = true;
      }
    }
    return true;
  }

  private static boolean isOfWord(char c) {
    return c >= 0x80 ? !VietnameseLetters.isSpace(c) : c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static boolean isSyllable(String word) {
    StringBuilder small = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      small.append(VietnameseLetters.lower(word.charAt(i)));
    }
    return Spelling.isSyllable(small.toString());
  }
}
