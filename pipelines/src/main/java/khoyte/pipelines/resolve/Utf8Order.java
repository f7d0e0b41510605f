package khoyte.pipelines.resolve;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Byte order: the order of the UTF-8 bytes, as Spark and DuckDB compare text. */
final class Utf8Order {

  private Utf8Order() {}

  static int compare(String one, String other) {
    return Arrays.compareUnsigned(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
