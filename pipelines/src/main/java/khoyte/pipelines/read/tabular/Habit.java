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
  CHARACTER;

  /** Of its text: file, how often, first line. */
  String key() {
    return "habit." + name().toLowerCase(Locale.ROOT);
  }
}
