package khoyte.pipelines.link.pair;

import java.text.Normalizer;

/** Values without diacritics. */
final class Folding {
  private static final char FIRST = '\u00e0';
  private static final char LAST = '\u1eff';
  private static final String OTHERS = "đøłħıŧ";
  private static final String OTHER_BASES = "dolhit";
  private static final char[] BASES = bases();

  private Folding() {}

  /** Every small Latin letter with a mark becomes the letter without; most values have none. */
  static String folded(String value) {
    int i = 0;
    while (i < value.length() && value.charAt(i) < 0x80) {
      i++;
    }
    if (i == value.length()) {
      return value;
    }
    StringBuilder folded = new StringBuilder(value.length());
    for (i = 0; i < value.length(); i++) {
      char letter = value.charAt(i);
      if (letter < 0x80 || !isMark(letter)) {
        folded.append(letter >= FIRST && letter <= LAST ? BASES[letter - FIRST] : letter);
      }
    }
    return folded.toString();
  }

  private static boolean isMark(char letter) {
    int type = Character.getType(letter);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  private static char[] bases() {
    char[] bases = new char[LAST - FIRST + 1];
    for (char letter = FIRST; letter <= LAST; letter++) {
      String parts = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD);
      char base = parts.charAt(0);
      boolean isMarked =
          Character.isLowerCase(letter) && parts.length() > 1 && base >= 'a' && base <= 'z';
      int other = OTHERS.indexOf(letter);
      bases[letter - FIRST] = isMarked ? base : other >= 0 ? OTHER_BASES.charAt(other) : letter;
    }
    return bases;
  }
}
