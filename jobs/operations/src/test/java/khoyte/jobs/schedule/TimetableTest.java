package khoyte.jobs.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TimetableTest {
  private static final ZoneId VIET_NAM = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final LocalDate DEC_30 = LocalDate.of(2022, 12, 30);
  private static final LocalDate DEC_31 = LocalDate.of(2022, 12, 31);

  private final Timetable timetable = new Timetable(LocalTime.of(0, 30), VIET_NAM, 7);

  @Test
  void theNightOfADayIsDueOnTheNextDayAtTheStartTime() {
    assertThat(timetable.lastDue(at("2023-01-01T00:29:59"))).isEqualTo(DEC_30);
    assertThat(timetable.lastDue(at("2023-01-01T00:30:00"))).isEqualTo(DEC_31);
    assertThat(timetable.lastDue(at("2023-01-01T23:59:59"))).isEqualTo(DEC_31);
  }

  @Test
  void theDateDoesNotDependOnWhenTheTriggerFires() {
    assertThat(timetable.due(DEC_30, at("2023-01-01T00:30:00"))).containsExactly(DEC_31);
    assertThat(timetable.due(DEC_30, at("2023-01-01T17:00:00"))).containsExactly(DEC_31);
  }

  @Test
  void whatWasScheduledIsNotDueAgain() {
    assertThat(timetable.due(DEC_31, at("2023-01-01T12:00:00"))).isEmpty();
  }

  @Test
  void everyMissedDateIsDueOnceOldestFirst() {
    assertThat(timetable.due(DEC_30, at("2023-01-03T12:00:00")))
        .containsExactly(DEC_31, LocalDate.of(2023, 1, 1), LocalDate.of(2023, 1, 2));
  }

  @Test
  void ofALongAbsenceOnlyTheLastNightsAreMadeGood() {
    assertThat(timetable.due(LocalDate.of(2022, 1, 1), at("2023-01-01T12:00:00")))
        .hasSize(8)
        .startsWith(LocalDate.of(2022, 12, 24))
        .endsWith(DEC_31);
  }

  @Test
  void theNextNightStartsAtTheStartTimeOfTheZone() {
    assertThat(timetable.next(at("2023-01-01T12:00:00")).toString())
        .isEqualTo("2023-01-02T00:30+07:00[Asia/Ho_Chi_Minh]");
  }

  private static Instant at(String local) {
    return java.time.LocalDateTime.parse(local).atZone(VIET_NAM).toInstant();
  }
}
