package khoyte.jobs.demo;

import java.time.LocalDate;
import java.util.Set;
import khoyte.jobs.demo.Answers.Answer;
import khoyte.jobs.demo.Population.Kind;

/** Writes the health record of a person as his station keeps it. */
final class HealthRecordWriting {
  private static final LocalDate FIRST_UPDATE = LocalDate.of(2022, 3, 1);
  private static final LocalDate AUTUMN = LocalDate.of(2022, 10, 1);
  private static final LocalDate LAST_UPDATE = LocalDate.of(2022, 12, 28);

  private final Population people;
  private final Territory territory;

  /** People whose old id stands in their later records only. */
  private final Set<Integer> withoutOldId;

  private final long seed;

  HealthRecordWriting(
      Population people, Territory territory, Set<Integer> withoutOldId, long seed) {
    this.people = people;
    this.territory = territory;
    this.withoutOldId = withoutOldId;
    this.seed = seed;
  }

  /** As at the end of 2022, in state 1 unless he has moved or died. */
  HealthRecordRow row(int person) {
    Dice dice = new Dice(seed, Dice.Purpose.RECORD, person);
    HealthRecordRow row = new HealthRecordRow(people.recordKey(person));
    writeIds(row, person, dice);
    writePerson(row, person, dice);
    row.phone = people.phone(person);
    writeHome(row, person, dice);
    writeDates(row, person, dice);
    row.state =
        switch (people.kind(person)) {
          case MOVED -> 2;
          case DIED -> 3;
          default -> 1;
        };
    if (row.state > 1) {
      row.traps.add(row.state == 2 ? Planted.MOVED : Planted.DIED);
    }
    return row;
  }

  private void writeIds(HealthRecordRow row, int person, Dice dice) {
    long known = people.writtenIds.getOrDefault(person, people.id(person));
    int turn = dice.below(100);
    boolean plain = people.kind(person) == Kind.CAST;
    if (known != 0) {
      boolean agrees = !people.has(person, Population.GENDER_UNKNOWN);
      boolean zeroLost = turn < 2 && !plain && agrees;
      row.id = zeroLost ? Long.toString(known) : Numbers.twelveDigits(known);
      if (zeroLost) {
        row.traps.add(Planted.RECORD_ID_WITHOUT_LEADING_ZERO);
      }
    } else if (!plain && turn < 10) {
      row.id = "O" + Numbers.twelveDigits(people.ids[person]).substring(1);
      row.traps.add(Planted.RECORD_ID_WITH_LETTERS);
    } else if (!plain && turn < 20) {
      row.id = Numbers.phone(dice);
      row.traps.add(Planted.RECORD_ID_IS_A_PHONE);
    }
    long oldId = withoutOldId.contains(person) ? 0 : people.oldId(person);
    row.oldId = oldId == 0 ? "" : Long.toString(oldId);
    long insurance = people.insurance(person);
    row.insurance = insurance == 0 ? "" : Numbers.padded(insurance, 10);
    if (known == 0 && oldId == 0 && insurance == 0) {
      row.traps.add(Planted.RECORD_WITHOUT_KEYS);
    }
  }

  private void writePerson(HealthRecordRow row, int person, Dice dice) {
    Answer answer = Answers.about(person, people);
    row.name = people.name(person);
    if (answer == Answer.CORRECTS_NAME) {
      row.name = Spelling.upper(Spelling.withoutDiacritics(row.name));
    }
    if (people.has(person, Population.PLAIN_NAME)) {
      row.traps.add(Planted.RECORD_NAME_WITHOUT_DIACRITICS);
    }
    LocalDate birth = people.birthDate(person);
    if (people.has(person, Population.YEAR_ONLY)) {
      boolean zeroes = dice.below(2) == 0;
      row.birth = (zeroes ? "00/00/" : "") + birth.getYear();
      row.traps.add(zeroes ? Planted.RECORD_BIRTH_WITH_ZEROES : Planted.RECORD_BIRTH_YEAR_ONLY);
    } else {
      int shift = birth.getDayOfYear() > 180 ? -9 : 9;
      row.birth = Writing.slashed(answer == Answer.CORRECTS_BIRTH ? birth.plusDays(shift) : birth);
    }
    if (people.has(person, Population.GENDER_UNKNOWN)) {
      row.traps.add(Planted.RECORD_GENDER_MISSING);
    } else if (people.commune(person).district() % 2 == 0) {
      row.gender = people.isFemale(person) ? "Nữ" : "Nam";
    } else {
      row.gender = people.isFemale(person) ? "2" : "1";
    }
  }

