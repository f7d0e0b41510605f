package khoyte.reports.excel;

import khoyte.reports.font.Typeface;
import org.apache.poi.ss.usermodel.HorizontalAlignment;

/**
 * How a cell looks; equal looks share one style of the workbook.
 *
 * @param frame the lines around it
 */
record CellLook(
    Typeface face,
    double points,
    HorizontalAlignment alignment,
    int indent,
    Frame frame,
    Fill fill,
    String numberFormat,
    Use use) {

  /** Format of a cell whose text stays text, whatever it looks like. */
  static final String TEXT = "@";

  /** The lines around a cell. */
  enum Frame {
    NONE,
    THIN,
    /** Of a value that is wrong: seen also where bold is not. */
    THICK
  }

  /** What a reader of the workbook does with a cell. */
  enum Use {
    READ,
    /** The same of a figure or a code that must stay on one line. */
    READ_ON_ONE_LINE,
    /** He writes into it: not locked, pale yellow. */
    WRITE,
    WRITE_ON_ONE_LINE;

    boolean isWritable() {
      return this == WRITE || this == WRITE_ON_ONE_LINE;
    }

    boolean isOnOneLine() {
      return this == READ_ON_ONE_LINE || this == WRITE_ON_ONE_LINE;
    }
  }

  /** What is behind the letters. */
  enum Fill {
    NONE,
    /** F2F2F2, behind the rows of groups. */
    GROUP
  }

  static CellLook of(Typeface face, double points, HorizontalAlignment alignment) {
    return new CellLook(face, points, alignment, 0, Frame.NONE, Fill.NONE, "General", Use.READ);
  }

  CellLook framed() {
    return framed(Frame.THIN);
  }

  CellLook framed(Frame lines) {
    return new CellLook(face, points, alignment, indent, lines, fill, numberFormat, use);
  }

  CellLook indented(int steps) {
    return new CellLook(face, points, alignment, steps, frame, fill, numberFormat, use);
  }

  CellLook formatted(String format) {
    return new CellLook(face, points, alignment, indent, frame, fill, format, use);
  }

  CellLook filled(Fill behind) {
    return new CellLook(face, points, alignment, indent, frame, behind, numberFormat, use);
  }

  CellLook used(Use by) {
    return new CellLook(face, points, alignment, indent, frame, fill, numberFormat, by);
  }

  CellLook faced(Typeface other) {
    return new CellLook(other, points, alignment, indent, frame, fill, numberFormat, use);
  }
}
