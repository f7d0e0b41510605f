package khoyte.jobs.keep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import khoyte.warehouse.Layout;
import khoyte.warehouse.OwnerOnly;

/**
 * Nobody takes files away while others copy or check them. The operating system holds the lock and
 * lets go of it when the process ends, however it ends.
 */
public final class KeepingLock implements AutoCloseable {
  private final FileChannel channel;

  private KeepingLock(FileChannel channel) {
    this.channel = channel;
  }

  /** For who reads: waits until nobody takes files away. */
  public static KeepingLock shared(Layout layout) {
    return locked(layout, true);
  }

  /** For one backup at a time: waits for others. */
  public static KeepingLock exclusive(Layout layout) {
    return locked(layout, false);
  }

  /** For who takes files away; empty if somebody reads them now. */
  public static Optional<KeepingLock> free(Layout layout) {
    try {
      FileChannel channel = open(layout);
      if (isTaken(channel)) {
        return Optional.of(new KeepingLock(channel));
      }
      channel.close();
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isTaken(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static KeepingLock locked(Layout layout, boolean shared) {
    try {
      FileChannel channel = open(layout);
      channel.lock(0, Long.MAX_VALUE, shared);
      return new KeepingLock(channel);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileChannel open(Layout layout) throws IOException {
    return FileChannel.open(
        OwnerOnly.directory(layout.operations()).resolve("keeping.lock"),
        StandardOpenOption.CREATE,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
