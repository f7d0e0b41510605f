package khoyte.pipelines.read.xlsx;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The texts of a workbook, kept as bytes: a workbook may hold a million of them. */
final class SharedStrings {
  private byte[] bytes = new byte[1 << 12];
  private int[] ends = new int[1 << 8];
  private int length;
  private int size;

  void add(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    if (encoded.length > bytes.length - length) {
      bytes =
          Arrays.copyOf(bytes, Math.addExact(Math.max(bytes.length * 2, length), encoded.length));
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size * 2);
    }
    System.arraycopy(encoded, 0, bytes, length, encoded.length);
    length += encoded.length;
    ends[size++] = length;
  }

  int size() {
    return size;
  }

  String get(int index) {
    int from = index == 0 ? 0 : ends[index - 1];
    return new String(bytes, from, ends[index] - from, StandardCharsets.UTF_8);
  }
}
