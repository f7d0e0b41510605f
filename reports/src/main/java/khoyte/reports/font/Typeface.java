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

  /**
   * Number of lines that a text takes: paragraphs broken between words, words that are too long for
   * a line broken anywhere.
   */
  public int lines(String text, double points, double widthMm) {
    int lines = 0;
    for (String paragraph : text.split("\n", -1)) {
      lines += linesOfParagraph(paragraph, points, widthMm);
    }
    return lines;
  }

  private int linesOfParagraph(String text, double points, double widthMm) {
    double space = mm(" ", points);
    int lines = 1;
    double used = 0;
    for (String word : text.split(" ", -1)) {
      double width = mm(word, points);
      if (used > 0 && used + space + width > widthMm) {
        lines++;
        used = 0;
      }
      double before = used > 0 ? used + space : 0;
      int broken = (int) ((before + width) / widthMm);
      lines += broken;
      used = before + width - broken * widthMm;
    }
    return lines;
  }
}
