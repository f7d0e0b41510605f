package khoyte.pipelines.link.model;

import java.util.List;
import java.util.Map;

/**
 * Levels that two rows of one person never have together, whatever else agrees: such a pair is
 * reviewed at most, and never stands in one cluster.
 *
 * @param levels comparison to the levels of it that are meant
 */
public record Contradiction(Map<String, List<String>> levels) {
  /** Stands for a level where the comparison says nothing. */
  public static final String SILENT = "silent";

  /**
   * Whether a pair has these levels.
   *
   * @param agreed level of each comparison, or {@link #SILENT}
   */
  boolean isIn(Map<String, String> agreed) {
    return levels.entrySet().stream()
        .allMatch(meant -> meant.getValue().contains(agreed.get(meant.getKey())));
  }
}
