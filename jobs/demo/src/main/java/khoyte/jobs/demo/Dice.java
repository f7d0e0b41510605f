package khoyte.jobs.demo;

/**
 * Numbers drawn for one item of the model: the same seed, purpose and item give the same row of
 * numbers on every machine and in every order of drawing (SplitMix64).
 */
final class Dice {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  Dice(long seed, Purpose purpose, long item) {
    state = mixed(mixed(seed + GOLDEN * (purpose.ordinal() + 1)) ^ mixed(item * GOLDEN + 1));
  }

  /** What numbers are drawn for; each purpose has a row of its own. */
  enum Purpose {
    PERSON,
    RECORD,
    ANSWER,
    CAST,
    STRANGER,
    VISIT_PLAN,
    VISIT,
    ROUTINE_PLAN,
    ROUTINE,
    COVID_PLAN,
    COVID,
    PHONE,
    DIRT
  }

  static long mixed(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  long next() {
    state += GOLDEN;
    return mixed(state);
  }

  /** From 0 to below the bound. */
  int below(int bound) {
    return (int) (((next() >>> 32) * bound) >>> 32);
  }

  /** From the least to the greatest, both possible. */
  int between(int least, int greatest) {
    return least + below(greatest - least + 1);
  }

  /** Whether a thing that happens so many times in ten thousand happens. */
  boolean in10000(int times) {
    return below(10_000) < times;
  }

  /** Position in running totals, drawn by their shares. */
  int weighted(int[] runningTotals) {
    int drawn = below(runningTotals[runningTotals.length - 1]);
    int low = 0;
    int high = runningTotals.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (drawn < runningTotals[middle]) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  static int[] runningTotals(int[] weights) {
    int[] totals = new int[weights.length];
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i];
      totals[i] = sum;
    }
    return totals;
  }
}
