package khoyte.jobs.demo;

import static khoyte.warehouse.table.CovidDefect.DOB_FORMAT;
import static khoyte.warehouse.table.CovidDefect.DOB_MISMATCH;
import static khoyte.warehouse.table.CovidDefect.GENDER_MISMATCH;
import static khoyte.warehouse.table.CovidDefect.ID_FORMAT;
import static khoyte.warehouse.table.CovidDefect.ID_MISMATCH;
import static khoyte.warehouse.table.CovidDefect.NAME_MISMATCH;
import static khoyte.warehouse.table.CovidDefect.PHONE_PREFIX;
import static khoyte.warehouse.table.CovidDefect.UNIT_UNKNOWN;

import khoyte.jobs.demo.Writing.BirthForm;
import khoyte.warehouse.table.CovidDefect;
import org.jspecify.annotations.Nullable;

/** A way in which a clerk writes a person down otherwise than the registry knows him. */
enum Slip {
  CAPITALS(Planted.NAME_IN_CAPITALS, null, SlipOfName::inCapitals),
  DOUBLE_SPACES(Planted.NAME_WITH_DOUBLE_SPACES, null, SlipOfName::withDoubleSpaces),
  DECOMPOSED(Planted.NAME_DECOMPOSED, null, SlipOfName::decomposed),
  MODERN_TONE(Planted.NAME_WITH_MODERN_TONE, null, SlipOfName::withModernTone),
  BARE_NAME(Planted.NAME_WITHOUT_DIACRITICS, NAME_MISMATCH, SlipOfName::withoutDiacritics),
  MISSPELT(Planted.NAME_MISSPELT, NAME_MISMATCH, SlipOfName::misspelt),
  OTHER_DAY(Planted.BIRTH_ON_ANOTHER_DAY, DOB_MISMATCH, SlipOfBirth::onAnotherDay),
  SWAPPED_BIRTH(Planted.BIRTH_DAY_AND_MONTH_SWAPPED, DOB_MISMATCH, SlipOfBirth::swapped),
  YEAR_ONLY(Planted.BIRTH_YEAR_ONLY, DOB_FORMAT, SlipOfBirth.as(BirthForm.YEAR)),
  ZEROES(Planted.BIRTH_WITH_ZEROES, DOB_FORMAT, SlipOfBirth.as(BirthForm.ZEROES)),
  TWELVE_DIGITS(
      Planted.BIRTH_OF_TWELVE_DIGITS, DOB_FORMAT, SlipOfBirth.as(BirthForm.TWELVE_DIGITS)),
  IMPOSSIBLE_BIRTH(Planted.BIRTH_IMPOSSIBLE, DOB_FORMAT, SlipOfBirth.as(BirthForm.IMPOSSIBLE)),
  NO_GENDER(Planted.GENDER_MISSING, GENDER_MISMATCH, SlipOfBirth::withoutGender),
  OTHER_GENDER(Planted.GENDER_WRONG, GENDER_MISMATCH, SlipOfBirth::otherGender),
  NO_ID(Planted.ID_MISSING, CovidDefect.ID_MISSING, SlipOfId::missing),
  OLD_ID(Planted.ID_OF_NINE_DIGITS, ID_FORMAT, SlipOfId::ofNineDigits),
  LOST_ZERO(Planted.ID_WITHOUT_LEADING_ZERO, ID_FORMAT, SlipOfId::withoutLeadingZero),
  LETTERS(Planted.ID_WITH_LETTERS, ID_FORMAT, SlipOfId::withLetters),
  PHONE_AS_ID(Planted.ID_IS_A_PHONE, ID_FORMAT, SlipOfId::phone),
  LONG_PHONE_AS_ID(Planted.ID_IS_A_LONG_PHONE, ID_MISMATCH, SlipOfId::longPhone),
  WRONG_DIGIT(Planted.ID_DIGIT_MISTYPED, ID_MISMATCH, SlipOfId::wrongDigit),
  SWAPPED_DIGITS(Planted.ID_DIGITS_SWAPPED, ID_MISMATCH, SlipOfId::swappedDigits),
  OTHERS_ID(Planted.ID_OF_SOMEBODY_ELSE, ID_MISMATCH, SlipOfId::ofSomebodyElse),
  OLD_PHONE(Planted.PHONE_OF_BEFORE_2018, PHONE_PREFIX, SlipOfPlace::oldPhone),
  NO_UNIT(Planted.UNIT_MISSING, UNIT_UNKNOWN, SlipOfPlace::withoutUnit),
  WRONG_UNIT(Planted.UNIT_UNKNOWN, UNIT_UNKNOWN, SlipOfPlace::unknownUnit),
  UNIT_DIGIT_LOST(Planted.UNIT_WITHOUT_A_DIGIT, UNIT_UNKNOWN, SlipOfPlace::withoutADigit),
  UNIT_ZEROS_LOST(Planted.UNIT_WITHOUT_LEADING_ZEROS, null, SlipOfPlace::withoutLeadingZeros),
  UNIT_ABROAD(Planted.UNIT_OF_ANOTHER_PROVINCE, null, SlipOfPlace::inAnotherProvince),
  UNIT_NOT_COVERED(Planted.UNIT_NOT_COVERED, null, SlipOfPlace::notCovered),
  TWO_CARDS(Planted.TWO_CARDS, null, SlipOfId::withAnUnknownCard),
  NO_KEYS(Planted.KEYS_MISSING, CovidDefect.ID_MISSING, SlipOfId::withoutKeys);

  private final Planted planted;
  private final @Nullable CovidDefect defect;
  private final Pen pen;

  Slip(Planted planted, @Nullable CovidDefect defect, Pen pen) {
    this.planted = planted;
    this.defect = defect;
    this.pen = pen;
  }

  /** Spoils a writing of a person; false, with the writing untouched, where that cannot be. */
  interface Pen {
    boolean spoil(Writing written, Subject subject, Dice dice);
  }

  /** Who is written down. */
  record Subject(int person, Population people, Territory territory) {}

  Planted planted() {
    return planted;
  }

  /** What a COVID-19 dose breaks by it, or null. */
  @Nullable CovidDefect defect() {
    return defect;
  }

  boolean spoil(Writing written, Subject subject, Dice dice) {
    return pen.spoil(written, subject, dice);
  }
}
