package khoyte.reports;

import java.util.List;
import khoyte.reports.font.Typeface;

/**
 * How the letterhead is split: the bodies over the first columns, the nation over the rest.
 *
 * @param leftColumns columns under the bodies
 * @param extraMm width that the nation needs beyond the table
 */
public record HeaderBlocks(int leftColumns, double leftMm, double rightMm, double extraMm) {
  public static final double NAME_POINTS = 12;
  public static final double MOTTO_POINTS = 13;

  private static final double LEAST_LEFT_MM = 58;
  private static final double LEAST_RIGHT_MM = 92;
  private static final double LEFT_FREE_MM = 7;
  private static final double LEAST_LINE_MM = 7;
  private static final double LINE_SHARE = 0.42;

  public static HeaderBlocks of(FilledReport report) {
    Letterhead letterhead = report.issue().letterhead();
    return of(
        letterhead.parent(),
        letterhead.name(),
        report.definition().columns().stream().map(ReportColumn::mm).toList(),
        report.definition().paper().printWidthMm());
  }

  /**
   * @param widthMm that head and table share
   */
  public static HeaderBlocks of(
      String parent, String name, List<Double> columnsMm, double widthMm) {
    double widest =
        Math.max(Typeface.REGULAR.mm(parent, NAME_POINTS), Typeface.BOLD.mm(name, NAME_POINTS));
    double needed = Math.max(LEAST_LEFT_MM, widest + LEFT_FREE_MM);
    int count = 0;
    double left = 0;
    while (left < needed && count < columnsMm.size()) {
      left += columnsMm.get(count++);
    }
    double rest = widthMm - left;
    return new HeaderBlocks(
        count, left, Math.max(rest, LEAST_RIGHT_MM), Math.max(0, LEAST_RIGHT_MM - rest));
  }

  /** Of the line below the issuing body: between a third and a half of its name. */
  public static double nameLineMm(String name) {
    return Math.max(LEAST_LINE_MM, LINE_SHARE * Typeface.BOLD.mm(name, NAME_POINTS));
  }

  /** Of the line below the motto: as long as the motto. */
  public static double mottoLineMm() {
    return Typeface.BOLD.mm(PageText.MOTTO, MOTTO_POINTS);
  }
}
