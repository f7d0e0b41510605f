package khoyte.pipelines.resolve;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.not;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khoyte.warehouse.reference.Province;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
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

  /** Whether two columns of unit ids name the same commune; false if one is null. */
  Column isSame(Column unit, Column other) {
    Object[] pairs = same.stream().map(pair -> pair.unit() + "|" + pair.other()).toArray();
    Column equal = coalesce(unit.equalTo(other), lit(false));
    if (pairs.length == 0) {
      return equal;
    }
    return equal.or(coalesce(concat(unit, lit("|"), other).isin(pairs), lit(false)));
  }

  /** Columns {@code unit, unit_code, unit_district, unit_province}. */
  Dataset<Row> placeRows(SparkSession session) {
    List<Row> rows =
        places.stream()
            .map(
                place ->
                    RowFactory.create(
                        place.unit(), place.code(), place.district(), place.province()))
            .toList();
    StructType schema =
        new StructType()
            .add("unit", DataTypes.StringType)
            .add("unit_code", DataTypes.StringType)
            .add("unit_district", DataTypes.StringType)
            .add("unit_province", DataTypes.StringType);
    return session.createDataFrame(rows, schema);
  }

  /** Columns {@code unit, unit_district, same_units}: the unit and those it is the same as. */
  Dataset<Row> sameRows(SparkSession session) {
    Map<String, List<String>> others = new HashMap<>();
    for (SamePair pair : same) {
      others.computeIfAbsent(pair.unit(), any -> new ArrayList<>()).add(pair.other());
    }
    List<Row> rows = new ArrayList<>();
    for (Place place : places) {
      List<String> units = new ArrayList<>(List.of(place.unit()));
      others.getOrDefault(place.unit(), List.of()).stream().sorted().forEach(units::add);
      rows.add(RowFactory.create(place.unit(), place.district(), units.toArray(String[]::new)));
    }
    StructType schema =
        new StructType()
            .add("unit", DataTypes.StringType)
            .add("unit_district", DataTypes.StringType)
            .add("same_units", DataTypes.createArrayType(DataTypes.StringType));
    return session.createDataFrame(rows, schema);
  }

  /**
   * Whether a commune code is unknown on the night's date: what {@link
   * khoyte.pipelines.read.person.Communes#isUnknown} says of a dose that has a date.
   */
  Column isUnknown(Column code, Column province) {
    List<Place> valid = places.stream().filter(Place::valid).toList();
    Object[] codes = valid.stream().map(Place::code).distinct().toArray();
    Object[] inProvinces =
        valid.stream().map(place -> place.province() + place.code()).distinct().toArray();
    Object[] provinces = Province.ALL.stream().map(Province::code).toArray();
    Column own = padded(province, 2);
    Column isGiven = isOneOf(own, provinces);
    Column liesInOwn =
        isOneOf(concat(coalesce(own, lit(homeProvince)), padded(code, 5)), inProvinces);
    Column known = liesInOwn.or(not(isGiven).and(isOneOf(StrongKeys.stripped(code), codes)));
    return not(isGiven.and(not(isOneOf(own, coveredProvinces.toArray()))).or(known));
  }

  private static Column isOneOf(Column value, Object[] values) {
    return coalesce(value.isin(values), lit(false));
  }

  /** A code without what stands around it, with the zeros that a spreadsheet ate. */
  private static Column padded(Column text, int width) {
    Column code = StrongKeys.stripped(text);
    return lpad(code, greatest(length(code), lit(width)), lit("0"));
  }
}
