package khoyte.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;

/**
 * A finished report on disk: written beside its place and moved there, so that a reader sees the
 * old bytes or the new ones, never a part.
 */
public record ReportFile(Path path) {
  private static final long MEGABYTE = 1_000_000;

  /** Refused with a {@link Fault#RESOURCE} if the folder is closed to us or the disk is full. */
  public void write(byte[] bytes) {
    Path folder = Objects.requireNonNull(path.toAbsolutePath().getParent());
    Path unfinished = folder.resolve("." + path.getFileName() + ".tmp");
    try {
      Files.createDirectories(folder);
      try {
        Files.write(unfinished, bytes);
        Files.move(unfinished, path, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(unfinished);
      }
    } catch (IOException e) {
      throw refused(e, folder, bytes.length);
    }
  }

  private RuntimeException refused(IOException cause, Path folder, long needed) {
    if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
      return new KhoyteException(cause, Fault.RESOURCE, "folder.readonly", folder);
    }
    try {
      long free = Files.getFileStore(folder).getUsableSpace();
      if (free < needed) {
        return new KhoyteException(
            cause, Fault.RESOURCE, "disk.full", path, free / MEGABYTE, needed / MEGABYTE + 1);
      }
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
    return new UncheckedIOException(cause);
  }
}
