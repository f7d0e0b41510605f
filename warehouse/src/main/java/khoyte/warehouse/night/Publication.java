package khoyte.warehouse.night;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import khoyte.warehouse.Layout;
import khoyte.warehouse.NightId;
import khoyte.warehouse.OwnerOnly;
import khoyte.warehouse.StorageFault;
import khoyte.warehouse.WholeFile;

/**
 * The published nights: files that never change, and the pointer to the current one. A night is
 * seen whole or not at all.
 */
public final class Publication {
  private static final String SUFFIX = ".duckdb";
  private static final Pattern FILE_NAME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}\\.v\\d+\\.duckdb");

  private final Layout layout;
  private final long bytesToSpare;

  /**
   * @param bytesToSpare what must be free on the disk of the warehouse to publish
   */
  public Publication(Layout layout, long bytesToSpare) {
    this.layout = layout;
    this.bytesToSpare = bytesToSpare;
  }

  public Publication(Layout layout) {
    this(layout, 1L << 20);
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
    boolean isCurrent = currentNight().filter(other -> other.compareTo(night) >= 0).isEmpty();
    if (Files.exists(published) && Files.exists(built)) {
      throw new IllegalStateException(
          "Cannot publish night " + night + ": it was published before and never changes");
    }
    StorageFault.require(published, bytesToSpare);
    try {
      OwnerOnly.directory(layout.warehouse());
      // All that needs room on the disk comes before anything is seen.
      Optional<Path> pointer = isCurrent ? Optional.of(pointer(night)) : Optional.empty();
      if (!Files.exists(published)) {
        WholeFile.force(built);
        Files.move(built, published, StandardCopyOption.ATOMIC_MOVE);
      }
      if (pointer.isPresent()) {
        point(pointer.get());
      }
      WholeFile.force(layout.warehouse());
    } catch (IOException e) {
      throw StorageFault.cannotWrite(published, e);
    }
  }

  /**
   * Takes a published night back: its file goes, if it is there. What was published as current
   * stays.
   */
  public void retract(NightId night) {
    if (currentNight().filter(night::equals).isPresent()) {
      throw new IllegalArgumentException(
          "Cannot retract night " + night + ": it is the current one");
    }
    try {
      Files.deleteIfExists(layout.nightFile(night));
      WholeFile.force(layout.warehouse());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Has the pointer name the greatest published night, where files were brought back. */
  public void pointToGreatest() {
    List<NightId> nights = nights();
    if (nights.isEmpty()) {
      return;
    }
    try {
      point(pointer(nights.get(nights.size() - 1)));
      WholeFile.force(layout.warehouse());
    } catch (IOException e) {
      throw StorageFault.cannotWrite(layout.currentPointer(), e);
    }
  }

  private void point(Path pointer) throws IOException {
    Files.move(pointer, layout.currentPointer(), StandardCopyOption.ATOMIC_MOVE);
  }

  /** A pointer that is whole on disk and that nobody sees yet. */
  private Path pointer(NightId night) throws IOException {
    Path pointer = WholeFile.unfinished(layout.currentPointer());
    Files.writeString(pointer, night + SUFFIX + "\n");
    WholeFile.force(pointer);
    return pointer;
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
          .filter(name -> FILE_NAME.matcher(name).matches())
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

  private static NightId night(String fileName) {
    return NightId.parse(fileName.substring(0, fileName.length() - SUFFIX.length()));
  }
}
