package khoyte.jobs.backup;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of a state's file: {@code 000012-20230106T020000Z-<sha256>.txt}. */
final class StateName {
  private static final Pattern FORM = Pattern.compile("(\\d{6,9})-([0-9TZ]+)-([0-9a-f]{64})\\.txt");

  private StateName() {}

  static String of(int number, String time, String sha256) {
    return "%06d-%s-%s.txt".formatted(number, time, sha256);
  }

  static boolean isOne(String name) {
    return FORM.matcher(name).matches();
  }

  static int number(String name) {
    return Integer.parseInt(part(name, 1));
  }

  static String time(String name) {
    return part(name, 2);
  }

  static String sha256(String name) {
    return part(name, 3);
  }

  private static String part(String name, int group) {
    Matcher form = FORM.matcher(name);
    if (!form.matches()) {
      throw new IllegalArgumentException("Cannot read the name of a state: " + name);
    }
    return form.group(group);
  }
}
