package khoyte.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Errors of the file system that a person can mend: no room left, no right to write. */
public final class StorageFault {
  private static final long MEGABYTE = 1L << 20;

  private StorageFault() {}

  /** Fails with {@code disk.full} unless a file of so many bytes fits beside what is there. */
  public static void require(Path file, long bytes) {
    long free = free(file);
    if (free < bytes) {
      throw full(null, file, free, bytes);
    }
  }

  /** The error to throw where writing failed: {@link #of} if a person can mend it. */
  public static RuntimeException cannotWrite(Path file, Exception cause) {
    return cannotWrite(file, cause, 0);
  }

  /**
   * The same of a file whose size is known.
   *
   * @param bytes 0 if nobody knows
   */
  public static RuntimeException cannotWrite(Path file, Exception cause, long bytes) {
    Optional<KhoyteException> fault = of(cause, file, bytes);
    if (fault.isPresent()) {
      return fault.get();
    }
    return cause instanceof IOException io
        ? new UncheckedIOException(io)
        : new IllegalStateException("Cannot write " + file, cause);
  }

  /**
   * The error for people, {@code disk.full} or {@code folder.readonly}, if that is behind it.
   *
   * @param written file or folder that was to be written
   * @param bytes that were to be written; 0 if nobody knows: then more than is left
   */
  public static Optional<KhoyteException> of(Throwable error, Path written, long bytes) {
    if (isFull(error)) {
      long free = free(written);
      return Optional.of(full(error, written, free, bytes > 0 ? bytes : free + MEGABYTE));
    }
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (isForbidden(cause)) {
        Path folder =
            cause instanceof FileSystemException e && e.getFile() != null
                ? folderOf(Path.of(e.getFile()))
                : folderOf(written);
        return Optional.of(new KhoyteException(error, Fault.RESOURCE, "folder.readonly", folder));
      }
    }
    return Optional.empty();
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

  private static boolean isForbidden(Throwable error) {
    String reason =
        error instanceof FileSystemException e && e.getReason() != null
            ? e.getReason()
            : String.valueOf(error.getMessage());
    String lower = reason.toLowerCase(Locale.ROOT);
    return error instanceof AccessDeniedException
        || error instanceof ReadOnlyFileSystemException
        || (error instanceof IOException
            && (lower.contains("read-only file system") || lower.contains("permission denied")));
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

  private static Path folderOf(Path path) {
    return Files.isDirectory(path) || path.getParent() == null ? path : path.getParent();
  }

  /** Bytes that fit where a file is to be, or beside what is there of its folders. */
  private static long free(Path file) {
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
