package khoyte.pipelines.read.person;

/** Whether two texts may be one text, mistyped. */
public final class Closeness {
  private static final int NAMES = 2;
  private static final int LAST_WORDS = 1;

  private Closeness() {}

  /**
   * Whether two folded names are close: without spaces at most 2 apart (optimal string alignment),
   * the last words at most 1.
   */
  public static boolean close(String foldedA, String foldedB) {
    if (foldedA.equals(foldedB)) {
      return true;
    }
    return within(lastWord(foldedA), lastWord(foldedB), LAST_WORDS)
        && within(foldedA.replace(" ", ""), foldedB.replace(" ", ""), NAMES);
  }

  /** Whether two ids of one length differ by one digit or one swap of neighbours. */
  public static boolean oneSlip(String one, String other) {
    return one.length() == other.length() && distance(one, other) == 1;
  }

  private static String lastWord(String name) {
    return name.substring(name.lastIndexOf(' ') + 1);
  }

  private static boolean within(String a, String b, int limit) {
    return Math.abs(a.length() - b.length()) <= limit && distance(a, b) <= limit;
  }

  /**
   * Optimal string alignment distance: insertions, deletions, substitutions and swaps of
   * neighbours, no part edited twice.
   */
  public static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + cost);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          best = Math.min(best, beforeLast[j - 2] + 1);
        }
        row[j] = best;
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }
}
