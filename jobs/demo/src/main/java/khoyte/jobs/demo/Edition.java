package khoyte.jobs.demo;

/**
 * Which of a province's files are written. The first edition is the province of 2022; a later one
 * brings further events of the same people, and changed health records of some, with keys and file
 * names of its own, for measurements.
 *
 * @param number 0 for the first
 * @param every of a later edition, one event and one health record in so many
 */
public record Edition(int number, int every) {
  /** The province of 2022. */
  public static final Edition FIRST = new Edition(0, 1);

  private static final long KEYS = 100_000_000L;

  boolean isFirst() {
    return number == 0;
  }

  /** The number from which the key of an event is made. */
  long key(int event) {
    return event + 1L + number * KEYS;
  }

  boolean has(int event) {
    return isFirst() || (event + number) % every == 0;
  }

  /** A file name, marked by the edition before its first dot. */
  String fileName(String name) {
    int dot = name.indexOf('.');
    return isFirst() ? name : name.substring(0, dot) + "_" + number + name.substring(dot);
  }
}
