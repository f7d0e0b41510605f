package khoyte.jobs.operations;

import java.time.LocalDate;
import java.util.List;
import khoyte.jobs.console.KeptNotice;
import khoyte.warehouse.lake.WrittenFile;
import org.jspecify.annotations.Nullable;

/**
 * What reading a landed file gave. A refused file has no staged record, and one data file: its row
 * of quarantine.
 *
 * @param announced records its envelope promises; null where nothing is promised
 * @param read records in it: staged + quarantined
 * @param fileDate the date in its envelope; null leaves the one of its name
 * @param warnings remarks for its sender
 * @param refusal why it was not taken; null if it was
 */
public record FileOutcome(
    @Nullable Long announced,
    long read,
    long staged,
    long quarantined,
    @Nullable LocalDate fileDate,
    List<KeptNotice> warnings,
    List<WrittenFile> dataFiles,
    @Nullable KeptNotice refusal) {

  public FileOutcome {
    warnings = List.copyOf(warnings);
    dataFiles = List.copyOf(dataFiles);
  }
}
