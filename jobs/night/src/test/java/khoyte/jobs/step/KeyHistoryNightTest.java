package khoyte.jobs.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import khoyte.jobs.backup.Backup;
import khoyte.jobs.backup.Restoration;
import khoyte.jobs.conf.BuildInfo;
import khoyte.jobs.operations.NightFacts;
import khoyte.jobs.operations.NightSetting;
import khoyte.jobs.operations.Operations;
import khoyte.jobs.operations.RecordBalance;
import khoyte.warehouse.NightId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** The history of keys over nights that are cut off, resumed, repeated, cleared away, restored. */
@Tag("slow")
class KeyHistoryNightTest {
  private static final LocalDate AS_OF = LocalDate.of(2022, 12, 31);
  private static final String PERSON =
      "%s,%s,,Hồ Văn An,01/01/1980,1,%s,,,26050,,75,,01/03/2021,%s,1";
  private static final List<@Nullable Object> MERGED =
      Arrays.asList(AS_OF, 2, 1L, "merged", "citizen_id", null, 1L);
  private static final List<@Nullable Object> CUT =
      Arrays.asList(LocalDate.of(2023, 3, 1), 1, 1L, "split", null, "citizen_id", 1L);

  private final Path folder;

  KeyHistoryNightTest() throws IOException {
    folder = Files.createTempDirectory("khoyte-keys");
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
  void whateverHappensToANightAKeyIsFollowedOnce() throws Exception {
    NightHome home = new NightHome(folder.resolve("first"));
    Files.createDirectories(home.layout.inbox().resolve("ehr"));
    arrives(home, "1", person("HS1", "075080000101", "7500000001", "02/03/2021"));
    arrives(home, "2", person("HS2", "", "7500000002", "02/03/2021"));
    home.night("2022-12-31");
    assertThat(home.rows("2022-12-31.v1", "keys")).isEmpty();

    arrives(home, "3", person("HS2", "075080000101", "7500000002", "02/04/2021"));
    home.work = KeyHistoryNightTest::cutOffAfterResolution;
    assertThatThrownBy(() -> home.night("2022-12-31")).hasMessageContaining("cut off");
    home.work = NightWork::new;
    home.night("2022-12-31");
    assertThat(home.rows("2022-12-31.v2", "keys")).containsExactly(MERGED);
    assertThat(home.rows("2022-12-31.v2", "successors"))
        .containsExactly(List.of("HS1"), List.of("HS2"));

    // Another program resolves everything, and is cut off as well; then the nights before go.
    home.build = new BuildInfo("1.0.1", "b1b2c3d");
    home.now = home.now.plus(Duration.ofDays(90));
    arrives(home, "4", person("HS2", "075080000108", "7500000002", "02/05/2021"));
    home.work = KeyHistoryNightTest::cutOffAfterResolution;
    assertThatThrownBy(() -> home.night("2023-03-01")).hasMessageContaining("cut off");
    home.work = NightWork::new;
    home.night("2023-03-01");
    assertThat(home.layout.nightFile(NightId.parse("2022-12-31.v1"))).doesNotExist();
    assertThat(home.rows("2023-03-01.v1", "keys")).containsExactly(MERGED, CUT);

    Path place = folder.resolve("backup");
    assertThat(new Backup(home.setting(), Path.of("../../conf")).to(place.toString()).damaged())
        .isEmpty();
    NightHome second = new NightHome(folder.resolve("second"));
    assertThat(new Restoration(second.setting()).from(place.toString()).damaged()).isEmpty();
    assertThat(second.rows("2023-03-01.v1", "keys")).containsExactly(MERGED, CUT);
  }

  private static void arrives(NightHome home, String name, String record) {
    home.send(
        "ehr/ehr_20210702_%s.csv".formatted(name), Senders.lines(Senders.HEALTH_RECORD, record));
  }

  private static String person(String maHssk, String id, String insurance, String updated) {
    return PERSON.formatted(maHssk, id, insurance, updated);
  }

  /** The house on a machine that stops when all tables of the night are written. */
  private static NightWork cutOffAfterResolution(NightSetting setting, Operations operations) {
    return new NightWork(setting, operations) {
      @Override
      public List<RecordBalance> resolve(NightFacts night) {
        super.resolve(night);
        throw new IllegalStateException("cut off");
      }
    };
  }
}
