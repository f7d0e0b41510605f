package khoyte.pipelines.read.csv;

/** How often something was met in a file, and where first. */
public final class Sightings {
  private int count;
  private int firstLine;

  public void at(int line) {
    if (count++ == 0) {
      firstLine = line;
    }
  }

  /** Those of another stretch of the file, further down. */
  public void add(Sightings later) {
    firstLine = count == 0 ? later.firstLine : firstLine;
    count += later.count;
  }

  public int count() {
    return count;
  }

  public int firstLine() {
    return firstLine;
  }
}
