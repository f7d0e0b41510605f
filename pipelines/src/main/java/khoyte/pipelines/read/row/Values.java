package khoyte.pipelines.read.row;

import java.math.BigDecimal;
import khoyte.pipelines.read.text.VietnameseText;
import org.jspecify.annotations.Nullable;

/** Numbers as senders write them. */
public final class Values {
  private static final int SCALE = 4;
  private static final int MOST_DIGITS = 9;
  private static final int MOST_WHOLE_DIGITS = 14;

  private Values() {}

  /** A whole number of at most nine digits, or null. */
  public static @Nullable Integer integer(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String stripped = VietnameseText.stripped(text);
    int from = stripped.startsWith("-") ? 1 : 0;
    int length = stripped.length() - from;
    if (length == 0 || length > MOST_DIGITS) {
      return null;
    }
    int value = 0;
    for (int i = from; i < stripped.length(); i++) {
      int digit = stripped.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return null;
      }
      value = value * 10 + digit;
    }
    return from == 0 ? value : -value;
  }

  /** An amount with a decimal point, rounded half up to four decimals, or null. */
  public static @Nullable BigDecimal decimal(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String stripped = VietnameseText.stripped(text);
    boolean isNegative = stripped.startsWith("-");
    long value = 0;
    int decimals = -1;
    int digits = 0;
    boolean roundsUp = false;
    for (int i = isNegative ? 1 : 0; i < stripped.length(); i++) {
      char c = stripped.charAt(i);
      if (c == '.' && decimals < 0) {
        decimals = 0;
      } else if (c < '0' || c > '9') {
        return null;
      } else if (decimals < SCALE) {
        value = value * 10 + c - '0';
        digits++;
        decimals += decimals >= 0 ? 1 : 0;
      } else {
        roundsUp |= decimals == SCALE && c >= '5';
        decimals = SCALE + 1;
      }
      if (digits - Math.max(decimals, 0) > MOST_WHOLE_DIGITS) {
        return null;
      }
    }
    if (digits == 0) {
      return null;
    }
    for (int i = Math.max(decimals, 0); i < SCALE; i++) {
      value *= 10;
    }
    value += roundsUp ? 1 : 0;
    return BigDecimal.valueOf(isNegative ? -value : value, SCALE);
  }
}
