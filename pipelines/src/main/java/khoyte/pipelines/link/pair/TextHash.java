package khoyte.pipelines.link.pair;

import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.MurmurHash3;

/** 64 bits that stand for a text: the first half of MurmurHash3 128. */
public final class TextHash {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private TextHash() {}

  /**
   * Of a text.
   *
   * @param seed other seeds give other numbers
   */
  public static long of(String text, int seed) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return MurmurHash3.hash128x64(bytes, 0, bytes.length, seed)[0];
  }

  /** Of a row of hashes, one after another (the mixing of SplittableRandom). */
  static long with(long hash, long next) {
    long mixed = (hash + GOLDEN) * 0xBF58476D1CE4E5B9L ^ next;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
