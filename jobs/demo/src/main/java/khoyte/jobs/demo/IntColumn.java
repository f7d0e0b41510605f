package khoyte.jobs.demo;

import java.util.Arrays;

/** A column of whole numbers that grows. */
final class IntColumn {
  private int[] values = new int[1024];
  private int size;

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  int at(int row) {
    return values[row];
  }

  void set(int row, int value) {
    values[row] = value;
  }

  int size() {
    return size;
  }
}
