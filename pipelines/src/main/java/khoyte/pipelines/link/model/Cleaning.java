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
  /** {@code m} or {@code f}, in English, Vietnamese or by ISO 5218; else the first letter. */
  SEX,
  /** Of a Vietnamese insurance card its last ten digits, which stay when the card changes. */
  INSURANCE_NUMBER,
  FIRST_WORD,
  LAST_WORD,
  /** What stands between the first and the last word. */
  MIDDLE_WORDS,
  /** Of a whole name: the word behind a comma, else the first one, or the last in Vietnam. */
  GIVEN_PART,
  /** Of a whole name: the words between given name and family name. */
  MIDDLE_PART,
  /** Of a whole name: what stands before a comma, else the last word, or the first in Vietnam. */
  SURNAME_PART,
  /** The different words of the value, as a list. */
  WORDS;

  /** Reads {@code first-letter}. */
  public static Cleaning of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
