package khoyte.pipelines.read.text;

import khoyte.warehouse.reference.LegacyEncoding;

/** How a text column of a file is written; one decision for the whole column. */
public enum TextEncoding {
  UNICODE("Unicode") {
    @Override
    boolean covers(String text) {
      return true;
    }

    @Override
    public String toUnicode(String text) {
      return VietnameseText.composed(text);
    }
  },
  TCVN3("TCVN3 (ABC)") {
    @Override
    public String toUnicode(String text) {
      return VietnameseText.composed(LegacyEncoding.TCVN3.toUnicode(text));
    }

    @Override
    boolean covers(String text) {
      return LegacyEncoding.TCVN3.covers(text);
    }
  },
  VNI("VNI") {
    @Override
    public String toUnicode(String text) {
      return VietnameseText.composed(LegacyEncoding.VNI.toUnicode(text));
    }

    @Override
    boolean covers(String text) {
      return LegacyEncoding.VNI.covers(text);
    }
  };

  private final String title;

  TextEncoding(String title) {
    this.title = title;
  }

  /** As it is told to people. */
  public String title() {
    return title;
  }

  /** NFC text. A legacy text is given with windows-1252's characters in place of its bytes. */
  public abstract String toUnicode(String text);

  /** Whether it has a meaning for every character of a text. */
  abstract boolean covers(String text);

  /** NFC text of a person's name: TCVN3 has lost the capitals. */
  public String nameToUnicode(String text) {
    String unicode = toUnicode(text);
    return this == TCVN3 ? VietnameseText.titleCase(unicode) : unicode;
  }
}
