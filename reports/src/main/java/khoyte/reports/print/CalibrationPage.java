package khoyte.reports.print;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import khoyte.reports.ReportFile;
import khoyte.reports.font.AwtFonts;
import net.sf.jasperreports.engine.JRException;

/**
 * What a linker learned, for who must answer for its links: every level of every comparison with
 * its weight. A number after ^ is printed raised. The same page gives the same bytes.
 *
 * @param facts from what and when it was learned, what it decides by
 * @param headings of level, m, u, weight, and of the bars
 * @param notes one sentence a line
 * @param words of the foot, and for the number of a page: page {0} of {1} with a slash
 */
public record CalibrationPage(
    String title,
    String subtitle,
    List<Fact> facts,
    List<String> headings,
    List<Compared> comparisons,
    List<String> notes,
    Words words) {

  public CalibrationPage {
    facts = List.copyOf(facts);
    headings = List.copyOf(headings);
    comparisons = List.copyOf(comparisons);
    notes = List.copyOf(notes);
  }

  /** A fact and what it is. */
  public record Fact(String name, String value) {}

  /** A comparison with its levels, closest first. */
  public record Compared(String name, List<Level> levels) {

    public Compared {
      levels = List.copyOf(levels);
    }
  }

  /**
   * A level.
   *
   * @param m probability for one person, as it is printed
   * @param u probability for strangers, as it is printed
   * @param printed the weight as it is printed
   */
  public record Level(String name, String m, String u, String printed, double weight) {}

  /**
   * What is said beside the figures.
   *
   * @param page before the number of a page
   * @param language of the document, as vi-VN
   * @param author who answers for the document
   * @param made when the parameters were learned
   */
  public record Words(String foot, String page, String language, String author, Instant made) {}

  /** Writes the document. */
  public void write(Path file) {
    new ReportFile(file).write(bytes());
  }

  /** The document. */
  public byte[] bytes() {
    AwtFonts.own();
    try {
      return new CalibrationDesign(this).document();
    } catch (JRException e) {
      throw new IllegalStateException(e);
    }
  }
}
