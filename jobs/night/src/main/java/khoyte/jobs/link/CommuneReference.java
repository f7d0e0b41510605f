package khoyte.jobs.link;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import khoyte.pipelines.resolve.Communes;
import khoyte.warehouse.reference.AdministrativeUnit;
import khoyte.warehouse.reference.AdministrativeUnits;
import khoyte.warehouse.reference.UnitLevel;
import org.jspecify.annotations.Nullable;

/** The communes of the reference as a night needs them. */
public final class CommuneReference {

  private CommuneReference() {}

  public static Communes on(LocalDate asOf, AdministrativeUnits units, String homeProvince) {
    List<Communes.Place> places = new ArrayList<>();
    List<Communes.SamePair> same = new ArrayList<>();
    Set<String> covered = new LinkedHashSet<>();
    for (AdministrativeUnit unit : units.all()) {
      if (unit.level() == UnitLevel.PROVINCE && units.covers(unit.code(), asOf)) {
        covered.add(unit.code());
      }
      if (unit.level() == UnitLevel.COMMUNE) {
        places.add(
            new Communes.Place(
                unit.unitId(),
                unit.code(),
                districtOn(asOf, unit, units),
                units.provinceOf(unit),
                unit.validOn(asOf)));
        for (String other : units.related(unit.unitId())) {
          if (!other.equals(unit.unitId())) {
            same.add(new Communes.SamePair(unit.unitId(), other));
          }
        }
      }
    }
    return new Communes(places, same, covered, homeProvince);
  }

  /** Where the unit, or what it was or became, lies on a date; null if that is not one district. */
  private static @Nullable String districtOn(
      LocalDate asOf, AdministrativeUnit unit, AdministrativeUnits units) {
    if (unit.validOn(asOf)) {
      return units.districtOf(unit);
    }
    Set<String> districts =
        units.related(unit.unitId()).stream()
            .map(units::byId)
            .filter(other -> other != null && other.validOn(asOf))
            .map(other -> String.valueOf(units.districtOf(other)))
            .collect(Collectors.toSet());
    return districts.size() == 1 ? districts.iterator().next() : null;
  }
}
