package khoyte.jobs.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What the two tables of 2022 say of a district, at some scale. Source: plan of the Dong Nai
 * Department of Health on digital transformation in 2023.
 *
 * @param managed citizens whose health record is managed
 * @param withImmunization of these, with a routine immunisation dose
 * @param withEncounter of these, with a visit
 * @param cleanedDoses cleaned COVID-19 doses
 */
public record DistrictFigures(
    String districtCode, int managed, int withImmunization, int withEncounter, int cleanedDoses) {

  /** All districts in order of their codes, each figure times the scale, rounded half up. */
  static List<DistrictFigures> at(double scale) {
    BigDecimal factor = BigDecimal.valueOf(scale);
    return ModelLists.rows("figures_2022").stream().map(row -> of(row, factor)).toList();
  }

  private static DistrictFigures of(NamedCsvRecord row, BigDecimal factor) {
    int managed = scaled(row, "managed", factor);
    return new DistrictFigures(
        row.getField("district_code"),
        managed,
        Math.min(managed, scaled(row, "with_immunization", factor)),
        Math.min(managed, scaled(row, "with_encounter", factor)),
        scaled(row, "cleaned_covid_doses", factor));
  }

  private static int scaled(NamedCsvRecord row, String column, BigDecimal factor) {
    return new BigDecimal(row.getField(column))
        .multiply(factor)
        .setScale(0, RoundingMode.HALF_UP)
        .intValueExact();
  }
}