  private void writeHome(HealthRecordRow row, int person, Dice dice) {
    Commune home = people.commune(person);
    row.livesIn(home);
    row.address = Addresses.full(home, dice);
    Kind kind = people.kind(person);
    if (kind != Kind.ORDINARY || Revision.of(person, people) != Revision.NONE) {
      return;
    }
    int turn = dice.below(1000);
    if (turn < 20) {
      row.commune = "";
      row.traps.add(Planted.RECORD_COMMUNE_IN_ADDRESS_ONLY);
    } else if (turn < 24) {
      row.commune = Integer.toString(99_901 + turn);
      row.traps.add(Planted.RECORD_COMMUNE_UNKNOWN_CODE);
    } else if (turn < 34) {
      row.district = home.district() == 0 ? "742" : "731";
      row.traps.add(Planted.RECORD_WRONG_DISTRICT_CODE);
    } else if (home.district() == 4 && turn < 60) {
      row.address = "Tổ " + dice.between(1, 20) + ",\nẤp " + dice.between(1, 9);
      row.traps.add(Planted.RECORD_ADDRESS_WITH_LINE_BREAK);
    } else if (turn >= 60 && turn < 64) {
      row.commune = SlipOfPlace.withoutADigit(row.commune, dice);
      row.traps.add(Planted.RECORD_COMMUNE_WITHOUT_A_DIGIT);
    }
  }

  private void writeDates(HealthRecordRow row, int person, Dice dice) {
    LocalDate birth = people.birthDate(person);
    LocalDate from = Revision.of(person, people) == Revision.OLDER ? AUTUMN : FIRST_UPDATE;
    LocalDate first = birth.isBefore(from) ? from : birth.plusDays(2);
    LocalDate updated =
        first.plusDays(dice.below(1 + (int) (LAST_UPDATE.toEpochDay() - first.toEpochDay())));
    LocalDate opened = updated.minusDays(dice.below(1800));
    row.dated(opened.isBefore(birth) ? birth.plusDays(1) : opened, updated);
    if (people.kind(person) == Kind.WITHDRAWN) {
      row.updated = "";
    }
  }

  /** What an earlier file said: another commune, no keys, a name misspelt. */
  HealthRecordRow stale(int person, LocalDate updated) {
    HealthRecordRow row = row(person);
    Dice dice = new Dice(seed, Dice.Purpose.RECORD, -1L - person);
    int district = (people.commune(person).district() + 1 + dice.below(10)) % 11;
    row.livesIn(territory.drawn(district, dice));
    row.address = Addresses.house(dice);
    row.id = "";
    row.oldId = "";
    row.insurance = "";
    row.name = Spelling.misspelt(row.name, dice);
    row.updated = Writing.slashed(updated);
    row.opened = Writing.slashed(updated.minusDays(30));
    row.traps.clear();
    return row;
  }

  HealthRecordRow second(SecondRecord second) {
    int person = second.person();
    Dice dice = new Dice(seed, Dice.Purpose.RECORD, second.number());
    HealthRecordRow row =
        new HealthRecordRow(Population.recordKey(second.commune(), second.number()));
    row.id = has(second, Population.HAS_ID) ? Numbers.twelveDigits(people.id(person)) : "";
    row.insurance =
        has(second, Population.HAS_INSURANCE) ? Numbers.padded(people.insurance(person), 10) : "";
    row.oldId = has(second, Population.HAS_OLD_ID) ? Long.toString(people.oldId(person)) : "";
    boolean current = second.state() == 2;
    String name = people.name(person);
    row.name = current ? name : Spelling.upper(Spelling.withoutDiacritics(name));
    row.birth = Writing.slashed(people.birthDate(person));
    row.gender = people.isFemale(person) ? "Nữ" : "Nam";
    row.phone = people.phone(person);
    row.livesIn(second.commune());
    row.address = Addresses.full(second.commune(), dice);
    row.dated(second.updated().minusDays(200), second.updated());
    row.state = second.state();
    boolean apart = second.commune().district() != people.commune(person).district();
    row.traps.add(
        current
            ? Planted.REGISTERED_TWICE_AND_MOVED
            : apart ? Planted.REGISTERED_TWICE_IN_TWO_DISTRICTS : Planted.REGISTERED_TWICE);
    return row;
  }

  private static boolean has(SecondRecord second, int key) {
    return (second.keys() & key) != 0;
  }
}
