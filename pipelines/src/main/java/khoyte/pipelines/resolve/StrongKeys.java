package khoyte.pipelines.resolve;

import java.util.ArrayList;
import java.util.List;
import khoyte.pipelines.version.VersionRows;
import org.jspecify.annotations.Nullable;

/**
 * The strong keys of a person as numbers, strongest first: citizen id, insurance numbers, old
 * 9-digit id. Each kind has its own range, so that a number names kind and value: insurance numbers
 * are below {@link #CITIZEN_ID}, citizen ids from there to below {@link #OLD_ID}. The old id
 * carries the birth year, which must agree too. The models say the same.
 */
final class StrongKeys {
  static final long CITIZEN_ID = 1_000_000_000_000L;
  static final long OLD_ID = 30_000_000_000_000L;

  private StrongKeys() {}

  /** In the order in which they are tried. */
  static List<Long> of(
      @Nullable String citizenId,
      List<String> insuranceNumbers,
      @Nullable String oldId,
      @Nullable Integer birthYear) {
    List<Long> keys = new ArrayList<>();
    Long id = VersionRows.digits(citizenId);
    if (id != null) {
      keys.add(CITIZEN_ID + id);
    }
    for (String number : insuranceNumbers) {
      Long digits = VersionRows.digits(number);
      if (digits != null) {
        keys.add(digits);
      }
    }
    Long old = VersionRows.digits(oldId);
    if (old != null && birthYear != null) {
      keys.add(OLD_ID + old * 10_000 + birthYear);
    }
    return keys;
  }
}
