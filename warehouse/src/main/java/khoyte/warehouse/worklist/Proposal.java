package khoyte.warehouse.worklist;

import org.jspecify.annotations.Nullable;

/**
 * A value that khoyte would repair.
 *
 * @param field of covid_dose_version
 * @param original as it arrived; null if nothing had
 */
public record Proposal(String field, @Nullable String original, String repaired) {

  /** {@code field=value}, as a confirmation is written in tables. */
  public String confirmed() {
    return field + "=" + repaired;
  }

  /** What people call the field. */
  public String label() {
    return switch (field) {
      case "id_text" -> "Số định danh";
      case "name_text" -> "Họ và tên";
      case "birth_date_text" -> "Ngày sinh";
      case "gender_text" -> "Giới tính";
      case "phone_text" -> "Điện thoại";
      case "commune_text" -> "Mã xã";
      case "vaccine_text" -> "Vắc xin";
      case "dose_number_text" -> "Mũi số";
      default -> field;
    };
  }
}
