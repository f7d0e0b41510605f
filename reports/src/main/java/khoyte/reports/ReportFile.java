package khoyte.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.StorageFault;
import khoyte.warehouse.WholeFile;

/**
 * A finished report on disk: written beside its place and moved there, so that a reader sees the
 * old bytes or the new ones, never a part.
 */
public record ReportFile(Path path) {
  /** Refused with a {@link Fault#RESOURCE} if the folder is closed to us or the disk is full. */
  public void write(byte[] bytes) {
    Path folder = Objects.requireNonNull(path.toAbsolutePath().getParent());
    try {
      Files.createDirectories(folder);
      WholeFile.write(path, bytes);
    } catch (IOException e) {
      throw Files.isDirectory(folder)
          ? StorageFault.cannotWrite(path, e, bytes.length)
          : new KhoyteException(e, Fault.RESOURCE, "folder.readonly", folder);
    }
  }
}
