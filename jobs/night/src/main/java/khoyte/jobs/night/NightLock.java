package khoyte.jobs.night;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import khoyte.jobs.console.Spoken;
import khoyte.jobs.operations.ProcessLock;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Layout;
import khoyte.warehouse.OwnerOnly;
import khoyte.warehouse.StorageFault;
import khoyte.warehouse.WholeFile;

/** One night at a time in a warehouse; the file beside the lock says who has it. */
public final class NightLock implements AutoCloseable {
  private final ProcessLock lock;
  private final Path holder;

  private NightLock(ProcessLock lock, Path holder) {
    this.lock = lock;
    this.holder = holder;
  }

  /** Takes the lock, or refuses with the night that has it. */
  public static NightLock take(Layout layout, LocalDate asOf, Instant now, Spoken spoken) {
    try {
      Path directory = OwnerOnly.directory(layout.operations());
      Path holder = directory.resolve("night.running");
      Optional<ProcessLock> lock = ProcessLock.free(directory.resolve("night.lock"));
      if (lock.isEmpty()) {
        throw running(holder, asOf, spoken);
      }
      NightLock taken = new NightLock(lock.get(), holder);
      String text = ProcessHandle.current().pid() + "\n" + asOf + "\n" + now + "\n";
      try {
        WholeFile.write(holder, text.getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        taken.close();
        throw StorageFault.cannotWrite(holder, e);
      }
      return taken;
    } catch (IOException e) {
      throw StorageFault.cannotWrite(layout.operations(), e);
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
    try (ProcessLock held = lock) {
      Files.deleteIfExists(holder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
