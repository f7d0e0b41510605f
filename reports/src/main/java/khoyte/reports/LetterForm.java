package khoyte.reports;

/** The two forms in which a report leaves the house (Nghị định 30/2020/NĐ-CP). */
public enum LetterForm {
  /** A letter of its own: national header, number, place and date, recipients, signature. */
  VAN_BAN("van-ban"),
  /** An annex to a letter: none of these, room for the digital signature's line. */
  PHU_LUC("phu-luc");

  private final String key;

  LetterForm(String key) {
    this.key = key;
  }

  /** Its name in the configuration. */
  public String key() {
    return key;
  }
}
