package khoyte.jobs.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import khoyte.jobs.console.Spoken;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Layout;
import khoyte.warehouse.NightId;
import khoyte.warehouse.night.Publication;

/** The night that a command is about, among the published ones. */
public record PublishedNights(Publication publication) {

  public static PublishedNights in(Layout layout) {
    return new PublishedNights(new Publication(layout));
  }

  /** The night for a question: the one asked for, else the current one. */
  public NightId asked(Optional<String> night) {
    List<NightId> all = publication.nights();
    if (all.isEmpty()) {
      throw new KhoyteException(Fault.ARGUMENT, "night.none");
    }
    NightId current = all.get(all.size() - 1);
    if (night.isEmpty()) {
      return current;
    }
    String text = night.get();
    if (!text.matches("\\d{4}-\\d{2}-\\d{2}(\\.v[1-9]\\d{0,8})?")) {
      throw new KhoyteException(Fault.ARGUMENT, "arg.night", text);
    }
    LocalDate asOf = DateArgument.read(text.substring(0, 10));
    Optional<NightId> found =
        text.length() == 10
            ? publication.newest(asOf)
            : Optional.of(NightId.parse(text)).filter(all::contains);
    return found.orElseThrow(
        () ->
            new KhoyteException(
                Fault.ARGUMENT,
                "night.missing",
                text,
                versions(all, publication.nearest(asOf).orElse(current).asOf())));
  }

  private static String versions(List<NightId> all, LocalDate asOf) {
    return all.stream()
        .filter(night -> night.asOf().equals(asOf))
        .map(NightId::toString)
        .collect(Collectors.joining(", "));
  }

  /** The night of a date for a report, or an error that names the nearest. */
  public NightId ofReport(LocalDate asOf, Spoken spoken) {
    return publication
        .newest(asOf)
        .orElseThrow(
            () ->
                publication
                    .nearest(asOf)
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
}
