package khoyte.warehouse;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * A night: the state of the warehouse as of a date, and which issue of it. Printed as {@code
 * 2022-12-31.v1}. Ordered by date, then version: the greatest is the current one.
 */
public record NightId(LocalDate asOf, int version) implements Comparable<NightId> {
  private static final Pattern NAME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}\\.v[1-9]\\d{0,8}");

  public NightId {
    if (version < 1) {
      throw new IllegalArgumentException("Cannot name night " + asOf + ": version " + version);
    }
  }

  /** Whether a text has the form {@code 2022-12-31.v1}. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
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
