package khoyte.pipelines.read.text;

import java.nio.charset.StandardCharsets;
import khoyte.warehouse.reference.LegacyEncoding;

/** How a text column of a file is written; one decision for the whole column. */
public enum TextEncoding {
  UNICODE("Unicode") {
    @Override
    boolean covers(String text) {
      return true;
    }

    @Override
    String characters(String text) {
      return text;
    }
  },
  TCVN3("TCVN3 (ABC)") {
    @Override
    boolean covers(String text) {
      return LegacyEncoding.TCVN3.covers(text);
    }

    @Override
    String characters(String text) {
      return LegacyEncoding.TCVN3.toUnicode(text);
    }
  },
  VNI("VNI") {
    @Override
    boolean covers(String text) {
      return LegacyEncoding.VNI.covers(text);
    }

    @Override
    String characters(String text) {
      return LegacyEncoding.VNI.toUnicode(text);
    }
  },
  /** The code page of Vietnamese Windows: most tones are marks behind the letter. */
  WINDOWS_1258("windows-1258") {
    @Override
    boolean covers(String text) {
      return MisreadBytes.of(text) != null;
    }

    @Override
    String characters(String text) {
      byte[] bytes = MisreadBytes.of(text);
      return bytes == null ? text : new String(bytes, MisreadBytes.WINDOWS_1258);
    }
  },
  /** UTF-8 that was taken for a code page of Windows and saved once more. */
  MISREAD_UTF_8("UTF-8 → windows-1252") {
    @Override
    boolean covers(String text) {
      byte[] bytes = MisreadBytes.of(text);
      return bytes != null && Utf8.isValid(bytes, 0, bytes.length);
    }

    @Override
    String characters(String text) {
      byte[] bytes = MisreadBytes.of(text);
      return bytes == null ? text : new String(bytes, StandardCharsets.UTF_8);
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

  /** Whether it has a meaning for every character of a text. */
  abstract boolean covers(String text);

  /** Unicode characters, perhaps in pieces. */
  abstract String characters(String text);

  /** NFC text. A legacy text is given with windows-1252's characters in place of its bytes. */
  public String toUnicode(String text) {
    return VietnameseText.composed(this == UNICODE ? text : characters(text));
  }

  /** NFC text of a person's name: TCVN3 has lost the capitals. */
  public String nameToUnicode(String text) {
    String unicode = toUnicode(text);
    return this == TCVN3 ? VietnameseText.titleCase(unicode) : unicode;
  }
}
