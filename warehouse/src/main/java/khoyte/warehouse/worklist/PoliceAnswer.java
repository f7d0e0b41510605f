package khoyte.warehouse.worklist;

/** What the commune's police found in the national population database. */
public enum PoliceAnswer {
  MATCHES("matches", "Khớp"),
  /** What the row says of the person is not so: it is not applied. */
  DIFFERS("differs", "Không khớp"),
  NOT_FOUND("not_found", "Không tìm thấy");

  private final String code;
  private final String text;

  PoliceAnswer(String code, String text) {
    this.code = code;
    this.text = text;
  }

  /** As written in tables. */
  public String code() {
    return code;
  }

  /** As offered in the drop-down. */
  public String text() {
    return text;
  }
}
