package khoyte.jobs.demo;

import khoyte.jobs.demo.Slip.Subject;

/** Names in other letters. The first four stay equal to the name, the others do not. */
final class SlipOfName {

  private SlipOfName() {}

  static boolean inCapitals(Writing written, Subject subject, Dice dice) {
    return write(written, Spelling.upper(written.name));
  }

  static boolean withDoubleSpaces(Writing written, Subject subject, Dice dice) {
    return write(written, " " + written.name.replace(" ", "  "));
  }

  static boolean decomposed(Writing written, Subject subject, Dice dice) {
    return write(written, Spelling.decomposed(written.name));
  }

  static boolean withModernTone(Writing written, Subject subject, Dice dice) {
    return write(written, Spelling.modernTone(written.name));
  }

  static boolean withoutDiacritics(Writing written, Subject subject, Dice dice) {
    String bare = Spelling.withoutDiacritics(written.name);
    return !bare.equals(written.name) && write(written, Spelling.upper(bare));
  }

  static boolean misspelt(Writing written, Subject subject, Dice dice) {
    return write(written, Spelling.misspelt(written.name, dice));
  }

  private static boolean write(Writing written, String name) {
    boolean other = !name.equals(written.name);
    written.name = name;
    return other;
  }
}
