package khoyte.pipelines.read.person;

import khoyte.pipelines.read.text.VietnameseText;
import khoyte.warehouse.reference.BirthRegistration;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that stand for a citizen: the 12-digit citizen id (NĐ 137/2015/NĐ-CP) and the old
 * identity card of 9 digits.
 */
public final class CitizenIds {
  private static final int LENGTH = 12;
  private static final int SHORTEST_PADDED = 10;
  private static final int OLD_LENGTH = 9;

  private CitizenIds() {}

  /**
   * 12 digits of valid structure; 10 or 11 digits that with leading zeros have it and agree with
   * birth year and gender; else null.
   */
  public static @Nullable String citizenId(
      @Nullable String text, @Nullable Integer birthYear, @Nullable Integer gender) {
    String digits = digits(text);
    if (digits == null) {
      return null;
    }
    if (digits.length() == LENGTH) {
      return isValid(digits) ? digits : null;
    }
    if (digits.length() < SHORTEST_PADDED || digits.length() > LENGTH) {
      return null;
    }
    String padded = "0".repeat(LENGTH - digits.length()) + digits;
    return isValid(padded) && agrees(padded, birthYear, gender) ? padded : null;
  }

  /** 9 digits, else null. */
  public static @Nullable String oldId(@Nullable String text) {
    String digits = digits(text);
    return digits != null && digits.length() == OLD_LENGTH ? digits : null;
  }

  /** Whether it is 12 digits, of whatever structure. */
  public static boolean isTwelveDigits(@Nullable String text) {
    String digits = digits(text);
    return digits != null && digits.length() == LENGTH;
  }

  /** Whether birth year or gender, as far as they are known, are not those of a citizen id. */
  public static boolean contradicts(
      String citizenId, @Nullable Integer birthYear, @Nullable Integer gender) {
    return birthYear != null && birthYear(citizenId) != birthYear
        || gender != null && gender(citizenId) != gender;
  }

  private static boolean isValid(String twelve) {
    return BirthRegistration.isKnown(Integer.parseInt(twelve.substring(0, 3)))
        && twelve.charAt(3) <= '3';
  }

  private static boolean agrees(
      String twelve, @Nullable Integer birthYear, @Nullable Integer gender) {
    if (birthYear == null || gender == null) {
      return false;
    }
    return birthYear(twelve) == birthYear && gender(twelve) == gender;
  }

  private static int birthYear(String twelve) {
    int century = (twelve.charAt(3) - '0') / 2;
    return 1900 + century * 100 + Integer.parseInt(twelve.substring(4, 6));
  }

  private static int gender(String twelve) {
    return (twelve.charAt(3) - '0') % 2 + 1;
  }

  private static @Nullable String digits(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String stripped = VietnameseText.stripped(text);
    for (int i = 0; i < stripped.length(); i++) {
      if (stripped.charAt(i) < '0' || stripped.charAt(i) > '9') {
        return null;
      }
    }
    return stripped.isEmpty() ? null : stripped;
  }
}
