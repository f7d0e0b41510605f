package khoyte.jobs.operations;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import khoyte.warehouse.NightId;
import org.jspecify.annotations.Nullable;

/**
 * What a night is, for everything that is made from it.
 *
 * @param run number of its run; part of nothing that is printed
 * @param files the landed files it knows
 * @param startedAt when its run began, the day of its issue
 * @param receivedUntil when the last of the files was landed
 * @param late senders whose data is missing
 * @param synthetic whether the data was made by {@code khoyte demo}
 * @param replaced the version before, whose reports this one issues again; null for the first
 */
public record NightFacts(
    NightId night,
    long run,
    KnownFiles files,
    Instant startedAt,
    Instant receivedUntil,
    List<LateSource> late,
    boolean synthetic,
    @Nullable ReplacedVersion replaced) {

  public NightFacts {
    late = List.copyOf(late);
  }

  /**
   * The landed files up to one.
   *
   * @param before greatest id that the night before it knew, whatever its date
   * @param greatest id of the last file it knows
   */
  public record KnownFiles(long before, long greatest) {

    /** Whether the night is the first that knows a file. */
    public boolean isNew(long file) {
      return file > before;
    }
  }

  /** As the diary has them, of a run that has received its files. */
  public static NightFacts of(Operations operations, NightRun run) {
    NightRuns nights = operations.nights();
    return new NightFacts(
        run.night(),
        run.id(),
        new KnownFiles(nights.knownBefore(run), Objects.requireNonNullElse(run.knownFile(), 0L)),
        run.startedAt(),
        Objects.requireNonNullElse(run.receivedUntil(), run.startedAt()),
        nights.late(run.id()),
        nights.fact(NightRuns.SYNTHETIC).isPresent(),
        ReplacedVersion.of(operations, run));
  }
}
