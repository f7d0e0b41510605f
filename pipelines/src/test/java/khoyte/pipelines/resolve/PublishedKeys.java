package khoyte.pipelines.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Every citizen key that nights of a province published, with every health record it held. */
final class PublishedKeys {
  private final Map<String, Set<String>> records = new TreeMap<>();
  private final Map<String, String> names = new HashMap<>();

  /** Adds what the last night published. */
  void add(SmallProvince province) {
    province
        .keys()
        .forEach(
            (key, held) -> {
              records.computeIfAbsent(key, any -> new TreeSet<>()).addAll(held);
              names.put(key, held.iterator().next());
            });
  }

  /** The smallest record of the citizen whose key this was. */
  @Nullable String name(@Nullable Object key) {
    return key == null ? null : names.get(key.toString());
  }

  /** Each key leads to the keys that hold its records now, and to nothing if no key does. */
  void leadToWhoHoldsTheirRecords(SmallProvince province) {
    Map<String, String> holders = new HashMap<>();
    province.keys().forEach((key, held) -> held.forEach(maHssk -> holders.put(maHssk, key)));
    Map<String, Set<String>> expected = new TreeMap<>();
    records.forEach(
        (key, held) -> {
          Set<String> successors = new TreeSet<>();
          held.stream().filter(holders::containsKey).map(holders::get).forEach(successors::add);
          expected.put(key, successors);
        });
    Map<String, Set<String>> actual = new TreeMap<>();
    int leads = 0;
    for (List<@Nullable Object> row :
        province.answer("select citizen_key, successor_key from citizen_key_successor")) {
      Set<String> successors =
          actual.computeIfAbsent(String.valueOf(row.get(0)), any -> new TreeSet<>());
      if (row.get(1) != null) {
        successors.add(String.valueOf(row.get(1)));
      }
      leads++;
    }
    assertThat(actual).isEqualTo(expected);
    assertThat(leads)
        .isEqualTo(expected.values().stream().mapToInt(keys -> Math.max(1, keys.size())).sum());
  }
}
