package khoyte.pipelines.read.senders;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;

/**
 * Seeds of drawn examples. They are other ones in every run, so that the examples grow with the
 * runs; a test names its seed, and {@code -Dsenders.seed=N} draws that one again.
 */
final class Seeds {

  private Seeds() {}

  static List<Long> drawn(int count) {
    Long again = Long.getLong("senders.seed");
    if (again != null) {
      return List.of(again);
    }
    return LongStream.generate(() -> ThreadLocalRandom.current().nextLong(1_000_000_000))
        .limit(count)
        .boxed()
        .toList();
  }
}
