package khoyte.jobs.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.UUID;
import khoyte.warehouse.Layout;
import khoyte.warehouse.OwnerOnly;
import org.springframework.util.FileSystemUtils;

/** A folder for what a command needs while it runs; it goes with all that is in it. */
public record ScratchFolder(Path path) implements AutoCloseable {

  /**
   * Makes one that nobody else uses.
   *
   * @param purpose how its name begins
   */
  public static ScratchFolder of(Layout layout, String purpose) {
    try {
      return new ScratchFolder(
          OwnerOnly.directory(layout.work().resolve(purpose + "-" + UUID.randomUUID())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      FileSystemUtils.deleteRecursively(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
