package khoyte.jobs.demo;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import khoyte.jobs.demo.Clerk.Written;
import khoyte.jobs.demo.CovidDose.DateForm;

/** A dose as a row of the platform's list. */
record CovidRow(String key, Writing person, CovidDose dose, Set<Planted> traps) {
  static final String SOURCE = "covid-vaccination";
  static final List<String> HEADINGS =
      List.of(
          "STT",
          "Mã mũi tiêm",
          "Họ và tên",
          "Ngày sinh",
          "Giới tính",
          "Số CMND/CCCD/Mã định danh",
          "Số thẻ BHYT",
          "Số điện thoại",
          "Mã tỉnh",
          "Mã quận/huyện",
          "Mã xã/phường",
          "Địa chỉ chi tiết",
          "Tên vắc xin",
          "Mũi số",
          "Ngày tiêm",
          "Số lô",
          "Cơ sở tiêm",
          "Ngày cập nhật");
  private static final LocalDate JANUARY = LocalDate.of(2023, 1, 2);

  static CovidRow of(long number, CovidDose dose, Written written) {
    Set<Planted> traps = EnumSet.noneOf(Planted.class);
    written.slips().forEach(slip -> traps.add(slip.planted()));
    Planted hard = written.hard();
    if (hard != null) {
      traps.add(hard);
    }
    Planted trap = dose.trap;
    if (trap != null) {
      traps.add(trap);
    }
    trapsOfForms(dose, traps);
    return new CovidRow(key(number), written.text(), dose, traps);
  }

  static String key(long number) {
    return "MT" + Numbers.padded(number, 10);
  }

  private static void trapsOfForms(CovidDose dose, Set<Planted> traps) {
    switch (dose.vaccineForm) {
      case CODE -> {}
      case OTHER_CASE -> traps.add(Planted.VACCINE_IN_OTHER_CASE);
      case ALIAS -> traps.add(Planted.VACCINE_ALIAS);
      case UNKNOWN -> traps.add(Planted.VACCINE_UNKNOWN);
    }
    switch (dose.dateForm) {
      case REAL -> {}
      case IMPOSSIBLE -> traps.add(Planted.DATE_IMPOSSIBLE);
      case IN_9999 -> traps.add(Planted.DATE_IN_9999);
      case BEFORE_CAMPAIGN -> traps.add(Planted.DATE_BEFORE_CAMPAIGN);
      case AFTER_REPORT -> traps.add(Planted.DATE_AFTER_REPORT);
      case BEFORE_BIRTH -> traps.add(Planted.DATE_BEFORE_BIRTH);
    }
    if (dose.number == CovidDose.NUMBER_MISSING) {
      traps.add(Planted.DOSE_NUMBER_MISSING);
    } else if (dose.number == CovidDose.NUMBER_NOT_WHOLE) {
      traps.add(Planted.DOSE_NUMBER_NOT_WHOLE);
    } else if (dose.number == 0) {
      traps.add(Planted.DOSE_NUMBER_ZERO);
    } else if (dose.repairedNumber > dose.number) {
      traps.add(Planted.DOSE_NUMBER_REPEATED);
    }
  }

  String vaccine() {
    String code = CovidVaccines.code(dose.vaccine);
    return switch (dose.vaccineForm) {
      case CODE -> code;
      case OTHER_CASE -> code.toUpperCase(Locale.ROOT);
      case ALIAS -> CovidVaccines.alias(dose.vaccine, dose.day);
      case UNKNOWN -> "Nanocovax";
    };
  }

  String number() {
    return switch (dose.number) {
      case CovidDose.NUMBER_MISSING -> "";
      case CovidDose.NUMBER_NOT_WHOLE -> "1,5";
      default -> Integer.toString(dose.number);
    };
  }

  /** The day as written, whatever it is worth. */
  String day() {
    return switch (dose.dateForm) {
      case REAL, BEFORE_BIRTH -> Writing.slashed(LocalDate.ofEpochDay(dose.day));
      case IMPOSSIBLE -> "30/02/2022";
      case IN_9999 -> "31/12/9999";
      case BEFORE_CAMPAIGN -> "15/01/2021";
      case AFTER_REPORT -> Writing.slashed(JANUARY);
    };
  }

  boolean hasRealDay() {
    return dose.dateForm == DateForm.REAL;
  }

  String updated() {
    return Writing.slashed(
        dose.dateForm == DateForm.AFTER_REPORT
            ? JANUARY.plusDays(1)
            : LocalDate.ofEpochDay(dose.updated));
  }

  String lot() {
    return "LO" + (1000 + dose.day % 9000);
  }

  String place() {
    return "Điểm tiêm số " + (1 + dose.day % 40);
  }

  String[] fields(int ordinal) {
    return new String[] {
      Integer.toString(ordinal),
      key,
      person.name,
      person.birthText(),
      person.genderText(),
      person.idText,
      person.cardText,
      person.phone,
      person.provinceCode,
      person.districtCode,
      person.communeCode,
      person.address,
      vaccine(),
      number(),
      day(),
      lot(),
      place(),
      updated()
    };
  }
}
