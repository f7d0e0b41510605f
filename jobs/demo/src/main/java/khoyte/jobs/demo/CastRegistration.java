package khoyte.jobs.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import khoyte.jobs.demo.Settlement.Group;

/** Settles the cast and gives it the health records that make it a trap. */
final class CastRegistration {
  private static final int ALL_KEYS =
      Population.HAS_ID | Population.HAS_INSURANCE | Population.HAS_OLD_ID;

  private final Population people;
  private final Registry registry;
  private final Census census;
  private final Territory territory;
  private final NameStock names;
  private final List<SecondRecord> secondRecords = new ArrayList<>();

  CastRegistration(
      Population people, Registry registry, Census census, Territory territory, NameStock names) {
    this.people = people;
    this.registry = registry;
    this.census = census;
    this.territory = territory;
    this.names = names;
  }

  /** Further health records of people who have one, by their numbers above the people's. */
  List<SecondRecord> secondRecords() {
    return secondRecords;
  }

  void settle(Settlement settlement) {
    for (Group group : settlement.groups()) {
      int[] members = group.members();
      Dice[] dice = new Dice[members.length];
      for (int i = 0; i < members.length; i++) {
        dice[i] = census.settleCast(members[i], districtOf(settlement, members[i]));
      }
      settle(group, dice);
    }
  }

  private static int districtOf(Settlement settlement, int person) {
    int district = 0;
    while (settlement.districts().get(district).end() <= person) {
      district++;
    }
    return district;
  }

  private void settle(Group group, Dice[] dice) {
    int first = group.member(0);
    switch (group.family()) {
      case TWINS, CLOSE_TWINS, NAMESAKES_TOGETHER, NAMESAKES_APART -> settlePair(group, dice);
      case FATHER_AND_SON, MOTHER_AND_CHILD -> settleParent(group, dice);
      case NEAR_IDS -> settleNearIds(first, group.member(1), dice);
      case ONE_ID -> settleOneId(first, group.member(1), dice);
      case ONE_INSURANCE -> settleOneInsurance(first, group.member(1), dice);
      case CUT_CHAIN -> settleChain(group, dice);
      case TWICE_BY_ID,
          TWICE_BY_INSURANCE,
          TWICE_BY_OLD_ID,
          TWICE_CHAINED,
          TWICE_APART,
          TWICE_MOVED -> {
        settleOne(first, dice[0]);
        registerTwice(group.family(), first, dice[0]);
      }
      case REFUSED_ID -> {
        settleOne(first, dice[0]);
        people.writtenIds.put(first, people.ids[first]);
        people.clear(first, Population.HAS_ID);
      }
      case OTHER_ID, REFUSED_THEN_GIVEN -> {
        settleOne(first, dice[0]);
        people.writtenIds.put(first, census.freeId(first, dice[0]));
      }
      case NO_KEYS -> {
        settleOne(first, dice[0]);
        people.clear(first, ALL_KEYS);
      }
      case TONE -> {
        do {
          census.nameUntilFree(first, dice[0]);
        } while (Spelling.modernTone(people.fullName(first)).equals(people.fullName(first)));
        census.idUntilFree(first, dice[0]);
      }
      case NOT_FOUND, VISIT_LATER, VISIT_WITHDRAWN, VISIT_REFUSED, VISIT_CORRECTED, ROUTINE_LATER ->
          settleOne(first, dice[0]);
    }
  }

  private void settleOne(int person, Dice dice) {
    census.nameUntilFree(person, dice);
    census.idUntilFree(person, dice);
  }

  private void resemble(int owner, int person) {
    people.clear(person, Population.FEMALE);
    people.set(person, people.flags[owner] & Population.FEMALE);
    people.birthDays[person] = people.birthDays[owner];
    people.nameNumbers[person] = people.nameNumbers[owner];
  }

  private void settlePair(Group group, Dice[] dice) {
    int first = group.member(0);
    int second = group.member(1);
    settleOne(first, dice[0]);
    resemble(first, second);
    if (group.family() != Family.NAMESAKES_APART) {
      people.communes[second] = people.communes[first];
    }
    boolean female = people.isFemale(first);
    switch (group.family()) {
      case TWINS -> {
        do {
          people.nameNumbers[second] =
              names.withOtherGiven(people.nameNumbers[first], female, dice[1]);
        } while (!registry.takeBirth(second));
      }
      case CLOSE_TWINS -> {
        int[] close;
        do {
          people.birthDays[first] =
              Census.day(people.birthDate(first).withDayOfYear(1), 365, dice[0]);
          people.birthDays[second] = people.birthDays[first];
          close = names.withCloseGivens(people.nameNumbers[first], female);
          people.nameNumbers[first] = close[0];
          people.nameNumbers[second] = close[1];
        } while (!(registry.takeBirth(first) && registry.takeBirth(second)));
      }
      default -> registry.shareBirth(first, second);
    }
    do {
      census.idUntilFree(second, dice[1]);
    } while (Numbers.isNear(people.ids[first], people.ids[second]));
  }

