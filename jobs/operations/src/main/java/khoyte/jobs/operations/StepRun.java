package khoyte.jobs.operations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step of a run.
 *
 * @param step code of the step
 * @param rows records it handled
 * @param bytes bytes it read or wrote
 * @param cpuMillis processor time of the whole process meanwhile
 */
public record StepRun(
    String step,
    NightState state,
    Instant startedAt,
    @Nullable Instant finishedAt,
    long rows,
    long bytes,
    long cpuMillis) {}
