package khoyte.jobs.demo;

import java.time.LocalDate;

/**
 * One more health record of a person.
 *
 * @param number of the record, in its key
 * @param state 1 managed, 2 moved away
 * @param keys which of his keys stand in it, as flags of {@link Population}
 */
record SecondRecord(
    int person, int number, Commune commune, int state, int keys, LocalDate updated) {}
