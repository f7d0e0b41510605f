package khoyte.warehouse.table;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An administrative unit as a number: the digits of its code and the day from which it is valid.
 * Units have different numbers if their ids, as {@code 26068~2024-11-01}, differ.
 */
public final class UnitNumber {
  private static final long DAYS = 100_000;

  private UnitNumber() {}

  /**
   * Of a unit id; null of none.
   *
   * @throws IllegalArgumentException for what is no unit id
   */
  public static @Nullable Long of(@Nullable String unit) {
    if (unit == null) {
      return null;
    }
    int from = unit.indexOf('~');
    try {
      long code = Long.parseLong(from < 0 ? unit : unit.substring(0, from));
      long day = from < 0 ? 0 : LocalDate.parse(unit.substring(from + 1)).toEpochDay();
      return code * DAYS + day;
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("Cannot number unit " + unit, e);
    }
  }
}
