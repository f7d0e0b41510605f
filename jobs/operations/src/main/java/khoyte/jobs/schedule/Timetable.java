package khoyte.jobs.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import khoyte.jobs.conf.GeneralConf;
import khoyte.jobs.operations.NightRuns;

/**
 * Which nights are due. The night of a day is due on the next day at the start time, whatever the
 * trigger's own idea of when it fired; a missed one is due once.
 */
public record Timetable(LocalTime start, ZoneId zone, int catchUpDays) {

  public static Timetable of(GeneralConf conf) {
    return new Timetable(conf.nightStart(), conf.timeZone(), conf.catchUpDays());
  }

  /** The last day whose night is due. */
  public LocalDate lastDue(Instant now) {
    ZonedDateTime local = now.atZone(zone);
    LocalDate yesterday = local.toLocalDate().minusDays(1);
    return local.toLocalTime().isBefore(start) ? yesterday.minusDays(1) : yesterday;
  }

  /**
   * Days due since the last one that was scheduled, oldest first; of a long absence the last ones.
   */
  public List<LocalDate> due(LocalDate lastScheduled, Instant now) {
    LocalDate end = lastDue(now).plusDays(1);
    LocalDate begin = lastScheduled.plusDays(1);
    LocalDate earliest = end.minusDays(1L + catchUpDays);
    LocalDate from = begin.isBefore(earliest) ? earliest : begin;
    return from.isBefore(end) ? from.datesUntil(end).toList() : List.of();
  }

  /** Days that the scheduler should have run and has not, newest first. */
  public List<LocalDate> missed(NightRuns nights, Instant now) {
    Optional<LocalDate> last = nights.fact(NightRuns.LAST_SCHEDULED).map(LocalDate::parse);
    return last.map(day -> due(day, now)).orElse(List.of()).stream()
        .filter(day -> nights.lastRunOf(day).isEmpty())
        .sorted(java.util.Comparator.reverseOrder())
        .toList();
  }

  /** When the night after the last due one starts. */
  public ZonedDateTime next(Instant now) {
    return ZonedDateTime.of(lastDue(now).plusDays(2), start, zone);
  }
}
