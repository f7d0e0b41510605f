package khoyte.jobs.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import khoyte.warehouse.reference.ReferenceLists;

/** The code list of COVID-19 vaccines, its aliases, and how often each is given. */
final class CovidVaccines {
  private static final int[] TOTALS =
      Dice.runningTotals(new int[] {300, 350, 110, 180, 30, 20, 6, 4});
  private static final Map<String, List<String>> NAMES = names();
  private static final List<String> CODES = List.copyOf(NAMES.keySet());

  private CovidVaccines() {}

  private static Map<String, List<String>> names() {
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (NamedCsvRecord row : ReferenceLists.rows("covid_vaccines")) {
      String code = row.getField("alias_of");
      if (code.isEmpty()) {
        names.put(row.getField("name"), new ArrayList<>());
      } else {
        names.getOrDefault(code, new ArrayList<>()).add(row.getField("name"));
      }
    }
    return names;
  }

  static int drawn(Dice dice) {
    return dice.weighted(TOTALS);
  }

  static String code(int vaccine) {
    return CODES.get(vaccine);
  }

  static boolean hasAlias(int vaccine) {
    return !NAMES.getOrDefault(code(vaccine), List.of()).isEmpty();
  }

  static String alias(int vaccine, int number) {
    List<String> aliases = NAMES.getOrDefault(code(vaccine), List.of());
    return aliases.get(Math.floorMod(number, aliases.size()));
  }
}
