package khoyte.warehouse.reference;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Mobile prefixes of eleven-digit numbers that were replaced from 15/09/2018. */
public final class MobilePrefixes {
  private static final Map<String, String> SUCCESSORS =
      ReferenceLists.rows("mobile_prefixes_2018").stream()
          .collect(
              toUnmodifiableMap(
                  row -> row.getField("old_prefix"), row -> row.getField("new_prefix")));

  private MobilePrefixes() {}

  /** {@code 038} for {@code 0168}; null if the prefix was not retired. */
  public static @Nullable String successorOf(String prefix) {
    return SUCCESSORS.get(prefix);
  }
}
