package khoyte.pipelines.resolve;

import java.time.LocalDate;
import khoyte.warehouse.NightId;
import org.jspecify.annotations.Nullable;

/**
 * How much a run of a night resolves.
 *
 * @param run number of the run
 * @param night which the run makes
 * @param before the run on whose tables this one builds; null to resolve everything anew
 */
public record Extent(long run, NightId night, @Nullable Before before) {

  /**
   * A completed run.
   *
   * @param asOf its date
   * @param knownFile the last file it knew
   */
  public record Before(LocalDate asOf, long knownFile) {}

  /** The night's date. */
  LocalDate asOf() {
    return night.asOf();
  }

  boolean isAll() {
    return before == null;
  }

  /** The last file that the run before knew; 0 if everything is resolved anew. */
  long knownFile() {
    return before == null ? 0 : before.knownFile();
  }

  /** The earlier of the dates of this run and the one before. */
  LocalDate earlierDate() {
    return before == null || asOf().isBefore(before.asOf()) ? asOf() : before.asOf();
  }

  /** The later of them. */
  LocalDate laterDate() {
    return before == null || before.asOf().isBefore(asOf()) ? asOf() : before.asOf();
  }
}
