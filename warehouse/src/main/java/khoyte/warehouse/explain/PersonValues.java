package khoyte.warehouse.explain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a record says of a person, as it counts: with what a station or the population database
 * corrected.
 *
 * @param nameText as it was written
 * @param name normal form
 * @param nameFolded the same without diacritics
 * @param birthYear also where only the year is known
 * @param gender 1 male, 2 female
 * @param citizenId 12 digits of valid structure
 * @param idText the id as it was written
 * @param insuranceNumbers 10 digits each
 * @param phone with the prefixes of 2018
 * @param commune unit id
 */
public record PersonValues(
    @Nullable String nameText,
    @Nullable String name,
    @Nullable String nameFolded,
    @Nullable LocalDate birthDate,
    @Nullable Integer birthYear,
    @Nullable Integer gender,
    @Nullable String citizenId,
    @Nullable String idText,
    @Nullable String oldId,
    List<String> insuranceNumbers,
    @Nullable String phone,
    @Nullable String commune) {

  public PersonValues {
    insuranceNumbers = List.copyOf(insuranceNumbers);
  }
}
