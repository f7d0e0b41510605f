package khoyte.reports;

/**
 * A4 or A3 with the margins of Nghị định 30/2020/NĐ-CP: top 20, bottom 20, left 30, right 15 mm,
 * the same edges as seen in either direction.
 */
public enum Paper {
  A4_PORTRAIT(210, 297),
  /** From nine columns on. */
  A4_LANDSCAPE(297, 210),
  A3_LANDSCAPE(420, 297);

  public static final double TOP_MM = 20;
  public static final double BOTTOM_MM = 20;
  public static final double LEFT_MM = 30;
  public static final double RIGHT_MM = 15;

  /** From the edge to the page number and to the foot. */
  public static final double MARGIN_LINE_MM = 10;

  private final double widthMm;
  private final double heightMm;

  Paper(double widthMm, double heightMm) {
    this.widthMm = widthMm;
    this.heightMm = heightMm;
  }

  public double widthMm() {
    return widthMm;
  }

  public double heightMm() {
    return heightMm;
  }

  public double printWidthMm() {
    return widthMm - LEFT_MM - RIGHT_MM;
  }

  public double printHeightMm() {
    return heightMm - TOP_MM - BOTTOM_MM;
  }

  public boolean isLandscape() {
    return widthMm > heightMm;
  }
}
