package khoyte.jobs.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Extracts of the hospitals: one file per hospital and period of 2022 as of the day after, one of
 * 05/01/2023 with what came later, two that are refused, and one sent twice.
 */
final class HisFiles {
  static final String SOURCE = "his-xml";
  static final LocalDate YEAR_START = LocalDate.of(2022, 1, 1);
  static final LocalDate LATE = LocalDate.of(2023, 1, 5);
  private static final int COPIED = 60;

  private final Visits visits;
  private final VisitWriting writing;
  private final Edition edition;
  private final int periods;
  private final List<IntColumn> contents = new ArrayList<>();
  private final IntColumn refused = new IntColumn();

  HisFiles(Visits visits, VisitWriting writing, Edition edition) {
    this.visits = visits;
    this.writing = writing;
    this.edition = edition;
    periods = Math.min(6, 2 + visits.size() / 15_000);
    for (int i = 0; i < visits.hospitals().size() * (periods + 1); i++) {
      contents.add(new IntColumn());
    }
    for (int visit = 0; visit < visits.size(); visit++) {
      place(visit);
    }
  }

  /** Which version of a visit an entry of a file is. */
  enum Version {
    CURRENT,
    EARLIER,
    OPEN,
    WITHDRAWAL,
    REPEATED;

    int entry(int visit) {
      return visit * values().length + ordinal();
    }

    static Version of(int entry) {
      return values()[entry % values().length];
    }

    static int visit(int entry) {
      return entry / values().length;
    }
  }

  private void place(int visit) {
    IntColumn main = content(visit, visits.days.at(visit) * periods / 365);
    IntColumn late = content(visit, periods);
    if (!edition.isFirst()) {
      if (visits.fate(visit) == Visits.Fate.REGULAR && edition.has(visit)) {
        main.add(Version.CURRENT.entry(visit));
      }
      return;
    }
    switch (visits.fate(visit)) {
      case REGULAR -> main.add(Version.CURRENT.entry(visit));
      case LATER -> late.add(Version.CURRENT.entry(visit));
      case WITHDRAWN -> {
        main.add(Version.OPEN.entry(visit));
        late.add(Version.WITHDRAWAL.entry(visit));
      }
      case REFUSED -> refused.add(Version.CURRENT.entry(visit));
      case CORRECTED, RESENT -> {
        main.add(Version.EARLIER.entry(visit));
        late.add(Version.CURRENT.entry(visit));
      }
    }
  }

  private IntColumn content(int visit, int period) {
    return contents.get(visits.hospitalOf.at(visit) * (periods + 1) + period);
  }

  private LocalDate made(int period) {
    return period == periods
        ? LATE
        : YEAR_START.plusDays((365L * (period + 1) + periods - 1) / periods);
  }

  List<InboxFile> files() {
    List<InboxFile> files = new ArrayList<>();
    for (int i = 0; i < contents.size(); i++) {
      Hospital hospital = visits.hospitals().get(i / (periods + 1));
      int period = i % (periods + 1);
      IntColumn content = contents.get(i);
      if (i == 0 && edition.isFirst()) {
        repeatOne(content);
      }
      if (content.size() > 0) {
        files.add(
            new InboxFile(
                edition.fileName(path(hospital, made(period), "")),
                SOURCE,
                (out, truth) -> write(out, truth, hospital, made(period), content)));
      }
    }
    if (edition.isFirst()) {
      files.add(truncated(visits.hospitals().get(2)));
      files.add(miscounted(visits.hospitals().get(5)));
    }
    return files;
  }

  private static void repeatOne(IntColumn content) {
    for (int i = 0; i < content.size(); i++) {
      if (Version.of(content.at(i)) == Version.CURRENT) {
        content.add(Version.REPEATED.entry(Version.visit(content.at(i))));
        return;
      }
    }
  }

  /** Paths of a file and of its copy under another name. */
  List<String> sentTwice() {
    Hospital hospital = visits.hospitals().get(3);
    return List.of(path(hospital, made(0), ""), path(hospital, made(0), "_gui-lai"));
  }

  private static String path(Hospital hospital, LocalDate made, String suffix) {
    return "his/%s/%s_%s%s.%s"
        .formatted(hospital.code(), hospital.code(), VisitRow.day(made), suffix, hospital.packed());
  }

  private static String plainPath(Hospital hospital, String suffix) {
    return "his/%s/%s_%s%s.xml"
        .formatted(hospital.code(), hospital.code(), VisitRow.day(LATE), suffix);
  }

  private void write(
      OutputStream out, TruthSheet truth, Hospital hospital, LocalDate made, IntColumn content)
      throws IOException {
    VisitEnvelope envelope = new VisitEnvelope(out, hospital, made);
    envelope.open(content.size());
    for (int i = 0; i < content.size(); i++) {
      envelope.visit(writing.tables(content.at(i), hospital, made, truth));
      truth.arrived();
    }
    envelope.close();
  }

  /** Those whose only visit it is, and a few who stand in another file as well. */
  private IntColumn refusedContent(Hospital hospital) {
    IntColumn content = new IntColumn();
    for (int i = 0; i < refused.size(); i++) {
      content.add(refused.at(i));
    }
    int place = visits.hospitals().indexOf(hospital) * (periods + 1);
    IntColumn good = contents.get(place);
    for (int i = 0; i < Math.min(COPIED, good.size()); i++) {
      content.add(good.at(i));
    }
    return content;
  }

  private InboxFile truncated(Hospital hospital) {
    return new InboxFile(
        plainPath(hospital, "_cat"),
        SOURCE,
        (out, truth) -> {
          ByteArrayOutputStream whole = new ByteArrayOutputStream();
          writeRefused(whole, truth, hospital, 0);
          byte[] bytes = whole.toByteArray();
          out.write(bytes, 0, bytes.length - bytes.length / 7);
          truth.refused("file.refused.truncated");
        });
  }

  private InboxFile miscounted(Hospital hospital) {
    return new InboxFile(
        plainPath(hospital, "_sai-so"),
        SOURCE,
        (out, truth) -> {
          writeRefused(out, truth, hospital, 2);
          truth.refused("file.refused.count");
        });
  }

  private void writeRefused(OutputStream out, TruthSheet truth, Hospital hospital, int tooMany)
      throws IOException {
    IntColumn content = refusedContent(hospital);
    VisitEnvelope envelope = new VisitEnvelope(out, hospital, LATE);
    envelope.open(content.size() + tooMany);
    for (int i = 0; i < content.size(); i++) {
      envelope.visit(writing.refusedTables(content.at(i), hospital));
    }
    envelope.close();
    truth.plant(Planted.VISIT_ONLY_IN_REFUSED_FILE);
  }
}
