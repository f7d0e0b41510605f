package khoyte.jobs.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import khoyte.jobs.demo.Population.Kind;
import khoyte.jobs.demo.Settlement.District;
import org.jspecify.annotations.Nullable;

/**
 * Extracts of the electronic health records: one file a district as of 31/12/2022, one of
 * 30/09/2022 with older versions, and two of 05/01/2023 with what changed since, the first of them
 * sent twice.
 */
final class HealthRecordFiles {
  private static final String SOURCE = "ehr";
  private static final String LATE = "ehr/ehr_20230105_75.csv";
  private static final LocalDate NEW_YEAR = LocalDate.of(2023, 1, 2);
  private static final LocalDate OLD = LocalDate.of(2022, 5, 16);
  private static final LocalDate STALE = LocalDate.of(2022, 2, 21);

  private final Population people;
  private final Territory territory;
  private final Settlement settlement;
  private final List<DistrictFigures> districts;
  private final HealthRecordWriting writing;
  private final List<SecondRecord> secondRecords;

  HealthRecordFiles(
      Population people,
      Territory territory,
      Settlement settlement,
      List<DistrictFigures> districts,
      HealthRecordWriting writing,
      List<SecondRecord> secondRecords) {
    this.people = people;
    this.territory = territory;
    this.settlement = settlement;
    this.districts = districts;
    this.writing = writing;
    this.secondRecords = secondRecords;
  }

  static List<String> sentTwice() {
    return List.of(LATE, "ehr/ehr_20230105_gui-lai.csv");
  }

  List<InboxFile> files() {
    List<InboxFile> files = new ArrayList<>();
    for (int i = 0; i < districts.size(); i++) {
      int district = i;
      String end = i == 0 ? ".csv.gz" : ".csv";
      files.add(
          new InboxFile(
              "ehr/ehr_20221231_" + districts.get(i).districtCode() + end,
              SOURCE,
              (out, truth) -> writeDistrict(out, truth, district)));
    }
    files.add(
        new InboxFile(
            "ehr/ehr_20220930_75.csv.gz",
            SOURCE,
            (out, truth) -> writeAll(out, truth, CsvStyle.PLAIN, this::older)));
    files.add(
        new InboxFile(
            LATE, SOURCE, (out, truth) -> writeAll(out, truth, CsvStyle.OFFICE, this::later)));
    files.add(
        new InboxFile(
            "ehr/ehr_20230105_bo-sung.csv",
            SOURCE,
            (out, truth) -> writeAll(out, truth, CsvStyle.PLAIN, this::supplement)));
    return files;
  }

  /** A row of a file, and whether it is the current version. */
  private record Version(HealthRecordRow row, int person, boolean current) {}

  private static CsvStyle style(int district) {
    return switch (district) {
      case 6 -> CsvStyle.DECOMPOSED;
      case 7 -> CsvStyle.TABS;
      default -> district % 3 == 1 ? CsvStyle.OFFICE : CsvStyle.PLAIN;
    };
  }

  private void writeDistrict(OutputStream out, TruthSheet truth, int number) throws IOException {
    District district = settlement.districts().get(number);
    try (CsvFile csv = new CsvFile(out, style(number), HealthRecordRow.HEADINGS)) {
      for (int person = district.first(); person < district.end(); person++) {
        writeMain(csv, truth, person);
      }
      for (SecondRecord second : secondRecords) {
        if (second.commune().district() == number) {
          write(csv, truth, new Version(writing.second(second), second.person(), true));
        }
      }
    }
  }

  private void writeMain(CsvFile csv, TruthSheet truth, int person) throws IOException {
    Kind kind = people.kind(person);
    switch (kind) {
      case OPENED_LATER -> {}
      case UNREAD_QUOTE -> truth.quarantined(csv.rowWithOpenQuote(3, writing.row(person).fields()));
      case UNREAD_FIELDS ->
          truth.quarantined(csv.rowWithTooFewFields(writing.row(person).fields()));
      default -> {
        Revision revision = Revision.of(person, people);
        boolean corrected = revision == Revision.CORRECTED;
        HealthRecordRow row = corrected ? writing.stale(person, STALE) : writing.row(person);
        boolean current =
            !corrected && !isContested(person) && kind != Kind.DIED_LATER && kind != Kind.WITHDRAWN;
        write(csv, truth, new Version(row, person, current));
      }
    }
  }

  private void write(CsvFile csv, TruthSheet truth, Version version) {
    HealthRecordRow row = version.row();
    csv.row(row.fields());
    truth.arrived();
    if (version.current()) {
      truth.record(SOURCE, row.key, version.person(), row.traps);
    }
  }

  private void writeAll(
      OutputStream out, TruthSheet truth, CsvStyle style, IntFunction<@Nullable Version> versions)
      throws IOException {
    try (CsvFile csv = new CsvFile(out, style, HealthRecordRow.HEADINGS)) {
      for (int person = 0; person < people.size(); person++) {
        Version version = versions.apply(person);
        if (version != null) {
          if (!version.current()) {
            version.row().traps.forEach(truth::plant);
          }
          write(csv, truth, version);
        }
      }
    }
  }

  private @Nullable Version older(int person) {
    if (Revision.of(person, people) != Revision.OLDER) {
      return null;
    }
    HealthRecordRow row = writing.stale(person, OLD);
    row.traps.add(Planted.OLDER_VERSION);
    return new Version(row, person, false);
  }

  private @Nullable Version later(int person) {
    HealthRecordRow row;
    switch (people.kind(person)) {
      case DIED_LATER -> {
        row = writing.row(person);
        row.state = 3;
        row.updated = Writing.slashed(NEW_YEAR);
        row.traps.add(Planted.DIED_AFTER_REPORT);
      }
      case OPENED_LATER -> {
        row = writing.row(person);
        row.dated(NEW_YEAR.plusDays(1), NEW_YEAR.plusDays(2));
        row.traps.add(Planted.OPENED_AFTER_REPORT);
      }
      case WITHDRAWN -> {
        row = new HealthRecordRow(people.recordKey(person));
        row.traps.add(Planted.RECORD_WITHDRAWN);
        return new Version(row, person, false);
      }
      default -> {
        return corrected(person);
      }
    }
    return new Version(row, person, true);
  }

  private @Nullable Version corrected(int person) {
    if (Revision.of(person, people) == Revision.CORRECTED) {
      HealthRecordRow row = writing.row(person);
      row.updated = Writing.slashed(NEW_YEAR);
      row.traps.add(Planted.CORRECTED_VERSION);
      return new Version(row, person, true);
    }
    return isContested(person) ? contested(person, person % 2 == 0) : null;
  }

  private @Nullable Version supplement(int person) {
    return isContested(person) ? contested(person, person % 2 == 1) : null;
  }

  private boolean isContested(int person) {
    return Revision.of(person, people) == Revision.CONFLICT
        && territory.before(people.commune(person)) != null;
  }

  /** Two rows that differ in the commune only; the greater code is the current one. */
  private Version contested(int person, boolean greater) {
    HealthRecordRow row = writing.row(person);
    Commune lesser = territory.before(people.commune(person));
    row.address = "Ấp 1";
    row.updated = Writing.slashed(NEW_YEAR);
    if (!greater && lesser != null) {
      row.commune = lesser.code();
    }
    row.traps.add(Planted.VERSION_CONFLICT);
    return new Version(row, person, greater);
  }
}
