package khoyte.pipelines.read.person;

import khoyte.warehouse.reference.MobilePrefixes;
import org.jspecify.annotations.Nullable;

/**
 * A phone number.
 *
 * @param number digits from 0, with the mobile prefixes of 2018; null if it cannot be read
 * @param hadRetiredPrefix it was written with a mobile prefix that was retired in 2018
 */
public record Phone(@Nullable String number, boolean hadRetiredPrefix) {
  private static final Phone NONE = new Phone(null, false);
  private static final int MOBILE_LENGTH = 10;
  private static final int LONG_LENGTH = 11;

  /** Reads {@code 0912345678}, {@code +84 912 345 678}, {@code 912345678}, {@code 01681234567}. */
  public static Phone read(@Nullable String text) {
    String digits = text == null ? null : digits(text);
    if (digits == null) {
      return NONE;
    }
    String national = national(digits);
    if (national.length() == LONG_LENGTH) {
      String successor = MobilePrefixes.successorOf(national.substring(0, 4));
      if (successor != null) {
        return new Phone(successor + national.substring(4), true);
      }
      return national.startsWith("02") ? new Phone(national, false) : NONE;
    }
    boolean isNumber = national.length() == MOBILE_LENGTH && national.startsWith("0");
    return isNumber ? new Phone(national, false) : NONE;
  }

  private static @Nullable String digits(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      } else if (Character.isLetter(c)) {
        return null;
      }
    }
    return digits.toString();
  }

  private static String national(String digits) {
    if (digits.startsWith("0084")) {
      return withZero(digits.substring(4));
    }
    if (digits.startsWith("84") && digits.length() >= LONG_LENGTH) {
      return withZero(digits.substring(2));
    }
    return withZero(digits);
  }

  /** A spreadsheet, or the country code, has taken the zero away. */
  private static String withZero(String digits) {
    boolean isMobile = digits.length() == 9 && digits.charAt(0) >= '3';
    boolean isOldMobile = digits.length() == MOBILE_LENGTH && digits.charAt(0) == '1';
    boolean isLandline = digits.length() == MOBILE_LENGTH && digits.charAt(0) == '2';
    return isMobile || isOldMobile || isLandline ? "0" + digits : digits;
  }
}
