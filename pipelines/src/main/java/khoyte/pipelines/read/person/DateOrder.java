package khoyte.pipelines.read.person;

/** Which of the two numbers before the year is the day, in one column of a file. */
public enum DateOrder {
  /** Day/month/year, as agreed with the senders. */
  DAY_FIRST,
  /** Month/day/year: what a program writes that was told nothing of Viet Nam. */
  MONTH_FIRST,
  /** Both stand in it: of a date that could be either only the year is known. */
  UNCERTAIN
}
