package khoyte.pipelines.link.pair;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import khoyte.pipelines.read.text.VietnameseText;
import khoyte.warehouse.reference.ReferenceLists;

/**
 * Forms of Vietnamese names: those that are said and written otherwise in the south than in the
 * north ({@code Huỳnh}, {@code Hoàng}), and the given names that most people bear.
 */
final class NameForms {
  /** Form of the north by that of the south, folded. */
  private static final Map<String, String> NORTH = new HashMap<>();

  private static final Set<String> GIVEN = new HashSet<>();

  static {
    ReferenceLists.rows("name_variants")
        .forEach(
            row -> NORTH.putIfAbsent(folded(row.getField("south")), folded(row.getField("north"))));
    Stream.of("given_names", "other_given_names")
        .flatMap(list -> ReferenceLists.rows(list).stream())
        .forEach(row -> GIVEN.add(folded(row.getField("name"))));
  }

  private NameForms() {}

  private static String folded(String name) {
    return VietnameseText.foldedForm(VietnameseText.normalForm(name));
  }

  /** The form of the north of a folded name, word by word; a word itself if it has only one. */
  static String ofNorth(String name) {
    if (name.indexOf(' ') < 0) {
      return NORTH.getOrDefault(name, name);
    }
    StringBuilder form = new StringBuilder(name.length());
    for (String word : name.split(" ", -1)) {
      form.append(form.isEmpty() ? "" : " ").append(NORTH.getOrDefault(word, word));
    }
    return form.toString();
  }

  /** Whether two folded words are two of the names that people bear. */
  static boolean areTwo(String one, String other) {
    return !one.equals(other) && GIVEN.contains(one) && GIVEN.contains(other);
  }
}
