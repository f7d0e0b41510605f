package khoyte.pipelines.read.source;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file's records: {@code read = staged + quarantined}, counted in records (rows of
 * a tabular source, HOSO of an extract).
 *
 * @param announced number of records the file itself promises, if it does
 * @param fileDate day the sender made it: said inside, else that of the landed file
 */
public record ReadOutcome(
    @Nullable Integer announced,
    int read,
    int staged,
    int quarantined,
    List<ReadWarning> warnings,
    @Nullable LocalDate fileDate) {

  public ReadOutcome {
    warnings = List.copyOf(warnings);
    if (read != staged + quarantined) {
      throw new IllegalStateException(
          "Cannot account for records: read " + read + ", " + staged + " + " + quarantined);
    }
  }
}
