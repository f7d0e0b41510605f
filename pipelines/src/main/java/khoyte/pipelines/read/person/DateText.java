package khoyte.pipelines.read.person;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import khoyte.pipelines.read.text.VietnameseText;
import org.jspecify.annotations.Nullable;

/**
 * A date as senders write it: {@code d/M/yyyy} with {@code /}, {@code -} or {@code .}, {@code
 * yyyy-MM-dd}, {@code yyyyMMdd}, each with a time or without; also {@code yyyyMMddHHmm[ss]}. Only
 * real dates are read, and none outside the years 1850 to 2199. Nothing is guessed: a year of two
 * digits and the day count of a spreadsheet are no dates, and the month comes before the day only
 * where the column has that order (see {@link DateVotes}).
 */
public final class DateText {
  private static final int FIRST_YEAR = 1850;
  private static final int LAST_YEAR = 2199;
  private static final int MOST_DIGITS = 14;

  private DateText() {}

  /** The day, or null if it cannot be read. */
  public static @Nullable LocalDate day(@Nullable String text) {
    return day(text, DateOrder.DAY_FIRST);
  }

  /** The same of a column of some order. */
  public static @Nullable LocalDate day(@Nullable String text, DateOrder order) {
    Parts parts = text == null ? null : parts(text, order);
    return parts == null ? null : parts.date();
  }

  /** Day and time, midnight if there is no time; null if it cannot be read. */
  public static @Nullable LocalDateTime moment(@Nullable String text) {
    return moment(text, DateOrder.DAY_FIRST);
  }

  /** The same of a column of some order. */
  public static @Nullable LocalDateTime moment(@Nullable String text, DateOrder order) {
    Parts parts = text == null ? null : parts(text, order);
    LocalDate day = parts == null ? null : parts.date();
    return day == null || parts == null ? null : parts.on(day);
  }

  /** A birth date, of which perhaps only the year is known ({@code 1960}, {@code 00/00/1960}). */
  public static BirthDate birth(@Nullable String text) {
    return birth(text, DateOrder.DAY_FIRST);
  }

  /** The same of a column of some order. */
  public static BirthDate birth(@Nullable String text, DateOrder order) {
    Parts parts = text == null ? null : parts(text, order);
    if (parts == null || !isYear(parts.year)) {
      return BirthDate.UNKNOWN;
    }
    LocalDate day = parts.date();
    if (day != null) {
      return new BirthDate(day, parts.year, parts.isDayMonthYear);
    }
    return parts.day == 0 && parts.month <= 12
        ? new BirthDate(null, parts.year, false)
        : BirthDate.UNKNOWN;
  }

  private static boolean isYear(int year) {
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  /** Day and month are 0 where they are not said. */
  private record Parts(
      int year, int month, int day, int hour, int minute, int second, boolean isDayMonthYear) {

    @Nullable LocalDate date() {
      return isYear(year)
              && month >= 1
              && month <= 12
              && day >= 1
              && day <= 28 + (day > 28 ? YearMonth.of(year, month).lengthOfMonth() - 28 : 0)
          ? LocalDate.of(year, month, day)
          : null;
    }

    @Nullable LocalDateTime on(LocalDate date) {
      return hour < 24 && minute < 60 && second < 60 ? date.atTime(hour, minute, second) : null;
    }
  }

  private static @Nullable Parts parts(String original, DateOrder order) {
    String text = VietnameseText.stripped(original);
    int digits = 0;
    while (digits < text.length() && isDigit(text.charAt(digits))) {
      digits++;
    }
    if (digits == text.length()) {
      return digits <= MOST_DIGITS ? compact(text) : null;
    }
    char separator = text.charAt(digits);
    if (separator != '/' && separator != '-' && separator != '.') {
      return digits == 8 && isTimeMark(separator)
          ? withTime(text, 8, compact(text.substring(0, 8)))
          : null;
    }
    return separated(text, digits, separator, order);
  }

  private static @Nullable Parts compact(String digits) {
    boolean isKnownLength =
        switch (digits.length()) {
          case 4, 8, 12, 14 -> true;
          default -> false;
        };
    return isKnownLength
        ? new Parts(
            number(digits, 0, 4),
            number(digits, 4, 6),
            number(digits, 6, 8),
            number(digits, 8, 10),
            number(digits, 10, 12),
            number(digits, 12, 14),
            false)
        : null;
  }

  private static @Nullable Parts separated(
      String text, int firstEnd, char separator, DateOrder order) {
    int secondEnd = endOfDigits(text, firstEnd + 1);
    if (secondEnd == firstEnd + 1) {
      return null;
    }
    if (secondEnd == text.length()) {
      // MM/yyyy
      return firstEnd <= 2 && secondEnd - firstEnd - 1 == 4
          ? new Parts(
              number(text, firstEnd + 1, secondEnd), number(text, 0, firstEnd), 0, 0, 0, 0, false)
          : null;
    }
    if (text.charAt(secondEnd) != separator) {
      return null;
    }
    int end = endOfDigits(text, secondEnd + 1);
    int middle = number(text, firstEnd + 1, secondEnd);
    boolean isYearLast = firstEnd <= 2 && end - secondEnd - 1 == 4;
    boolean isYearFirst = firstEnd == 4 && end - secondEnd - 1 <= 2 && end > secondEnd + 1;
    if (secondEnd - firstEnd - 1 > 2 || firstEnd == 0 || !isYearLast && !isYearFirst) {
      return null;
    }
    int first = number(text, 0, firstEnd);
    int last = number(text, secondEnd + 1, end);
    boolean isAgreed = separator == '/' && end == text.length();
    Parts date =
        isYearLast
            ? yearLast(first, middle, last, order, isAgreed)
            : new Parts(first, middle, last, 0, 0, 0, false);
    return end == text.length() ? date : withTime(text, end, date);
  }

  private static Parts yearLast(
      int first, int second, int year, DateOrder order, boolean isAgreed) {
    if (order == DateOrder.MONTH_FIRST) {
      return new Parts(year, first, second, 0, 0, 0, false);
    }
    boolean isEither = first <= 12 && second <= 12 && first != second;
    return order == DateOrder.UNCERTAIN && isEither
        ? new Parts(year, 0, 0, 0, 0, 0, false)
        : new Parts(year, second, first, 0, 0, 0, isAgreed);
  }

  /** {@code HH:mm}, {@code HH:mm:ss} with fractions ignored, after a space or T. */
  private static @Nullable Parts withTime(String text, int at, @Nullable Parts date) {
    if (date == null || !isTimeMark(text.charAt(at))) {
      return null;
    }
    int[] time = new int[3];
    int from = at + 1;
    int part = 0;
    while (part < time.length) {
      int end = endOfDigits(text, from);
      if (end == from || end - from > 2) {
        return null;
      }
      time[part++] = number(text, from, end);
      from = end;
      if (from == text.length() || text.charAt(from) != ':') {
        break;
      }
      from++;
    }
    boolean isWhole = part >= 2 && (from == text.length() || part == 3 && text.charAt(from) == '.');
    return isWhole
        ? new Parts(date.year, date.month, date.day, time[0], time[1], time[2], date.isDayMonthYear)
        : null;
  }

  private static boolean isTimeMark(char c) {
    return c == ' ' || c == 'T';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int endOfDigits(String text, int from) {
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** 0 where the text is too short. */
  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < Math.min(to, text.length()); i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }
}
