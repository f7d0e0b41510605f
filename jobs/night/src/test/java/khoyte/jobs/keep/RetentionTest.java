package khoyte.jobs.keep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import khoyte.jobs.backup.SmallWarehouse;
import khoyte.jobs.operations.FileOutcome;
import khoyte.jobs.operations.Operations;
import khoyte.jobs.operations.ProcessLock;
import khoyte.warehouse.NightId;
import khoyte.warehouse.WholeFile;
import khoyte.warehouse.lake.Lake;
import khoyte.warehouse.lake.WrittenFile;
import khoyte.warehouse.night.Publication;
import khoyte.warehouse.table.ResolvedTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
  @TempDir Path folder;
  private SmallWarehouse warehouse;

  @BeforeEach
  void oneNightIsKept() throws IOException {
    warehouse = SmallWarehouse.in(folder);
    warehouse.configure("daily-days: 30", "daily-days: 1");
    warehouse.configure("monthly-months: 24", "monthly-months: 0");
  }

  @Test
  void aNightThatIsNotKeptGoesAndWhatStaysIsWhole() throws IOException {
    NightId first = warehouse.night("2023-01-01.v1");
    NightId second = warehouse.night("2023-01-02.v1");

    warehouse.clear(second);

    assertThat(nights()).containsExactly(second);
    assertThat(warehouse.lakeFiles(second)).hasSize(2);
    try (Operations operations = warehouse.operations();
        Lake lake = Lake.open(operations.lake())) {
      assertThat(operations.keeping().isRetired(first)).isTrue();
      assertThat(lake.snapshotOf(ResolvedTables.CITIZEN, first)).isEmpty();
      assertThat(operations.keeping().files())
          .extracting(file -> file.name())
          .doesNotContain("warehouse/2023-01-01.v1.duckdb")
          .contains(
              "warehouse/2023-01-02.v1.duckdb", "out/reports/2023-01-01/v1/ho-so-suc-khoe.csv");
    }
    assertThat(warehouse.layout.reports(first).resolve("ho-so-suc-khoe.csv")).exists();
    assertThat(warehouse.khoyte("verify").code()).isZero();
    TreeMap<String, String> files = warehouse.files();
    warehouse.clear(second);
    assertThat(warehouse.khoyte("verify").code()).isZero();
    assertThat(warehouse.files()).isEqualTo(files);
  }

  @Test
  void theNewestWorkIsKeptWhateverItsDate() throws IOException {
    NightId current = warehouse.night("2023-01-02.v1");
    NightId filledIn = warehouse.night("2022-03-05.v1");
    NightId lastOfTheYear = warehouse.night("2022-12-31.v1");

    warehouse.clear(filledIn);
    assertThat(nights()).containsExactly(filledIn, lastOfTheYear, current);

    warehouse.clear(current);
    assertThat(nights()).containsExactly(lastOfTheYear, current);
  }

  @Test
  void aNightIssuedUnderADateIsKept() throws IOException {
    NightId issued = warehouse.night("2023-01-01.v1");
    NightId current = warehouse.night("2023-01-02.v1");
    try (Operations operations = warehouse.operations()) {
      operations.keeping().issue(issued);
      operations.keeping().issue(issued);
    }

    warehouse.clear(current);

    assertThat(nights()).containsExactly(issued, current);
  }

  @Test
  void whileFilesAreReadNothingGoes() throws IOException {
    NightId first = warehouse.night("2023-01-01.v1");
    NightId second = warehouse.night("2023-01-02.v1");
    try (ProcessLock reading = KeepingLock.shared(warehouse.layout)) {
      warehouse.clear(second);
      assertThat(nights()).containsExactly(first, second);
    }

    warehouse.clear(second);
    assertThat(nights()).containsExactly(second);
  }

  @Test
  void whatIsAboutToBeAppendedStaysAndStraysGo() throws IOException {
    NightId night = warehouse.night("2023-01-02.v1");
    WrittenFile waiting;
    WrittenFile stray;
    WrittenFile young;
    try (Operations operations = warehouse.operations();
        Lake lake = Lake.open(operations.lake())) {
      waiting = warehouse.write(lake, "waiting");
      stray = warehouse.write(lake, "stray");
      young = warehouse.write(lake, "young");
      operations
          .files()
          .keep(
              operations.files().unread(9).get(0),
              new FileOutcome(null, 1, 1, 0, null, List.of(), List.of(waiting), null));
    }
    age(warehouse.layout.lake().resolve(waiting.path()), Duration.ofDays(4));
    age(warehouse.layout.lake().resolve(stray.path()), Duration.ofDays(4));
    age(warehouse.layout.lake().resolve(young.path()), Duration.ofDays(2));

    warehouse.clear(night);

    assertThat(warehouse.layout.lake().resolve(waiting.path())).exists();
    assertThat(warehouse.layout.lake().resolve(stray.path())).doesNotExist();
    assertThat(warehouse.layout.lake().resolve(young.path())).exists();
  }

  /** The snapshot tells whether the lake has taken a commit that the manifest still holds open. */
  @Test
  void withACommitOpenTheLakeForgetsNothing() throws IOException {
    NightId first = warehouse.night("2023-01-01.v1");
    NightId second = warehouse.night("2023-01-02.v1");
    try (Operations operations = warehouse.operations();
        Lake lake = Lake.open(operations.lake())) {
      WrittenFile appended = warehouse.write(lake, "appended");
      operations
          .files()
          .keep(
              operations.files().unread(9).get(0),
              new FileOutcome(null, 1, 1, 0, null, List.of(), List.of(appended), null));
      operations.files().assignCommit("run-3");
      lake.append(ResolvedTables.CITIZEN, List.of(appended), "run-3");
      lake.append(ResolvedTables.CITIZEN, List.of(warehouse.write(lake, "later")), "run-4");

      warehouse.clear(second);

      assertThat(lake.append(ResolvedTables.CITIZEN, List.of(appended), "run-3"))
          .isNotEqualTo(lake.currentSnapshot(ResolvedTables.CITIZEN));
      assertThat(lake.snapshotOf(ResolvedTables.CITIZEN, first)).isPresent();
    }
    assertThat(nights()).containsExactly(second);
  }

  @Test
  void theWorkingFolderIsClearedOfWhatNightsLeft() throws IOException {
    NightId night = warehouse.night("2023-01-02.v1");
    Path work = warehouse.layout.work();
    Files.createDirectories(work.resolve("night-2023-01-01.v1/kept"));
    Files.writeString(work.resolve("2023-01-01.v1.duckdb"), "half");
    Files.writeString(work.resolve("2023-01-01.v1.duckdb.wal"), "half");
    Files.createDirectories(work.resolve("build"));
    Files.createDirectories(work.resolve("query-of-somebody"));
    age(work.resolve("query-of-somebody"), Duration.ofDays(1));
    Files.createDirectories(work.resolve("query-forgotten"));
    age(work.resolve("query-forgotten"), Duration.ofDays(4));

    warehouse.clear(night);

    try (var left = Files.list(work)) {
      assertThat(left).containsExactly(work.resolve("query-of-somebody"));
    }
  }

  @Test
  void whatWasCutOffWhileItWasWrittenGoesWhenItIsOld() throws IOException {
    NightId night = warehouse.night("2023-01-02.v1");
    Path landing = warehouse.layout.landing();
    Path old = Files.writeString(WholeFile.unfinished(landing.resolve("ehr")), "half");
    age(old, Duration.ofDays(4));
    Path young = Files.writeString(WholeFile.unfinished(landing.resolve("ehr")), "half");
    age(young, Duration.ofDays(1));
    Path report = WholeFile.unfinished(warehouse.layout.reports(night).resolve("x.pdf"));
    age(Files.writeString(report, "half"), Duration.ofDays(4));

    warehouse.clear(night);

    assertThat(old).doesNotExist();
    assertThat(report).doesNotExist();
    assertThat(young).exists();
  }

  private void age(Path file, Duration age) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(warehouse.now.minus(age)));
  }

  private List<NightId> nights() {
    return new Publication(warehouse.layout).nights();
  }
}
