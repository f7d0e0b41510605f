package khoyte.jobs.night;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import khoyte.jobs.console.Spoken;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Layout;
import khoyte.warehouse.OwnerOnly;

/**
 * One night at a time in a warehouse. The operating system holds the lock and lets go of it when
 * the process ends, however it ends; the file beside it says who has it.
 */
public final class NightLock implements AutoCloseable {
  private final FileChannel channel;
  private final Path holder;

  private NightLock(FileChannel channel, Path holder) {
    this.channel = channel;
    this.holder = holder;
  }

  /** Takes the lock, or refuses with the night that has it. */
  public static NightLock take(Layout layout, LocalDate asOf, Instant now, Spoken spoken) {
    try {
      Path directory = OwnerOnly.directory(layout.operations());
      Path holder = directory.resolve("night.running");
      FileChannel channel =
          FileChannel.open(
              directory.resolve("night.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!isTaken(channel)) {
        channel.close();
        throw running(holder, asOf, spoken);
      }
      String text = ProcessHandle.current().pid() + "\n" + asOf + "\n" + now + "\n";
      Path part = directory.resolve("night.running.tmp");
      Files.writeString(part, text);
      Files.move(part, holder, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return new NightLock(channel, holder);
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

  private static KhoyteException running(Path holder, LocalDate asOf, Spoken spoken)
      throws IOException {
    String process = "?";
    String day = "?";
    String since = "?";
    if (Files.exists(holder)) {
      List<String> lines = Files.readAllLines(holder);
      if (lines.size() >= 3) {
        process = lines.get(0);
        day = spoken.day(LocalDate.parse(lines.get(1)));
        since = spoken.time(Instant.parse(lines.get(2)));
      }
    }
    return new KhoyteException(
        Fault.RESOURCE, "night.running", spoken.day(asOf), day, process, since);
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(holder);
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
