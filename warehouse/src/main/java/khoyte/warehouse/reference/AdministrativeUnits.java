package khoyte.warehouse.reference;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Provinces, districts and communes in all their versions, and which became which (QĐ 124/2004 as
 * updated, NQ 1194 of 2024, NQ 1662 of 2025, NQ 237 of 2026).
 */
public final class AdministrativeUnits {
  private final List<AdministrativeUnit> all;
  private final Map<String, AdministrativeUnit> byId = new HashMap<>();
  private final Map<String, List<AdministrativeUnit>> versions = new HashMap<>();
  private final Map<String, List<AdministrativeUnit>> children = new HashMap<>();
  private final Map<String, Set<String>> successors = new HashMap<>();
  private final Map<String, Set<String>> predecessors = new HashMap<>();

  private AdministrativeUnits(List<AdministrativeUnit> all) {
    this.all = List.copyOf(all);
    for (AdministrativeUnit unit : all) {
      byId.put(unit.unitId(), unit);
      versions.computeIfAbsent(unit.code(), code -> new ArrayList<>()).add(unit);
      if (unit.parentCode() != null) {
        children.computeIfAbsent(unit.parentCode(), code -> new ArrayList<>()).add(unit);
      }
    }
  }

  /** Reads {@code administrative_units.csv} and {@code administrative_unit_successions.csv}. */
  public static AdministrativeUnits load() {
    Map<String, List<NamedCsvRecord>> rowsByCode = new LinkedHashMap<>();
    for (NamedCsvRecord row : ReferenceLists.rows("administrative_units")) {
      rowsByCode.computeIfAbsent(row.getField("code"), code -> new ArrayList<>()).add(row);
    }
    List<AdministrativeUnit> units = new ArrayList<>();
    for (List<NamedCsvRecord> rows : rowsByCode.values()) {
      rows.sort(Comparator.comparing(row -> row.getField("valid_from")));
      for (NamedCsvRecord row : rows) {
        units.add(unit(row, row.equals(rows.get(0))));
      }
    }
    var loaded = new AdministrativeUnits(units);
    for (NamedCsvRecord row : ReferenceLists.rows("administrative_unit_successions")) {
      loaded.succeed(
          row.getField("code"),
          row.getField("successor_code"),
          LocalDate.parse(row.getField("effective_date")));
    }
    return loaded;
  }

  private static AdministrativeUnit unit(NamedCsvRecord row, boolean first) {
    String code = row.getField("code");
    LocalDate from = day(row.getField("valid_from"));
    return new AdministrativeUnit(
        first || from == null ? code : code + "~" + from,
        code,
        row.getField("name"),
        UnitLevel.valueOf(row.getField("level").toUpperCase(Locale.ROOT)),
        row.getField("parent_code").isEmpty() ? null : row.getField("parent_code"),
        from,
        day(row.getField("valid_to")));
  }

  private static @Nullable LocalDate day(String text) {
    return text.isEmpty() ? null : LocalDate.parse(text);
  }

  private void succeed(String code, String successorCode, LocalDate effective) {
    AdministrativeUnit before = find(code, effective.minusDays(1));
    AdministrativeUnit after = find(successorCode, effective);
    if (before == null || after == null) {
      throw new IllegalArgumentException(
          "Cannot read successions: " + code + " to " + successorCode + " on " + effective);
    }
    if (!before.equals(after)) {
      successors.computeIfAbsent(before.unitId(), id -> new LinkedHashSet<>()).add(after.unitId());
      predecessors
          .computeIfAbsent(after.unitId(), id -> new LinkedHashSet<>())
          .add(before.unitId());
    }
  }

  public List<AdministrativeUnit> all() {
    return all;
  }

  /** The version with this unit id, or null. */
  public @Nullable AdministrativeUnit byId(String unitId) {
    return byId.get(unitId);
  }

  /** The version of a code that is valid on a day, or null. */
  public @Nullable AdministrativeUnit find(String code, LocalDate on) {
    for (AdministrativeUnit unit : versions(code)) {
      if (unit.validOn(on)) {
        return unit;
      }
    }
    return null;
  }

  /** Every version of a code, oldest first; empty if there is none. */
  public List<AdministrativeUnit> versions(String code) {
    return versions.getOrDefault(code, List.of());
  }

  /** Units of the next level that are valid on a day, by code. */
  public List<AdministrativeUnit> childrenOf(String parentCode, LocalDate on) {
    return children.getOrDefault(parentCode, List.of()).stream()
        .filter(unit -> unit.validOn(on))
        .sorted(Comparator.comparing(AdministrativeUnit::code))
        .toList();
  }

  /** Districts of a province on a day, by code; none after 01/07/2025. */
  public List<AdministrativeUnit> districtsOf(String provinceCode, LocalDate on) {
    return childrenOf(provinceCode, on).stream()
        .filter(unit -> unit.level() == UnitLevel.DISTRICT)
        .toList();
  }

  /** Communes of a province on a day, by code, with or without districts between. */
  public List<AdministrativeUnit> communesOf(String provinceCode, LocalDate on) {
    List<AdministrativeUnit> communes = new ArrayList<>();
    for (AdministrativeUnit child : childrenOf(provinceCode, on)) {
      if (child.level() == UnitLevel.COMMUNE) {
        communes.add(child);
      } else {
        communes.addAll(childrenOf(child.code(), on));
      }
    }
    communes.sort(Comparator.comparing(AdministrativeUnit::code));
    return communes;
  }

  /** Whether the list knows the communes of a province on a day. */
  public boolean covers(String provinceCode, LocalDate on) {
    for (AdministrativeUnit child : children.getOrDefault(provinceCode, List.of())) {
      boolean isKnown =
          child.validOn(on)
              && (child.level() == UnitLevel.COMMUNE
                  || children.getOrDefault(child.code(), List.of()).stream()
                      .anyMatch(unit -> unit.validOn(on)));
      if (isKnown) {
        return true;
      }
    }
    return false;
  }

  /** Code of the district of a commune, or null if it has none. */
  public @Nullable String districtOf(AdministrativeUnit unit) {
    if (unit.level() == UnitLevel.DISTRICT) {
      return unit.code();
    }
    String parent = unit.parentCode();
    return parent != null && levelOf(parent) == UnitLevel.DISTRICT ? parent : null;
  }

  /** Code of the province in which a unit lies. */
  public String provinceOf(AdministrativeUnit unit) {
    String parent = unit.parentCode();
    if (parent == null) {
      return unit.code();
    }
    return provinceOf(versions(parent).get(0));
  }

  private UnitLevel levelOf(String code) {
    return versions(code).get(0).level();
  }

  /** Unit ids into which a unit went, itself left out, however many steps later. */
  public Set<String> successors(String unitId) {
    return reach(unitId, successors);
  }

  /** Unit ids from which a unit was made, itself left out, however many steps earlier. */
  public Set<String> predecessors(String unitId) {
    return reach(unitId, predecessors);
  }

  /**
   * Unit ids that are the same commune: the unit, its successors and its predecessors, but not two
   * parts of one successor.
   */
  public Set<String> related(String unitId) {
    Set<String> related = new LinkedHashSet<>();
    related.add(unitId);
    related.addAll(successors(unitId));
    related.addAll(predecessors(unitId));
    return related;
  }

  private static Set<String> reach(String unitId, Map<String, Set<String>> steps) {
    Set<String> reached = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(steps.getOrDefault(unitId, Set.of()));
    while (!open.isEmpty()) {
      String next = open.remove();
      if (reached.add(next)) {
        open.addAll(steps.getOrDefault(next, Set.of()));
      }
    }
    return reached;
  }
}
