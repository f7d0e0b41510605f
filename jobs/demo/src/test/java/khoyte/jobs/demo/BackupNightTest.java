package khoyte.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import khoyte.jobs.backup.Backup;
import khoyte.jobs.backup.Restoration;
import khoyte.jobs.backup.Verification;
import khoyte.jobs.demo.DemoTruth.Citizen;
import khoyte.jobs.operations.NightFacts;
import khoyte.jobs.operations.NightSetting;
import khoyte.jobs.operations.Operations;
import khoyte.jobs.step.NightHome;
import khoyte.jobs.step.NightWork;
import khoyte.jobs.step.Senders;
import khoyte.jobs.step.StepCount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.util.FileSystemUtils;

/** Nights in a house that was backed up in one place and restored in another. */
@Tag("slow")
@ExtendWith(DemoHome.Given.class)
class BackupNightTest {
  private static final Path CONF = Path.of("../../conf");
  private static final List<String> QUERIES = List.of("citizens", "records", "doses", "tables");

  private final Path folder;
  private final DemoHome demo;

  BackupNightTest(DemoHome demo) throws IOException {
    this.demo = demo;
    folder = Files.createTempDirectory("khoyte-backup");
  }

  @AfterEach
  void delete() throws IOException {
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (DirectoryNotEmptyException e) {
      // a catalog of Spark keeps its database open until the process ends, which misses its files
      folder.toFile().deleteOnExit();
    }
  }

  @Test
  void aNightIsTheSameWhereverItIsRun() throws Exception {
    NightHome first = restored("first", backup(demo.home(), "of the demo"));
    assertSame(demo.home(), first, DemoHome.NIGHT);
    first.night("2022-12-31");
    assertThat(first.said()).singleElement().asString().endsWith("không làm gì thêm.");

    Citizen citizen = demo.truth().citizens().get(0);
    send(first, citizen);
    Path during = folder.resolve("during a night");
    first.work = (setting, operations) -> backedUpBeforePublication(setting, operations, during);
    first.night("2022-12-31");
    assertThat(new Verification(first.setting()).ofWarehouse().damaged()).isEmpty();

    NightHome second = restored("second", during);
    assertSame(demo.home(), second, DemoHome.NIGHT);
    second.night("2022-12-31");
    assertThat(second.said()).first().isEqualTo("Phiên đêm 31/12/2022: bắt đầu.");
    assertSame(first, second, "2022-12-31.v2");
    assertThat(new Verification(second.setting()).ofWarehouse().damaged()).isEmpty();
    for (String report : List.of("ho-so-suc-khoe.csv", "tiem-chung-covid.csv")) {
      LocalDate asOf = LocalDate.of(2022, 12, 31);
      assertThat(second.layout.reports(asOf).resolve(report))
          .hasSameBinaryContentAs(first.layout.reports(asOf).resolve(report));
    }
  }

  /** The house, with a backup of it while the night's file is being made. */
  private static NightWork backedUpBeforePublication(
      NightSetting setting, Operations operations, Path place) {
    return new NightWork(setting, operations) {
      @Override
      public StepCount marts(NightFacts night) {
        assertThat(new Backup(setting, CONF).to(place.toString()).damaged()).isEmpty();
        return super.marts(night);
      }
    };
  }

  private Path backup(NightHome home, String name) {
    Path place = folder.resolve(name);
    assertThat(new Backup(home.setting(), CONF).to(place.toString()).damaged()).isEmpty();
    return place;
  }

  private NightHome restored(String name, Path place) {
    NightHome home = new NightHome(folder.resolve(name));
    Restoration.Done done = new Restoration(home.setting()).from(place.toString());
    assertThat(done.damaged()).isEmpty();
    assertThat(new Verification(home.setting()).ofWarehouse().damaged()).isEmpty();
    return home;
  }

  private static void send(NightHome home, Citizen dead) throws Exception {
    Files.createDirectories(home.layout.inbox().resolve("ehr"));
    home.send(
        "ehr/ehr_20230110_75.csv",
        Senders.lines(
            Senders.HEALTH_RECORD,
            "%s,,,%s,,,,,,%s,,75,,01/03/2021,10/01/2023,3"
                .formatted(dead.firstRecordKey(), dead.name(), dead.communeCode())));
  }

  private static void assertSame(NightHome one, NightHome other, String night) {
    for (String query : QUERIES) {
      List<String> rows = sorted(one, night, query);
      assertThat(rows).isNotEmpty();
      assertThat(sorted(other, night, query)).as(query).isEqualTo(rows);
    }
  }

  private static List<String> sorted(NightHome home, String night, String query) {
    return home.rows(night, query).stream().map(String::valueOf).sorted().toList();
  }
}
