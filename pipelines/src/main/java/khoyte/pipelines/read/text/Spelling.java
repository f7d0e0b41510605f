package khoyte.pipelines.read.text;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Set;
import khoyte.warehouse.reference.ReferenceLists;

/** Whether a word can be a Vietnamese syllable: an onset, then a rhyme with at most one tone. */
final class Spelling {
  private static final int LONGEST_ONSET = 3;
  private static final Set<String> ONSETS = letters("onset");
  private static final Set<String> RHYMES = letters("rhyme");

  private Spelling() {}

  private static Set<String> letters(String part) {
    Set<String> letters = new HashSet<>();
    for (NamedCsvRecord row : ReferenceLists.rows("vietnamese_syllables")) {
      if (row.getField("part").equals(part)) {
        letters.add(row.getField("letters"));
      }
    }
    return letters;
  }

  /**
   * @param word in NFC and small letters
   */
  static boolean isSyllable(String word) {
    StringBuilder toneless = new StringBuilder(word.length());
    int tones = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (VietnameseLetters.tone(c) == 0) {
        toneless.append(c);
      } else {
        tones++;
        toneless.append(withoutTone(c));
      }
    }
    if (tones > 1) {
      return false;
    }
    String letters = toneless.toString();
    if (RHYMES.contains(letters)) {
      return true;
    }
    for (int onset = 1; onset <= LONGEST_ONSET && onset <= letters.length(); onset++) {
      if (ONSETS.contains(letters.substring(0, onset))
          && (RHYMES.contains(letters.substring(onset)) || letters.equals("gi"))) {
        return true;
      }
    }
    return false;
  }

  private static char withoutTone(char c) {
    String decomposed = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
    StringBuilder kept = new StringBuilder();
    for (int i = 0; i < decomposed.length(); i++) {
      if ("\u0300\u0301\u0303\u0309\u0323".indexOf(decomposed.charAt(i)) < 0) {
        kept.append(decomposed.charAt(i));
      }
    }
    return Normalizer.normalize(kept, Normalizer.Form.NFC).charAt(0);
  }
}
