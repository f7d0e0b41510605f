package khoyte.jobs.operations;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The last a sender delivered.
 *
 * @param folder facility folder; empty if the source has none
 * @param lastFileDate greatest date of its files; null if none carries one
 * @param refused its files that were not taken
 */
public record Delivery(
    String source,
    String folder,
    @Nullable LocalDate lastFileDate,
    Instant lastLanded,
    long refused) {}
