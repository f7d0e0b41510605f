package khoyte.jobs.report;

import java.time.LocalDate;
import java.util.stream.Collectors;
import khoyte.warehouse.reference.AdministrativeUnit;
import khoyte.warehouse.reference.AdministrativeUnits;

/** What became of a code, for an error that a code is not valid on a day. */
public final class UnitSuccession {

  private UnitSuccession() {}

  /** Codes of the successors that are valid on the day, or a hyphen. */
  public static String of(String code, LocalDate on, AdministrativeUnits units) {
    String successors =
        units.versions(code).stream()
            .flatMap(unit -> units.successors(unit.unitId()).stream())
            .map(units::byId)
            .filter(unit -> unit != null && unit.validOn(on))
            .map(AdministrativeUnit::code)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return successors.isEmpty() ? "-" : successors;
  }
}
