package khoyte.jobs.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.List;
import khoyte.jobs.demo.Population.Kind;
import khoyte.jobs.demo.Settlement.District;

/**
 * Draws every person of the province: commune, birth date by the age pyramid, sex, name and id. No
 * two people have an id, or both a folded name and a birth date, in common unless they are cast so.
 */
final class Census {
  private static final LocalDate YOUNGEST = LocalDate.of(2022, 11, 30);

  private final Population people;
  private final Registry registry;
  private final Territory territory;
  private final NameStock names;
  private final long seed;
  private final List<NamedCsvRecord> ages = ModelLists.rows("age_pyramid");
  private final int[] ageTotals =
      Dice.runningTotals(ages.stream().mapToInt(ModelLists::weight).toArray());

  Census(Population people, Registry registry, Territory territory, NameStock names, long seed) {
    this.people = people;
    this.registry = registry;
    this.territory = territory;
    this.names = names;
    this.seed = seed;
  }

  void take(Settlement settlement) {
    for (int i = 0; i < settlement.districts().size(); i++) {
      District district = settlement.districts().get(i);
      for (int person = district.first(); person < district.cast(); person++) {
        Kind kind =
            person < district.unmanaged()
                ? Kind.ORDINARY
                : unmanaged(person - district.unmanaged(), i);
        settle(person, i, kind);
      }
    }
  }

  private static Kind unmanaged(int number, int district) {
    return switch (number) {
      case 0 -> Kind.MOVED;
      case 1 -> Kind.DIED;
      case 2 -> Kind.DIED_LATER;
      case 3 -> Kind.OPENED_LATER;
      case 4 -> Kind.WITHDRAWN;
      case 5 -> district == 2 ? Kind.UNREAD_QUOTE : district == 3 ? Kind.UNREAD_FIELDS : Kind.MOVED;
      default ->
          switch (number % 20) {
            case 0 -> Kind.DIED_LATER;
            case 1 -> Kind.OPENED_LATER;
            case 2 -> Kind.WITHDRAWN;
            default -> number % 3 == 0 ? Kind.DIED : Kind.MOVED;
          };
    };
  }

  private void settle(int person, int district, Kind kind) {
    Dice dice = new Dice(seed, Dice.Purpose.PERSON, person);
    people.kinds[person] = (byte) kind.ordinal();
    people.communes[person] = (short) territory.drawn(district, dice).position();
    people.birthDays[person] = birthDay(dice);
    if (dice.below(1000) < 506) {
      people.set(person, Population.FEMALE);
    }
    if (kind == Kind.ORDINARY) {
      people.set(person, Population.MANAGED);
    }
    carryPapers(person, dice);
    nameUntilFree(person, dice);
    idUntilFree(person, dice);
  }

  /** A grown-up with all papers, managed; who he is besides is up to the cast. */
  Dice settleCast(int person, int district) {
    Dice dice = new Dice(seed, Dice.Purpose.PERSON, person);
    people.kinds[person] = (byte) Kind.CAST.ordinal();
    people.communes[person] = (short) territory.drawn(district, dice).position();
    people.birthDays[person] = day(LocalDate.of(1960, 1, 1), 35 * 365, dice);
    people.set(
        person,
        Population.MANAGED
            | Population.HAS_ID
            | Population.HAS_INSURANCE
            | Population.HAS_OLD_ID
            | (dice.below(2) == 0 ? Population.FEMALE : 0));
    return dice;
  }

  private int birthDay(Dice dice) {
    NamedCsvRecord group = ages.get(dice.weighted(ageTotals));
    int from = Integer.parseInt(group.getField("age_from"));
    int to = Integer.parseInt(group.getField("age_to"));
    return day(YOUNGEST.minusYears(to + 1L).plusDays(1), (to + 1 - from) * 365, dice);
  }

  static int day(LocalDate first, int days, Dice dice) {
    return (int) first.toEpochDay() + dice.below(days);
  }

  private void carryPapers(int person, Dice dice) {
    int year = people.birthYear(person);
    flag(person, Population.HAS_ID, year > 2017 ? 7500 : 9000, dice);
    flag(person, Population.HAS_INSURANCE, 8200, dice);
    flag(person, Population.HAS_OLD_ID, year < 2003 ? 3500 : 0, dice);
    flag(person, Population.YEAR_ONLY, year < 1962 ? 400 : 0, dice);
    flag(person, Population.PLAIN_NAME, 300, dice);
    flag(person, Population.GENDER_UNKNOWN, 40, dice);
  }

  private void flag(int person, int flag, int times, Dice dice) {
    if (dice.in10000(times)) {
      people.set(person, flag);
    }
  }

  void nameUntilFree(int person, Dice dice) {
    do {
      people.nameNumbers[person] =
          names.drawn(people.isFemale(person), people.birthYear(person), dice);
    } while (!registry.takeBirth(person));
  }

  void idUntilFree(int person, Dice dice) {
    people.ids[person] = freeId(person, dice);
  }

  long freeId(int person, Dice dice) {
    long id;
    do {
      id = Numbers.citizenId(people.isFemale(person), people.birthYear(person), dice);
    } while (!registry.takeId(id, person));
    return id;
  }
}
