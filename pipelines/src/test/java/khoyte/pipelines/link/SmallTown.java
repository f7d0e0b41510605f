package khoyte.pipelines.link;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * An invented town whose truth is known: households with one address and mostly one family name,
 * twins, namesakes; some people have a second or third row, mistyped, with gaps or from before they
 * moved. An id is {@code person.row}.
 */
final class SmallTown {
  static final List<String> HEADINGS = List.of("id", "given", "family", "born", "street", "phone");
  private static final String CONSONANTS = "bcdfghklmnprstvz";
  private static final String VOWELS = "aeiou";

  private final Random random;
  private final List<List<String>> rows = new ArrayList<>();
  private final List<String> givenNames = new ArrayList<>();
  private final List<String> familyNames = new ArrayList<>();
  private int people;

  private SmallTown(long seed) {
    random = new Random(seed);
    for (int i = 0; i < 60; i++) {
      givenNames.add(word(2 + random.nextInt(2)));
      familyNames.add(word(3));
      familyNames.add(word(2) + "son");
    }
  }

  /** Rows of so many households. */
  static List<List<String>> rows(int households, long seed) {
    SmallTown town = new SmallTown(seed);
    for (int i = 0; i < households; i++) {
      town.household();
    }
    return town.rows;
  }

  /** Whether two ids are one person. */
  static boolean isOne(String id, String other) {
    return person(id).equals(person(other));
  }

  static String person(String id) {
    return id.substring(0, id.indexOf('.'));
  }

  private void household() {
    String family = any(familyNames);
    String street = (1 + random.nextInt(90)) + " " + word(3) + " street";
    String phone = number(9);
    int size = 1 + random.nextInt(4);
    List<String> given = new ArrayList<>(givenNames);
    Collections.shuffle(given, random);
    for (int i = 0; i < size; i++) {
      String born = date();
      person(given.get(i), family, born, street, phone);
      if (i >= 2 && random.nextInt(6) == 0) {
        person(given.get(i + 10), family, born, street, phone);
      }
    }
    if (random.nextInt(25) == 0) {
      List<String> namesake = rows.get(random.nextInt(rows.size()));
      String other = (1 + random.nextInt(90)) + " " + word(3) + " street";
      people++;
      add(0, List.of(namesake.get(1), namesake.get(2), date(), other, number(9)));
    }
  }

  private void person(String given, String family, String born, String street, String phone) {
    people++;
    List<String> truth =
        List.of(
            given,
            random.nextInt(6) == 0 ? any(familyNames) : family,
            born,
            street,
            random.nextInt(3) == 0 ? number(9) : phone);
    add(0, truth);
    for (int row = 1; row <= 2 && random.nextInt(3) == 0; row++) {
      List<String> other = new ArrayList<>(truth);
      if (random.nextInt(7) == 0) {
        other.set(3, (1 + random.nextInt(90)) + " " + word(3) + " street");
      }
      if (random.nextInt(30) == 0) {
        other.set(0, truth.get(1));
        other.set(1, truth.get(0));
      }
      for (int i = 0; i < other.size(); i++) {
        other.set(i, random.nextInt(12) == 0 ? mistyped(other.get(i)) : other.get(i));
      }
      add(row, other);
    }
  }

  private void add(int row, List<String> values) {
    List<String> cells = new ArrayList<>(List.of("%04d.%d".formatted(people, row)));
    for (int i = 0; i < values.size(); i++) {
      cells.add(i > 1 && random.nextInt(15) == 0 ? "" : values.get(i));
    }
    rows.add(List.copyOf(cells));
  }

  private String mistyped(String text) {
    int at = random.nextInt(text.length() - 1);
    char other =
        Character.isDigit(text.charAt(at))
            ? (char) ('0' + random.nextInt(10))
            : VOWELS.charAt(random.nextInt(5));
    return random.nextBoolean()
        ? text.substring(0, at) + other + text.substring(at + 1)
        : text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
  }

  private String any(List<String> names) {
    return names.get((int) (names.size() * random.nextDouble() * random.nextDouble()));
  }

  private String word(int syllables) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < syllables; i++) {
      word.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
      word.append(VOWELS.charAt(random.nextInt(VOWELS.length())));
    }
    return word.toString();
  }

  private String number(int digits) {
    StringBuilder number = new StringBuilder();
    for (int i = 0; i < digits; i++) {
      number.append(random.nextInt(10));
    }
    return number.toString();
  }

  private String date() {
    return "%04d%02d%02d"
        .formatted(1940 + random.nextInt(80), 1 + random.nextInt(12), 1 + random.nextInt(28));
  }
}
