package khoyte.warehouse.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One version of an administrative unit: a code may be used again under another name.
 *
 * @param unitId the code for the first version of a code, {@code code~validFrom} for a later one
 * @param name with its kind: {@code Phường An Bình}
 * @param parentCode null for a province; of a commune its district, since 01/07/2025 its province
 * @param validFrom first day; null if it has always been valid as far as the list goes back
 * @param validTo first day on which it is no longer valid; null if still valid
 */
public record AdministrativeUnit(
    String unitId,
    String code,
    String name,
    UnitLevel level,
    @Nullable String parentCode,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo) {

  public boolean validOn(LocalDate day) {
    return (validFrom == null || !day.isBefore(validFrom))
        && (validTo == null || day.isBefore(validTo));
  }
}
