package khoyte.jobs.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import khoyte.jobs.demo.CovidDose.DateForm;
import khoyte.jobs.demo.CovidDose.Status;
import khoyte.jobs.demo.Settlement.District;
import khoyte.warehouse.table.CovidDefect;

/**
 * Who was vaccinated against COVID-19. In each district people are taken in a scattered order until
 * exactly as many doses as its figure says are cleaned.
 */
final class CovidDoses {
  private static final int STRIDE = 104_729;
  private static final int BORN_BEFORE = (int) LocalDate.of(2016, 1, 1).toEpochDay();
  private static final int BABIES_FROM = (int) LocalDate.of(2021, 5, 1).toEpochDay();
  private static final int CAMPAIGN = (int) LocalDate.of(2021, 5, 3).toEpochDay();

  private final Population people;
  private final Settlement settlement;
  private final List<DistrictFigures> figures;
  private final CovidJudging judging;
  private final CovidSpoiling spoiling = new CovidSpoiling();
  private final long seed;
  private final CovidTable table = new CovidTable();

  CovidDoses(
      Population people,
      Settlement settlement,
      List<DistrictFigures> figures,
      CovidJudging judging,
      long seed) {
    this.people = people;
    this.settlement = settlement;
    this.figures = figures;
    this.judging = judging;
    this.seed = seed;
  }

  CovidTable table() {
    return table;
  }

  void plan(List<CastEvents.CovidDose> ofTheCast) {
    int[] cleaned = planCast(ofTheCast);
    for (int i = 0; i < figures.size(); i++) {
      planDistrict(i, figures.get(i).cleanedDoses() - cleaned[i]);
    }
    int strangers = Math.max(3, table.size() / 120);
    for (int i = 0; i < strangers; i++) {
      Dice dice = new Dice(seed, Dice.Purpose.COVID_PLAN, Integer.MAX_VALUE + (long) i);
      CovidDose dose = new CovidDose(CovidDose.STRANGER);
      date(dose, CAMPAIGN + dice.below(500), dice);
      dose.vaccine = CovidVaccines.drawn(dice);
      dose.number = dice.between(1, 3);
      dose.district = dice.below(figures.size());
      dose.trap = Planted.STRANGER;
      commit(List.of(dose), Set.of());
    }
  }

  private int[] planCast(List<CastEvents.CovidDose> ofTheCast) {
    Map<Integer, List<CastEvents.CovidDose>> byPerson = new LinkedHashMap<>();
    ofTheCast.forEach(
        told -> byPerson.computeIfAbsent(told.story().person(), p -> new ArrayList<>()).add(told));
    int[] cleaned = new int[figures.size()];
    byPerson.forEach(
        (person, told) -> {
          Dice dice = new Dice(seed, Dice.Purpose.COVID_PLAN, person);
          int day = CAMPAIGN + 300 + dice.below(100);
          for (int i = 0; i < told.size(); i++) {
            CovidDose dose = new CovidDose(person);
            date(dose, day + 60 * i, dice);
            dose.vaccine = 1;
            dose.number = i + 1;
            dose.district = people.commune(person).district();
            dose.story = told.get(i).story();
            dose.trap = told.get(i).story().planted();
            commit(List.of(dose), told.get(i).defects());
            cleaned[dose.district] += dose.status == Status.CLEANED ? 1 : 0;
          }
        });
    return cleaned;
  }

  private void commit(List<CovidDose> doses, Set<CovidDefect> ofTheStory) {
    judging.judge(doses, table.size(), ofTheStory);
    doses.forEach(table::add);
  }

  private static void date(CovidDose dose, int day, Dice dice) {
    dose.day = day;
    dose.updated = day + dice.between(1, 20);
  }

  private void planDistrict(int number, int wanted) {
    District district = settlement.districts().get(number);
    int size = district.cast() - district.first();
    int missing = wanted;
    for (int i = 0; missing > 0; i++) {
      if (i == size) {
        throw new IllegalStateException("Cannot clean " + wanted + " doses in district " + number);
      }
      int person = district.first() + (int) ((long) i * STRIDE % size);
      if (people.birthDays[person] >= BABIES_FROM && i % 2 == 0 && isKnown(person)) {
        List<CovidDose> doses = List.of(beforeBirth(person));
        commit(doses, Set.of());
      } else if (people.birthDays[person] < BORN_BEFORE && isKnown(person)) {
        missing -= planPerson(person, missing);
      }
    }
  }

  private boolean isKnown(int person) {
    return people.kind(person).isRegistered()
        && !people.has(person, Population.YEAR_ONLY)
        && !people.has(person, Population.GENDER_UNKNOWN);
  }

  private CovidDose beforeBirth(int person) {
    Dice dice = new Dice(seed, Dice.Purpose.COVID_PLAN, person);
    CovidDose dose = new CovidDose(person);
    date(dose, people.birthDays[person] - dice.between(1, 20), dice);
    dose.vaccine = 1;
    dose.number = 1;
    dose.dateForm = DateForm.BEFORE_BIRTH;
    dose.trap = Planted.DATE_BEFORE_BIRTH;
    dose.district = people.commune(person).district();
    return dose;
  }

  /** The number of doses that are cleaned, not more than are missing. */
  private int planPerson(int person, int missing) {
    List<CovidDose> doses = history(person);
    doses = spoiling.spoilt(doses, people.id(person) != 0);
    judging.judge(doses, table.size(), Set.of());
    if (cleaned(doses) > missing) {
      doses = history(person);
      for (int i = 0; i < missing; i++) {
        doses.get(i % doses.size()).slips.clear();
        doses.get(i % doses.size()).slips.add(Slip.OLD_PHONE);
      }
      judging.judge(doses, table.size(), Set.of());
    }
    doses.forEach(table::add);
    return cleaned(doses);
  }

  private static int cleaned(List<CovidDose> doses) {
    return (int) doses.stream().filter(dose -> dose.status == Status.CLEANED).count();
  }

  private List<CovidDose> history(int person) {
    Dice dice = new Dice(seed, Dice.Purpose.COVID_PLAN, person);
    int often = dice.below(100);
    int doses = often < 24 ? 1 : often < 64 ? 2 : often < 94 ? 3 : 4;
    int vaccine = CovidVaccines.drawn(dice);
    int day = CAMPAIGN + dice.below(240);
    List<CovidDose> history = new ArrayList<>();
    for (int i = 0; i < doses; i++) {
      CovidDose dose = new CovidDose(person);
      date(dose, day, dice);
      dose.vaccine = i == 2 ? 1 : vaccine;
      dose.number = i + 1;
      dose.district = people.commune(person).district();
      history.add(dose);
      day += dice.between(28, 100);
    }
    return history;
  }
}
