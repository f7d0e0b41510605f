package khoyte.jobs.operations;

import org.jspecify.annotations.Nullable;

/**
 * A landed file and what reading it gave.
 *
 * @param announced records its envelope promises; null where nothing is promised
 * @param read records in it: staged + quarantined
 * @param refusalKey why it was not taken; null if it was
 */
public record ManifestEntry(
    ArrivedFile file,
    @Nullable Long announced,
    long read,
    long staged,
    long quarantined,
    @Nullable String refusalKey) {

  public boolean isRefused() {
    return refusalKey != null;
  }
}
