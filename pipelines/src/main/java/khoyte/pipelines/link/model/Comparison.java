package khoyte.pipelines.link.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How far two rows agree on one thing: the first level that holds, else {@link Level#DIFFERENT}. A
 * pair says nothing ({@link #SILENT}) where a value is missing, or where {@code silentWhen} holds
 * because another comparison counts that.
 *
 * @param levels closest first, without the last one
 * @param silentWhen tests, one of which silences it
 * @param termFrequency whether agreement on a rare value weighs more; judged at the level {@code
 *     equal}
 */
public record Comparison(
    String name,
    String column,
    List<Level> levels,
    List<LevelTest> silentWhen,
    boolean termFrequency) {
  /** Level of a pair that says nothing. */
  public static final int SILENT = -1;

  /** Number of levels, the last one included. */
  public int size() {
    return levels.size() + 1;
  }

  /** Names of the levels in their order, the last one included. */
  public List<String> levelNames() {
    List<String> names = new ArrayList<>(levels.stream().map(Level::text).toList());
    names.add(Level.DIFFERENT);
    return names;
  }

  /** Every column it looks at. */
  public Set<String> columns() {
    Set<String> columns = new HashSet<>(Set.of(column));
    levels.forEach(level -> addOthers(level.anyOf(), columns));
    addOthers(silentWhen, columns);
    return columns;
  }

  private static void addOthers(List<LevelTest> tests, Set<String> columns) {
    tests.stream().map(LevelTest::other).filter(other -> !other.isEmpty()).forEach(columns::add);
  }

  /** Place of the level {@code equal} if term frequencies count, else -1. */
  public int termFrequencyLevel() {
    if (termFrequency) {
      for (int i = 0; i < levels.size(); i++) {
        if (levels.get(i).isEqual()) {
          return i;
        }
      }
    }
    return -1;
  }

  /** Whether a level says that the values are the same but for their diacritics. */
  public boolean isEqualFolded(int level) {
    return level >= 0 && level < levels.size() && levels.get(level).isEqualFolded();
  }

  /** The same without the tests that need another column that is not there. */
  Comparison without(Set<String> missing) {
    List<Level> kept = new ArrayList<>();
    for (Level level : levels) {
      List<LevelTest> tests =
          level.anyOf().stream().filter(test -> !missing.contains(test.other())).toList();
      if (tests.size() == level.anyOf().size()) {
        kept.add(level);
      } else if (!tests.isEmpty()) {
        kept.add(new Level(level.text(), tests));
      }
    }
    return new Comparison(
        name,
        column,
        List.copyOf(kept),
        silentWhen.stream().filter(test -> !missing.contains(test.other())).toList(),
        termFrequency);
  }
}
