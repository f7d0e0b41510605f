package khoyte.reports.excel;

import khoyte.reports.font.Typeface;
import org.apache.poi.ss.usermodel.HorizontalAlignment;

/**
 * How a cell looks; equal looks share one style of the workbook.
 *
 * @param frame whether thin lines stand around it
 */
record CellLook(
    Typeface face,
    double points,
    HorizontalAlignment alignment,
    int indent,
    Frame frame,
    Fill fill,
    String numberFormat) {

  /** The lines around a cell. */
  enum Frame {
    NONE,
    THIN
  }

  /** What is behind the letters. */
  enum Fill {
    NONE,
    /** F2F2F2, behind the rows of groups. */
    GROUP
  }

  static CellLook of(Typeface face, double points, HorizontalAlignment alignment) {
    return new CellLook(face, points, alignment, 0, Frame.NONE, Fill.NONE, "General");
  }

  CellLook framed() {
    return new CellLook(face, points, alignment, indent, Frame.THIN, fill, numberFormat);
  }

  CellLook filled(Fill behind) {
    return new CellLook(face, points, alignment, indent, frame, behind, numberFormat);
  }

  CellLook indented(int steps) {
    return new CellLook(face, points, alignment, steps, frame, fill, numberFormat);
  }

  CellLook formatted(String format) {
    return new CellLook(face, points, alignment, indent, frame, fill, format);
  }
}
