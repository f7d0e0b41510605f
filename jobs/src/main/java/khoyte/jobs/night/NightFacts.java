package khoyte.jobs.night;

import java.time.Instant;
import java.util.List;
import khoyte.jobs.operations.LateSource;
import khoyte.warehouse.NightId;

/**
 * What a night is, for everything that is made from it.
 *
 * @param run number of its run; part of nothing that is printed
 * @param knownFile greatest id of the landed files it knows
 * @param receivedUntil when the last of them was landed
 * @param late senders whose data is missing
 * @param synthetic whether the data was made by {@code khoyte demo}
 */
public record NightFacts(
    NightId night,
    long run,
    long knownFile,
    Instant receivedUntil,
    List<LateSource> late,
    boolean synthetic) {

  public NightFacts {
    late = List.copyOf(late);
  }
}
