package khoyte.pipelines.read.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A birth date with its precision.
 *
 * @param date null if day or month are unknown
 * @param year null if nothing is known
 * @param isDayMonthYear whether it was written in full as {@code d/M/yyyy}
 */
public record BirthDate(@Nullable LocalDate date, @Nullable Integer year, boolean isDayMonthYear) {
  public static final BirthDate UNKNOWN = new BirthDate(null, null, false);
}
