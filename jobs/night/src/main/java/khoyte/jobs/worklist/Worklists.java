package khoyte.jobs.worklist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import khoyte.jobs.conf.LetterheadConf;
import khoyte.jobs.conf.SourceConf;
import khoyte.jobs.conf.WorklistConf;
import khoyte.jobs.console.Progress;
import khoyte.jobs.operations.CitizenSecret;
import khoyte.jobs.operations.NightFacts;
import khoyte.jobs.operations.NightSetting;
import khoyte.jobs.operations.ScratchFolder;
import khoyte.jobs.report.UnitSuccession;
import khoyte.reports.DataOrigin;
import khoyte.reports.Paper;
import khoyte.reports.WorklistPage;
import khoyte.reports.excel.WorklistWorkbook;
import khoyte.reports.font.AwtFonts;
import khoyte.warehouse.Fault;
import khoyte.warehouse.HomePermissions;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.NightId;
import khoyte.warehouse.OwnerOnly;
import khoyte.warehouse.night.ListedUnits;
import khoyte.warehouse.night.WorklistReader;
import khoyte.warehouse.reference.AdministrativeUnit;
import khoyte.warehouse.reference.AdministrativeUnits;
import khoyte.warehouse.reference.UnitLevel;
import khoyte.warehouse.table.TableFiles;
import khoyte.warehouse.worklist.WorklistIssue;
import khoyte.warehouse.worklist.WorklistSeal;
import org.jspecify.annotations.Nullable;

/** Writes the communes' worklists of a published night. */
public final class Worklists {
  private final NightSetting setting;
  private final AdministrativeUnits units = AdministrativeUnits.load();

  public Worklists(NightSetting setting) {
    this.setting = setting;
  }

  /** What proves that a worklist is one that was issued here. */
  public static WorklistSeal seal(NightSetting setting) {
    return new WorklistSeal(
        CitizenSecret.of(setting.conf().general(), setting.layout(), setting.environment()));
  }

  /**
   * Worklists that were written.
   *
   * @param rows records in all lists
   * @param nowhere records that stand in none, because their commune is not known or not one of the
   *     province
   */
  public record Issued(long lists, long rows, long nowhere, Path directory) {}

  /**
   * One workbook a commune, also where there is nothing to review.
   *
   * @param unit code of a commune, or of the unit whose communes are meant; null for the province
   */
  public Issued issue(NightFacts facts, @Nullable String unit) {
    NightId night = facts.night();
    List<AdministrativeUnit> communes = communes(unit, night.asOf());
    List<TableFiles> identity = IdentityFiles.of(setting, night);
    try (ScratchFolder overflow = ScratchFolder.of(setting.layout(), "worklist")) {
      Path directory = directories(night.asOf());
      try (WorklistReader reader =
          WorklistReader.open(
              setting.layout(),
              night,
              identity,
              ListedUnits.of(units, setting.conf().general().province(), night.asOf()),
              setting.conf().general().queryLimits(),
              overflow.path().resolve("rows"))) {
        Map<String, Long> counts = reader.counts();
        long rows = write(communes, facts, reader, directory, overflow.path());
        long nowhere = unit == null ? counts.getOrDefault("", 0L) : 0;
        return new Issued(communes.size(), rows, nowhere, directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long write(
      List<AdministrativeUnit> communes,
      NightFacts night,
      WorklistReader reader,
      Path directory,
      Path overflow)
      throws IOException {
    AwtFonts.own();
    WorklistSeal seal = seal(setting);
    Path cells = OwnerOnly.directory(overflow.resolve("cells"));
    Progress progress =
        new Progress(
            setting.console(),
            setting.spoken(),
            setting.clock(),
            setting.console().messages().text("step.worklist"),
            new Progress.Work(communes.size(), communes.size()));
    long rows = 0;
    int done = 0;
    for (AdministrativeUnit commune : communes) {
      WorklistPage page = page(commune, night);
      rows +=
          new WorklistWorkbook(page, seal, cells)
              .write(
                  directory.resolve(page.issue().fileName()),
                  taker -> reader.rows(commune.code(), taker));
      progress.at(++done, done, rows);
    }
    progress.end();
    return rows;
  }

  /** Where the lists go, and where they come back; of the first nobody else sees anything. */
  private Path directories(LocalDate asOf) throws IOException {
    HomePermissions permissions = new HomePermissions(setting.layout());
    for (SourceConf source : setting.conf().sources()) {
      if (source.kind().equals(SourceConf.CORRECTION)) {
        permissions.directory(setting.layout().inbox().resolve(source.inbox()));
      }
    }
    return permissions.directory(setting.layout().worklists(asOf));
  }

  /** The communes of a unit on a date; of none, those of the province. */
  private List<AdministrativeUnit> communes(@Nullable String code, LocalDate on) {
    String province = setting.conf().general().province();
    List<AdministrativeUnit> all = units.communesOf(province, on);
    if (code == null || code.equals(province)) {
      return all;
    }
    List<AdministrativeUnit> chosen =
        all.stream()
            .filter(
                commune -> commune.code().equals(code) || code.equals(units.districtOf(commune)))
            .toList();
    if (chosen.isEmpty()) {
      throw new KhoyteException(
          Fault.ARGUMENT,
          "worklist.unit",
          code,
          setting.spoken().day(on),
          UnitSuccession.of(code, on, units));
    }
    return chosen;
  }

  private WorklistPage page(AdministrativeUnit commune, NightFacts night) {
    WorklistConf conf = setting.conf().general().worklist();
    LocalDate asOf = night.night().asOf();
    LetterheadConf letterhead = setting.conf().letterhead(asOf);
    AdministrativeUnit within = within(commune, asOf);
    String parent =
        within.level() == UnitLevel.DISTRICT
            ? conf.parent().replace("{district}", within.name().toUpperCase(Locale.ROOT))
            : letterhead.issuer().name();
    String station = conf.station().replace("{commune}", commune.name().toUpperCase(Locale.ROOT));
    return new WorklistPage(
        new WorklistIssue(asOf, night.night().toString(), commune.code()),
        night.night().version(),
        new WorklistPage.Commune(commune.name(), within.name()),
        new WorklistPage.Head(parent, station),
        new WorklistPage.Return(
            conf.returnDays() == 0 ? null : asOf.plusDays(conf.returnDays()), conf.returnBy()),
        conf.paper() == WorklistConf.Paper.A3 ? Paper.A3_LANDSCAPE : Paper.A4_LANDSCAPE,
        night.synthetic() ? DataOrigin.SYNTHETIC : DataOrigin.REAL,
        LocalDateTime.ofInstant(night.receivedUntil(), setting.conf().general().timeZone()),
        "Sở Y tế " + letterhead.issuer().province());
  }

  /** The district of a commune, else its province. */
  private AdministrativeUnit within(AdministrativeUnit commune, LocalDate on) {
    String code = Objects.requireNonNullElse(units.districtOf(commune), units.provinceOf(commune));
    return Objects.requireNonNull(units.find(code, on), code);
  }
}
