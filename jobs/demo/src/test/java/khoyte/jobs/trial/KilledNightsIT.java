package khoyte.jobs.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import khoyte.jobs.demo.Edition;
import khoyte.jobs.trial.KilledNights.Moment;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** The built program, killed where it hurts; {@code make kills} tries a hundred moments. */
@Tag("slow")
@Tag("long")
class KilledNightsIT {
  private static final Path PROGRAM = Path.of("../bin/khoyte").toAbsolutePath();

  @TempDir Path folder;

  @Test
  void aNightThatIsKilledPublishesWhatAnUndisturbedOneDoes() throws Exception {
    KilledNights nights = new KilledNights(PROGRAM, folder);
    Path undisturbed = folder.resolve("undisturbed");
    Path killed = folder.resolve("killed");
    KilledNights.send(undisturbed, Edition.FIRST);
    FileSystemUtils.copyRecursively(undisturbed, killed);
    KilledNights.Undisturbed expected = nights.undisturbed(undisturbed);
    // The same secret, so that the pseudonyms are the same.
    FileSystemUtils.copyRecursively(undisturbed.resolve("secret"), killed.resolve("secret"));
    assertThat(expected.steps()).containsKeys("Đọc và chuẩn hóa", "Làm sạch", "Kiểm tra");

    List<Moment> moments = List.of(new Moment("Làm sạch", 300), new Moment("Kiểm tra", 20));

    assertThat(nights.killed(killed, moments, expected.figures())).isEmpty();
  }
}
