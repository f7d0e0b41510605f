package khoyte.warehouse.worklist;

import org.jspecify.annotations.Nullable;

/**
 * A value that khoyte would repair.
 *
 * @param field of covid_dose_version
 * @param original as it arrived; null if nothing had
 */
public record Proposal(String field, @Nullable String original, String repaired) {

  /** {@code field=value}, as a confirmation is written in tables. */
  public String confirmed() {
    return field + "=" + repaired;
  }
}
