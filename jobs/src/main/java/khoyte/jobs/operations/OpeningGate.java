package khoyte.jobs.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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

  private final @Nullable FileChannel channel;

  private OpeningGate(@Nullable FileChannel channel) {
    this.channel = channel;
  }

  /** For a database that is a server of its own. */
  static OpeningGate none() {
    return new OpeningGate(null);
  }

  static OpeningGate pass(Path directory, Use use) throws IOException {
    FileChannel channel =
        FileChannel.open(
            directory.resolve("opening.lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    try {
      channel.lock(0, Long.MAX_VALUE, use == Use.GLANCE);
    } catch (OverlappingFileLockException e) {
      // this process has it open already, and so is the one that serves
      return new OpeningGate(channel);
    }
    return new OpeningGate(channel);
  }

  @Override
  public void close() {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
