package khoyte.pipelines.read.tabular;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import khoyte.pipelines.read.csv.Sightings;
import khoyte.pipelines.read.source.ReadWarning;
import khoyte.pipelines.read.text.VietnameseText;
import org.jspecify.annotations.Nullable;

/** Which habits a file shows: understood without doubt, and told the sender once. */
final class Habits {
  private static final Pattern FORMULA = Pattern.compile("=\"((?:[^\"]|\"\")*+)\"");

  private final Map<Habit, Sightings> seen = new EnumMap<>(Habit.class);

  void at(Habit habit, int line) {
    seen.computeIfAbsent(habit, h -> new Sightings()).at(line);
  }

  void add(Habit habit, Sightings sightings) {
    if (sightings.count() > 0) {
      seen.computeIfAbsent(habit, h -> new Sightings()).add(sightings);
    }
  }

  /** Forgets what a first look at the file has shown. */
  void clear() {
    seen.clear();
  }

  List<ReadWarning> warnings(String file) {
    return seen.entrySet().stream()
        .map(
            habit ->
                new ReadWarning(
                    habit.getKey().key(),
                    List.of(file, habit.getValue().count(), habit.getValue().firstLine())))
        .toList();
  }

  /** What is meant by the text of a cell; null if it is blank. */
  @Nullable String meant(String written, int line) {
    String plain = VietnameseText.plain(written);
    if (!plain.equals(written)) {
      at(Habit.CHARACTER, line);
    }
    return meantByAscii(plain, line);
  }

  /** The same of a text in which no character needs to be folded. */
  @Nullable String meantByAscii(String written, int line) {
    String text = unwrapped(written);
    if (text.length() != written.length()) {
      at(Habit.WRAPPED, line);
    }
    return VietnameseText.isBlank(text) ? null : text;
  }

  /** Whether nothing is meant by the text of a cell. */
  static boolean isBlank(String written) {
    return VietnameseText.isBlank(unwrapped(VietnameseText.plain(written)));
  }

  private static String unwrapped(String text) {
    char first = text.isEmpty() ? ' ' : text.charAt(0);
    if (first == '=') {
      Matcher formula = FORMULA.matcher(text);
      return formula.matches() ? formula.group(1).replace("\"\"", "\"") : text;
    }
    if (first != '\'' && first != '’') {
      return text;
    }
    boolean isClosed = text.length() > 1 && text.charAt(text.length() - 1) == first;
    return text.substring(1, isClosed ? text.length() - 1 : text.length());
  }
}
