package khoyte.jobs.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A person as a sender writes him down in one row: the texts of the file beside what a careful
 * reader must understand of them. Faithful when {@link Scribe} hands it out, then spoilt by slips.
 */
final class Writing {
  private static final DateTimeFormatter SLASHED =
      DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
  private static final DateTimeFormatter PACKED = DateTimeFormatter.BASIC_ISO_DATE;
  static final long[] NONE = {};

  /** How a birth date is written. */
  enum BirthForm {
    FULL,
    YEAR,
    ZEROES,
    TWELVE_DIGITS,
    IMPOSSIBLE
  }

  String idText = "";

  /** 12 digits of valid structure, lost zeros restored; 0 if the text is no such id. */
  long citizenId;

  long oldId;
  String name = "";
  BirthForm birthForm = BirthForm.FULL;
  int birthDay;
  int birthYear;

  /** 1 male, 2 female, 0 missing. */
  int gender;

  String cardText = "";
  long[] insurances = NONE;
  String phone = "";
  String communeCode = "";
  String districtCode = "";
  String provinceCode = "";
  String address = "";

  /** Position of the commune that a reader finds; -1 if none of the province. */
  int commune = -1;

  static String slashed(LocalDate day) {
    return day.format(SLASHED);
  }

  boolean hasFullBirth() {
    return birthForm == BirthForm.FULL;
  }

  /** Birth date in day/month/year, or what stands in its place. */
  String birthText() {
    return switch (birthForm) {
      case FULL -> slashed(LocalDate.ofEpochDay(birthDay));
      case YEAR -> Integer.toString(birthYear);
      case ZEROES -> "00/00/" + birthYear;
      case TWELVE_DIGITS -> birthYear + "00000000";
      case IMPOSSIBLE -> "30/02/" + birthYear;
    };
  }

  /** Birth date as in the extract of a hospital: yyyyMMdd, twelve digits or the year. */
  String birthDigits() {
    return switch (birthForm) {
      case FULL -> LocalDate.ofEpochDay(birthDay).format(PACKED);
      case YEAR -> Integer.toString(birthYear);
      case ZEROES, TWELVE_DIGITS -> birthYear + "00000000";
      case IMPOSSIBLE -> birthYear + "0230";
    };
  }

  String genderText() {
    return gender == 0 ? "" : gender == 1 ? "Nam" : "Nữ";
  }

  void writeId(long id) {
    idText = id == 0 ? "" : Numbers.twelveDigits(id);
    citizenId = id != 0 && Numbers.isValidStructure(id) ? id : 0;
    oldId = 0;
  }

  void writeUnreadableId(String text) {
    idText = text;
    citizenId = 0;
    oldId = 0;
  }

  void writeCard(long insurance) {
    cardText = insurance == 0 ? "" : Numbers.card(insurance);
    insurances = insurance == 0 ? NONE : new long[] {insurance};
  }

  /** Leaves name, birth date and commune as the only evidence. */
  void dropKeys() {
    writeId(0);
    writeCard(0);
  }
}
