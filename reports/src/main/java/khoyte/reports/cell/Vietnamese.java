package khoyte.reports.cell;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Numbers and dates as a Vietnamese administrative page writes them: {@code 902.921}, {@code 4,5},
 * {@code 31/12/2022}, {@code 23:59 ngày 31/12/2022}. Nothing depends on the machine's locale.
 */
public final class Vietnamese {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/uuuu", Locale.ROOT);

  private Vietnamese() {}

  public static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value).replace(',', '.');
  }

  /** {@code IV}; from 1 to 39. */
  public static String roman(int value) {
    List<String> ones = List.of("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX");
    return "X".repeat(value / 10) + ones.get(value % 10);
  }

  /** All decimals of the value, after a comma; the whole part is not grouped. */
  public static String decimal(BigDecimal value) {
    return value.toPlainString().replace('.', ',');
  }

  public static String date(LocalDate date) {
    return DATE.format(date);
  }

  public static String dateTime(LocalDateTime dateTime) {
    return DATE_TIME.format(dateTime);
  }

  /**
   * The date under a letterhead: days below 10 and the months 1 and 2 have a zero in front, so that
   * no digit can be added by hand (Nghị định 30/2020/NĐ-CP).
   */
  public static String letterDate(LocalDate date) {
    int month = date.getMonthValue();
    return String.format(
        Locale.ROOT,
        month < 3 ? "ngày %02d tháng %02d năm %d" : "ngày %02d tháng %d năm %d",
        date.getDayOfMonth(),
        month,
        date.getYear());
  }
}
