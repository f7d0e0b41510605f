package khoyte.jobs.operations;

import java.time.Instant;

/** What arrived from a source in a span of landed files: files, records, bytes. */
public record SourceCounts(
    String source,
    long files,
    long read,
    long staged,
    long quarantined,
    long refused,
    long bytes,
    Instant lastLanded) {}
