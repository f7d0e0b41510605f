package khoyte.warehouse.worklist;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/**
 * The code of a row ({@code Mã dòng}), as {@code 4F7K-B9M2}: the same for a record and a list in
 * every night. Digits and letters that are not taken for each other; the last is the check of the
 * NOID scheme (sum of place times value, modulo the prime 29), which finds every single wrong sign
 * and every swap of neighbours before it. The fifth is a letter, so that the code may be broken
 * after its hyphen.
 */
public final class RowKey {
  private static final String LETTERS = "BCDFGHJKLNPQRSTVXYZ";
  private static final String SIGNS = "0123456789" + LETTERS;
  private static final int LENGTH = 8;
  private static final int HALF = 4;

  private RowKey() {}

  /**
   * The code of a record in a list.
   *
   * @param attempt 0; greater where the code of a smaller one is taken by another record
   */
  public static String of(String sourceTable, String recordKey, WorklistSheet sheet, int attempt) {
    String named = String.join("\u001F", sourceTable, recordKey, sheet.code(), "" + attempt);
    byte[] hash = sha256(named);
    StringBuilder signs = new StringBuilder();
    for (int i = 0; i < LENGTH - 1; i++) {
      String alphabet = i == HALF ? LETTERS : SIGNS;
      int value = (hash[2 * i] & 0xFF) << 8 | hash[2 * i + 1] & 0xFF;
      signs.append(alphabet.charAt(value % alphabet.length()));
    }
    signs.append(check(signs));
    return signs.insert(HALF, '-').toString();
  }

  /** A code as somebody wrote it, in the form of {@link #of}; spaces and hyphens do not count. */
  public static String normal(String written) {
    String signs = written.replaceAll("[\\s\\p{Z}\\p{C}\\p{Pd}]", "").toUpperCase(Locale.ROOT);
    return signs.length() == LENGTH
        ? signs.substring(0, HALF) + "-" + signs.substring(HALF)
        : signs;
  }

  /** Whether a code in normal form has the right check. */
  public static boolean isWhole(String code) {
    String signs = code.replace("-", "");
    return signs.length() == LENGTH
        && signs.chars().allMatch(sign -> SIGNS.indexOf(sign) >= 0)
        && check(signs.substring(0, LENGTH - 1)) == signs.charAt(LENGTH - 1);
  }

  private static char check(CharSequence signs) {
    int sum = 0;
    for (int i = 0; i < signs.length(); i++) {
      sum += (i + 1) * SIGNS.indexOf(signs.charAt(i));
    }
    return SIGNS.charAt(sum % SIGNS.length());
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
