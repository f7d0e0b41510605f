package khoyte.pipelines.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import khoyte.pipelines.read.text.VietnameseText;
import khoyte.warehouse.engine.Engine;
import khoyte.warehouse.reference.Province;
import khoyte.warehouse.table.Field;
import khoyte.warehouse.table.FieldType;
import khoyte.warehouse.table.UnitNumber;
import org.jspecify.annotations.Nullable;

/**
 * Communes as the night needs them: which units are the same commune at different times, where a
 * unit lies on the night's date, which codes were valid then.
 *
 * @param places every commune unit of the reference
 * @param same ordered pairs of different unit ids of which one is the other's successor
 * @param coveredProvinces codes of the provinces that the reference covers on the night's date
 * @param homeProvince code of the province of the warehouse
 */
public record Communes(
    List<Place> places,
    Collection<SamePair> same,
    Collection<String> coveredProvinces,
    String homeProvince) {
  private static final List<Field> COMMUNE_PLACE =
      List.of(
          Field.required("commune", FieldType.LONG, "unit, see UnitNumber"),
          Field.required("unit", FieldType.TEXT, "unit id"),
          Field.required("code", FieldType.TEXT, "its code"),
          Field.optional("district", FieldType.TEXT, "in which it lies on the night's date"),
          Field.required("province", FieldType.TEXT, "code of its province"));
  private static final List<Field> SAME_COMMUNE =
      List.of(
          Field.required("commune", FieldType.LONG, "unit, see UnitNumber"),
          Field.required("same", FieldType.LONG, "the unit, or one that it is the same as"));

  /**
   * A commune unit.
   *
   * @param unit unit id
   * @param code its code
   * @param district code of the district in which it lies on the night's date; null if it lies in
   *     several or none
   * @param province code of its province
   * @param valid whether its code is valid on the night's date
   */
  public record Place(
      String unit, String code, @Nullable String district, String province, boolean valid) {}

  /** Two units that are the same commune at different times. */
  public record SamePair(String unit, String other) {}

  /** Makes the tables {@code commune_place} and {@code same_commune}. */
  void fill(Engine engine) {
    engine.fill(
        "commune_place",
        COMMUNE_PLACE,
        rows ->
            places.forEach(
                place ->
                    rows.row(
                        UnitNumber.of(place.unit()),
                        place.unit(),
                        place.code(),
                        place.district(),
                        place.province())));
    engine.fill(
        "same_commune",
        SAME_COMMUNE,
        rows -> {
          places.forEach(
              place -> rows.row(UnitNumber.of(place.unit()), UnitNumber.of(place.unit())));
          same.stream()
              .distinct()
              .forEach(pair -> rows.row(UnitNumber.of(pair.unit()), UnitNumber.of(pair.other())));
        });
  }

  /** Where units lie, and which are the same, to be asked one by one. */
  Known known() {
    Map<String, String> districts = new HashMap<>();
    for (Place place : places) {
      if (place.district() != null) {
        districts.put(place.unit(), place.district());
      }
    }
    Map<String, List<String>> others = new HashMap<>();
    for (SamePair pair : same) {
      others.computeIfAbsent(pair.unit(), any -> new ArrayList<>()).add(pair.other());
    }
    others.values().forEach(units -> units.sort(null));
    return new Known(districts, others);
  }

  /**
   * Units by their ids.
   *
   * @param districts in which they lie
   * @param others units that are the same commune, in the order of their ids
   */
  record Known(Map<String, String> districts, Map<String, List<String>> others) {

    /** The unit and those that are the same commune; none of none. */
    List<String> same(@Nullable String unit) {
      if (unit == null) {
        return List.of();
      }
      List<String> same = new ArrayList<>(List.of(unit));
      same.addAll(others.getOrDefault(unit, List.of()));
      return same;
    }

    @Nullable String district(@Nullable String unit) {
      return unit == null ? null : districts.get(unit);
    }
  }

  /**
   * Tells whether a commune code is unknown on the night's date: what {@link
   * khoyte.pipelines.read.person.Communes#isUnknown} says of a dose that has a date.
   */
  UnitCheck check() {
    List<Place> valid = places.stream().filter(Place::valid).toList();
    return new UnitCheck(
        valid.stream().map(Place::code).collect(Collectors.toSet()),
        valid.stream().map(place -> place.province() + place.code()).collect(Collectors.toSet()),
        Province.ALL.stream().map(Province::code).collect(Collectors.toSet()),
        Set.copyOf(coveredProvinces),
        homeProvince);
  }

  /**
   * Codes that are valid.
   *
   * @param codes of communes
   * @param inProvinces of a province and a commune of it, one behind the other
   * @param covered of the provinces that are judged
   */
  record UnitCheck(
      Set<String> codes,
      Set<String> inProvinces,
      Set<String> provinces,
      Set<String> covered,
      String homeProvince) {

    boolean isUnknown(@Nullable String communeText, @Nullable String provinceText) {
      String own = provinceText == null ? homeProvince : padded(provinceText, 2);
      boolean isGiven = provinceText != null && provinces.contains(own);
      if (isGiven && !covered.contains(own)) {
        return false;
      }
      if (communeText == null) {
        return true;
      }
      boolean isWholeCode = !isGiven && codes.contains(VietnameseText.stripped(communeText));
      return !isWholeCode && !inProvinces.contains(own + padded(communeText, 5));
    }

    /** A code without what stands around it, with the zeros that a spreadsheet ate. */
    private static String padded(String text, int width) {
      String code = VietnameseText.stripped(text);
      return "0".repeat(Math.max(0, width - code.length())) + code;
    }
  }
}
