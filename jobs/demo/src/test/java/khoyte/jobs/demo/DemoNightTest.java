package khoyte.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import khoyte.jobs.step.NightHome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A whole night of a synthetic province, compared with the truth of every record. */
@Tag("slow")
@ExtendWith(DemoHome.Given.class)
class DemoNightTest {
  private final NightHome home;
  private final DemoTruth truth;

  DemoNightTest(DemoHome demo) {
    home = demo.home();
    truth = demo.truth();
  }

  @Test
  void everyTrapIsInIt() {
    assertThat(truth.planted())
        .containsOnlyKeys(
            Arrays.stream(Planted.values()).filter(trap -> !trap.isHard()).toArray(Planted[]::new));
  }

  @Test
  void bothTablesAreTheOnesOfTheProvince() {
    Comparison tables = new Comparison("district");
    for (DistrictFigures district : truth.districts()) {
      tables.expect(
          district.districtCode(),
          "",
          district.managed(),
          district.withImmunization(),
          district.withEncounter(),
          district.cleanedDoses());
    }
    tables.expect("", "outside the province", 0, 0, 0, 0);
    find(tables, "tables", 1);
    tables.check();
  }

  @Test
  void everyRecordLeadsToItsCitizen() {
    Map<Object, String> people = people();
    Comparison records = new Comparison("record");
    for (DemoTruth.Link record : truth.records()) {
      records.expect(
          record.source() + " " + record.key(),
          record.planted(),
          record.link().code(),
          record.citizen());
    }
    for (List<@Nullable Object> row : rows("records")) {
      Object key = row.get(3);
      records.find(
          row.get(0) + " " + row.get(1),
          row.get(2),
          key == null ? null : people.getOrDefault(key, "another citizen"));
    }
    records.check();
  }

  /** By their pseudonyms; citizens that share one stand together. */
  private Map<Object, String> people() {
    Map<Object, Object> ownerOfRecord =
        rows("records").stream()
            .filter(row -> "ehr".equals(row.get(0)))
            .collect(Collectors.toMap(row -> text(row.get(1)), row -> text(row.get(3))));
    Map<Object, TreeSet<String>> people = new HashMap<>();
    for (DemoTruth.Citizen citizen : truth.citizens()) {
      Object owner = ownerOfRecord.getOrDefault(citizen.firstRecordKey(), "nobody");
      people.computeIfAbsent(owner, any -> new TreeSet<>()).add(citizen.firstRecordKey());
    }
    Map<Object, String> names = new HashMap<>();
    people.forEach((owner, keys) -> names.put(owner, String.join("+", keys)));
    return names;
  }

  @Test
  void everyCitizenIsWhereAndWhatHeMustBe() {
    Map<String, String> tags =
        truth.records().stream()
            .filter(record -> record.source().equals("ehr") && record.citizen() != null)
            .collect(
                Collectors.toMap(
                    record -> text(record.citizen()),
                    record -> record.planted().toString(),
                    (one, other) -> one + other));
    Comparison citizens = new Comparison("citizen");
    for (DemoTruth.Citizen citizen : truth.citizens()) {
      citizens.expect(
          citizen.firstRecordKey(),
          tags.getOrDefault(citizen.firstRecordKey(), ""),
          citizen.communeCode(),
          citizen.districtCode(),
          citizen.managed(),
          citizen.undecided(),
          citizen.managed() && citizen.withImmunization(),
          citizen.managed() && citizen.withEncounter());
    }
    find(citizens, "citizens", 1);
    citizens.check();
  }

  @Test
  void everyCovidDoseIsJudgedAsItMustBe() {
    Map<String, String> tags =
        truth.records().stream()
            .filter(record -> record.source().equals("covid-vaccination"))
            .collect(Collectors.toMap(DemoTruth.Link::key, record -> record.planted().toString()));
    Comparison doses = new Comparison("dose");
    for (DemoTruth.Dose dose : truth.doses()) {
      doses.expect(
          dose.key(),
          tags.getOrDefault(dose.key(), ""),
          dose.status(),
          dose.defects().stream().map(Enum::name).sorted().collect(Collectors.joining(" ")),
          dose.doseNumber());
    }
    find(doses, "doses", 1);
    doses.check();
  }

  @Test
  void everyFileIsTakenWholeOrNotAtAll() {
    Comparison files = new Comparison("file");
    for (DemoTruth.File file : truth.files()) {
      if (file.copyOf() == null) {
        String name = file.path().substring(file.path().indexOf('/') + 1);
        String lines =
            file.quarantinedLines().stream()
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
        files.expect(
            file.source() + " " + name,
            "",
            file.refusedBecause() == null ? "loaded" : "refused",
            file.refusedBecause(),
            file.records(),
            lines.isEmpty() ? null : lines,
            0);
      }
    }
    find(files, "files", 2);
    files.check();
  }

  @Test
  void noRecordDisappearsOnTheWay() {
    Map<String, Integer> arrived =
        truth.files().stream()
            .filter(file -> file.copyOf() == null)
            .collect(
                Collectors.groupingBy(
                    DemoTruth.File::source, Collectors.summingInt(DemoTruth.File::records)));
    Comparison balance = new Comparison("source");
    arrived.forEach((source, records) -> balance.expect(source, "", records, 0, 0, 0));
    balance.expect("correction", "no list was issued", 0, 0, 0, 0);
    find(balance, "balance", 1);
    balance.check();
  }

  private void find(Comparison comparison, String query, int keys) {
    for (List<@Nullable Object> row : rows(query)) {
      String key =
          row.subList(0, keys).stream().map(String::valueOf).collect(Collectors.joining(" "));
      comparison.find(key, row.subList(keys, row.size()).toArray());
    }
  }

  private List<List<@Nullable Object>> rows(String query) {
    return home.rows(DemoHome.NIGHT, query);
  }

  private static String text(@Nullable Object value) {
    return String.valueOf(value);
  }
}
