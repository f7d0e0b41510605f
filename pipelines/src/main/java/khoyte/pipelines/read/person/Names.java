package khoyte.pipelines.read.person;

import khoyte.pipelines.read.text.VietnameseText;

/** Names of people as the cleaning contract compares them. */
public final class Names {

  private Names() {}

  /** Two names are equal when these are equal: {@code nguyễn văn hòa}. */
  public static String normalForm(String name) {
    return VietnameseText.normalForm(name);
  }

  /** Two names are folded-equal when these are equal: {@code nguyen van hoa}. */
  public static String folded(String name) {
    return VietnameseText.foldedForm(VietnameseText.normalForm(name));
  }

  /** The same of a name that is already in its normal form. */
  public static String foldedOfNormalForm(String normalForm) {
    return VietnameseText.foldedForm(normalForm);
  }
}
