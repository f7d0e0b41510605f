package khoyte.jobs.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A backup that is killed leaves the backups before it as they were. */
class KilledBackupTest {
  @TempDir Path folder;

  /** At the first file; in the middle; when all files are there and the list is not. */
  @ParameterizedTest
  @ValueSource(ints = {2, 12, 21})
  void theBackupBeforeIsRestored(int look) throws IOException, InterruptedException {
    SmallWarehouse warehouse = SmallWarehouse.in(folder);
    Path place = folder.resolve("backup");
    warehouse.night("2022-12-31.v1");
    assertThat(warehouse.khoyte("backup", place.toString()).code()).isZero();
    TreeMap<String, String> before = SmallWarehouse.files(place, "");
    warehouse.night("2023-01-01.v1");

    assertThat(killed(warehouse, place, look)).isEqualTo(137);

    assertThat(SmallWarehouse.files(place, "")).containsAllEntriesOf(before);
    assertThat(SmallWarehouse.files(place.resolve("states"), "")).hasSize(1);
    assertThat(warehouse.khoyte("verify", place.toString()).code()).isZero();
    SmallWarehouse restored = new SmallWarehouse(folder.resolve("restored"), warehouse.conf);
    assertThat(restored.khoyte("restore", place.toString()).out())
        .contains("phiên đêm mới nhất: 2022-12-31.v1.");
    assertThat(restored.khoyte("verify").code()).isZero();
    assertThat(warehouse.khoyte("backup", place.toString()).code()).isZero();
    assertThat(warehouse.khoyte("verify", place.toString()).code()).isZero();
    assertThat(SmallWarehouse.files(place.resolve("states"), "")).hasSize(2);
  }

  private int killed(SmallWarehouse warehouse, Path place, int look)
      throws IOException, InterruptedException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "-XX:TieredStopAtLevel=1",
            KilledBackup.class.getName(),
            warehouse.layout.home().toString(),
            warehouse.conf.toString(),
            place.toString(),
            String.valueOf(look))
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("killed.txt").toFile())
        .start()
        .waitFor();
  }
}
