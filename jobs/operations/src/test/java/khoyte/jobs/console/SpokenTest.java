package khoyte.jobs.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import khoyte.warehouse.Messages;
import org.junit.jupiter.api.Test;

class SpokenTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Instant TIME = Instant.parse("2022-12-31T16:59:30Z");

  @Test
  void inVietnamese() {
    Spoken spoken = new Spoken(Messages.VIETNAMESE, ZONE);

    assertThat(spoken.day(LocalDate.of(2022, 12, 31))).isEqualTo("31/12/2022");
    assertThat(spoken.time(TIME)).isEqualTo("23:59 ngày 31/12/2022");
    assertThat(spoken.duration(Duration.ofMillis(12_345))).isEqualTo("12,3 giây");
    assertThat(spoken.duration(Duration.ofSeconds(125))).isEqualTo("2 phút 5 giây");
    assertThat(spoken.duration(Duration.ofMinutes(80))).isEqualTo("1 giờ 20 phút");
  }

  @Test
  void inEnglish() {
    Spoken spoken = new Spoken(Messages.ENGLISH, ZONE);

    assertThat(spoken.day(LocalDate.of(2022, 12, 31))).isEqualTo("2022-12-31");
    assertThat(spoken.time(TIME)).isEqualTo("2022-12-31 23:59");
    assertThat(spoken.duration(Duration.ofMillis(12_345))).isEqualTo("12.3 s");
  }
}
