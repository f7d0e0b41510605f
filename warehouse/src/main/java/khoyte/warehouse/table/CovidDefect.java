package khoyte.warehouse.table;

/**
 * Rules that a COVID-19 dose may break on arrival. Classes 1 to 3 are the ministry's (công văn
 * 2262/BYT-CNTT, 04/05/2022), class 4 is khoyte's own.
 */
public enum CovidDefect {
  ID_MISSING(1, "Không có số CCCD, CMND"),
  ID_FORMAT(2, "Số CCCD, CMND sai định dạng"),
  ID_MISMATCH(3, "Sai số CCCD, CMND"),
  NAME_MISMATCH(3, "Sai họ và tên"),
  DOB_FORMAT(3, "Ngày sinh không đủ ngày, tháng, năm"),
  DOB_MISMATCH(3, "Sai ngày sinh"),
  GENDER_MISMATCH(3, "Thiếu hoặc sai giới tính"),
  PHONE_PREFIX(4, "Đầu số điện thoại cũ"),
  UNIT_UNKNOWN(4, "Mã xã không có hiệu lực"),
  VACCINE_ALIAS(4, "Tên vắc xin ngoài danh mục"),
  DOSE_NUMBER(4, "Sai thứ tự mũi"),
  DATE_IMPLAUSIBLE(4, "Ngày tiêm không hợp lý"),
  UNMATCHED(4, "Chưa xác định được công dân"),
  DUPLICATE(4, "Bản ghi trùng");

  private final int errorClass;
  private final String vietnamese;

  CovidDefect(int errorClass, String vietnamese) {
    this.errorClass = errorClass;
    this.vietnamese = vietnamese;
  }

  /** 1 no id, 2 id of wrong format, 3 wrong basic data, 4 the rest. */
  public int errorClass() {
    return errorClass;
  }

  /** What is wrong, as a station reads it. */
  public String vietnamese() {
    return vietnamese;
  }
}
