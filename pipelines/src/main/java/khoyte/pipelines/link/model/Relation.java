package khoyte.pipelines.link.model;

import java.util.Locale;

/** How many rows of the other table may be the person of a row, when two tables are linked. */
public enum Relation {
  MANY_TO_MANY,
  /** A row of the second table has at most one in the first. */
  ONE_TO_MANY,
  ONE_TO_ONE;

  /** Reads {@code one-to-many}. */
  public static Relation of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
