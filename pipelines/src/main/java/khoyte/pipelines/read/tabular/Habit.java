package khoyte.pipelines.read.tabular;

import java.util.Locale;

/** What people and spreadsheets leave behind in a file, and what is meant all the same. */
enum Habit {
  /** UTF-16, as Excel writes “Unicode text”. */
  UTF16,
  /** Lines above the heading. */
  TITLE,
  /** The heading once more, of a joined file. */
  HEADING,
  /** Byte order marks and Ctrl-Z between joined files. */
  JOIN,
  /** Lines that end with a carriage return alone. */
  RETURN,
  /** {@code ="…"} and a leading apostrophe, which are to keep zeros. */
  WRAPPED,
  /** Blanks of other kinds, invisible characters, full-width forms. */
  CHARACTER,
  /** Merged cells, whose value stands for all rows that they cover. */
  MERGED,
  /** Formulas without the results that a spreadsheet saves beside them. */
  FORMULA;

  /** Of its text: file, how often, first line. */
  String key() {
    return "habit." + name().toLowerCase(Locale.ROOT);
  }
}
