package khoyte.jobs.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A version of a visit, ready to be put into tables.
 *
 * @param settled null while the visit is open
 */
record VisitRow(
    Hospital hospital,
    String key,
    Writing person,
    LocalDateTime in,
    LocalDateTime out,
    @Nullable LocalDateTime settled,
    boolean inpatient,
    int diagnosis,
    int otherDiagnosis,
    int drugs,
    int services,
    int results,
    long examination) {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyyMMddHHmm", Locale.ROOT);
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  static String minute(LocalDateTime time) {
    return time.format(MINUTE);
  }

  static String day(LocalDate day) {
    return day.format(DAY);
  }

  String settledText() {
    return settled == null ? "" : minute(settled);
  }

  long stay() {
    return inpatient ? out.toLocalDate().toEpochDay() - in.toLocalDate().toEpochDay() + 1 : 0;
  }
}
