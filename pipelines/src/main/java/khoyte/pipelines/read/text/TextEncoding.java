package khoyte.pipelines.read.text;

import khoyte.warehouse.reference.LegacyEncoding;

/** How a text column of a file is written; one decision for the whole column. */
public enum TextEncoding {
  UNICODE("Unicode") {
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
  },
  VNI("VNI") {
    @Override
    public String toUnicode(String text) {
      return VietnameseText.composed(LegacyEncoding.VNI.toUnicode(text));
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

  /** The same for a person's name: TCVN3 has lost the capitals. */
  public String nameToUnicode(String text) {
    String unicode = toUnicode(text);
    return this == TCVN3 ? VietnameseText.titleCase(unicode) : unicode;
  }
}
