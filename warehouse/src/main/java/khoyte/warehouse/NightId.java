package khoyte.warehouse;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * A night: the state of the warehouse as of a date, and which issue of it. Printed as {@code
 * 2022-12-31.v1}. Ordered by date, then version: the greatest is the current one.
 */
public record NightId(LocalDate asOf, int version) implements Comparable<NightId> {

  public NightId {
    if (version < 1) {
      throw new IllegalArgumentException("Cannot name night " + asOf + ": version " + version);
    }
  }

  /** Reads {@code 2022-12-31.v1}. */
  public static NightId parse(String text) {
    int dot = text.indexOf(".v");
    if (dot < 0) {
      throw new IllegalArgumentException("Cannot read night " + text + ": no version");
    }
    return new NightId(
        LocalDate.parse(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 2)));
  }

  @Override
  public int compareTo(NightId other) {
    return Comparator.comparing(NightId::asOf)
        .thenComparingInt(NightId::version)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return asOf + ".v" + version;
  }
}
