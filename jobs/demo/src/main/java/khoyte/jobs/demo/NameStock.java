package khoyte.jobs.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;
import khoyte.warehouse.reference.ReferenceLists;

/**
 * Full names as they are given in the province: surnames and given names by their shares in the
 * samples of {@code domain.md} section 7; {@code Thị} and {@code Văn} by year of birth, more than
 * half before 1980. A name is kept as a number: surname, middle and given name, eight bits each.
 */
final class NameStock {
  private static final int PARTICLE = 1;

  private final List<String> surnames = new ArrayList<>();
  private final int[] surnameTotals;
  private final Words men = new Words("M", "Văn");
  private final Words women = new Words("F", "Thị");

  NameStock() {
    List<Integer> weights = new ArrayList<>();
    for (NamedCsvRecord row : ReferenceLists.rows("surnames")) {
      surnames.add(row.getField("surname"));
      weights.add(ModelLists.weight(row));
    }
    surnameTotals = totals(weights);
  }

  private static int[] totals(List<Integer> weights) {
    return Dice.runningTotals(weights.stream().mapToInt(Integer::intValue).toArray());
  }

  /** Middle and given names of one sex. */
  private static final class Words {
    final List<String> middle = new ArrayList<>();
    final List<String> given = new ArrayList<>();
    final int[] middleTotals;
    final int[] givenTotals;

    Words(String gender, String particle) {
      middle.add("");
      middle.add(particle);
      List<Integer> weights = new ArrayList<>();
      for (NamedCsvRecord row : ModelLists.rows("middle_names")) {
        if (row.getField("gender").equals(gender)) {
          middle.add(row.getField("name"));
          weights.add(ModelLists.weight(row));
        }
      }
      middleTotals = totals(weights);
      weights.clear();
      for (NamedCsvRecord row : ReferenceLists.rows("given_names")) {
        if (row.getField("gender").equals(gender)) {
          given.add(row.getField("name"));
          weights.add(ModelLists.weight(row));
        }
      }
      givenTotals = totals(weights);
    }

    String middle(int number) {
      int singles = middleTotals.length + 2;
      return number < singles
          ? middle.get(number)
          : middle.get(PARTICLE) + " " + middle.get(number - singles + 2);
    }
  }

  private Words words(boolean female) {
    return female ? women : men;
  }

  int drawn(boolean female, int birthYear, Dice dice) {
    int surname = dice.weighted(surnameTotals);
    return surname << 16 | middle(female, birthYear, dice) << 8 | given(female, dice);
  }

  private int given(boolean female, Dice dice) {
    return dice.weighted(words(female).givenTotals);
  }

  private int middle(boolean female, int birthYear, Dice dice) {
    int kind = dice.below(1000);
    if (kind < (female ? 2 : 9)) {
      return 0;
    }
    int particle = birthYear < 1980 ? 620 : birthYear < 2000 ? 400 : 160;
    Words words = words(female);
    int single = 2 + dice.weighted(words.middleTotals);
    if (dice.below(1000) < (female ? particle : particle * 2 / 3)) {
      return dice.below(3) > 0 ? PARTICLE : single + words.middleTotals.length;
    }
    return single;
  }

  /** The same surname and middle name with another given name. */
  int withOtherGiven(int name, boolean female, Dice dice) {
    int other;
    do {
      other = name & 0xFFFF00 | given(female, dice);
    } while (Spelling.isClose(
        Spelling.folded(text(name, female)), Spelling.folded(text(other, female))));
    return other;
  }

  /**
   * Two names with the same surname and middle name; the given names folded are one letter apart.
   */
  int[] withCloseGivens(int name, boolean female) {
    List<String> given = words(female).given;
    for (int first = name & 0xFF; ; first = (first + 1) % given.size()) {
      for (int second = 0; second < given.size(); second++) {
        if (Spelling.distance(Spelling.folded(given.get(first)), Spelling.folded(given.get(second)))
            == 1) {
          return new int[] {name & 0xFFFF00 | first, name & 0xFFFF00 | second};
        }
      }
    }
  }

  String text(int name, boolean female) {
    Words words = words(female);
    String middle = words.middle(name >> 8 & 0xFF);
    String surname = surnames.get(name >> 16 & 0xFF);
    String given = words.given.get(name & 0xFF);
    return middle.isEmpty() ? surname + " " + given : surname + " " + middle + " " + given;
  }
}
