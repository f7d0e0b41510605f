package khoyte.reports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a night kept back of one sender's data, for the sender.
 *
 * @param source name of the source
 * @param folder facility folder of the sender; empty if the source has none
 */
public record KeptBackList(String source, String folder, ReportIssue issue, List<Line> lines) {

  public KeptBackList {
    lines = List.copyOf(lines);
  }

  /**
   * A line, or a whole file.
   *
   * @param line line or sheet row, from 1; null for a whole file
   * @param column heading of the column to blame; empty if none is
   * @param reason in Vietnamese; never a value of the row
   */
  public record Line(String file, @Nullable Long line, String column, String reason) {}

  /** Above every page; empty for real data. */
  public String banner() {
    return PageText.banner(issue);
  }

  public long wholeFiles() {
    return lines.stream().filter(line -> line.line() == null).count();
  }
}
