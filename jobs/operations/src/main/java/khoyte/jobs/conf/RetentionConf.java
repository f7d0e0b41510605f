package khoyte.jobs.conf;

/**
 * What is kept of what nights leave.
 *
 * @param dailyDays every night of so many days
 * @param monthlyMonths the last night of so many months
 * @param strayDays age from which on a file that belongs to nothing goes
 */
public record RetentionConf(int dailyDays, int monthlyMonths, int strayDays) {

  static RetentionConf of(ConfSection section) {
    return new RetentionConf(
        section.whole("daily-days", 30, 1, 36_600),
        section.whole("monthly-months", 24, 0, 1200),
        section.whole("stray-days", 3, 1, 366));
  }
}
