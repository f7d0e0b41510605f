package khoyte.jobs.demo;

import java.time.LocalDate;
import khoyte.jobs.demo.Slip.Pen;
import khoyte.jobs.demo.Slip.Subject;
import khoyte.jobs.demo.Writing.BirthForm;

/** Birth dates and genders written wrong or not at all. */
final class SlipOfBirth {

  private SlipOfBirth() {}

  static Pen as(BirthForm form) {
    return (written, subject, dice) -> {
      boolean full = written.hasFullBirth();
      if (full) {
        written.birthForm = form;
      }
      return full;
    };
  }

  /** Another day of the same year. */
  static boolean onAnotherDay(Writing written, Subject subject, Dice dice) {
    if (!written.hasFullBirth()) {
      return false;
    }
    int dayOfYear = LocalDate.ofEpochDay(written.birthDay).getDayOfYear();
    written.birthDay += dayOfYear > 180 ? -dice.between(1, 170) : dice.between(1, 170);
    return true;
  }

  static boolean swapped(Writing written, Subject subject, Dice dice) {
    LocalDate day = LocalDate.ofEpochDay(written.birthDay);
    if (!written.hasFullBirth()
        || day.getDayOfMonth() > 12
        || day.getDayOfMonth() == day.getMonthValue()) {
      return false;
    }
    written.birthDay =
        (int) LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue()).toEpochDay();
    return true;
  }

  static boolean withoutGender(Writing written, Subject subject, Dice dice) {
    written.gender = 0;
    return true;
  }

  static boolean otherGender(Writing written, Subject subject, Dice dice) {
    written.gender = 3 - written.gender;
    return true;
  }
}
