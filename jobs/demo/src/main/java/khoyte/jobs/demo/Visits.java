package khoyte.jobs.demo;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import khoyte.jobs.demo.Hospital.Dialect;
import khoyte.jobs.demo.Population.Kind;
import khoyte.jobs.demo.Settlement.District;

/**
 * Who goes to which hospital on which day. Exactly as many managed citizens of a district as its
 * figure says have a visit on or before the report date.
 */
final class Visits {
  private static final int STRANGER = -1;

  /** What becomes of a visit. */
  enum Fate {
    REGULAR,
    /** In the first days of 2023. */
    LATER,
    /** Sent open, then taken back. */
    WITHDRAWN,
    /** Only in files that are refused. */
    REFUSED,
    /** Sent for December, then corrected to January. */
    CORRECTED,
    /** Sent again with a later settlement. */
    RESENT
  }

  private static final int RESENT_EVERY = 150;

  private final Population people;
  private final Settlement settlement;
  private final List<DistrictFigures> figures;
  private final List<Hospital> hospitals = Hospital.all();
  private final int[][] hospitalsOf;
  private final int[][] hospitalTotals;
  private final long seed;

  final IntColumn persons = new IntColumn();

  /** Days after 01/01/2022. */
  final IntColumn days = new IntColumn();

  final IntColumn hospitalOf = new IntColumn();
  final IntColumn fates = new IntColumn();
  final Map<Integer, Scripted> stories = new HashMap<>();

  Visits(Population people, Settlement settlement, List<DistrictFigures> figures, long seed) {
    this.people = people;
    this.settlement = settlement;
    this.figures = figures;
    this.seed = seed;
    hospitalsOf = new int[figures.size()][];
    hospitalTotals = new int[figures.size()][];
    for (int i = 0; i < figures.size(); i++) {
      String district = figures.get(i).districtCode();
      int[] near =
          IntStream.range(0, hospitals.size())
              .filter(h -> hospitals.get(h).serves(district))
              .toArray();
      hospitalsOf[i] = near;
      hospitalTotals[i] =
          Dice.runningTotals(Arrays.stream(near).map(h -> hospitals.get(h).share()).toArray());
    }
  }

  List<Hospital> hospitals() {
    return hospitals;
  }

  int size() {
    return persons.size();
  }

  boolean isStranger(int visit) {
    return persons.at(visit) == STRANGER;
  }

  Fate fate(int visit) {
    return Fate.values()[fates.at(visit)];
  }

  void plan(List<CastEvents.Visit> ofTheCast) {
    int[] counted = new int[figures.size()];
    for (CastEvents.Visit visit : ofTheCast) {
      planCast(visit, counted);
    }
    for (int i = 0; i < figures.size(); i++) {
      planDistrict(i, figures.get(i).withEncounter() - counted[i]);
    }
    planUnmanaged();
    int strangers = Math.max(3, size() / 45);
    for (int i = 0; i < strangers; i++) {
      Dice dice = new Dice(seed, Dice.Purpose.VISIT_PLAN, Integer.MAX_VALUE + (long) i);
      add(STRANGER, dice.below(365), dice.below(hospitals.size()), Fate.REGULAR);
    }
  }

  private void planCast(CastEvents.Visit visit, int[] counted) {
    Scripted story = visit.story();
    int person = story.person();
    Dice dice = new Dice(seed, Dice.Purpose.VISIT_PLAN, person);
    int hospital = visit.fate() == Fate.WITHDRAWN ? modernHospital() : hospital(person, dice);
    stories.put(size(), story);
    add(person, dice.below(365), hospital, visit.fate());
    boolean counts = visit.fate() == Fate.REGULAR && story.citizen() >= 0;
    if (counts && !people.has(person, Population.WITH_ENCOUNTER)) {
      people.set(person, Population.WITH_ENCOUNTER);
      counted[people.commune(person).district()]++;
    }
  }

  private int modernHospital() {
    for (int i = 0; i < hospitals.size(); i++) {
      if (hospitals.get(i).dialect() == Dialect.QD4750) {
        return i;
      }
    }
    throw new IllegalStateException("Cannot withdraw a visit: no hospital writes QĐ 4750");
  }

  private int hospital(int person, Dice dice) {
    int district = people.commune(person).district();
    return hospitalsOf[district][dice.weighted(hospitalTotals[district])];
  }

  private void planDistrict(int number, int wanted) {
    District district = settlement.districts().get(number);
    Sampling.take(
        district.first(),
        district.unmanaged(),
        wanted,
        this::canBeFound,
        new Dice(seed, Dice.Purpose.VISIT_PLAN, -1L - number),
        this::planPerson);
    for (int person = district.first(); person < district.unmanaged(); person += 397) {
      if (!people.has(person, Population.WITH_ENCOUNTER) && canBeFound(person)) {
        Dice dice = new Dice(seed, Dice.Purpose.VISIT_PLAN, person);
        add(person, 0, hospital(person, dice), Fate.LATER);
      }
    }
  }

  /** Whether name, birth date and commune, or the card, lead to him without an id. */
  private boolean canBeFound(int person) {
    return !people.has(person, Population.YEAR_ONLY)
        || people.has(person, Population.HAS_INSURANCE);
  }

  private void planPerson(int person) {
    people.set(person, Population.WITH_ENCOUNTER);
    Dice dice = new Dice(seed, Dice.Purpose.VISIT_PLAN, person);
    int often = dice.below(100);
    int visits = often < 58 ? 1 : often < 84 ? 2 : often < 95 ? 3 : 4;
    int birth = people.birthDays[person] - (int) HisFiles.YEAR_START.toEpochDay();
    int first = Math.max(0, birth);
    for (int i = 0; i < visits; i++) {
      Fate fate = size() % RESENT_EVERY == 7 ? Fate.RESENT : Fate.REGULAR;
      add(person, first + dice.below(365 - first), hospital(person, dice), fate);
    }
  }

  private void planUnmanaged() {
    for (District district : settlement.districts()) {
      for (int person = district.unmanaged(); person < district.cast(); person++) {
        Dice dice = new Dice(seed, Dice.Purpose.VISIT_PLAN, person);
        boolean unread = !people.kind(person).isRegistered();
        if (canBeFound(person) && (unread || dice.below(10) < 3)) {
          int day = people.kind(person) == Kind.OPENED_LATER ? 350 : 200 + dice.below(160);
          people.set(person, Population.WITH_ENCOUNTER);
          add(person, day, hospital(person, dice), Fate.REGULAR);
        }
      }
    }
  }

  private void add(int person, int day, int hospital, Fate fate) {
    persons.add(person);
    days.add(day);
    hospitalOf.add(hospital);
    fates.add(fate.ordinal());
  }
}
