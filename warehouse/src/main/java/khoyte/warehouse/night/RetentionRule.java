package khoyte.warehouse.night;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import khoyte.warehouse.NightId;

/**
 * Which published nights are kept: every version of the last days; before these the last night of a
 * month, in its newest version, for some months; before these the last night of a year for ever.
 * Counted back from the newest night, so that a warehouse that stands still loses nothing.
 *
 * @param days counted with the newest night's day
 * @param months counted with the newest night's month
 */
public record RetentionRule(int days, int months) {

  /** Those of the nights that are kept; the greatest is always among them. */
  public Set<NightId> kept(Collection<NightId> published) {
    Set<NightId> kept = new HashSet<>();
    if (published.isEmpty()) {
      return kept;
    }
    LocalDate newest = published.stream().max(Comparator.naturalOrder()).orElseThrow().asOf();
    published.stream()
        .filter(night -> night.asOf().isAfter(newest.minusDays(days)))
        .forEach(kept::add);
    lastOf(published, YearMonth::from)
        .forEach(
            (month, night) -> {
              if (month.isAfter(YearMonth.from(newest).minusMonths(months))) {
                kept.add(night);
              }
            });
    kept.addAll(lastOf(published, Year::from).values());
    return kept;
  }

  private static <T> Map<T, NightId> lastOf(
      Collection<NightId> nights, Function<LocalDate, T> time) {
    Map<T, NightId> last = new HashMap<>();
    for (NightId night : nights) {
      last.merge(time.apply(night.asOf()), night, BinaryOperator.maxBy(Comparator.naturalOrder()));
    }
    return last;
  }
}
