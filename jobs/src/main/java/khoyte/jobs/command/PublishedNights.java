package khoyte.jobs.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khoyte.jobs.console.Spoken;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Layout;
import khoyte.warehouse.NightId;

/** The nights whose files are there, oldest first. */
public record PublishedNights(List<NightId> all) {
  private static final String ENDING = ".duckdb";

  public static PublishedNights in(Layout layout) {
    if (!Files.isDirectory(layout.warehouse())) {
      return new PublishedNights(List.of());
    }
    try (Stream<Path> files = Files.list(layout.warehouse())) {
      return new PublishedNights(
          files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(name -> name.matches("\\d{4}-\\d{2}-\\d{2}\\.v\\d+\\.duckdb"))
              .map(name -> NightId.parse(name.substring(0, name.length() - ENDING.length())))
              .sorted()
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The newest version of a date. */
  Optional<NightId> of(LocalDate asOf) {
    return all.stream().filter(night -> night.asOf().equals(asOf)).max(Comparator.naturalOrder());
  }

  /** The night for a question: the one asked for, else the current one. */
  public NightId asked(Optional<String> night) {
    NightId current =
        all.stream()
            .max(Comparator.naturalOrder())
            .orElseThrow(() -> new KhoyteException(Fault.ARGUMENT, "night.none"));
    if (night.isEmpty()) {
      return current;
    }
    String text = night.get();
    if (!text.matches("\\d{4}-\\d{2}-\\d{2}(\\.v[1-9]\\d{0,8})?")) {
      throw new KhoyteException(Fault.ARGUMENT, "arg.night", text);
    }
    LocalDate asOf = DateArgument.read(text.substring(0, 10));
    Optional<NightId> found =
        text.length() == 10 ? of(asOf) : Optional.of(NightId.parse(text)).filter(all::contains);
    return found.orElseThrow(
        () ->
            new KhoyteException(
                Fault.ARGUMENT,
                "night.missing",
                text,
                versions(nearest(asOf).orElse(current).asOf())));
  }

  private String versions(LocalDate asOf) {
    return all.stream()
        .filter(night -> night.asOf().equals(asOf))
        .map(NightId::toString)
        .collect(Collectors.joining(", "));
  }

  /** The night of a date for a report, or an error that names the nearest. */
  public NightId ofReport(LocalDate asOf, Spoken spoken) {
    return of(asOf)
        .orElseThrow(
            () ->
                nearest(asOf)
                    .map(
                        nearest ->
                            new KhoyteException(
                                Fault.ARGUMENT,
                                "report.nearest",
                                spoken.day(asOf),
                                spoken.day(nearest.asOf())))
                    .orElseGet(
                        () ->
                            new KhoyteException(Fault.ARGUMENT, "report.none", spoken.day(asOf))));
  }

  private Optional<NightId> nearest(LocalDate asOf) {
    return all.stream()
        .min(
            Comparator.comparing(
                    (NightId night) -> Math.abs(ChronoUnit.DAYS.between(asOf, night.asOf())))
                .thenComparing(NightId::asOf)
                .thenComparing(Comparator.reverseOrder()));
  }
}
