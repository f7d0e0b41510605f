package khoyte.pipelines.read.text;

import java.text.Normalizer;

/**
 * Normal forms of Vietnamese text. Texts whose normal forms are equal are equal; they are never a
 * defect by themselves.
 */
public final class VietnameseText {

  private VietnameseText() {}

  /** NFC; the same text if it is already. */
  public static String composed(String text) {
    boolean doubtful = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '\u0300' && c < '\u0370') {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
      }
      doubtful |= c >= '\u0370' && (c < '\u1E00' || c > '\u206F');
    }
    return doubtful ? Normalizer.normalize(text, Normalizer.Form.NFC) : text;
  }

  /**
   * With common blanks in place of others, without invisible characters, full-width forms as ASCII;
   * where there was any, without outer blanks too. A text without them stays as it is.
   */
  public static String plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isPerhapsFolded(c) && (isBlank(c) || VietnameseLetters.isFullWidth(c))) {
        return folded(text);
      }
    }
    return text;
  }

  /** Nearly every letter is told apart by this. */
  private static boolean isPerhapsFolded(char c) {
    return c == '\u00A0' || c == '\u00AD' || c >= '\u2000';
  }

  private static String folded(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (VietnameseLetters.isFullWidth(c)) {
        folded.append((char) (c - '\uFF01' + '!'));
      } else if (!VietnameseLetters.isInvisible(c)) {
        folded.append(c > ' ' && VietnameseLetters.isSpace(c) ? ' ' : c);
      }
    }
    return folded.toString().strip();
  }

  /**
   * NFC, lower case, single spaces, tone marks where they stood before the reform: {@code hòa},
   * {@code thúy}; {@code qu} is an onset, so {@code quý} stays.
   */
  public static String normalForm(String text) {
    String composed = composed(text);
    char[] out = new char[composed.length()];
    int length = 0;
    boolean space = false;
    for (int i = 0; i < composed.length(); i++) {
      char c = composed.charAt(i);
      if (VietnameseLetters.isSpace(c)) {
        space = true;
      } else if (!VietnameseLetters.isInvisible(c)) {
        if (space && length > 0) {
          out[length++] = ' ';
        }
        space = false;
        out[length++] = VietnameseLetters.lower(c);
      }
    }
    for (int i = 1; i < length; i++) {
      if (out[i] >= '\u00E0' && VietnameseLetters.tone(out[i]) != 0) {
        moveTone(out, i, length);
      }
    }
    return new String(out, 0, length);
  }

  /** {@code oà}, {@code oè}, {@code uỳ} at the end of a syllable become òa, òe, ùy. */
  private static void moveTone(char[] text, int at, int length) {
    if (at + 1 < length && Character.isLetter(text[at + 1])) {
      return;
    }
    int tone = VietnameseLetters.tone(text[at]);
    char glide = text[at - 1];
    int vowel = "aàáãảạ eèéẽẻẹ yỳýỹỷỵ".indexOf(text[at]);
    if (vowel < 0) {
      return;
    }
    char plain = "aey".charAt(vowel / 7);
    if (glide == 'o' && plain != 'y') {
      text[at - 1] = "oòóõỏọ".charAt(tone);
      text[at] = plain;
    } else if (glide == 'u' && plain == 'y' && !(at >= 2 && text[at - 2] == 'q')) {
      text[at - 1] = "uùúũủụ".charAt(tone);
      text[at] = plain;
    }
  }

  /** The letters and digits of a text, folded: {@code Họ và tên} and {@code ho_va_ten} are one. */
  public static String letters(String text) {
    String folded = foldedForm(normalForm(plain(text)));
    StringBuilder letters = new StringBuilder(folded.length());
    folded.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
    return letters.toString();
  }

  /** A normal form without diacritics, đ = d. */
  public static String foldedForm(String normalForm) {
    char[] out = new char[normalForm.length()];
    boolean changed = false;
    for (int i = 0; i < out.length; i++) {
      char c = normalForm.charAt(i);
      out[i] = VietnameseLetters.base(c);
      changed |= out[i] != c;
    }
    return changed ? new String(out) : normalForm;
  }

  /** Without outer spaces of any kind and without invisible characters. */
  public static String stripped(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isBlank(char c) {
    return VietnameseLetters.isSpace(c) || VietnameseLetters.isInvisible(c);
  }

  /** Whether there is nothing to read in it. */
  public static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isBlank(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Every word with a capital, the rest small: for names whose case a font has lost. */
  public static String titleCase(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean first = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(first ? Character.toUpperCase(c) : Character.toLowerCase(c));
      first = VietnameseLetters.isSpace(c) || c == '-' || c == '.';
    }
    return out.toString();
  }
}
