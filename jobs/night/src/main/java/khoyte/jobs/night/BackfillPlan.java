package khoyte.jobs.night;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import khoyte.jobs.operations.NightRun;
import khoyte.jobs.operations.NightState;
import khoyte.jobs.operations.Operations;
import khoyte.jobs.operations.SourceCounts;
import khoyte.warehouse.NightId;

/** The nights of a span of days in order, and what running each of them would mean now. */
public record BackfillPlan(List<Day> days) {

  public BackfillPlan {
    days = List.copyOf(days);
  }

  /** What becomes of a night. */
  public enum Work {
    /** It has never been completed. */
    FIRST,
    /** It failed or was cut off, and goes on. */
    RESUMED,
    /** Something is new, or a person says why. */
    NEXT_VERSION,
    /** It was completed and nothing has been landed since. */
    NOTHING_NEW,
    /** It was completed, and only missing nights are asked for. */
    KEPT
  }

  /** Which nights are asked for. */
  public enum Span {
    ONLY_MISSING,
    ALL
  }

  /**
   * @param night the version it would be; of a night that stays, the one it is
   * @param landed what was landed since its last version, by source
   */
  public record Day(Work work, NightId night, List<SourceCounts> landed) {

    public Day {
      landed = List.copyOf(landed);
    }

    public boolean runs() {
      return work == Work.FIRST || work == Work.RESUMED || work == Work.NEXT_VERSION;
    }
  }

  /**
   * @param hasReason whether a person says why reports are issued again
   */
  public static BackfillPlan of(
      Operations operations, LocalDate from, LocalDate to, Span span, boolean hasReason) {
    return new BackfillPlan(
        from.datesUntil(to.plusDays(1))
            .map(asOf -> day(operations, asOf, span, hasReason))
            .toList());
  }

  private static Day day(Operations operations, LocalDate asOf, Span span, boolean hasReason) {
    Optional<NightRun> completed = operations.nights().lastCompletedOf(asOf);
    Optional<NightRun> last = operations.nights().lastRunOf(asOf);
    if (last.filter(run -> run.state() != NightState.COMPLETED).isPresent()) {
      NightId night = last.get().night();
      boolean first = completed.isEmpty();
      return new Day(
          first || span == Span.ALL ? Work.RESUMED : Work.KEPT,
          first || span == Span.ALL ? night : completed.get().night(),
          List.of());
    }
    if (completed.isEmpty()) {
      return new Day(Work.FIRST, new NightId(asOf, 1), List.of());
    }
    NightId night = completed.get().night();
    Long known = completed.get().knownFile();
    List<SourceCounts> landed =
        operations.files().counts(known == null ? 0 : known, operations.files().greatest());
    if (span == Span.ONLY_MISSING) {
      return new Day(Work.KEPT, night, landed);
    }
    return landed.isEmpty() && !hasReason
        ? new Day(Work.NOTHING_NEW, night, landed)
        : new Day(Work.NEXT_VERSION, new NightId(asOf, night.version() + 1), landed);
  }
}
