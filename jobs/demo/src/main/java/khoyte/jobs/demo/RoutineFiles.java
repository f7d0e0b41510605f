package khoyte.jobs.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import khoyte.jobs.demo.Clerk.Form;
import khoyte.jobs.demo.Clerk.Written;
import khoyte.jobs.demo.Dice.Purpose;

/**
 * Extracts of the stations' immunisation system: one file a district as of 31/12/2022, one of them
 * typed with VNI fonts, and one of 05/01/2023 with the doses of January.
 */
final class RoutineFiles {
  static final String SOURCE = "immunization";
  private static final int FAITHFUL = 24;
  private static final List<String> HEADINGS =
      List.of(
          "MA_DOI_TUONG",
          "SO_DINH_DANH",
          "HO_TEN",
          "NGAY_SINH",
          "GIOI_TINH",
          "HO_TEN_ME",
          "DIEN_THOAI",
          "MA_THE_BHYT",
          "MA_XA",
          "MA_HUYEN",
          "MA_TINH",
          "DIA_CHI",
          "MA_VACXIN",
          "TEN_VACXIN",
          "SO_MUI",
          "NGAY_TIEM",
          "SO_LO",
          "CO_SO_TIEM",
          "NGAY_CAP_NHAT");
  private static final List<Slip> SLIPS =
      List.of(
          Slip.NO_KEYS,
          Slip.NO_ID,
          Slip.CAPITALS,
          Slip.DECOMPOSED,
          Slip.MODERN_TONE,
          Slip.BARE_NAME,
          Slip.MISSPELT,
          Slip.OTHER_DAY,
          Slip.SWAPPED_BIRTH,
          Slip.OTHER_GENDER,
          Slip.LOST_ZERO,
          Slip.LETTERS,
          Slip.PHONE_AS_ID,
          Slip.LONG_PHONE_AS_ID,
          Slip.WRONG_DIGIT,
          Slip.SWAPPED_DIGITS,
          Slip.OTHERS_ID,
          Slip.NO_UNIT,
          Slip.WRONG_UNIT,
          Slip.UNIT_DIGIT_LOST,
          Slip.UNIT_ZEROS_LOST,
          Slip.UNIT_ABROAD);

  private final RoutineDoses doses;
  private final Clerk clerk;
  private final NameStock names;
  private final List<DistrictFigures> districts;
  private final Edition edition;
  private final long seed;

  RoutineFiles(
      RoutineDoses doses,
      Clerk clerk,
      NameStock names,
      List<DistrictFigures> districts,
      Edition edition,
      long seed) {
    this.doses = doses;
    this.clerk = clerk;
    this.names = names;
    this.districts = districts;
    this.edition = edition;
    this.seed = seed;
  }

  List<InboxFile> files() {
    List<IntColumn> contents = new ArrayList<>();
    for (int i = 0; i <= districts.size(); i++) {
      contents.add(new IntColumn());
    }
    for (int dose = 0; dose < doses.size(); dose++) {
      if (!edition.has(dose)) {
        continue;
      }
      int file = doses.isAfterReport(dose) ? districts.size() : doses.districts.at(dose);
      contents.get(file).add(dose);
    }
    List<InboxFile> files = new ArrayList<>();
    for (int i = 0; i < districts.size(); i++) {
      files.add(file("20221231_" + districts.get(i).districtCode(), i, contents.get(i)));
    }
    if (edition.isFirst()) {
      files.add(file("20230105_75", -1, contents.get(districts.size())));
    }
    return files;
  }

  private InboxFile file(String name, int district, IntColumn content) {
    CsvStyle style =
        switch (district) {
          case 3 -> CsvStyle.VNI;
          case 6 -> CsvStyle.TABS;
          case 8 -> CsvStyle.DECOMPOSED;
          default -> district % 2 == 0 ? CsvStyle.PLAIN : CsvStyle.OFFICE;
        };
    String path = "immunization/immunization_" + edition.fileName(name + ending(district));
    return new InboxFile(path, SOURCE, (out, truth) -> write(out, truth, style, content));
  }

  private static String ending(int district) {
    return district == 0 ? ".csv.gz" : district == 9 ? ".zip" : ".csv";
  }

  private void write(OutputStream out, TruthSheet truth, CsvStyle style, IntColumn content)
      throws IOException {
    try (CsvFile csv = new CsvFile(out, style, HEADINGS)) {
      for (int i = 0; i < content.size(); i++) {
        int dose = content.at(i);
        Written written = written(dose);
        csv.row(fields(dose, written.text()));
        truth.arrived();
        truth.record(SOURCE, key(dose), written.citizen(), traps(dose, written));
      }
    }
  }

  private String key(int dose) {
    return "TC" + Numbers.padded(edition.key(dose), 10);
  }

  private Written written(int dose) {
    if (doses.isStranger(dose)) {
      return clerk.stranger(2_000_000_000L + dose, Form.ALL);
    }
    Scripted story = doses.stories.get(dose);
    if (story != null) {
      return clerk.told(story, Form.ALL, Purpose.ROUTINE, dose);
    }
    int turn = dose % (FAITHFUL + SLIPS.size()) - FAITHFUL;
    List<Slip> slips = turn < 0 ? List.of() : List.of(SLIPS.get(turn));
    return clerk.spoilt(doses.persons.at(dose), slips, Form.ALL, Purpose.ROUTINE, dose);
  }

  private Set<Planted> traps(int dose, Written written) {
    Set<Planted> traps = EnumSet.noneOf(Planted.class);
    written.slips().forEach(slip -> traps.add(slip.planted()));
    Planted hard = written.hard();
    if (hard != null) {
      traps.add(hard);
    }
    Scripted story = doses.stories.get(dose);
    if (story != null) {
      traps.add(story.planted());
    }
    if (doses.isStranger(dose)) {
      traps.add(Planted.STRANGER);
    }
    if (doses.isAfterReport(dose)) {
      traps.add(Planted.ROUTINE_DOSE_AFTER_REPORT);
    }
    return traps;
  }

  private String[] fields(int dose, Writing person) {
    Dice dice = new Dice(seed, Purpose.ROUTINE, -1L - dose);
    RoutineVaccine vaccine = RoutineVaccine.ALL.get(dice.below(RoutineVaccine.ALL.size()));
    LocalDate day = LocalDate.ofEpochDay(doses.days.at(dose));
    String mother = names.text(names.drawn(true, 1990, dice), true);
    return new String[] {
      key(dose),
      person.idText,
      person.name,
      person.birthText(),
      person.genderText(),
      mother,
      person.phone,
      person.cardText,
      person.communeCode,
      person.districtCode,
      person.provinceCode,
      person.address,
      vaccine.code(),
      vaccine.name(),
      Integer.toString(dice.between(1, 3)),
      Writing.slashed(day),
      "L" + dice.between(1000, 9999),
      "Trạm Y tế " + (person.communeCode.isEmpty() ? "xã" : person.communeCode),
      Writing.slashed(day.plusDays(1))
    };
  }

  /** A vaccine of the expanded programme. */
  private record RoutineVaccine(String code, String name) {
    static final List<RoutineVaccine> ALL =
        ModelLists.rows("routine_vaccines").stream()
            .map(row -> new RoutineVaccine(row.getField("code"), row.getField("name")))
            .toList();
  }
}
