package khoyte.jobs.demo;

import java.util.List;
import java.util.Locale;

/**
 * A hospital and how its information system exports. The codes are invented.
 *
 * @param districts codes of the districts whose people go there; empty for all
 * @param share how many of these come, in proportion
 */
record Hospital(
    String code,
    String name,
    Dialect dialect,
    Style style,
    String packed,
    List<String> districts,
    int share) {

  /** Which decision the extract follows. */
  enum Dialect {
    QD4210,
    QD130,
    QD4750,
    QD3176;

    boolean isOld() {
      return this == QD4210;
    }
  }

  /** How the text of a table stands in the envelope. */
  enum Style {
    BASE64,
    /** Base64, free text as CDATA. */
    CDATA,
    /** The table's own elements, not encoded. */
    PLAIN,
    /** Base64, typed with a TCVN3 font. */
    TCVN3
  }

  static List<Hospital> all() {
    return ModelLists.rows("hospitals").stream()
        .map(
            row ->
                new Hospital(
                    row.getField("code"),
                    row.getField("name"),
                    Dialect.valueOf("QD" + row.getField("dialect")),
                    Style.valueOf(row.getField("writes").toUpperCase(Locale.ROOT)),
                    row.getField("packed"),
                    row.getField("districts").equals("all")
                        ? List.of()
                        : List.of(row.getField("districts").split(" ", -1)),
                    Integer.parseInt(row.getField("share"))))
        .toList();
  }

  boolean serves(String district) {
    return districts.isEmpty() || districts.contains(district);
  }

  Clerk.Form form() {
    return dialect.isOld() ? Clerk.Form.WITHOUT_ID : Clerk.Form.ALL;
  }
}
