package khoyte.pipelines.read.source;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import org.jspecify.annotations.Nullable;

/**
 * A file whose bytes are safe in the landing zone.
 *
 * @param fileId its number in the landing manifest
 * @param source id of the source
 * @param folder facility folder of the sender, if the source has such
 * @param name as the sender gave it
 * @param path where the bytes are
 * @param fileDate day the sender made it, by the pattern of its name; his-xml says it inside
 */
public record LandedFile(
    long fileId,
    String source,
    @Nullable String folder,
    String name,
    Path path,
    @Nullable LocalDate fileDate) {

  /** The reason of a refusal for which the program is to blame rather than the sender. */
  public static final String UNEXPECTED = "file.refused.unexpected";

  /** The file is taken whole or not at all: why not. The reason follows {@code file.refused.}. */
  public KhoyteException refused(String reason, Object... values) {
    List<Object> all = new ArrayList<>();
    all.add(name);
    all.addAll(List.of(values));
    return new KhoyteException(Fault.INPUT, "file.refused." + reason, all.toArray());
  }

  /** It is not taken because of something nobody expected, which is the cause. */
  public KhoyteException refusedUnexpectedly(Throwable cause) {
    return new KhoyteException(
        cause, Fault.INPUT, UNEXPECTED, name, cause.getClass().getSimpleName());
  }
}
