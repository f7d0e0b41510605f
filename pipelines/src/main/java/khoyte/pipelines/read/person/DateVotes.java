package khoyte.pipelines.read.person;

/**
 * The values of one column of dates, asked which of their numbers is the day. A value tells if it
 * is a date in one order only: {@code 13/05/1990}, {@code 05/13/1990}; what {@code 05/06/1990}
 * means is for the others to say.
 */
public final class DateVotes {
  /** Fewer values may be slips. */
  private static final int FEW = 3;

  private static final int MANY_TIMES = 20;

  private int dayFirst;
  private int monthFirst;

  public void add(String text) {
    boolean isDayFirst = DateText.day(text, DateOrder.DAY_FIRST) != null;
    boolean isMonthFirst = DateText.day(text, DateOrder.MONTH_FIRST) != null;
    dayFirst += isDayFirst && !isMonthFirst ? 1 : 0;
    monthFirst += isMonthFirst && !isDayFirst ? 1 : 0;
  }

  /** Whether a value speaks against the order agreed with the senders. */
  public static boolean isMonthFirst(String text) {
    var votes = new DateVotes();
    votes.add(text);
    return votes.monthFirst > 0;
  }

  /**
   * The day comes first, as agreed, if hardly a value denies it; the month, if several values tell
   * so and hardly one denies it.
   */
  public DateOrder decision() {
    if (monthFirst <= dayFirst && (monthFirst < FEW || monthFirst * MANY_TIMES <= dayFirst)) {
      return DateOrder.DAY_FIRST;
    }
    return monthFirst >= FEW && dayFirst * MANY_TIMES <= monthFirst
        ? DateOrder.MONTH_FIRST
        : DateOrder.UNCERTAIN;
  }
}
