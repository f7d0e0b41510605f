package khoyte.warehouse.lake;

import java.util.SortedMap;

/**
 * When the layers of a table are put into one, so that reading it costs little more than its rows.
 */
public final class LayerRule {
  private static final int MOST_LAYERS = 32;

  /** Of rows above the base to those in it. */
  private static final double LARGEST_SHARE = 0.25;

  private LayerRule() {}

  /**
   * Whether those above the base have become many or large.
   *
   * @param layers rows by layer, the base first
   */
  public static boolean areToBeOne(SortedMap<Long, Long> layers) {
    if (layers.size() <= 1) {
      return false;
    }
    long base = layers.values().iterator().next();
    long above = layers.values().stream().mapToLong(Long::longValue).sum() - base;
    return layers.size() > MOST_LAYERS || above > base * LARGEST_SHARE;
  }
}
