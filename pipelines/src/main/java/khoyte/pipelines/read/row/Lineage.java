package khoyte.pipelines.read.row;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Where a record stands.
 *
 * @param recordNumber position in the file, from 1
 * @param line line or sheet row, from 1
 * @param fileDate day the sender made the file, null if unknown
 */
public record Lineage(long fileId, int recordNumber, int line, @Nullable LocalDate fileDate) {

  /** An update later than the file counts as earliest, which is null. */
  public @Nullable LocalDateTime plausible(@Nullable LocalDateTime updatedAt) {
    return updatedAt != null && fileDate != null && updatedAt.toLocalDate().isAfter(fileDate)
        ? null
        : updatedAt;
  }
}
