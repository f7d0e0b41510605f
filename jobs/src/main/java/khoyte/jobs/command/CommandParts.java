package khoyte.jobs.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import khoyte.jobs.conf.ReportFormat;
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
    Linker links,
    Trainer training) {

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
    void write(double scale, long seed, Path inbox);
  }

  /** Links tables of people, writes what was asked for and says what it found. */
  @FunctionalInterface
  public interface Linker {
    void link(NightSetting setting, LinkOrder order);
  }

  /** Learns the parameters of a model from tables and writes their next version. */
  @FunctionalInterface
  public interface Trainer {
    void train(NightSetting setting, Path model, List<Path> tables, Path directory);
  }

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
