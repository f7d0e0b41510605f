package khoyte.jobs.demo;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import khoyte.warehouse.reference.ReferenceLists;

/** Text as typed with a font of before Unicode, its glyphs read as Windows-1252. */
enum LegacyFont {
  /** Accented capitals are typed with a font of capitals, so their case is lost. */
  TCVN3("tcvn3"),
  VNI("vni");

  private final Map<Character, String> glyphs = new HashMap<>();

  LegacyFont(String list) {
    ReferenceLists.rows(list)
        .forEach(
            row ->
                glyphs.putIfAbsent(
                    row.getField("unicode").charAt(0), row.getField("windows_1252")));
  }

  String typed(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    StringBuilder typed = new StringBuilder(composed.length() + 8);
    for (int i = 0; i < composed.length(); i++) {
      char letter = composed.charAt(i);
      String glyph = glyphs.get(letter);
      if (glyph == null) {
        glyph = glyphs.getOrDefault(Character.toLowerCase(letter), String.valueOf(letter));
      }
      typed.append(letter < 0x80 ? String.valueOf(letter) : glyph);
    }
    return typed.toString();
  }
}
