package khoyte.jobs.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The synthetic province: extracts of five sources in their senders' formats, as of 31/12/2022. At
 * scale 1 the two tables of 2022 come out of them to the last digit.
 */
public final class DemoProvince {
  public static final LocalDate AS_OF = LocalDate.of(2022, 12, 31);

  /** The smallest scale at which every trap finds room in every district. */
  public static final double LEAST_SCALE = 0.002;

  private final List<DistrictFigures> figures;
  private final Settlement settlement;
  private final Population people;
  private final List<SecondRecord> secondRecords;
  private final List<InboxFile> files = new ArrayList<>();
  private final List<List<String>> copies;

  private DemoProvince(double scale, long seed, Edition edition, Dirt dirt) {
    if (!(scale >= LEAST_SCALE && scale <= 1)) {
      throw new IllegalArgumentException(
          "Cannot build a province of scale " + scale + ": from " + LEAST_SCALE + " to 1");
    }
    figures = DistrictFigures.at(scale);
    Territory territory = new Territory(figures);
    NameStock names = new NameStock();
    settlement = Settlement.of(figures, scale, seed);
    people = new Population(settlement.people(), territory, names);
    Registry registry = new Registry(people);
    Census census = new Census(people, registry, territory, names, seed);
    census.take(settlement);
    CastRegistration cast = new CastRegistration(people, registry, census, territory, names);
    cast.settle(settlement);
    secondRecords = cast.secondRecords();
    CastEvents events = new CastEvents(people, settlement);
    Clerk clerk = new Clerk(people, territory, registry, names, seed, dirt);

    if (edition.isFirst()) {
      files.addAll(healthRecords(territory, seed).files());
      files.addAll(
          new Answers(people, settlement, new Scribe(people, territory, names, seed)).files());
    } else {
      files.addAll(
          new LaterRecords(people, territory, writing(territory, seed), edition, seed).files());
    }
    Visits visits = new Visits(people, settlement, figures, seed);
    visits.plan(events.visits());
    HisFiles hisFiles =
        new HisFiles(visits, new VisitWriting(visits, clerk, edition, seed), edition);
    files.addAll(hisFiles.files());
    copies =
        edition.isFirst()
            ? List.of(HealthRecordFiles.sentTwice(), hisFiles.sentTwice())
            : List.of();
    RoutineDoses routine = new RoutineDoses(people, settlement, figures, seed);
    routine.plan(events.routineDoses());
    files.addAll(new RoutineFiles(routine, clerk, names, figures, edition, seed).files());
    CovidJudging judging = new CovidJudging(people, clerk);
    CovidDoses covid = new CovidDoses(people, settlement, figures, judging, seed);
    covid.plan(events.covidDoses());
    files.addAll(new CovidFiles(covid.table(), judging, figures, edition).files());
  }

  /**
   * Writes the extracts below the inbox.
   *
   * @param scale from {@link #LEAST_SCALE} to 1, the size of the real province
   * @return the tables and files; citizens, records and doses are left out
   */
  public static DemoTruth write(double scale, long seed, Edition edition, Path inbox) {
    return new DemoProvince(scale, seed, edition, Dirt.USUAL).write(inbox, false);
  }

  /** The same with the truth of every citizen, record and dose; for small scales. */
  public static DemoTruth writeWithRecords(double scale, long seed, Path inbox) {
    return writeWithRecords(scale, seed, Dirt.USUAL, inbox);
  }

  /** The same, as well or badly written. */
  public static DemoTruth writeWithRecords(double scale, long seed, Dirt dirt, Path inbox) {
    return new DemoProvince(scale, seed, Edition.FIRST, dirt).write(inbox, true);
  }

  private HealthRecordFiles healthRecords(Territory territory, long seed) {
    return new HealthRecordFiles(
        people, territory, settlement, figures, writing(territory, seed), secondRecords);
  }

  private HealthRecordWriting writing(Territory territory, long seed) {
    Set<Integer> once = new HashSet<>();
    Set<Integer> chained = new HashSet<>();
    for (SecondRecord second : secondRecords) {
      if (!once.add(second.person())) {
        chained.add(second.person());
      }
    }
    return new HealthRecordWriting(people, territory, chained, seed);
  }

  private DemoTruth write(Path inbox, boolean detailed) {
    Map<Integer, String> smallerKeys = new HashMap<>();
    for (SecondRecord second : secondRecords) {
      String key = Population.recordKey(second.commune(), second.number());
      smallerKeys.merge(
          second.person(), key, (one, other) -> one.compareTo(other) < 0 ? one : other);
    }
    List<TruthSheet> sheets =
        files.parallelStream()
            .map(
                file -> {
                  TruthSheet sheet =
                      new TruthSheet(person -> firstKey(person, smallerKeys), detailed);
                  file.write(inbox, sheet);
                  return sheet;
                })
            .toList();
    return truth(inbox, sheets, detailed ? citizens(smallerKeys) : List.of());
  }

  private String firstKey(int person, Map<Integer, String> smallerKeys) {
    String key = people.recordKey(person);
    String other = smallerKeys.getOrDefault(person, key);
    return other.compareTo(key) < 0 ? other : key;
  }

  private DemoTruth truth(Path inbox, List<TruthSheet> sheets, List<DemoTruth.Citizen> citizens) {
    Map<Planted, Integer> planted = new EnumMap<>(Planted.class);
    List<DemoTruth.File> written = new ArrayList<>();
    List<DemoTruth.Link> records = new ArrayList<>();
    List<DemoTruth.Dose> doses = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      TruthSheet sheet = sheets.get(i);
      written.add(sheet.file(files.get(i).path(), files.get(i).source()));
      sheet.planted().forEach((trap, rows) -> planted.merge(trap, rows, Integer::sum));
      records.addAll(sheet.records());
      doses.addAll(sheet.doses());
    }
    for (List<String> copy : copies) {
      written.add(copied(inbox, copy.get(0), copy.get(1), written));
    }
    return new DemoTruth(figures, written, planted, citizens, records, doses);
  }

  private static DemoTruth.File copied(
      Path inbox, String from, String to, List<DemoTruth.File> written) {
    try {
      Files.copy(inbox.resolve(from), inbox.resolve(to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    DemoTruth.File original =
        written.stream().filter(file -> file.path().equals(from)).findFirst().orElseThrow();
    return new DemoTruth.File(
        to, original.source(), null, from, original.records(), original.quarantinedLines());
  }

  private List<DemoTruth.Citizen> citizens(Map<Integer, String> smallerKeys) {
    List<DemoTruth.Citizen> citizens = new ArrayList<>();
    for (int person = 0; person < people.size(); person++) {
      if (people.kind(person).isRegistered()) {
        Commune commune = people.commune(person);
        long id = people.id(person);
        citizens.add(
            new DemoTruth.Citizen(
                firstKey(person, smallerKeys),
                id == 0 ? null : Numbers.twelveDigits(id),
                people.name(person),
                commune.code(),
                commune.districtCode(),
                people.has(person, Population.MANAGED),
                people.has(person, Population.WITH_IMMUNIZATION),
                people.has(person, Population.WITH_ENCOUNTER),
                people.has(person, Population.UNDECIDED)));
      }
    }
    return citizens;
  }
}
