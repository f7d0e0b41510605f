package khoyte.jobs.trial;

/**
 * Pairs that were put together, against those that belong together.
 *
 * @param right put together and belonging together
 * @param wrong put together only
 * @param missed belonging together only
 */
record PairScore(long right, long wrong, long missed) {

  static PairScore of(long right, long together, long truth) {
    return new PairScore(right, together - right, truth - right);
  }

  double precision() {
    return right + wrong == 0 ? 1 : (double) right / (right + wrong);
  }

  double recall() {
    return right + missed == 0 ? 1 : (double) right / (right + missed);
  }

  /** Harmonic mean of precision and recall. */
  double f1() {
    return 2.0 * right / (2 * right + wrong + missed);
  }
}
