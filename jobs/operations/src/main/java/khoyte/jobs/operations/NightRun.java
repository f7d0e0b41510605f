package khoyte.jobs.operations;

import java.time.Instant;
import khoyte.warehouse.NightId;
import org.jspecify.annotations.Nullable;

/**
 * One run of a night. A run that failed and goes on later stays the same run.
 *
 * @param process id of the operating system's process
 * @param lastStep code of the step it is in, or stopped in
 * @param knownFile greatest id of the landed files this night knows; null before they are received
 * @param receivedUntil when the last of them was landed
 * @param reason why its reports are issued again, as a person said; null if nobody did
 */
public record NightRun(
    long id,
    NightId night,
    NightState state,
    long process,
    String codeVersion,
    Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable String lastStep,
    @Nullable Long knownFile,
    @Nullable Instant receivedUntil,
    int reports,
    @Nullable String reason) {}
