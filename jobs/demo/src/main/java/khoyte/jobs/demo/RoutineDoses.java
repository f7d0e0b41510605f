package khoyte.jobs.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import khoyte.jobs.demo.Settlement.District;

/**
 * Routine immunisation: mostly children, then women. Exactly as many managed citizens of a district
 * as its figure says have a dose on or before the report date.
 */
final class RoutineDoses {
  private static final int STRANGER = -1;
  private static final int CHILDREN_FROM = (int) LocalDate.of(2016, 1, 1).toEpochDay();
  private static final int FIRST_DAY = (int) LocalDate.of(2021, 1, 4).toEpochDay();
  private static final int LAST_DAY = (int) LocalDate.of(2022, 12, 28).toEpochDay();
  static final int AFTER_REPORT = (int) LocalDate.of(2023, 1, 3).toEpochDay();

  private final Population people;
  private final Settlement settlement;
  private final List<DistrictFigures> figures;
  private final long seed;

  final IntColumn persons = new IntColumn();
  final IntColumn days = new IntColumn();

  /** District of the station that reports the dose. */
  final IntColumn districts = new IntColumn();

  final Map<Integer, Scripted> stories = new HashMap<>();

  RoutineDoses(Population people, Settlement settlement, List<DistrictFigures> figures, long seed) {
    this.people = people;
    this.settlement = settlement;
    this.figures = figures;
    this.seed = seed;
  }

  int size() {
    return persons.size();
  }

  boolean isStranger(int dose) {
    return persons.at(dose) == STRANGER;
  }

  boolean isAfterReport(int dose) {
    return days.at(dose) >= AFTER_REPORT;
  }

  void plan(List<CastEvents.RoutineDose> ofTheCast) {
    int[] counted = new int[figures.size()];
    for (CastEvents.RoutineDose dose : ofTheCast) {
      int person = dose.story().person();
      int district = people.commune(person).district();
      stories.put(size(), dose.story());
      add(person, dose.afterReport() ? AFTER_REPORT : LAST_DAY, district);
      if (!dose.afterReport()) {
        people.set(person, Population.WITH_IMMUNIZATION);
        counted[district]++;
      }
    }
    for (int i = 0; i < figures.size(); i++) {
      planDistrict(i, figures.get(i).withImmunization() - counted[i]);
    }
    int strangers = Math.max(3, size() / 60);
    for (int i = 0; i < strangers; i++) {
      Dice dice = new Dice(seed, Dice.Purpose.ROUTINE_PLAN, Integer.MAX_VALUE + (long) i);
      add(STRANGER, LAST_DAY - dice.below(300), dice.below(figures.size()));
    }
  }

  private void planDistrict(int number, int wanted) {
    District district = settlement.districts().get(number);
    Dice dice = new Dice(seed, Dice.Purpose.ROUTINE_PLAN, -1L - number);
    IntPredicate isChild =
        person ->
            people.birthDays[person] >= CHILDREN_FROM && people.birthDays[person] < LAST_DAY - 40;
    int children = 0;
    for (int person = district.first(); person < district.unmanaged(); person++) {
      children += isChild.test(person) ? 1 : 0;
    }
    int first = district.first();
    int end = district.unmanaged();
    Sampling.take(
        first, end, Math.min(wanted, children), isChild, dice, p -> planPerson(p, number));
    if (wanted > children) {
      IntPredicate isWoman =
          person -> people.isFemale(person) && !isChild.test(person) && canBeFound(person);
      Sampling.take(first, end, wanted - children, isWoman, dice, p -> planPerson(p, number));
    }
    for (int person = first; person < end; person += 499) {
      if (!people.has(person, Population.WITH_IMMUNIZATION) && canBeFound(person)) {
        add(person, AFTER_REPORT, number);
      }
    }
    for (int person = end; person < district.cast(); person += 9) {
      if (canBeFound(person)) {
        people.set(person, Population.WITH_IMMUNIZATION);
        add(person, LAST_DAY - person % 300, number);
      }
    }
  }

  private boolean canBeFound(int person) {
    return !people.has(person, Population.YEAR_ONLY);
  }

  private void planPerson(int person, int district) {
    people.set(person, Population.WITH_IMMUNIZATION);
    Dice dice = new Dice(seed, Dice.Purpose.ROUTINE_PLAN, person);
    int often = dice.below(100);
    int doses = often < 62 ? 1 : often < 88 ? 2 : 3;
    int first = Math.max(FIRST_DAY, people.birthDays[person] + 1);
    for (int i = 0; i < doses; i++) {
      add(person, first + dice.below(LAST_DAY - first + 1), district);
    }
  }

  private void add(int person, int day, int district) {
    persons.add(person);
    days.add(day);
    districts.add(district);
  }
}
