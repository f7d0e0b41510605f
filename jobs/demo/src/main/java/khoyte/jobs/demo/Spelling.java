package khoyte.jobs.demo;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The ways in which one Vietnamese text is written down. */
final class Spelling {
  private static final char[] BASES = bases();
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final String OLD_TONE = "òóỏõọ";
  private static final String OLD_TONE_U = "ùúủũụ";
  private static final String[] NEW_TONE = {"oàoáoảoãoạ", "oèoéoẻoẽoẹ", "uỳuýuỷuỹuỵ"};

  private Spelling() {}

  /** Lower case, single spaces, no diacritics, đ as d. */
  static String folded(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char base = base(text.charAt(i));
      if (base == ' ' && (folded.isEmpty() || folded.charAt(folded.length() - 1) == ' ')) {
        continue;
      }
      if (base != 0) {
        folded.append(Character.toLowerCase(base));
      }
    }
    while (!folded.isEmpty() && folded.charAt(folded.length() - 1) == ' ') {
      folded.setLength(folded.length() - 1);
    }
    return folded.toString();
  }

  static String withoutDiacritics(String text) {
    StringBuilder bare = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char base = base(text.charAt(i));
      if (base != 0) {
        bare.append(base);
      }
    }
    return bare.toString();
  }

  private static char base(char letter) {
    return letter < BASES.length ? BASES[letter] : letter;
  }

  private static char[] bases() {
    char[] bases = new char[0x2000];
    for (char letter = 0; letter < bases.length; letter++) {
      String parts = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD);
      bases[letter] = Character.getType(letter) == Character.NON_SPACING_MARK ? 0 : parts.charAt(0);
    }
    bases['đ'] = 'd';
    bases['Đ'] = 'D';
    return bases;
  }

  static String decomposed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD);
  }

  static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  /** Tone on the second vowel: Hòa becomes Hoà, Thúy becomes Thuý; Quý stays. */
  static String modernTone(String text) {
    StringBuilder modern = new StringBuilder(text);
    for (int i = 0; i + 1 < modern.length(); i++) {
      if (i + 2 < modern.length() && Character.isLetter(modern.charAt(i + 2))) {
        continue;
      }
      char second = modern.charAt(i + 1);
      int tone = OLD_TONE.indexOf(modern.charAt(i));
      if (tone >= 0 && (second == 'a' || second == 'e')) {
        String pairs = NEW_TONE[second == 'a' ? 0 : 1];
        modern.replace(i, i + 2, pairs.substring(2 * tone, 2 * tone + 2));
      }
      tone = OLD_TONE_U.indexOf(modern.charAt(i));
      if (tone >= 0 && second == 'y' && !follows(modern, i, 'q')) {
        modern.replace(i, i + 2, NEW_TONE[2].substring(2 * tone, 2 * tone + 2));
      }
    }
    return modern.toString();
  }

  private static boolean follows(CharSequence text, int position, char letter) {
    return position > 0 && Character.toLowerCase(text.charAt(position - 1)) == letter;
  }

  /** One letter of a middle word doubled or lost, so that the name stays close. */
  static String misspelt(String name, Dice dice) {
    String[] words = SPACES.split(name);
    int word = words.length > 2 ? dice.between(1, words.length - 2) : 0;
    String spoilt = words[word];
    int last = spoilt.length() - 1;
    words[word] =
        last > 1 && dice.below(2) == 0 ? spoilt.substring(0, last) : spoilt + spoilt.charAt(last);
    return String.join(" ", words);
  }

  /** Optimal string alignment distance. */
  static int distance(String left, String right) {
    int[][] cost = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      cost[i][0] = i;
    }
    for (int j = 0; j <= right.length(); j++) {
      cost[0][j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      for (int j = 1; j <= right.length(); j++) {
        int same = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1), cost[i - 1][j - 1] + same);
        if (i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[left.length()][right.length()];
  }

  /** Close in the sense of the cleaning contract; both names folded. */
  static boolean isClose(String left, String right) {
    return distance(left.replace(" ", ""), right.replace(" ", "")) <= 2
        && distance(lastWord(left), lastWord(right)) <= 1;
  }

  private static String lastWord(String name) {
    return name.substring(name.lastIndexOf(' ') + 1);
  }
}
