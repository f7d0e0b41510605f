package khoyte.jobs.demo;

import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/** Takes an exact number out of a range, each of the eligible with the same chance. */
final class Sampling {

  private Sampling() {}

  static void take(
      int first, int end, int number, IntPredicate isEligible, Dice dice, IntConsumer taken) {
    int eligible = 0;
    for (int i = first; i < end; i++) {
      if (isEligible.test(i)) {
        eligible++;
      }
    }
    if (number < 0 || number > eligible) {
      throw new IllegalArgumentException(
          "Cannot take " + number + " of " + eligible + ": the scale is too small");
    }
    int missing = number;
    for (int i = first; i < end && missing > 0; i++) {
      if (isEligible.test(i)) {
        if (dice.below(eligible) < missing) {
          missing--;
          taken.accept(i);
        }
        eligible--;
      }
    }
  }
}
