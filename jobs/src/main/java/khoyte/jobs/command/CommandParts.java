package khoyte.jobs.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import khoyte.jobs.conf.ReportFormat;
import khoyte.jobs.console.KeptNotice;
import khoyte.jobs.demo.Edition;
import khoyte.jobs.link.LinkOrder;
import khoyte.jobs.link.LinkQuestion;
import khoyte.jobs.night.NightParts;
import khoyte.jobs.operations.NightFacts;
import khoyte.jobs.operations.NightSetting;
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
    Reconciliations reconciliations,
    Provinces provinces,
    Worklists worklists,
    WorklistPreviews previews,
    Linker links,
    Trainer training,
    LinkExplainer linkExplanations,
    ModelExplainer modelExplanations) {

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

  /** Lines kept back in the files a published night was the first to know, up to a number. */
  @FunctionalInterface
  public interface QuarantineLines {
    List<QuarantineLine> list(NightSetting setting, NightFacts night, int atMost);
  }

  /** Every source and sender of a published night; none of a night that an older program made. */
  @FunctionalInterface
  public interface Reconciliations {
    List<ReconciliationLine> list(NightSetting setting, NightId night);
  }

  /** Writes a synthetic province into the inbox. */
  @FunctionalInterface
  public interface Provinces {
    void write(double scale, long seed, Edition edition, Path inbox);
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

  /** Says why a record is whose it is, and draws it if that is asked. */
  @FunctionalInterface
  public interface LinkExplainer {
    void explain(NightSetting setting, LinkQuestion question);
  }

  /** Prints on a page what was learned for a model. */
  @FunctionalInterface
  public interface ModelExplainer {
    void explain(NightSetting setting, Path parameters, Path out);
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
   * @param directory where the files go; null for the issued ones, or beside them
   */
  public record ReportOrder(
      NightFacts night,
      List<String> names,
      List<ReportFormat> formats,
      LocalDate unitsAsOf,
      @Nullable String unit,
      @Nullable LocalDate issueDate,
      @Nullable Path directory) {

    /** Whether this is what a night itself issues. */
    public boolean isPlain() {
      return unit == null && issueDate == null && unitsAsOf.equals(night.night().asOf());
    }
  }

  /**
   * A query and the form of its answer.
   *
   * @param format table, csv or json
   */
  public record Question(String sql, String format) {}

  /** A line that was kept back. */
  public record QuarantineLine(
      String source,
      String file,
      @Nullable Long line,
      @Nullable String column,
      KeptNotice reason) {}

  /**
   * What a source or one of its senders sent, over all files that a night knows.
   *
   * @param isGroup a source; its senders follow
   * @param counts by the names of the fields of {@code mart_reconciliation}; null where nothing is
   *     announced
   */
  public record ReconciliationLine(
      String code, String name, boolean isGroup, Map<String, @Nullable Long> counts) {}
}
