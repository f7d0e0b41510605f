package khoyte.jobs.operations;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A file whose bytes are kept in the landing zone.
 *
 * @param id number of the file for ever; {@code file_id} of every staged row
 * @param source id of its source
 * @param folder facility folder of the sender; empty if the source has none
 * @param sha256 of its bytes, 64 hexadecimal digits
 * @param fileDate day the sender made it, as far as the name or the envelope says so
 */
public record ArrivedFile(
    long id,
    String source,
    String folder,
    String name,
    String sha256,
    long bytes,
    Instant landedAt,
    @Nullable LocalDate fileDate) {

  /** Folder and name, as people find it in the inbox. */
  public String shownName() {
    return folder.isEmpty() ? name : folder + "/" + name;
  }
}
