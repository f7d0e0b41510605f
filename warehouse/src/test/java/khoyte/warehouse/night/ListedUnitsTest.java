package khoyte.warehouse.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import khoyte.warehouse.reference.AdministrativeUnits;
import org.junit.jupiter.api.Test;

class ListedUnitsTest {
  private final AdministrativeUnits units = AdministrativeUnits.load();

  @Test
  void aRecordStandsOnTheListOfWhatItsCommuneIsOnTheDate() {
    Map<String, String> in2022 = lists("2022-12-31");
    assertThat(in2022).containsEntry("26491", "26491").doesNotContainKey("00070");

    // Xuân Tâm went into two communes: the first by code gets the list.
    Map<String, String> in2025 = lists("2025-07-01");
    assertThat(in2025).containsEntry("26449", "26359");
    assertThat(in2025.values())
        .allSatisfy(
            code -> assertThat(units.find(code, LocalDate.parse("2025-07-01"))).isNotNull());
    assertThat(in2025.keySet()).containsAll(in2022.keySet());
  }

  private Map<String, String> lists(String day) {
    return ListedUnits.of(units, "75", LocalDate.parse(day)).communes().stream()
        .filter(row -> Objects.nonNull(row[1]))
        .collect(Collectors.toMap(row -> row[0], (Function<String[], String>) row -> row[1]));
  }
}
