package khoyte.jobs.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A lock among all processes of the machine. The operating system holds it and lets go of it when
 * the process ends, however it ends. It lets go of all that a process holds on a file as soon as
 * the process closes any channel of that file: so each file is opened once, here.
 */
public final class ProcessLock implements AutoCloseable {
  private static final Map<Path, Held> HELD = new HashMap<>();

  private final Path file;

  private ProcessLock(Path file) {
    this.file = file;
  }

  /** What this process holds on a file. */
  private static final class Held {
    private final FileChannel channel;
    private final boolean shared;
    private int holders = 1;

    Held(FileChannel channel, boolean shared) {
      this.channel = channel;
      this.shared = shared;
    }
  }

  /** Waits until nobody holds the file alone. */
  public static ProcessLock shared(Path file) {
    return waited(file, true);
  }

  /** Waits until nobody holds the file. */
  public static ProcessLock exclusive(Path file) {
    return waited(file, false);
  }

  /** The file alone; empty if anybody holds it. */
  public static Optional<ProcessLock> free(Path file) {
    synchronized (HELD) {
      return taken(file.toAbsolutePath(), false);
    }
  }

  /** Whether this process holds a file. */
  static boolean isHeldHere(Path file) {
    synchronized (HELD) {
      return HELD.containsKey(file.toAbsolutePath());
    }
  }

  private static ProcessLock waited(Path file, boolean shared) {
    Path whole = file.toAbsolutePath();
    synchronized (HELD) {
      try {
        while (true) {
          Optional<ProcessLock> lock = taken(whole, shared);
          if (lock.isPresent()) {
            return lock.get();
          }
          HELD.wait(100);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Cannot wait for " + file, e);
      }
    }
  }

  private static Optional<ProcessLock> taken(Path file, boolean shared) {
    Held held = HELD.get(file);
    if (held != null) {
      if (!shared || !held.shared) {
        return Optional.empty();
      }
      held.holders++;
      return Optional.of(new ProcessLock(file));
    }
    try {
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      boolean locked = false;
      try {
        FileLock lock = channel.tryLock(0, Long.MAX_VALUE, shared);
        locked = lock != null;
      } finally {
        if (!locked) {
          channel.close();
        }
      }
      if (!locked) {
        return Optional.empty();
      }
      HELD.put(file, new Held(channel, shared));
      return Optional.of(new ProcessLock(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets go of it, once for each time it was taken. */
  @Override
  public void close() {
    synchronized (HELD) {
      Held held = HELD.get(file);
      if (held != null && --held.holders == 0) {
        HELD.remove(file);
        try {
          held.channel.close();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        HELD.notifyAll();
      }
    }
  }
}
