package khoyte.jobs.step;

/** What a step handled: records (files, where it handles files) and bytes. */
public record StepCount(long rows, long bytes) {
  public static final StepCount NOTHING = new StepCount(0, 0);

  public StepCount plus(StepCount other) {
    return new StepCount(rows + other.rows, bytes + other.bytes);
  }
}
