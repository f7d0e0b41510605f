package khoyte.jobs.console;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import khoyte.warehouse.Messages;

/** Dates, times and durations as people write them, in one language and one zone. */
public record Spoken(Messages messages, ZoneId zone) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  /** {@code 31/12/2022}; in English {@code 2022-12-31}. */
  public String day(LocalDate day) {
    return messages == Messages.ENGLISH ? day.toString() : DAY.format(day);
  }

  public String day(Instant instant) {
    return day(instant.atZone(zone).toLocalDate());
  }

  /** {@code 23:59 ngày 31/12/2022}; in English {@code 2022-12-31 23:59}. */
  public String time(Instant instant) {
    ZonedDateTime local = instant.atZone(zone);
    String time = TIME.format(local);
    String day = day(local.toLocalDate());
    return messages == Messages.ENGLISH ? day + " " + time : time + " ngày " + day;
  }

  /** {@code 12,3 giây}, {@code 2 phút 5 giây}, {@code 1 giờ 20 phút}. */
  public String duration(Duration duration) {
    if (duration.toMinutes() == 0) {
      return messages.text("duration.seconds", duration.toMillis() / 100 / 10.0);
    }
    return duration.toHours() == 0
        ? messages.text("duration.minutes", duration.toMinutes(), duration.toSecondsPart())
        : messages.text("duration.hours", duration.toHours(), duration.toMinutesPart());
  }
}
