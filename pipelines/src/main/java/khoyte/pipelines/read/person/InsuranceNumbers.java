package khoyte.pipelines.read.person;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Social-insurance numbers (10 digits), written plainly or as the end of a health-insurance card of
 * 15 characters (QĐ 1351/QĐ-BHXH); several are joined by {@code ;}.
 */
public final class InsuranceNumbers {
  private static final int LENGTH = 10;
  private static final int CARD_LENGTH = 15;

  private InsuranceNumbers() {}

  /** Every number once, in the order in which they stand. */
  public static List<String> read(@Nullable String text) {
    if (text == null) {
      return List.of();
    }
    if (text.length() == LENGTH && areDigits(text)) {
      return List.of(text);
    }
    List<String> numbers = new ArrayList<>(1);
    int from = 0;
    while (from <= text.length()) {
      int end = text.indexOf(';', from);
      end = end < 0 ? text.length() : end;
      String number = number(text.substring(from, end));
      if (number != null && !numbers.contains(number)) {
        numbers.add(number);
      }
      from = end + 1;
    }
    return List.copyOf(numbers);
  }

  private static @Nullable String number(String written) {
    StringBuilder kept = new StringBuilder(written.length());
    for (int i = 0; i < written.length(); i++) {
      if (Character.isLetterOrDigit(written.charAt(i))) {
        kept.append(written.charAt(i));
      }
    }
    if (kept.length() != LENGTH && kept.length() != CARD_LENGTH) {
      return null;
    }
    String number = kept.substring(kept.length() - LENGTH);
    return areDigits(number) ? number : null;
  }

  private static boolean areDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
