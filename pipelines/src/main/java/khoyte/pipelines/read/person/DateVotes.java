package khoyte.pipelines.read.person;

import java.time.LocalDate;

/**
 * The values of one column of dates, asked which of their numbers is the day. A value tells if it
 * is a date in one order only: {@code 13/05/1990}, {@code 05/13/1990}; what {@code 05/06/1990}
 * means is for the others to say.
 */
public final class DateVotes {
  /** Fewer values are slips, and so are less than one in many. */
  private static final int FEW = 3;

  private static final int MANY = 20;

  private int dayFirst;
  private int monthFirst;
  private int either;

  public void add(String text) {
    LocalDate asAgreed = DateText.day(text, DateOrder.DAY_FIRST);
    LocalDate otherwise = DateText.day(text, DateOrder.MONTH_FIRST);
    if (asAgreed == null) {
      monthFirst += otherwise == null ? 0 : 1;
    } else if (otherwise == null) {
      dayFirst++;
    } else if (!otherwise.equals(asAgreed)) {
      either++;
    }
  }

  /** Whether a value is a date only if the month comes first. */
  public static boolean isMonthFirst(String text) {
    return DateText.day(text, DateOrder.DAY_FIRST) == null
        && DateText.day(text, DateOrder.MONTH_FIRST) != null;
  }

  /** The order agreed with the senders, unless more than slips speak against it. */
  public DateOrder decision() {
    if (monthFirst < FEW || monthFirst * MANY < dayFirst + monthFirst + either) {
      return DateOrder.DAY_FIRST;
    }
    return dayFirst * MANY <= monthFirst ? DateOrder.MONTH_FIRST : DateOrder.UNCERTAIN;
  }
}
