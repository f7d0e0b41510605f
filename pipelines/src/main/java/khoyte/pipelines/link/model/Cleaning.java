package khoyte.pipelines.link.model;

import java.util.Locale;

/**
 * A step that brings a value into the form in which it is compared. Before the first step every
 * value is trimmed, its inner blanks are made one, and it is written small.
 */
public enum Cleaning {
  /** Without diacritics: {@code é} and {@code e} are one. */
  FOLD,
  /** Letters only, of any script. */
  LETTERS,
  /** Letters and digits only. */
  ALPHANUMERIC,
  DIGITS,
  /** Any usual way to write a date becomes {@code yyyyMMdd}; see the cleaning for its limits. */
  DATE,
  FIRST_LETTER,
  FIRST_WORD,
  LAST_WORD,
  /** What stands between the first and the last word. */
  MIDDLE_WORDS,
  /** Of a whole name: what stands behind a comma, else the first word. */
  GIVEN_PART,
  /** Of a whole name: what stands before a comma, else the last word. */
  SURNAME_PART,
  /** The different words of the value, as a list. */
  WORDS;

  /** Reads {@code first-letter}. */
  public static Cleaning of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
