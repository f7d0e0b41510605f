package khoyte.jobs.operations;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The last a sender delivered.
 *
 * @param folder facility folder; empty if the source has none
 * @param lastFileDate greatest date of the files that were taken; null if none carries one
 * @param lastLanded when the last of them was landed; null if none was taken
 * @param refused its files that were not taken
 */
public record Delivery(
    String source,
    String folder,
    @Nullable LocalDate lastFileDate,
    @Nullable Instant lastLanded,
    long refused) {}
