package khoyte.jobs.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import khoyte.jobs.command.CommandParts.ReportOrder;
import khoyte.jobs.conf.LetterheadConf;
import khoyte.jobs.conf.ReportFormat;
import khoyte.jobs.conf.SourceConf;
import khoyte.jobs.console.Notice;
import khoyte.jobs.night.NightFacts;
import khoyte.jobs.night.NightSetting;
import khoyte.reports.DataOrigin;
import khoyte.reports.FilledReport;
import khoyte.reports.LateSource;
import khoyte.reports.LetterForm;
import khoyte.reports.Letterhead;
import khoyte.reports.Letterheads;
import khoyte.reports.Reissue;
import khoyte.reports.ReportCatalog;
import khoyte.reports.ReportDefinition;
import khoyte.reports.ReportIssue;
import khoyte.reports.excel.ExcelReport;
import khoyte.reports.font.AwtFonts;
import khoyte.reports.print.PrintedReport;
import khoyte.reports.text.CsvReport;
import khoyte.reports.text.TextReport;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Messages;
import khoyte.warehouse.NightId;
import khoyte.warehouse.night.Answer;
import khoyte.warehouse.night.AnswerColumn;
import khoyte.warehouse.night.NightReader;
import khoyte.warehouse.night.Publication;
import khoyte.warehouse.reference.AdministrativeUnits;
import org.jspecify.annotations.Nullable;

/** Fills reports from a published night and writes them. */
public final class ReportIssues {
  private final NightSetting setting;

  public ReportIssues(NightSetting setting) {
    this.setting = setting;
  }

  /**
   * Writes every report of a night into the folder of its version and, if it is the newest of its
   * date, beside it under the date.
   */
  Map<String, List<Path>> issue(NightFacts night) {
    Path ofVersion = setting.layout().reports(night.night());
    Path ofDate = setting.layout().reports(night.night().asOf());
    Map<String, List<Path>> issued = new LinkedHashMap<>();
    for (FilledReport report : filled(night, ReportCatalog.all(), null, null)) {
      remarkIfUnsigned(report);
      List<Path> files = new ArrayList<>();
      for (ReportFormat format : setting.conf().general().reportFormats()) {
        Path file = written(report, format, ofVersion);
        files.add(isNewest(night.night()) ? copied(file, ofDate) : file);
      }
      issued.put(report.definition().name(), files);
    }
    return issued;
  }

  /** Writes the reports that were ordered; gives the files. */
  public List<Path> render(ReportOrder order) {
    List<ReportDefinition> definitions =
        order.names().isEmpty()
            ? ReportCatalog.all()
            : order.names().stream().map(ReportCatalog::named).toList();
    String unit = order.unit() == null ? null : printable(order.unit(), order.unitsAsOf());
    Path directory =
        Objects.requireNonNullElse(
            order.directory(), setting.layout().reports(order.night().night().asOf()));
    List<Path> files = new ArrayList<>();
    for (FilledReport report : filled(order.night(), definitions, unit, order.issueDate())) {
      remarkIfUnsigned(report);
      for (ReportFormat format : order.formats()) {
        files.add(written(report, format, directory));
      }
    }
    return files;
  }

  /** Every report as a drawn table. */
  public List<String> draw(NightFacts night) {
    return filled(night, ReportCatalog.all(), null, null).stream()
        .map(report -> new TextReport(report).text())
        .toList();
  }

  private List<FilledReport> filled(
      NightFacts night,
      List<ReportDefinition> definitions,
      @Nullable String unit,
      @Nullable LocalDate issueDate) {
    ReportIssue issue = issueOf(night, issueDate);
    try (NightReader reader =
        NightReader.open(
            setting.layout(), night.night(), Published.limits(setting.conf().general()))) {
      List<FilledReport> filled = new ArrayList<>();
      for (ReportDefinition definition : definitions) {
        List<Map<String, @Nullable Object>> rows = rows(reader.query(definition.query()));
        if (unit != null) {
          rows.removeIf(row -> !unit.equals(row.get("unit_code")));
        }
        filled.add(FilledReport.of(definition, rows, issue));
      }
      return filled;
    }
  }

