package khoyte.warehouse.night;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import khoyte.warehouse.DiskSpace;
import khoyte.warehouse.Layout;

/**
 * The published nights: files that never change, and the pointer to the current one. A night is
 * seen whole or not at all.
 */
public final class Publication {
  private static final String SUFFIX = ".duckdb";

  /** Room for the pointer, which is written beside the night. */
  private static final long POINTER_BYTES = 1L << 20;

  private final Layout layout;

  public Publication(Layout layout) {
    this.layout = layout;
  }

  /**
   * Publishes the built file of a night. The current night becomes this one if it is greater.
   * Published again, after a stop in between, it goes on.
   *
   * @throws khoyte.warehouse.KhoyteException {@code disk.full}: nothing is published
   */
  public void publish(NightId night) {
    Path built = layout.unpublished(night);
    Path published = layout.nightFile(night);
    if (Files.exists(published)) {
      if (Files.exists(built)) {
        throw new IllegalStateException(
            "Cannot publish night " + night + ": it was published before and never changes");
      }
    } else {
      DiskSpace.require(published, POINTER_BYTES);
      move(built, published);
    }
    if (currentNight().filter(current -> current.compareTo(night) >= 0).isEmpty()) {
      point(night);
    }
  }

  /** The greatest night that was published, empty before the first. */
  public Optional<NightId> currentNight() {
    Path pointer = layout.currentPointer();
    if (!Files.exists(pointer)) {
      return Optional.empty();
    }
    try {
      return Optional.of(night(Files.readString(pointer).strip()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every published night, the greatest last. */
  public List<NightId> nights() {
    if (!Files.isDirectory(layout.warehouse())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(layout.warehouse())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX))
          .map(Publication::night)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The newest version of a date. */
  public Optional<NightId> newest(LocalDate asOf) {
    return nights().stream()
        .filter(night -> night.asOf().equals(asOf))
        .max(Comparator.naturalOrder());
  }

  /** The newest version of the date next to a date, of two the earlier. */
  public Optional<NightId> nearest(LocalDate asOf) {
    return nights().stream()
        .min(
            Comparator.<NightId>comparingLong(
                    night -> Math.abs(ChronoUnit.DAYS.between(night.asOf(), asOf)))
                .thenComparing(NightId::asOf)
                .thenComparing(Comparator.comparingInt(NightId::version).reversed()));
  }

  private void move(Path built, Path published) {
    try {
      Files.createDirectories(layout.warehouse());
      force(built);
      Files.move(built, published, StandardCopyOption.ATOMIC_MOVE);
      force(layout.warehouse());
    } catch (IOException e) {
      throw DiskSpace.cannotWrite(published, e);
    }
  }

  private void point(NightId night) {
    Path pointer = layout.currentPointer();
    Path next = layout.warehouse().resolve("current.next");
    try {
      Files.writeString(next, night + SUFFIX + "\n", StandardCharsets.UTF_8);
      force(next);
      Files.move(next, pointer, StandardCopyOption.ATOMIC_MOVE);
      force(layout.warehouse());
    } catch (IOException e) {
      throw DiskSpace.cannotWrite(pointer, e);
    }
  }

  private static NightId night(String fileName) {
    return NightId.parse(fileName.substring(0, fileName.length() - SUFFIX.length()));
  }

  /** Puts a file's bytes, or a directory's names, on disk. */
  private static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