  private void settleParent(Group group, Dice[] dice) {
    int parent = group.member(0);
    int child = group.member(1);
    boolean son = group.family() == Family.FATHER_AND_SON;
    people.clear(parent, Population.FEMALE);
    people.set(parent, son ? 0 : Population.FEMALE);
    people.birthDays[parent] = Census.day(LocalDate.of(son ? 1962 : 1988, 1, 1), 2500, dice[0]);
    settleOne(parent, dice[0]);
    people.communes[child] = people.communes[parent];
    people.birthDays[child] = Census.day(LocalDate.of(son ? 1988 : 2018, 1, 1), 900, dice[1]);
    if (son) {
      people.clear(child, Population.FEMALE);
      people.nameNumbers[child] = people.nameNumbers[parent];
      while (!registry.takeBirth(child)) {
        people.birthDays[child]++;
      }
      census.idUntilFree(child, dice[1]);
    } else {
      people.clear(child, Population.HAS_OLD_ID);
      settleOne(child, dice[1]);
    }
  }

  private void settleNearIds(int first, int second, Dice[] dice) {
    settleOne(first, dice[0]);
    resemble(first, second);
    int start = (int) people.birthDate(first).withDayOfYear(1).toEpochDay();
    do {
      people.birthDays[second] = start + dice[1].below(365);
    } while (!registry.takeBirth(second));
    long near = Numbers.withSwappedDigits(people.ids[first]);
    while (near == people.ids[first] || !registry.takeId(near, second)) {
      near = Numbers.withWrongDigit(people.ids[first], dice[1]);
    }
    people.ids[second] = near;
  }

  private void settleOneId(int first, int second, Dice[] dice) {
    settleOne(first, dice[0]);
    settleOne(second, dice[1]);
    people.ids[second] = people.ids[first];
    registry.shareId(people.ids[first], first, second);
  }

  private void settleOneInsurance(int first, int second, Dice[] dice) {
    settleOne(first, dice[0]);
    resemble(first, second);
    do {
      people.birthDays[second] += 367;
    } while (!registry.takeBirth(second));
    census.idUntilFree(second, dice[1]);
    people.clear(second, Population.HAS_INSURANCE);
    registry.shareInsurance(first, second);
  }

  private void settleChain(Group group, Dice[] dice) {
    int first = group.member(0);
    int second = group.member(1);
    int between = group.member(2);
    settleOne(first, dice[0]);
    for (int i = 1; i < 3; i++) {
      resemble(first, group.member(i));
      registry.shareBirth(first, group.member(i));
      census.idUntilFree(group.member(i), dice[i]);
    }
    people.clear(first, Population.HAS_OLD_ID);
    people.clear(second, Population.HAS_INSURANCE);
    people.clear(between, ALL_KEYS);
    people.set(between, Population.UNDECIDED);
    registry.shareInsurance(first, between);
    registry.shareOldId(second, between);
  }

  private void registerTwice(Family family, int person, Dice dice) {
    Commune home = people.commune(person);
    LocalDate before = LocalDate.of(2021, 1, 1).plusDays(dice.below(300));
    switch (family) {
      case TWICE_BY_ID -> add(person, home, 1, Population.HAS_ID, before);
      case TWICE_BY_INSURANCE -> add(person, home, 1, Population.HAS_INSURANCE, before);
      case TWICE_BY_OLD_ID -> add(person, home, 1, Population.HAS_OLD_ID, before);
      case TWICE_CHAINED -> {
        add(person, home, 1, Population.HAS_INSURANCE | Population.HAS_OLD_ID, before);
        add(person, home, 1, Population.HAS_OLD_ID, before.minusDays(40));
      }
      case TWICE_APART -> add(person, elsewhere(home, dice), 1, Population.HAS_ID, before);
      default ->
          add(person, elsewhere(home, dice), 2, Population.HAS_ID, LocalDate.of(2022, 12, 30));
    }
  }

  private Commune elsewhere(Commune home, Dice dice) {
    return territory.drawn((home.district() + 1 + dice.below(10)) % 11, dice);
  }

  private void add(int person, Commune commune, int state, int keys, LocalDate updated) {
    secondRecords.add(
        new SecondRecord(
            person, people.size() + secondRecords.size(), commune, state, keys, updated));
  }
}
