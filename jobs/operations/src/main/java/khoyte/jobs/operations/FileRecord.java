package khoyte.jobs.operations;

import org.jspecify.annotations.Nullable;

/**
 * A landed file with what reading it gave, as the manifest keeps it.
 *
 * @param refused whether nothing of it was taken
 * @param announced records its envelope promises; null where nothing is promised
 * @param copies times the same bytes came again and were left aside
 */
public record FileRecord(
    ArrivedFile file,
    boolean refused,
    @Nullable Long announced,
    long read,
    long staged,
    long quarantined,
    long copies) {}
