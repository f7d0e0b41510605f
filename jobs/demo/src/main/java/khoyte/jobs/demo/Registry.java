package khoyte.jobs.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who holds which key, and who an event belongs to by the rules of the cleaning contract ("Event
 * records", "Contested"): the model plants no event without asking it, so no number drawn by
 * accident can change the truth.
 */
final class Registry {
  static final int UNDECIDED = -1;
  static final int NOBODY = -2;

  private final Population people;
  private final LongIndex ids;
  private final LongIndex births;
  private final Map<Long, List<Integer>> sharedIds = new HashMap<>();
  private final Map<Long, List<Integer>> sharedInsurance = new HashMap<>();
  private final Map<Long, List<Integer>> sharedOldIds = new HashMap<>();
  private final Map<Long, List<Integer>> sharedBirths = new HashMap<>();

  Registry(Population people) {
    this.people = people;
    ids = new LongIndex(people.size());
    births = new LongIndex(people.size());
  }

  /** Takes an id that nobody has; false if somebody has it. */
  boolean takeId(long id, int person) {
    return ids.putIfAbsent(id, person);
  }

  /** Takes name and birth date that nobody has together; false if somebody has. */
  boolean takeBirth(int person) {
    return births.putIfAbsent(birthKey(person), person);
  }

  private long birthKey(int person) {
    return birthKey(Spelling.folded(people.fullName(person)), people.birthDays[person]);
  }

  private static long birthKey(String foldedName, int birthDay) {
    long hash = birthDay;
    for (int i = 0; i < foldedName.length(); i++) {
      hash = hash * 0x100000001B3L + foldedName.charAt(i);
    }
    return Dice.mixed(hash) | 1;
  }

  /** Two people on purpose have one name and birth date. */
  void shareBirth(int owner, int person) {
    share(sharedBirths, birthKey(owner), owner, person);
  }

  void shareId(long id, int owner, int person) {
    share(sharedIds, id, owner, person);
  }

  void shareInsurance(int owner, int person) {
    share(sharedInsurance, Numbers.insurance(owner), owner, person);
    people.borrowedInsurance.put(person, owner);
  }

  void shareOldId(int owner, int person) {
    share(sharedOldIds, Numbers.oldId(owner), owner, person);
    people.borrowedOldId.put(person, owner);
  }

  private static void share(Map<Long, List<Integer>> shared, long key, int owner, int person) {
    shared.computeIfAbsent(key, k -> new ArrayList<>(List.of(owner))).add(person);
  }

  /** Position of the citizen, {@link #UNDECIDED} or {@link #NOBODY}. */
  int citizenOf(Writing event) {
    List<Integer> fitting = bornThere(event);
    int found = byKeys(event);
    if (found == NOBODY) {
      return fitting.isEmpty() ? NOBODY : fitting.size() == 1 ? fitting.get(0) : UNDECIDED;
    }
    if (found == UNDECIDED || fitting.size() != 1 || fitting.get(0) == found) {
      return found;
    }
    int other = fitting.get(0);
    boolean otherName = !Spelling.folded(people.name(found)).equals(Spelling.folded(event.name));
    boolean nearId =
        event.citizenId != 0
            && people.id(other) != 0
            && Numbers.isNear(people.id(other), event.citizenId);
    return otherName || nearId ? other : UNDECIDED;
  }

  private int byKeys(Writing event) {
    int found = NOBODY;
    if (event.citizenId != 0) {
      found = agreeing(event, holders(sharedIds, event.citizenId, idHolder(event.citizenId)));
    }
    for (int i = 0; found == NOBODY && i < event.insurances.length; i++) {
      long number = event.insurances[i];
      found = agreeing(event, holders(sharedInsurance, number, insured(number)));
    }
    if (found == NOBODY && event.oldId != 0 && event.birthYear != 0) {
      found = agreeing(event, oldIdHolders(event));
    }
    return found;
  }

  private static List<Integer> holders(Map<Long, List<Integer>> shared, long key, int single) {
    List<Integer> several = shared.get(key);
    return several != null ? several : single < 0 ? List.of() : List.of(single);
  }

  private int idHolder(long id) {
    int holder = ids.find(id);
    return holder >= 0 && people.id(holder) == id && isRegistered(holder) ? holder : -1;
  }

  private int insured(long number) {
    int holder = Numbers.insured(number, people.size());
    return holder >= 0 && people.insurance(holder) == number && isRegistered(holder) ? holder : -1;
  }

  private List<Integer> oldIdHolders(Writing event) {
    int owner = Numbers.ofOldId(event.oldId, people.size());
    boolean holds = owner >= 0 && people.oldId(owner) == event.oldId && isRegistered(owner);
    return holders(sharedOldIds, event.oldId, holds ? owner : -1).stream()
        .filter(person -> people.birthYear(person) == event.birthYear)
        .toList();
  }

  private boolean isRegistered(int person) {
    return people.kind(person).isRegistered();
  }

  private int agreeing(Writing event, List<Integer> holders) {
    int found = NOBODY;
    for (int holder : holders) {
      if (agrees(event, holder)) {
        if (found != NOBODY) {
          return UNDECIDED;
        }
        found = holder;
      }
    }
    return found;
  }

  private boolean agrees(Writing event, int person) {
    String known = Spelling.folded(people.name(person));
    String written = Spelling.folded(event.name);
    return known.equals(written)
        || event.hasFullBirth()
            && !people.has(person, Population.YEAR_ONLY)
            && event.birthDay == people.birthDays[person]
            && Spelling.isClose(known, written);
  }

  private List<Integer> bornThere(Writing event) {
    if (!event.hasFullBirth() || event.commune < 0) {
      return List.of();
    }
    long key = birthKey(Spelling.folded(event.name), event.birthDay);
    List<Integer> fitting = new ArrayList<>();
    for (int person : holders(sharedBirths, key, births.find(key))) {
      if (isRegistered(person)
          && people.communes[person] == event.commune
          && !people.has(person, Population.YEAR_ONLY)) {
        fitting.add(person);
      }
    }
    return fitting;
  }
}
