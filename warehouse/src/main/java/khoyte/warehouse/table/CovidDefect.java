package khoyte.warehouse.table;

/**
 * Rules that a COVID-19 dose may break on arrival. Classes 1 to 3 are the ministry's (công văn
 * 2262/BYT-CNTT, 04/05/2022), class 4 is khoyte's own.
 */
public enum CovidDefect {
  ID_MISSING(1),
  ID_FORMAT(2),
  ID_MISMATCH(3),
  NAME_MISMATCH(3),
  DOB_FORMAT(3),
  DOB_MISMATCH(3),
  GENDER_MISMATCH(3),
  PHONE_PREFIX(4),
  UNIT_UNKNOWN(4),
  VACCINE_ALIAS(4),
  DOSE_NUMBER(4),
  DATE_IMPLAUSIBLE(4),
  UNMATCHED(4),
  DUPLICATE(4);

  private final int errorClass;

  CovidDefect(int errorClass) {
    this.errorClass = errorClass;
  }

  /** 1 no id, 2 id of wrong format, 3 wrong basic data, 4 the rest. */
  public int errorClass() {
    return errorClass;
  }
}
