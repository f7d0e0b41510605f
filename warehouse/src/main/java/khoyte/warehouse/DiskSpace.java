package khoyte.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A disk that has no room left, found before writing or while writing. */
public final class DiskSpace {

  private static final long MEGABYTE = 1L << 20;

  private DiskSpace() {}

  /** Fails with {@code disk.full} unless a file of so many bytes fits beside what is there. */
  public static void require(Path file, long bytes) {
    long free = free(file);
    if (free < bytes) {
      throw full(null, file, free, bytes);
    }
  }

  /** The error to throw where writing failed: {@code disk.full} if that is why. */
  public static RuntimeException cannotWrite(Path file, Exception cause) {
    if (isFull(cause)) {
      long free = free(file);
      return full(cause, file, free, free + MEGABYTE);
    }
    return cause instanceof IOException io
        ? new UncheckedIOException(io)
        : new IllegalStateException("Cannot write " + file, cause);
  }

  /** Whether a full disk is behind an error. */
  public static boolean isFull(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      String reason = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
      if (reason.contains("no space left") || reason.contains("quota exceeded")) {
        return true;
      }
    }
    return false;
  }

  private static KhoyteException full(
      @Nullable Throwable cause, Path file, long free, long needed) {
    return new KhoyteException(
        cause,
        Fault.RESOURCE,
        "disk.full",
        file.toString(),
        free / MEGABYTE,
        (needed + MEGABYTE - 1) / MEGABYTE);
  }

  /** Bytes that fit where a file is to be, or beside what is there of its folders. */
  public static long free(Path file) {
    Path existing = file.toAbsolutePath();
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    try {
      return Files.getFileStore(Objects.requireNonNull(existing)).getUsableSpace();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
