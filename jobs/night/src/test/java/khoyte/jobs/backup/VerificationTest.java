package khoyte.jobs.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import khoyte.jobs.backup.SmallWarehouse.Answer;
import khoyte.jobs.operations.FileOutcome;
import khoyte.jobs.operations.Operations;
import khoyte.warehouse.NightId;
import khoyte.warehouse.lake.Lake;
import khoyte.warehouse.lake.WrittenFile;
import khoyte.warehouse.table.ResolvedTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationTest {
  @TempDir Path folder;
  private SmallWarehouse warehouse;

  @BeforeEach
  void aNight() throws IOException {
    warehouse = SmallWarehouse.in(folder);
    warehouse.night("2022-12-31.v1");
  }

  @Test
  void aWarehouseAsItWasWrittenIsWhole() throws IOException {
    Answer answer = warehouse.khoyte("verify");

    assertThat(answer).isEqualTo(new Answer(0, "Đã kiểm tra 8 tệp: nguyên vẹn.\n", ""));
    warehouse.night("2023-01-01.v1");
    assertThat(warehouse.khoyte("verify").code()).isZero();
    assertThat(warehouse.layout.work()).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "landing/../[0-9a-f]{64}",
        "lake/health/citizen/data/part-.*\\.parquet",
        "lake/health/citizen/metadata/.*-m0\\.avro",
        "lake/health/citizen/metadata/snap-.*\\.avro",
        "lake/health/citizen/metadata/00002-.*\\.metadata\\.json",
        "warehouse/2022-12-31\\.v1\\.duckdb",
        "out/reports/2022-12-31/v1/ho-so-suc-khoe\\.csv",
      })
  void aFileThatIsNotWhatItWasIsNamed(String kind) throws IOException {
    Path file = file(kind);
    byte[] before = Files.readAllBytes(file);
    String name = warehouse.layout.name(file);
    Answer changed =
        new Answer(1, "", "Tệp " + name + ": sai mã kiểm tra; khôi phục bằng khoyte restore.\n");

    SmallWarehouse.flip(file);
    assertThat(warehouse.khoyte("verify")).isEqualTo(changed);
    Files.write(file, before);
    SmallWarehouse.cut(file);
    assertThat(warehouse.khoyte("verify")).isEqualTo(changed);
    Files.delete(file);
    assertThat(warehouse.khoyte("verify"))
        .isEqualTo(
            new Answer(1, "", "Tệp " + name + ": không còn; khôi phục bằng khoyte restore.\n"));
    Files.write(file, before);
    assertThat(warehouse.khoyte("verify").code()).isZero();
  }

  @Test
  void whatAnUnfinishedNightWroteIsCheckedByItsSize() throws IOException {
    WrittenFile appended;
    WrittenFile waiting;
    try (Operations operations = warehouse.operations();
        Lake lake = Lake.open(operations.lake())) {
      appended = warehouse.write(lake, "appended");
      lake.append(ResolvedTables.CITIZEN, List.of(appended), "run-2");
      waiting = warehouse.write(lake, "waiting");
      operations
          .files()
          .keep(
              operations.files().unread(9).get(0),
              new FileOutcome(null, 1, 1, 0, null, List.of(), List.of(waiting), null));
    }
    assertThat(warehouse.khoyte("verify").code()).isZero();

    SmallWarehouse.cut(warehouse.layout.lake().resolve(appended.path()));
    Files.delete(warehouse.layout.lake().resolve(waiting.path()));

    assertThat(warehouse.khoyte("verify").err().lines())
        .containsExactlyInAnyOrder(
            "Tệp lake/" + appended.path() + ": sai mã kiểm tra; khôi phục bằng khoyte restore.",
            "Tệp lake/" + waiting.path() + ": không còn; khôi phục bằng khoyte restore.");
  }

  @Test
  void metadataThatNobodyRecordedAndCannotBeReadIsNamed() throws IOException {
    try (Operations operations = warehouse.operations();
        Lake lake = Lake.open(operations.lake())) {
      lake.append(ResolvedTables.CITIZEN, List.of(warehouse.write(lake, "k")), "run-2");
    }
    Path newest = file("lake/health/citizen/metadata/00003-.*\\.metadata\\.json");
    Files.writeString(newest, "{");

    assertThat(warehouse.khoyte("verify").err())
        .isEqualTo(
            "Tệp "
                + warehouse.layout.name(newest)
                + ": sai mã kiểm tra; khôi phục bằng khoyte restore.\n");
  }

  @Test
  void thePointerNamesANightThatIsThere() throws IOException {
    Files.writeString(warehouse.layout.currentPointer(), "2022-12-31.v2.duckdb\n");
    assertThat(warehouse.khoyte("verify").err())
        .isEqualTo("Tệp warehouse/current: sai mã kiểm tra; khôi phục bằng khoyte restore.\n");

    Files.delete(warehouse.layout.currentPointer());
    assertThat(warehouse.khoyte("verify").err())
        .isEqualTo("Tệp warehouse/current: không còn; khôi phục bằng khoyte restore.\n");
  }

  @Test
  void aNightThatIsNoLongerKeptIsNotMissed() throws IOException {
    NightId night = warehouse.night("2023-03-05.v1");
    warehouse.configure("daily-days: 30", "daily-days: 1");
    warehouse.night("2022-12-30.v1");

    warehouse.clear(night);

    assertThat(warehouse.layout.nightFile(NightId.parse("2022-12-30.v1"))).doesNotExist();
    assertThat(warehouse.khoyte("verify").code()).isZero();
  }

  private Path file(String name) throws IOException {
    Path home = warehouse.layout.home();
    try (Stream<Path> files = Files.walk(home)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> home.relativize(file).toString().matches(name))
          .findFirst()
          .orElseThrow(() -> new AssertionError(name));
    }
  }
}
