package khoyte.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import khoyte.jobs.demo.DemoTruth.Citizen;
import khoyte.warehouse.table.CovidDefect;
import khoyte.warehouse.table.LinkState;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoProvinceTest {
  private static final Planted[] OF_EVERY_PROVINCE =
      Arrays.stream(Planted.values()).filter(trap -> !trap.isHard()).toArray(Planted[]::new);

  @TempDir static Path inbox;
  private static DemoTruth truth;

  @BeforeAll
  static void write() {
    truth = DemoProvince.writeWithRecords(0.002, 20221231, inbox);
  }

  @Test
  void theSameScaleAndSeedGiveTheSameBytes(@TempDir Path again) {
    DemoTruth other = DemoProvince.write(0.002, 20221231, Edition.FIRST, again);
    assertThat(other.files()).isEqualTo(truth.files());
    assertThat(other.planted()).isEqualTo(truth.planted());
    assertThat(other.citizens()).isEmpty();
    for (String path : paths(inbox)) {
      assertThat(again.resolve(path)).hasSameBinaryContentAs(inbox.resolve(path));
    }
  }

  @Test
  void theTruthListsEveryFileOfTheInbox() {
    assertThat(truth.files().stream().map(DemoTruth.File::path).sorted().toList())
        .isEqualTo(paths(inbox));
  }

  private static List<String> paths(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyTrapIsPlantedWhateverTheSeed(@TempDir Path other) {
    assertThat(truth.planted()).containsOnlyKeys(OF_EVERY_PROVINCE);
    assertThat(DemoProvince.write(0.002, 11, Edition.FIRST, other).planted())
        .containsOnlyKeys(OF_EVERY_PROVINCE);
  }

  @Test
  void everyDefectOfTheContractIsPlanted() {
    Set<CovidDefect> planted = new HashSet<>();
    truth.doses().forEach(dose -> planted.addAll(dose.defects()));
    assertThat(planted).containsExactlyInAnyOrder(CovidDefect.values());
  }

  @Test
  void theCitizensMakeTheFirstTable() {
    assertThat(byDistrict(Citizen::managed)).isEqualTo(figures(DistrictFigures::managed));
    assertThat(byDistrict(c -> c.managed() && c.withImmunization()))
        .isEqualTo(figures(DistrictFigures::withImmunization));
    assertThat(byDistrict(c -> c.managed() && c.withEncounter()))
        .isEqualTo(figures(DistrictFigures::withEncounter));
  }

  @Test
  void theDosesMakeTheSecondTable() {
    Map<String, String> districts = new HashMap<>();
    truth.citizens().forEach(c -> districts.put(c.firstRecordKey(), c.districtCode()));
    Map<String, String> citizens = new HashMap<>();
    truth.records().forEach(record -> citizens.put(record.key(), record.citizen()));
    Map<String, Integer> cleaned = new TreeMap<>();
    for (DemoTruth.Dose dose : truth.doses()) {
      if (dose.status().equals("cleaned")) {
        cleaned.merge(districts.get(citizens.get(dose.key())), 1, Integer::sum);
      }
    }
    assertThat(cleaned).isEqualTo(figures(DistrictFigures::cleanedDoses));
  }

  private static Map<String, Integer> byDistrict(Predicate<Citizen> counted) {
    Map<String, Integer> counts = new TreeMap<>();
    truth.citizens().stream()
        .filter(counted)
        .forEach(citizen -> counts.merge(citizen.districtCode(), 1, Integer::sum));
    return counts;
  }

  private interface Figure {
    int of(DistrictFigures district);
  }

  private static Map<String, Integer> figures(Figure figure) {
    Map<String, Integer> figures = new TreeMap<>();
    truth.districts().forEach(d -> figures.put(d.districtCode(), figure.of(d)));
    return figures;
  }

  @Test
  void whoCountsAsWithEncounterIsFoundByAVisit() {
    Set<String> visited = new HashSet<>();
    for (DemoTruth.Link record : truth.records()) {
      boolean after =
          record.planted().contains(Planted.VISIT_AFTER_REPORT)
              || record.planted().contains(Planted.VISIT_CORRECTED_TO_AFTER_REPORT);
      if (record.source().equals("his-xml") && record.link() == LinkState.RESOLVED && !after) {
        visited.add(record.citizen());
      }
    }
    for (Citizen citizen : truth.citizens()) {
      if (citizen.managed()) {
        assertThat(visited.contains(citizen.firstRecordKey()))
            .as(citizen.firstRecordKey())
            .isEqualTo(citizen.withEncounter());
      }
    }
  }

  @Test
  void noTwoCitizensShareAnIdUnlessTheyAreCastSo() {
    Map<String, Integer> holders = new HashMap<>();
    for (Citizen citizen : truth.citizens()) {
      String id = citizen.citizenId();
      if (id != null) {
        assertThat(Numbers.isValidStructure(Long.parseLong(id))).as(id).isTrue();
        holders.merge(id, 1, Integer::sum);
      }
    }
    assertThat(holders.values().stream().filter(count -> count > 1)).containsExactly(2);
  }

  @Test
  void everyRecordKeyStandsOnceAmongTheCurrentOnes() {
    List<String> keys = new ArrayList<>();
    truth.records().forEach(record -> keys.add(record.source() + " " + record.key()));
    assertThat(keys).doesNotHaveDuplicates();
    Set<String> citizens = new HashSet<>();
    truth.citizens().forEach(citizen -> citizens.add(citizen.firstRecordKey()));
    assertThat(truth.records())
        .allMatch(record -> (record.link() == LinkState.RESOLVED) == (record.citizen() != null))
        .allMatch(record -> record.citizen() == null || citizens.contains(record.citizen()));
  }

  @Test
  void copiesAreTheSameBytesUnderAnotherName() {
    List<DemoTruth.File> copies =
        truth.files().stream().filter(file -> file.copyOf() != null).toList();
    assertThat(copies)
        .extracting(DemoTruth.File::path)
        .containsExactly("ehr/ehr_20230105_gui-lai.csv", "his/75004/75004_20220703_gui-lai.xml");
    for (DemoTruth.File copy : copies) {
      assertThat(inbox.resolve(copy.path()))
          .hasSameBinaryContentAs(inbox.resolve(String.valueOf(copy.copyOf())));
    }
  }
}
