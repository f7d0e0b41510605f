package khoyte.jobs.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import khoyte.jobs.conf.ReportFormat;
import khoyte.jobs.operations.NightFacts;
import khoyte.jobs.operations.NightSetting;
import khoyte.reports.FilledReport;
import khoyte.reports.PageText;
import khoyte.reports.ReportCatalog;
import khoyte.reports.ReportDefinition;
import khoyte.reports.ReportDefinition.Rows;
import khoyte.reports.ReportIssue;
import khoyte.reports.text.TextReport;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.night.NightReader;
import khoyte.warehouse.reference.AdministrativeUnits;
import org.jspecify.annotations.Nullable;

/** Fills reports from a published night and writes them. */
public final class ReportIssues {
  private static final List<ReportDefinition> TABLES_OF_2022 =
      List.of(ReportCatalog.HEALTH_RECORDS, ReportCatalog.COVID_CLEANING);

  private final NightSetting setting;
  private final IssuedFiles issued;

  public ReportIssues(NightSetting setting) {
    this.setting = setting;
    this.issued = new IssuedFiles(setting.layout());
  }

  /**
   * Issues every report of a night, and tells each sender what was kept back. What has been issued
   * stands; called again, only what is missing is written.
   */
  public Map<String, List<Path>> issue(NightFacts night) {
    Map<String, List<Path>> files = new LinkedHashMap<>();
    for (FilledReport report : filled(night, ReportCatalog.all(), null, null)) {
      remarkIfUnsigned(report);
      String name = report.definition().name();
      for (ReportFormat format : setting.conf().general().reportFormats()) {
        Path place = issued.place(night.night(), name, format);
        files
            .computeIfAbsent(name, any -> new ArrayList<>())
            .add(
                Files.exists(place)
                    ? issued.shown(night.night(), place)
                    : issued.issue(night.night(), name, format, IssuedFiles.bytes(report, format)));
      }
      issued.clearOlder(night.night(), name);
    }
    new SenderWorkbooks(setting).write(night);
    return files;
  }

  /**
   * Writes the reports that were ordered; gives the files. Without a folder of the caller's own the
   * issued files are those of the order if their bytes are the same; else they stand, and the order
   * is written apart from them.
   */
  public List<Path> render(ReportOrder order) {
    List<ReportDefinition> definitions = ordered(order);
    String unit = order.unit() == null ? null : printable(order.unit(), order.unitsAsOf());
    List<Path> files = new ArrayList<>();
    TreeSet<String> apart = new TreeSet<>();
    for (FilledReport report : filled(order.night(), definitions, unit, order.issueDate())) {
      remarkIfUnsigned(report);
      for (ReportFormat format : order.formats()) {
        byte[] bytes = IssuedFiles.bytes(report, format);
        Path file = placed(order, report.definition().name(), format, bytes);
        files.add(file);
        if (file.startsWith(setting.layout().rendered(order.night().night()))) {
          apart.add(report.definition().name());
        }
      }
    }
    for (String name : apart) {
      setting.remark("report.apart", name, setting.layout().rendered(order.night().night()));
    }
    return files;
  }

  private Path placed(ReportOrder order, String name, ReportFormat format, byte[] bytes) {
    Path directory = order.directory();
    if (directory == null) {
      Path place = issued.place(order.night().night(), name, format);
      boolean plain = order.isPlain();
      if (plain && (!Files.exists(place) || IssuedFiles.holds(place, bytes))) {
        return issued.issue(order.night().night(), name, format, bytes);
      }
      directory = setting.layout().rendered(order.night().night());
    }
    Path file = directory.resolve(name + "." + format.extension());
    issued.write(file, bytes);
    return file;
  }

  /** Both tables of 2022 as drawn tables. */
  public List<String> draw(NightFacts night) {
    return filled(night, TABLES_OF_2022, null, null).stream()
        .map(report -> new TextReport(report).text())
        .toList();
  }

  /** Without names all that there are; of one unit those that have a row for it. */
  private static List<ReportDefinition> ordered(ReportOrder order) {
    if (order.names().isEmpty()) {
      return ReportCatalog.all().stream()
          .filter(report -> order.unit() == null || report.rows() == Rows.DISTRICTS)
          .toList();
    }
    List<ReportDefinition> definitions = order.names().stream().map(ReportCatalog::named).toList();
    for (ReportDefinition report : definitions) {
      if (order.unit() != null && report.rows() != Rows.DISTRICTS) {
        throw new KhoyteException(Fault.ARGUMENT, "arg.report.unit", report.name());
      }
    }
    return definitions;
  }

  private List<FilledReport> filled(
      NightFacts night,
      List<ReportDefinition> definitions,
      @Nullable String unit,
      @Nullable LocalDate issueDate) {
    ReportIssue issue = new IssueFacts(setting).of(night, issueDate);
    try (NightReader reader =
        NightReader.open(setting.layout(), night.night(), setting.conf().general().queryLimits())) {
      List<FilledReport> filled = new ArrayList<>();
      for (ReportDefinition definition : definitions) {
        if (reader.has(Objects.requireNonNull(definition.mart()))) {
          List<Map<String, @Nullable Object>> rows =
              new ArrayList<>(reader.query(definition.query()).byName());
          if (unit != null) {
            rows.removeIf(row -> !unit.equals(row.get("unit_code")));
          }
          filled.add(FilledReport.of(definition, rows, issue));
        } else if (definitions.size() == 1) {
          throw new KhoyteException(
              Fault.ARGUMENT, "report.lacking", definition.name(), night.night().toString());
        } else {
          setting.remark("report.lacking", definition.name(), night.night().toString());
        }
      }
      return filled;
    }
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

  private void remarkIfUnsigned(FilledReport report) {
    if (new PageText(report).isSigned() && report.issue().letterhead().signer().name().isEmpty()) {
      setting.remark("report.signer", report.definition().name());
    }
  }
}
