package khoyte.jobs.demo;

import khoyte.jobs.demo.Slip.Subject;

/** Numbers in the id column, and cards, that are not what they should be. */
final class SlipOfId {

  private SlipOfId() {}

  static boolean missing(Writing written, Subject subject, Dice dice) {
    written.writeId(0);
    return true;
  }

  static boolean withoutKeys(Writing written, Subject subject, Dice dice) {
    written.dropKeys();
    return true;
  }

  /** The identity card of before, as a key of its own. */
  static boolean ofNineDigits(Writing written, Subject subject, Dice dice) {
    long oldId = subject.people().oldId(subject.person());
    if (oldId == 0 || written.birthForm == Writing.BirthForm.IMPOSSIBLE) {
      return false;
    }
    written.writeUnreadableId(Long.toString(oldId));
    written.oldId = oldId;
    return true;
  }

  /** A spreadsheet ate the zeros; they come back where birth year and gender agree. */
  static boolean withoutLeadingZero(Writing written, Subject subject, Dice dice) {
    boolean complete = written.birthForm != Writing.BirthForm.IMPOSSIBLE && written.gender != 0;
    if (!complete || written.citizenId < 1_000_000_000L || !agrees(written)) {
      return false;
    }
    written.idText = Long.toString(written.citizenId);
    return true;
  }

  private static boolean agrees(Writing written) {
    long prefix = written.citizenId / 1_000_000;
    return prefix % 100 == written.birthYear % 100
        && prefix / 100 % 10 == (written.birthYear >= 2000 ? 2 : 0) + (written.gender - 1);
  }

  static boolean withLetters(Writing written, Subject subject, Dice dice) {
    if (written.idText.length() != 12) {
      return false;
    }
    written.writeUnreadableId("O" + written.idText.substring(1));
    return true;
  }

  static boolean phone(Writing written, Subject subject, Dice dice) {
    written.writeUnreadableId(Numbers.phone(dice));
    return true;
  }

  /** A phone with country code and a zero too many: twelve digits that look like an id. */
  static boolean longPhone(Writing written, Subject subject, Dice dice) {
    written.writeId(84_332_000_000L + dice.below(1_000_000));
    return true;
  }

  static boolean wrongDigit(Writing written, Subject subject, Dice dice) {
    return mistyped(written, Numbers.withWrongDigit(written.citizenId, dice));
  }

  static boolean swappedDigits(Writing written, Subject subject, Dice dice) {
    return mistyped(written, Numbers.withSwappedDigits(written.citizenId));
  }

  private static boolean mistyped(Writing written, long id) {
    if (written.citizenId == 0 || id == written.citizenId) {
      return false;
    }
    written.writeId(id);
    return true;
  }

  static boolean ofSomebodyElse(Writing written, Subject subject, Dice dice) {
    Population people = subject.people();
    int other = dice.below(people.size());
    if (people.id(other) == 0 || people.id(other) == written.citizenId) {
      return false;
    }
    written.writeId(people.id(other));
    return true;
  }

  /** A card nobody is known by, then his own. */
  static boolean withAnUnknownCard(Writing written, Subject subject, Dice dice) {
    if (written.insurances.length != 1) {
      return false;
    }
    long unknown = 7_200_000_000L + dice.below(90_000_000);
    written.cardText = Numbers.card(unknown) + ";" + written.cardText;
    written.insurances = new long[] {unknown, written.insurances[0]};
    return true;
  }
}
