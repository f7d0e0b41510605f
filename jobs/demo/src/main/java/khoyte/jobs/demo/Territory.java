package khoyte.jobs.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import khoyte.warehouse.reference.ReferenceLists;
import org.jspecify.annotations.Nullable;

/**
 * Communes on 31/12/2022: those of the province by district, weighted (wards and townships are
 * fuller than villages), those of Ba Ria - Vung Tau, where strangers live, and those of Tuyen
 * Quang, whose codes begin with 0.
 */
final class Territory {
  private static final String AS_OF = "2022-12-31";
  private static final String PROVINCE = "75";
  private static final String NEIGHBOUR = "77";
  private static final String WITH_LEADING_ZERO = "08";

  private final List<Commune> communes = new ArrayList<>();
  private final List<List<Commune>> byDistrict = new ArrayList<>();
  private final List<int[]> weights = new ArrayList<>();
  private final List<Commune> neighbours;
  private final List<Commune> withLeadingZero;

  Territory(List<DistrictFigures> districts) {
    Map<String, NamedCsvRecord> units = new HashMap<>();
    List<NamedCsvRecord> valid =
        ReferenceLists.rows("administrative_units").stream()
            .filter(Territory::isValid)
            .sorted(Comparator.comparing(row -> row.getField("code")))
            .toList();
    valid.forEach(row -> units.put(row.getField("code"), row));
    for (int district = 0; district < districts.size(); district++) {
      addDistrict(district, districts.get(district).districtCode(), valid, units);
    }
    neighbours = ofProvince(NEIGHBOUR, valid, units);
    withLeadingZero = ofProvince(WITH_LEADING_ZERO, valid, units);
  }

  private static List<Commune> ofProvince(
      String province, List<NamedCsvRecord> valid, Map<String, NamedCsvRecord> units) {
    List<Commune> communes = new ArrayList<>();
    for (NamedCsvRecord row : valid) {
      if (isCommune(row) && provinceOf(row, units).equals(province)) {
        communes.add(commune(communes.size(), row, -1, units));
      }
    }
    return communes;
  }

  private static boolean isValid(NamedCsvRecord row) {
    String from = row.getField("valid_from");
    String to = row.getField("valid_to");
    return from.compareTo(AS_OF) <= 0 && (to.isEmpty() || to.compareTo(AS_OF) > 0);
  }

  private static boolean isCommune(NamedCsvRecord row) {
    return row.getField("level").equals("commune");
  }

  private static String provinceOf(NamedCsvRecord row, Map<String, NamedCsvRecord> units) {
    NamedCsvRecord district = units.get(row.getField("parent_code"));
    return district == null ? "" : district.getField("parent_code");
  }

  private void addDistrict(
      int district, String code, List<NamedCsvRecord> valid, Map<String, NamedCsvRecord> units) {
    List<Commune> own = new ArrayList<>();
    for (NamedCsvRecord row : valid) {
      if (isCommune(row) && row.getField("parent_code").equals(code)) {
        Commune commune = commune(communes.size(), row, district, units);
        communes.add(commune);
        own.add(commune);
      }
    }
    byDistrict.add(own);
    weights.add(Dice.runningTotals(own.stream().mapToInt(Territory::weight).toArray()));
  }

  private static Commune commune(
      int position, NamedCsvRecord row, int district, Map<String, NamedCsvRecord> units) {
    NamedCsvRecord above = Objects.requireNonNull(units.get(row.getField("parent_code")));
    NamedCsvRecord province = Objects.requireNonNull(units.get(above.getField("parent_code")));
    return new Commune(
        position,
        row.getField("code"),
        row.getField("name"),
        district,
        above.getField("code"),
        above.getField("name"),
        province.getField("code"),
        province.getField("name"));
  }

  private static int weight(Commune commune) {
    int fullness = commune.name().startsWith("Xã") ? 50 : 100;
    return fullness + (int) (Dice.mixed(Integer.parseInt(commune.code())) >>> 56) % 60;
  }

  static String province() {
    return PROVINCE;
  }

  Commune commune(int position) {
    return communes.get(position);
  }

  int size() {
    return communes.size();
  }

  Commune drawn(int district, Dice dice) {
    return byDistrict.get(district).get(dice.weighted(weights.get(district)));
  }

  /** The commune of the same district with the next smaller code, or null. */
  @Nullable Commune before(Commune commune) {
    List<Commune> own = byDistrict.get(commune.district());
    int place = own.indexOf(commune);
    return place == 0 ? null : own.get(place - 1);
  }

  Commune withLeadingZero(Dice dice) {
    return withLeadingZero.get(dice.below(withLeadingZero.size()));
  }

  /** A commune of the neighbouring province. */
  Commune abroad(Dice dice) {
    return neighbours.get(dice.below(neighbours.size()));
  }
}
