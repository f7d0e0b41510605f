package khoyte.jobs.demo;

/** From a number to a position, in two flat arrays; holds the first position put for a number. */
final class LongIndex {
  private final long[] keys;
  private final int[] values;
  private final int mask;

  LongIndex(int expected) {
    int capacity = Integer.highestOneBit(Math.max(16, expected + expected / 3)) << 1;
    keys = new long[capacity];
    values = new int[capacity];
    mask = capacity - 1;
  }

  /** The position of the number, or -1. Zero is no number. */
  int find(long key) {
    for (int slot = (int) Dice.mixed(key) & mask; keys[slot] != 0; slot = slot + 1 & mask) {
      if (keys[slot] == key) {
        return values[slot];
      }
    }
    return -1;
  }

  /** Puts the position unless the number is there. */
  boolean putIfAbsent(long key, int value) {
    int slot = (int) Dice.mixed(key) & mask;
    while (keys[slot] != 0) {
      if (keys[slot] == key) {
        return false;
      }
      slot = slot + 1 & mask;
    }
    keys[slot] = key;
    values[slot] = value;
    return true;
  }
}
