package khoyte.warehouse.reference;

import java.util.List;

/**
 * One of the 63 provinces before 01/07/2025.
 *
 * @param code two digits of the statistics office
 * @param name with its kind
 * @param birthRegistrationCode three digits with which citizen ids begin (TT 07/2016/TT-BCA)
 */
public record Province(String code, String name, String birthRegistrationCode) {

  /** All of them, by code. */
  public static final List<Province> ALL =
      ReferenceLists.rows("provinces").stream()
          .map(
              row ->
                  new Province(
                      row.getField("code"),
                      row.getField("name"),
                      row.getField("birth_registration_code")))
          .toList();
}
