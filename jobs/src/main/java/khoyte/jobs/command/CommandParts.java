package khoyte.jobs.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import khoyte.jobs.conf.ReportFormat;
import khoyte.jobs.demo.Edition;
import khoyte.jobs.night.NightFacts;
import khoyte.jobs.night.NightParts;
import khoyte.jobs.night.NightSetting;
import khoyte.jobs.operations.Operations;
import khoyte.warehouse.NightId;
import org.jspecify.annotations.Nullable;

/**
 * What the commands call in the rest of the house. The night's parts are opened only by the
 * commands that run one.
 */
public record CommandParts(
    BiFunction<NightSetting, Operations, NightParts> night,
    Reports reports,
    ReportTexts reportTexts,
    Queries queries,
    QuarantineLines quarantineLines,
    Provinces provinces,
    Worklists worklists,
    WorklistPreviews previews) {

  /** Renders reports of a published night; gives the files. */
  @FunctionalInterface
  public interface Reports {
    List<Path> render(NightSetting setting, ReportOrder order);
  }

  /** Every report of a published night as drawn tables. */
  @FunctionalInterface
  public interface ReportTexts {
    List<String> draw(NightSetting setting, NightFacts night);
  }

  /** Asks a published night and writes the answer. */
  @FunctionalInterface
  public interface Queries {
    void answer(NightSetting setting, NightId night, Question question, PrintStream out);
  }

  /** Lines kept back in the files a published night knows, at most as many as asked for. */
  @FunctionalInterface
  public interface QuarantineLines {
    List<QuarantineLine> list(NightSetting setting, NightId night, int atMost);
  }

  /** Writes a synthetic province into the inbox. */
  @FunctionalInterface
  public interface Provinces {
    void write(double scale, long seed, Edition edition, Path inbox);
  }

  /** Writes the communes' lists of a published night. */
  @FunctionalInterface
  public interface Worklists {
    IssuedWorklists issue(NightSetting setting, WorklistOrder order);
  }

  /** Says what the next night would take from lists that came back. */
  @FunctionalInterface
  public interface WorklistPreviews {
    List<PreviewedFile> of(NightSetting setting, List<Path> files);
  }

  /**
   * Worklists to be written.
   *
   * @param unit code of a commune, or of the unit whose communes are meant; null for the province
   */
  public record WorklistOrder(NightFacts night, @Nullable String unit) {}

  /**
   * Worklists that were written.
   *
   * @param rows records in all lists
   * @param nowhere records that stand in none, because their commune is not known or not one of the
   *     province
   */
  public record IssuedWorklists(long lists, long rows, long nowhere, Path directory) {}

  /**
   * A returned worklist, looked at.
   *
   * @param lines what becomes of each row; none of a file that is refused
   * @param refusal why it would be refused; null if it would not
   */
  public record PreviewedFile(List<String> lines, @Nullable String refusal) {}

  /**
   * Reports to be rendered.
   *
   * @param names all reports if empty
   * @param unitsAsOf day whose administrative units are printed
   * @param unit code of the unit whose figures are printed; null for the province
   * @param issueDate printed as date of issue; null leaves it blank
   * @param directory where the files go; null for the night's own folder
   */
  public record ReportOrder(
      NightFacts night,
      List<String> names,
      List<ReportFormat> formats,
      LocalDate unitsAsOf,
      @Nullable String unit,
      @Nullable LocalDate issueDate,
      @Nullable Path directory) {}

  /**
   * A query and the form of its answer.
   *
   * @param format table, csv or json
   */
  public record Question(String sql, String format) {}

  /**
   * A line that was kept back; of a whole file without line.
   *
   * @param reason in Vietnamese
   */
  public record QuarantineLine(
      String source, String file, @Nullable Long line, @Nullable String column, String reason) {}
}
