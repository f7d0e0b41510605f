package khoyte.jobs.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import khoyte.jobs.conf.FileDatePattern;
import khoyte.jobs.conf.SourceConf;
import khoyte.jobs.operations.Delivery;
import khoyte.jobs.operations.LateSource;
import khoyte.warehouse.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatenessTest {
  private static final LocalDate DAY = LocalDate.of(2022, 12, 31);
  private static final Instant LANDED = Instant.parse("2022-12-30T20:00:00Z");
  private static final SourceConf EHR =
      new SourceConf("ehr", "EHR", "ehr", "ehr", new FileDatePattern(""), 2, Map.of());
  private static final SourceConf HIS =
      new SourceConf("his-xml", "HIS", "his-xml", "his", new FileDatePattern(""), 1, Map.of());

  @TempDir Path home;

  @Test
  void aSourceIsLateWhenTheAgreedDelayHasPassed() {
    assertThat(late(EHR, delivery("ehr", "", DAY.minusDays(2)))).isEmpty();
    assertThat(late(EHR, delivery("ehr", "", DAY.minusDays(3))))
        .containsExactly(new LateSource("ehr", "", DAY.minusDays(3), 3));
  }

  @Test
  void aFileOfALaterDayIsNotLate() {
    assertThat(late(EHR, delivery("ehr", "", DAY.plusDays(10)))).isEmpty();
  }

  @Test
  void withoutDateInTheFileTheDayOfLandingCounts() {
    assertThat(late(EHR, delivery("ehr", "", null))).isEmpty();
  }

  @Test
  void aRefusedFileIsNoDelivery() {
    assertThat(late(EHR, new Delivery("ehr", "", null, null, 1)))
        .containsExactly(new LateSource("ehr", "", null, 0));
  }

  @Test
  void aSourceThatNeverDeliveredIsLate() {
    assertThat(late(EHR)).containsExactly(new LateSource("ehr", "", null, 0));
  }

  @Test
  void everyHospitalIsASenderOfItsOwn() throws IOException {
    Files.createDirectories(home.resolve("inbox/his/75003"));

    assertThat(
            late(
                HIS,
                delivery("his-xml", "75001", DAY),
                delivery("his-xml", "75002", DAY.minusDays(2))))
        .containsExactly(
            new LateSource("his-xml", "75002", DAY.minusDays(2), 2),
            new LateSource("his-xml", "75003", null, 0));
  }

  private List<LateSource> late(SourceConf source, Delivery... deliveries) {
    return new Lateness(new Layout(home), ZoneId.of("Asia/Ho_Chi_Minh"))
        .late(DAY, List.of(source), List.of(deliveries));
  }

  private static Delivery delivery(String source, String folder, LocalDate fileDate) {
    return new Delivery(source, folder, fileDate, LANDED, 0);
  }
}
