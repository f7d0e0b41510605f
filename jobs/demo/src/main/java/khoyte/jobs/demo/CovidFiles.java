package khoyte.jobs.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import khoyte.jobs.demo.CovidDose.DateForm;

/**
 * Lists of the COVID-19 vaccination platform: one file a district as of 31/12/2022, one of them the
 * platform's workbook, one of 30/09/2022 with older versions, and one of 05/01/2023.
 */
final class CovidFiles {
  private static final int WORKBOOK = 5;
  private static final int WITH_A_BAD_LINE = 10;
  private static final int OLD_DAY = (int) LocalDate.of(2022, 9, 1).toEpochDay();

  private final CovidTable table;
  private final CovidJudging judging;
  private final List<DistrictFigures> districts;
  private final Edition edition;

  CovidFiles(
      CovidTable table, CovidJudging judging, List<DistrictFigures> districts, Edition edition) {
    this.table = table;
    this.judging = judging;
    this.districts = districts;
    this.edition = edition;
  }

  List<InboxFile> files() {
    List<IntColumn> contents = new ArrayList<>();
    for (int i = 0; i <= districts.size(); i++) {
      contents.add(new IntColumn());
    }
    for (int dose = 0; dose < table.size(); dose++) {
      if (!edition.has(dose)) {
        continue;
      }
      int file = table.isAfterReport(dose) ? districts.size() : table.district(dose);
      contents.get(file).add(dose);
    }
    List<InboxFile> files = new ArrayList<>();
    for (int i = 0; i < districts.size(); i++) {
      files.add(district(i, contents.get(i)));
    }
    if (!edition.isFirst()) {
      return files;
    }
    CsvStyle office = CsvStyle.OFFICE;
    IntColumn late = contents.get(districts.size());
    files.add(file("20230105_75.csv", (out, truth) -> writeCsv(out, truth, office, late, false)));
    files.add(file("20220930_75.csv", this::writeOlder));
    return files;
  }

  private InboxFile file(String name, InboxFile.Body body) {
    return new InboxFile(
        "covid-vaccination/covid_" + edition.fileName(name), CovidRow.SOURCE, body);
  }

  private InboxFile district(int number, IntColumn content) {
    String name = "20221231_" + districts.get(number).districtCode();
    if (number == WORKBOOK) {
      return file(name + ".xlsx", (out, truth) -> writeWorkbook(out, truth, content));
    }
    CsvStyle style =
        switch (number) {
          case 1 -> CsvStyle.DECOMPOSED;
          case 7 -> CsvStyle.TABS;
          default -> number % 3 == 0 ? CsvStyle.PLAIN : CsvStyle.OFFICE;
        };
    boolean bad = number == WITH_A_BAD_LINE && edition.isFirst();
    return file(
        name + (number == 8 ? ".csv.gz" : ".csv"),
        (out, truth) -> writeCsv(out, truth, style, content, bad));
  }

  private void writeCsv(
      OutputStream out, TruthSheet truth, CsvStyle style, IntColumn content, boolean withABadLine)
      throws IOException {
    try (CsvFile csv = new CsvFile(out, style, CovidRow.HEADINGS)) {
      for (int i = 0; i < content.size(); i++) {
        if (withABadLine && i == content.size() / 2) {
          truth.quarantined(csv.rowWithOpenQuote(2, unreadable()));
        }
        csv.row(judged(content.at(i), truth).fields(i + 1));
        truth.arrived();
      }
    }
  }

  private String[] unreadable() {
    CovidDose dose = new CovidDose(CovidDose.STRANGER);
    dose.day = OLD_DAY;
    dose.updated = OLD_DAY + 1;
    dose.number = 1;
    return CovidRow.of(edition.key(table.size()), dose, judging.written(dose, table.size()))
        .fields(0);
  }

  private void writeWorkbook(OutputStream out, TruthSheet truth, IntColumn content)
      throws IOException {
    CovidWorkbook.write(
        out,
        "Danh sách mũi tiêm - Huyện Trảng Bom",
        content.size(),
        place -> {
          truth.arrived();
          return judged(content.at(place), truth);
        });
  }

  private CovidRow judged(int number, TruthSheet truth) {
    CovidDose dose = table.dose(number);
    CovidRow row = CovidRow.of(edition.key(number), dose, judging.written(dose, number));
    truth.record(CovidRow.SOURCE, row.key(), dose.citizen, row.traps());
    truth.dose(row.key(), dose.status.code(), dose.defects, dose.repairedNumber);
    return row;
  }

  /** The same doses as they were registered: without id and number. */
  private void writeOlder(OutputStream out, TruthSheet truth) throws IOException {
    try (CsvFile csv = new CsvFile(out, CsvStyle.PLAIN, CovidRow.HEADINGS)) {
      int ordinal = 0;
      for (int number = 3; number < table.size(); number += 211) {
        CovidDose dose = table.dose(number);
        if (dose.day < OLD_DAY && dose.dateForm == DateForm.REAL) {
          dose.number = CovidDose.NUMBER_MISSING;
          dose.updated = dose.day;
          CovidRow row = CovidRow.of(edition.key(number), dose, judging.written(dose, number));
          row.person().writeId(0);
          csv.row(row.fields(++ordinal));
          truth.arrived();
          truth.plant(Planted.OLDER_VERSION);
        }
      }
    }
  }
}
