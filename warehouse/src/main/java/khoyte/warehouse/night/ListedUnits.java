package khoyte.warehouse.night;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import khoyte.warehouse.reference.AdministrativeUnit;
import khoyte.warehouse.reference.AdministrativeUnits;
import khoyte.warehouse.reference.UnitLevel;
import org.jspecify.annotations.Nullable;

/**
 * Communes for worklists.
 *
 * @param communes unit id; code of the commune of the province on whose list it stands, the first
 *     by code if it went into several, null outside of the province
 * @param same unit ids of two versions of one commune
 */
public record ListedUnits(List<@Nullable String[]> communes, List<@Nullable String[]> same) {

  /** The units of a province on a day. */
  public static ListedUnits of(AdministrativeUnits units, String province, LocalDate on) {
    Set<String> valid = new HashSet<>();
    units.communesOf(province, on).forEach(commune -> valid.add(commune.unitId()));
    List<@Nullable String[]> communes = new ArrayList<>();
    List<@Nullable String[]> same = new ArrayList<>();
    for (AdministrativeUnit unit : units.all()) {
      if (unit.level() != UnitLevel.COMMUNE) {
        continue;
      }
      communes.add(new @Nullable String[] {unit.unitId(), listedUnder(unit, valid, units)});
      for (String other : units.related(unit.unitId())) {
        if (!other.equals(unit.unitId())) {
          same.add(new @Nullable String[] {unit.unitId(), other});
        }
      }
    }
    return new ListedUnits(communes, same);
  }

  private static @Nullable String listedUnder(
      AdministrativeUnit unit, Set<String> valid, AdministrativeUnits units) {
    if (valid.contains(unit.unitId())) {
      return unit.code();
    }
    return units.related(unit.unitId()).stream()
        .filter(valid::contains)
        .map(units::byId)
        .filter(other -> other != null)
        .map(AdministrativeUnit::code)
        .min(String::compareTo)
        .orElse(null);
  }
}
