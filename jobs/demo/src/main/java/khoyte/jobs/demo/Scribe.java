package khoyte.jobs.demo;

import java.time.LocalDate;

/** Writes people down faithfully: those of the province, and strangers who are in no registry. */
final class Scribe {
  private final Population people;
  private final Territory territory;
  private final NameStock names;
  private final long seed;

  Scribe(Population people, Territory territory, NameStock names, long seed) {
    this.people = people;
    this.territory = territory;
    this.names = names;
    this.seed = seed;
  }

  Writing faithful(int person, Dice dice) {
    Writing written = new Writing();
    written.writeId(people.ids[person]);
    boolean borrowed =
        people.borrowedInsurance.containsKey(person) || people.borrowedOldId.containsKey(person);
    written.writeCard(borrowed ? 0 : Numbers.insurance(person));
    written.name = people.name(person);
    written.birthDay = people.birthDays[person];
    written.birthYear = people.birthYear(person);
    written.birthForm =
        people.has(person, Population.YEAR_ONLY) ? Writing.BirthForm.YEAR : Writing.BirthForm.FULL;
    written.gender = people.isFemale(person) ? 2 : 1;
    written.phone = phone(person, Numbers.phone(dice));
    Commune commune = people.commune(person);
    writeCommune(written, commune);
    written.commune = commune.position();
    written.address = Addresses.full(commune, dice);
    return written;
  }

  /**
   * Mostly his own; where the other number ends in 0, 1 or 2 that one, of whoever came with him.
   */
  private String phone(int person, String another) {
    return another.charAt(another.length() - 1) < '3' ? another : people.phone(person);
  }

  private static void writeCommune(Writing written, Commune commune) {
    written.communeCode = commune.code();
    written.districtCode = commune.districtCode();
    written.provinceCode = commune.provinceCode();
  }

  /** A person of another province, half of them of one whose communes the reference holds. */
  Writing stranger(long number) {
    Dice dice = new Dice(seed, Dice.Purpose.STRANGER, number);
    Writing written = new Writing();
    boolean female = dice.below(2) == 0;
    LocalDate birth = LocalDate.of(1950 + dice.below(65), dice.between(1, 12), dice.between(1, 28));
    written.writeId(
        Numbers.citizenId(77 + 2 * dice.below(2), female, birth.getYear(), dice.below(1_000_000)));
    written.writeCard(7_900_000_000L + dice.below(90_000_000));
    written.name = names.text(names.drawn(female, birth.getYear(), dice), female);
    written.birthDay = (int) birth.toEpochDay();
    written.birthYear = birth.getYear();
    written.gender = female ? 2 : 1;
    written.phone = Numbers.phone(dice);
    if (dice.below(2) == 0) {
      Commune commune = territory.abroad(dice);
      writeCommune(written, commune);
      written.address =
          Addresses.house(dice)
              + ", "
              + commune.name()
              + ", "
              + commune.districtName()
              + ", "
              + commune.provinceName();
    } else {
      livesFarAway(written, dice);
    }
    return written;
  }

  /** Somebody who is in no registry and has much in common with a person who is. */
  Writing likeness(int person, Planted kind, Dice dice) {
    Writing written = faithful(person, dice);
    boolean female = people.isFemale(person);
    LocalDate birth = people.birthDate(person);
    written.dropKeys();
    written.phone = people.phone(person);
    int name = people.nameNumbers[person];
    switch (kind) {
      case STRANGER_NAMESAKE -> {
        written.phone = Numbers.phone(dice);
        // Not a slip away: nobody could tell that from a slip.
        do {
          written.birthDay = Census.day(birth.withDayOfYear(1), 365, dice);
        } while (Spelling.distance(
                LocalDate.ofEpochDay(written.birthDay).toString(), birth.toString())
            < 3);
      }
      case STRANGER_TWIN ->
          written.name = names.text(names.withOtherGiven(name, female, dice), female);
      default -> {
        do {
          written.name =
              names.text(
                  name & 0xFF0000 | names.drawn(female, birth.getYear(), dice) & 0xFFFF, female);
        } while (Spelling.isClose(
            Spelling.folded(written.name), Spelling.folded(people.fullName(person))));
        written.birthDay = Census.day(birth.minusYears(dice.below(4)).withDayOfYear(1), 365, dice);
      }
    }
    written.birthForm = Writing.BirthForm.FULL;
    written.birthYear = LocalDate.ofEpochDay(written.birthDay).getYear();
    if (dice.below(2) == 0) {
      written.writeId(Numbers.citizenId(75, female, written.birthYear, dice.below(1_000_000)));
    }
    return written;
  }

  /** An address in Ho Chi Minh City, whose communes the reference does not hold. */
  static void livesFarAway(Writing written, Dice dice) {
    written.communeCode = Integer.toString(26734 + 3 * dice.below(150));
    written.districtCode = "764";
    written.provinceCode = "79";
    written.address = "Số " + dice.between(1, 400) + ", Quận Gò Vấp, Thành phố Hồ Chí Minh";
    written.commune = -1;
  }
}
