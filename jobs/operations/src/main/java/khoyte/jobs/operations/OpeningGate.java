package khoyte.jobs.operations;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Who opens the H2 file. In its mixed mode the first process to open it serves the others, and when
 * that process leaves, the open transactions of the others are lost; so a night waits for glances
 * to end before it opens the file, and is the first.
 */
final class OpeningGate implements AutoCloseable {

  enum Use {
    /** Shared with other glances, held until the database is closed. */
    GLANCE,
    /** Alone, held until the database is open. */
    NIGHT
  }

  private final @Nullable ProcessLock lock;

  private OpeningGate(@Nullable ProcessLock lock) {
    this.lock = lock;
  }

  /** For a database that is a server of its own. */
  static OpeningGate none() {
    return new OpeningGate(null);
  }

  /** A process that has the file open already is the one that serves, and need not wait. */
  static OpeningGate pass(Path directory, Use use) {
    Path file = directory.resolve("opening.lock");
    if (use == Use.GLANCE) {
      return new OpeningGate(ProcessLock.shared(file));
    }
    return ProcessLock.isHeldHere(file) ? none() : new OpeningGate(ProcessLock.exclusive(file));
  }

  @Override
  public void close() {
    if (lock != null) {
      lock.close();
    }
  }
}
