package khoyte.pipelines.read.xlsx;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/** Numbers of a sheet as a person would have typed them. */
final class NumberText {
  private static final int MOST_PLAIN_DIGITS = 40;
  private static final double LAST_DAY = 2_958_465;
  private static final int LEAP_BUG = 60;
  private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
  private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");

  private NumberText() {}

  /** Digits without exponent and without zeros behind the point. */
  static String plain(String written) {
    boolean areDigits = true;
    for (int i = 0; i < written.length(); i++) {
      areDigits &= written.charAt(i) >= '0' && written.charAt(i) <= '9';
    }
    if (areDigits) {
      return written;
    }
    try {
      BigDecimal number = new BigDecimal(written.strip()).stripTrailingZeros();
      boolean isHuge =
          Math.abs((long) number.scale()) > MOST_PLAIN_DIGITS
              || number.precision() > MOST_PLAIN_DIGITS;
      return isHuge ? written : number.toPlainString();
    } catch (NumberFormatException e) {
      return written;
    }
  }

  /** Day count of a date cell as {@code dd/MM/yyyy}, with a time if it has one. */
  static String date(String written, boolean is1904) {
    double days;
    try {
      days = Double.parseDouble(written);
    } catch (NumberFormatException e) {
      return written;
    }
    if (!(days >= 0 && days <= LAST_DAY)) {
      return plain(written);
    }
    long day = (long) days;
    LocalDate epoch = is1904 ? EPOCH_1904 : day < LEAP_BUG ? EPOCH.plusDays(1) : EPOCH;
    long seconds = Math.round((days - day) * Duration.ofDays(1).toSeconds());
    return text(epoch.plusDays(day).atStartOfDay().plusSeconds(seconds));
  }

  static String text(LocalDateTime moment) {
    return moment.format(moment.toLocalTime().equals(LocalTime.MIDNIGHT) ? DAY : MOMENT);
  }
}