  private static List<Map<String, @Nullable Object>> rows(Answer answer) {
    List<String> names = answer.columns().stream().map(AnswerColumn::name).toList();
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (List<@Nullable Object> values : answer.rows()) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      for (int i = 0; i < names.size(); i++) {
        row.put(names.get(i), values.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  private ReportIssue issueOf(NightFacts night, @Nullable LocalDate issueDate) {
    LocalDateTime received =
        LocalDateTime.ofInstant(night.receivedUntil(), setting.conf().general().timeZone());
    int number = night.night().version();
    ReportIssue.Builder issue =
        ReportIssue.of(night.night())
            .number(number)
            .issuedOn(issueDate)
            .receivedUntil(received)
            .madeBy(setting.build().version(), setting.build().commit())
            .origin(night.synthetic() ? DataOrigin.SYNTHETIC : DataOrigin.REAL)
            .lateSources(late(night))
            .letterheads(letterheads());
    if (number > 1) {
      issue.replacing(
          new Reissue(
              number - 1,
              received.toLocalDate(),
              Messages.VIETNAMESE.text("report.reissue.newdata")));
    }
    return issue.build();
  }

  private List<LateSource> late(NightFacts night) {
    Map<String, LateSource> late = new TreeMap<>();
    for (var one : night.late()) {
      SourceConf source = setting.conf().source(one.source());
      LocalDate lastOn = one.lastOn();
      LocalDate since = lastOn == null ? night.night().asOf() : lastOn.plusDays(1);
      late.merge(
          source.id(),
          new LateSource(source.id(), source.name(), since),
          (a, b) -> a.missingSince().isAfter(b.missingSince()) ? b : a);
    }
    return List.copyOf(late.values());
  }

  private Letterheads letterheads() {
    TreeMap<LocalDate, Letterhead> from = new TreeMap<>();
    for (LetterheadConf block : setting.conf().letterheads()) {
      LetterForm form =
          block.form().equals(LetterForm.PHU_LUC.key()) ? LetterForm.PHU_LUC : LetterForm.VAN_BAN;
      from.put(
          block.validFrom(),
          new Letterhead(
              block.issuer().parent(),
              block.issuer().name(),
              block.issuer().place(),
              block.issuer().symbol(),
              form,
              block.annex(),
              block.issuer().province(),
              block.recipients(),
              new Letterhead.Signer(
                  block.signer().authority(), block.signer().title(), block.signer().name())));
    }
    return new Letterheads(from);
  }

  /** The code of a district, or null for the whole province. */
  private @Nullable String printable(String code, LocalDate on) {
    String province = setting.conf().general().province();
    if (code.equals(province)) {
      return null;
    }
    AdministrativeUnits units = AdministrativeUnits.load();
    boolean district =
        units.districtsOf(province, on).stream().anyMatch(unit -> unit.code().equals(code));
    if (!district) {
      throw new KhoyteException(
          Fault.ARGUMENT,
          "arg.unit",
          code,
          setting.spoken().day(on),
          UnitSuccession.of(code, on, units));
    }
    return code;
  }

  private boolean isNewest(NightId night) {
    return new Publication(setting.layout())
        .newest(night.asOf())
        .filter(newest -> newest.compareTo(night) > 0)
        .isEmpty();
  }

  private void remarkIfUnsigned(FilledReport report) {
    if (report.issue().letterhead().signer().name().isEmpty()) {
      setting.console().remark(Notice.of("report.signer", report.definition().name()));
    }
  }

  private static Path written(FilledReport report, ReportFormat format, Path directory) {
    Path file = directory.resolve(report.definition().name() + "." + format.extension());
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    switch (format) {
      case XLSX -> {
        AwtFonts.own();
        new ExcelReport(report).write(file);
      }
      case PDF -> {
        AwtFonts.own();
        new PrintedReport(report).write(file);
      }
      case CSV -> new CsvReport(report).write(file);
    }
    return file;
  }

  private static Path copied(Path file, Path directory) {
    Path target = directory.resolve(file.getFileName());
    Path part = directory.resolve("." + file.getFileName() + ".part");
    try {
      Files.createDirectories(directory);
      Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
      return Files.move(
          part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
