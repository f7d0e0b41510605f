package khoyte.jobs.keep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import khoyte.jobs.operations.ProcessLock;
import khoyte.warehouse.Layout;
import khoyte.warehouse.OwnerOnly;

/** Nobody takes files away while others copy or check them. */
public final class KeepingLock {

  private KeepingLock() {}

  /** For who reads: waits until nobody takes files away. */
  public static ProcessLock shared(Layout layout) {
    return ProcessLock.shared(file(layout));
  }

  /** For one backup at a time: waits for others. */
  public static ProcessLock exclusive(Layout layout) {
    return ProcessLock.exclusive(file(layout));
  }

  /** For who takes files away; empty if somebody reads them now. */
  public static Optional<ProcessLock> free(Layout layout) {
    return ProcessLock.free(file(layout));
  }

  private static Path file(Layout layout) {
    try {
      return OwnerOnly.directory(layout.operations()).resolve("keeping.lock");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
