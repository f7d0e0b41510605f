package khoyte.reports.font;

import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * Liberation Serif, whose letters are as wide as those of Times New Roman. Measures without asking
 * the machine for fonts.
 */
public enum Typeface {
  REGULAR("Regular"),
  BOLD("Bold"),
  ITALIC("Italic"),
  BOLD_ITALIC("BoldItalic");

  /** The family's name on every page. */
  public static final String FAMILY = "Times New Roman";

  private static final double MM_PER_POINT = 25.4 / 72;

  private final BaseFont font;

  Typeface(String style) {
    String file = "LiberationSerif-" + style + ".ttf";
    try (InputStream stream =
        Objects.requireNonNull(BaseFont.class.getResourceAsStream("/liberation/" + file), file)) {
      font =
          BaseFont.createFont(
              file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, stream.readAllBytes(), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Width of a line of text. */
  public double mm(String text, double points) {
    return font.getWidthPoint(text, (float) points) * MM_PER_POINT;
  }

  /** Number of lines that a paragraph takes, broken between words. */
  public int lines(String text, double points, double widthMm) {
    double space = mm(" ", points);
    int lines = 1;
    double used = 0;
    for (String word : text.split(" ", -1)) {
      double width = mm(word, points);
      if (used > 0 && used + space + width > widthMm) {
        lines++;
        used = width;
      } else {
        used += (used > 0 ? space : 0) + width;
      }
    }
    return lines;
  }
}
