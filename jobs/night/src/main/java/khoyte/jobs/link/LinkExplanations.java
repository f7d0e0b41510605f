package khoyte.jobs.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import khoyte.jobs.operations.NightSetting;
import khoyte.jobs.operations.ScratchFolder;
import khoyte.jobs.worklist.IdentityFiles;
import khoyte.pipelines.link.pair.PersonSearch.ExplainedPair;
import khoyte.pipelines.read.source.SourceKind;
import khoyte.pipelines.resolve.ExplainingLinks;
import khoyte.reports.picture.WeightPicture;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.WholeFile;
import khoyte.warehouse.explain.AskedRecord;
import khoyte.warehouse.explain.KnownPerson;
import khoyte.warehouse.night.LinkReader;
import khoyte.warehouse.night.ListedUnits;
import khoyte.warehouse.reference.AdministrativeUnits;
import khoyte.warehouse.table.ResolvedTables;
import khoyte.warehouse.table.Table;
import org.jspecify.annotations.Nullable;

/** Says why a record is whose it is: on the terminal, as JSON, as a picture. */
public final class LinkExplanations {
  /** Health records that are looked at, of its citizen and of others. */
  private static final int KNOWN = 40;

  /** Other citizens that are shown. */
  private static final int OTHERS = 3;

  private final NightSetting setting;
  private final AdministrativeUnits units = AdministrativeUnits.load();

  public LinkExplanations(NightSetting setting) {
    this.setting = setting;
  }

  /** Answers a question. */
  public void explain(LinkQuestion question) {
    Matcher matcher = Matcher.of(setting.conf());
    if (question.out() != null && matcher == null) {
      throw new KhoyteException(Fault.ARGUMENT, "explain.no.model", question.out().toString());
    }
    try (ScratchFolder work = ScratchFolder.of(setting.layout(), "explain")) {
      ExplainedLink link = found(question, matcher, work.path());
      LinkText text =
          new LinkText(
              link, question, new LinkWords(setting.spoken(), units), setting.console().messages());
      if (question.json()) {
        setting.console().line(text.json());
      } else {
        text.lines().forEach(setting.console()::line);
      }
      if (question.out() != null) {
        write(question.out(), text.picture());
        setting
            .console()
            .remark(setting.console().messages().text("explain.drawn", question.out()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ExplainedLink found(LinkQuestion question, @Nullable Matcher matcher, Path work)
      throws IOException {
    String province = setting.conf().general().province();
    AskedRecord record;
    List<KnownPerson> known;
    try (LinkReader reader =
        LinkReader.open(
            setting.layout(),
            question.night(),
            IdentityFiles.of(setting, question.night()),
            ListedUnits.of(units, province, question.night().asOf()),
            setting.conf().general().queryLimits(),
            work.resolve("rows"))) {
      SourceKind kind = SourceKind.ofCode(question.source().kind());
      Table view = view(Objects.requireNonNull(kind));
      record =
          reader
              .record(view, kind.table(), question.record())
              .orElseThrow(() -> unknown(reader, question, view));
      known = reader.known(KNOWN);
    }
    if (matcher == null) {
      return ExplainedLink.of(record, known, null, List.of(), OTHERS);
    }
    List<ExplainedPair> pairs =
        ExplainingLinks.of(
            matcher.search(),
            record.values(),
            known,
            CommuneReference.on(question.night().asOf(), units, province));
    return ExplainedLink.of(record, known, matcher, pairs, OTHERS);
  }

  private static Table view(SourceKind kind) {
    return switch (kind) {
      case HIS_XML -> ResolvedTables.ENCOUNTER;
      case IMMUNIZATION -> ResolvedTables.IMMUNIZATION;
      case COVID_VACCINATION -> ResolvedTables.COVID_DOSE;
      case EHR, POPULATION, CORRECTION -> ResolvedTables.HEALTH_RECORD;
    };
  }

  /** What was asked for is not said again: it may be somebody's number, and the log keeps it. */
  private KhoyteException unknown(LinkReader reader, LinkQuestion question, Table view) {
    String night = setting.spoken().day(question.night().asOf());
    return reader
        .nearest(view, question.record())
        .map(
            nearest ->
                new KhoyteException(
                    Fault.ARGUMENT,
                    "explain.record.nearest",
                    question.source().id(),
                    night,
                    nearest))
        .orElseGet(
            () ->
                new KhoyteException(
                    Fault.ARGUMENT, "explain.record.none", question.source().id(), night));
  }

  /** A file that only its owner can read, from its first byte on. */
  private static void write(Path out, WeightPicture picture) throws IOException {
    byte[] bytes =
        out.toString().endsWith(".png")
            ? picture.png()
            : picture.svg().getBytes(StandardCharsets.UTF_8);
    Path whole = out.toAbsolutePath();
    Files.createDirectories(Objects.requireNonNull(whole.getParent()));
    WholeFile.write(whole, bytes);
  }
}
