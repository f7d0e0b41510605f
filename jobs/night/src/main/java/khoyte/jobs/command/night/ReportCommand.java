package khoyte.jobs.command.night;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import khoyte.jobs.command.Program;
import khoyte.jobs.command.PublishedFacts;
import khoyte.jobs.command.PublishedNights;
import khoyte.jobs.conf.ReportFormat;
import khoyte.jobs.keep.Checksums;
import khoyte.jobs.operations.NightFacts;
import khoyte.jobs.operations.NightSetting;
import khoyte.jobs.operations.Operations;
import khoyte.jobs.report.ReportIssues;
import khoyte.jobs.report.ReportOrder;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.NightId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code khoyte report}: reports of a published night. */
@Command(name = "report")
public final class ReportCommand implements Callable<Integer> {
  private final Program program;

  @Parameters(arity = "0..*", paramLabel = "NAME")
  private List<String> names = List.of();

  @Option(names = "--as-of", paramLabel = "yyyy-MM-dd")
  private @Nullable LocalDate asOf;

  @Option(names = "--as-of-night", paramLabel = "N")
  private @Nullable String version;

  @Option(names = "--units-as-of", paramLabel = "yyyy-MM-dd")
  private @Nullable LocalDate unitsAsOf;

  @Option(names = "--unit", paramLabel = "CODE")
  private @Nullable String unit;

  @Option(names = "--format", split = ",", hideParamSyntax = true, paramLabel = "xlsx,pdf,csv")
  private List<ReportFormat> formats = List.of();

  @Option(names = "--issue-date", paramLabel = "yyyy-MM-dd")
  private @Nullable LocalDate issueDate;

  @Option(names = "--out", paramLabel = "DIR")
  private @Nullable Path directory;

  ReportCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    NightSetting setting = program.setting();
    Instant begin = setting.clock().instant();
    ReportOrder order = order(setting);
    List<Path> files = new ReportIssues(setting).render(order);
    keep(setting, order.night().night(), files);
    files.forEach(file -> program.console().line(file.toString()));
    setting.say(
        "report.done",
        files.stream().map(ReportCommand::reportName).distinct().count(),
        setting.since(begin),
        files.isEmpty() ? "" : String.valueOf(files.get(0).getParent()));
    return 0;
  }

  ReportOrder order(NightSetting setting) {
    NightId night = night(setting);
    NightFacts facts;
    try (Operations operations = setting.glance()) {
      facts = PublishedFacts.of(operations, night);
    }
    return new ReportOrder(
        facts,
        names,
        formats.isEmpty() ? setting.conf().general().reportFormats() : formats,
        Objects.requireNonNullElse(unitsAsOf, night.asOf()),
        unit,
        issueDate,
        directory);
  }

  /** A report issued under a date must be explained as long as it stands. */
  private void keep(NightSetting setting, NightId night, List<Path> files) {
    try (Operations operations = setting.glance()) {
      new Checksums(setting.layout(), operations.keeping()).record(files);
      if (issueDate != null) {
        operations.keeping().issue(night);
      }
    }
  }

  private NightId night(NightSetting setting) {
    if (asOf != null && version != null) {
      throw new KhoyteException(
          Fault.ARGUMENT, "arg.conflict", "--as-of", "--as-of-night", "report");
    }
    PublishedNights nights = PublishedNights.in(setting.layout());
    if (version != null) {
      return nights.asked(Optional.of(version));
    }
    if (asOf == null) {
      throw new KhoyteException(Fault.ARGUMENT, "arg.missing", "--as-of", "report");
    }
    return nights.ofReport(asOf, setting.spoken());
  }

  private static String reportName(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.[a-z]+$", "");
  }
}
