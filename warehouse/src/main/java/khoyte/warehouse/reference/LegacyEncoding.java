package khoyte.warehouse.reference;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Font encodings from before Unicode. Their text is met as bytes, or as the characters that
 * windows-1252 has in the place of those bytes.
 */
public enum LegacyEncoding {
  /** TCVN 5712 VN3 ("ABC"). Capitals come from another font, so case is lost. */
  TCVN3("tcvn3"),
  /** VNI-Windows: a letter and the sign of its mark. */
  VNI("vni");

  private final Map<String, String> letters = new HashMap<>();

  LegacyEncoding(String list) {
    for (NamedCsvRecord row : ReferenceLists.rows(list)) {
      add(row.getField("windows_1252"), row.getField("unicode"));
    }
  }

  private void add(String written, String letter) {
    letters.put(written, letter);
    if (written.length() == 2) {
      // A capital letter is often typed with the sign of the small one, and the other way round.
      String sign = written.substring(1);
      String first = written.substring(0, 1);
      letters.putIfAbsent(first + sign.toLowerCase(Locale.ROOT), letter);
      letters.putIfAbsent(first + sign.toUpperCase(Locale.ROOT), letter);
    }
  }

  /** Unicode of a text in this encoding; characters that it does not know stay as they are. */
  public String toUnicode(String text) {
    StringBuilder unicode = new StringBuilder(text.length());
    convert(text, unicode);
    return unicode.toString();
  }

  /** Whether it knows every character of a text that is not ASCII. */
  public boolean covers(String text) {
    return convert(text, new StringBuilder(text.length()));
  }

  private boolean convert(String text, StringBuilder unicode) {
    boolean isCovered = true;
    int at = 0;
    while (at < text.length()) {
      String pair = at + 2 <= text.length() ? letter(text, at, 2) : null;
      String letter = pair != null ? pair : letter(text, at, 1);
      unicode.append(letter != null ? letter : text.substring(at, at + 1));
      isCovered &= letter != null || text.charAt(at) < 0x80;
      at += pair != null ? 2 : 1;
    }
    return isCovered;
  }

  private @Nullable String letter(String text, int at, int length) {
    return letters.get(text.substring(at, at + length));
  }
}
