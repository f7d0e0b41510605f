package khoyte.reports.print;

/** Jasper's unit: whole points. */
final class Points {
  private static final double PER_MM = 72 / 25.4;

  private Points() {}

  static int of(double mm) {
    return (int) Math.round(mm * PER_MM);
  }
}
