package khoyte.jobs.landing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import java.util.Optional;
import khoyte.warehouse.DiskSpace;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;

/** Which errors of the file system a person can mend, in words. */
public final class StorageFault {
  private static final long MEGABYTE = 1 << 20;

  private StorageFault() {}

  /**
   * The error for people, if a full disk or missing rights are behind it.
   *
   * @param neededBytes 0 if nobody knows: then more than is left
   */
  public static Optional<KhoyteException> of(Throwable error, Path written, long neededBytes) {
    if (DiskSpace.isFull(error)) {
      long left = DiskSpace.free(written) / MEGABYTE;
      return Optional.of(
          new KhoyteException(
              error,
              Fault.RESOURCE,
              "disk.full",
              Files.isDirectory(written) ? written : written.getFileName(),
              left,
              neededBytes > 0 ? Math.max(1, neededBytes / MEGABYTE) : left + 1));
    }
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      String reason =
          cause instanceof FileSystemException e && e.getReason() != null
              ? e.getReason()
              : String.valueOf(cause.getMessage());
      if (cause instanceof AccessDeniedException
          || cause instanceof ReadOnlyFileSystemException
          || (cause instanceof IOException && isReadOnly(reason))) {
        Path folder =
            cause instanceof FileSystemException e && e.getFile() != null
                ? folderOf(Path.of(e.getFile()))
                : folderOf(written);
        return Optional.of(new KhoyteException(error, Fault.RESOURCE, "folder.readonly", folder));
      }
    }
    return Optional.empty();
  }

  /** The error to throw. */
  static RuntimeException thrown(IOException error, Path written, long neededBytes) {
    Optional<KhoyteException> fault = of(error, written, neededBytes);
    return fault.isPresent() ? fault.get() : new UncheckedIOException(error);
  }

  private static boolean isReadOnly(String reason) {
    String lower = reason.toLowerCase(Locale.ROOT);
    return lower.contains("read-only file system") || lower.contains("permission denied");
  }

  private static Path folderOf(Path path) {
    return Files.isDirectory(path) || path.getParent() == null ? path : path.getParent();
  }
}
