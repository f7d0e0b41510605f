package khoyte.pipelines.resolve;

import org.jspecify.annotations.Nullable;

/** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours. */
final class NameDistance {

  private NameDistance() {}

  /**
   * Whether two folded names are close: without spaces at most 2 apart, the last words at most 1.
   */
  static boolean close(@Nullable String one, @Nullable String other) {
    if (one == null || other == null) {
      return false;
    }
    return distance(lastWord(one), lastWord(other)) <= 1
        && distance(one.replace(" ", ""), other.replace(" ", "")) <= 2;
  }

  /** Whether two ids of one length differ by one digit or one swap of neighbours. */
  static boolean oneSlip(@Nullable String one, @Nullable String other) {
    return one != null
        && other != null
        && one.length() == other.length()
        && distance(one, other) == 1;
  }

  private static String lastWord(String name) {
    return name.substring(name.lastIndexOf(' ') + 1);
  }

  private static int distance(String one, String other) {
    int width = other.length() + 1;
    int[] beforeLast = new int[width];
    int[] last = new int[width];
    int[] row = new int[width];
    java.util.Arrays.setAll(last, i -> i);
    for (int i = 1; i <= one.length(); i++) {
      row[0] = i;
      for (int j = 1; j < width; j++) {
        int cost = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[width - 1];
  }
}
