package khoyte.jobs.trial;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Invented people of whom little is known, some with a second row that somebody mistyped: id (its
 * truth: {@code rec-7-org} and {@code rec-7-dup-0} are one person), given name, surname, and year,
 * month and day of birth. Few names are frequent and many are rare.
 */
final class NarrowTable {
  private static final String CONSONANTS = "bdfghklmnprstvw";
  private static final String VOWELS = "aeiou";
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

  private final Random random;
  private final List<String> givenNames;
  private final List<String> surnames;
  private final List<List<String>> rows = new ArrayList<>();

  private NarrowTable(long seed) {
    random = new Random(seed);
    givenNames = names(150, 2);
    surnames = names(700, 3);
  }

  /**
   * Rows in no order.
   *
   * @param rowsOfSome of every third person; one error in all but the first
   */
  static List<List<String>> of(int people, int rowsOfSome, long seed) {
    NarrowTable table = new NarrowTable(seed);
    for (int person = 0; person < people; person++) {
      table.person(person, person % 3 == 0 ? rowsOfSome : 1);
    }
    Collections.shuffle(table.rows, table.random);
    return table.rows;
  }

  private void person(int person, int times) {
    String given = drawn(givenNames);
    String surname = drawn(surnames);
    int[] born = {1930 + random.nextInt(75), 1 + random.nextInt(12), 1 + random.nextInt(28)};
    add(person, 0, given, surname, born);
    for (int time = 1; time < times; time++) {
      int error = random.nextInt(8);
      int[] date = born.clone();
      if (error == 5) {
        date[0] += 1 + random.nextInt(9);
      } else if (error == 6) {
        date[1] = 1 + random.nextInt(12);
      } else if (error == 7) {
        date[2] = random.nextInt(33);
      }
      add(
          person,
          time,
          error == 0 ? "" : error <= 2 ? mistyped(given) : given,
          error == 3 || error == 4 ? mistyped(surname) : surname,
          date);
    }
  }

  private void add(int person, int time, String given, String surname, int[] born) {
    String row = time == 0 ? "org" : "dup-" + (time - 1);
    rows.add(
        List.of(
            "rec-" + person + "-" + row,
            given,
            surname,
            String.valueOf(born[0]),
            String.valueOf(born[1]),
            String.valueOf(born[2])));
  }

  private List<String> names(int number, int syllables) {
    List<String> names = new ArrayList<>();
    while (names.size() < number) {
      StringBuilder name = new StringBuilder();
      for (int i = 0; i < syllables; i++) {
        name.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
        name.append(VOWELS.charAt(random.nextInt(VOWELS.length())));
      }
      name.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
      if (!names.contains(name.toString())) {
        names.add(name.toString());
      }
    }
    return names;
  }

  /** The n-th name is about as frequent as its place is small. */
  private String drawn(List<String> names) {
    double place = Math.expm1(random.nextDouble() * Math.log(names.size() / 4.0 + 1)) * 4;
    return names.get(Math.min((int) place, names.size() - 1));
  }

  private String mistyped(String name) {
    int at = random.nextInt(name.length());
    String letter = String.valueOf(LETTERS.charAt(random.nextInt(LETTERS.length())));
    return switch (random.nextInt(3)) {
      case 0 -> name.substring(0, at) + letter + name.substring(at + 1);
      case 1 -> name.substring(0, at) + name.substring(at + 1);
      default -> name.substring(0, at) + letter + name.substring(at);
    };
  }
}
