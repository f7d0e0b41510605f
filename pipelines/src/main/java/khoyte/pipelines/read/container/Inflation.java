package khoyte.pipelines.read.container;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import khoyte.pipelines.read.source.LandedFile;

/**
 * Counts what comes out of a compressed file, however often it is read, and stops where that is out
 * of all proportion.
 */
final class Inflation {
  private static final long HARMLESS = 200L << 20;
  private static final long GREATEST = 16L << 30;
  private static final long RATIO = 250;

  private final LandedFile file;
  private final long packed;
  private final Map<String, Long> inflated = new HashMap<>();

  Inflation(LandedFile file, long packed) {
    this.file = file;
    this.packed = packed;
  }

  /**
   * @param part whose bytes they are
   * @param atEnd called when they have all been read
   */
  InputStream count(String part, InputStream stream, Runnable atEnd) {
    long others =
        inflated.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(part))
            .mapToLong(Map.Entry::getValue)
            .sum();
    return new FilterInputStream(stream) {
      private long own;

      @Override
      public int read() throws IOException {
        return counted(super.read(), 1);
      }

      @Override
      public int read(byte[] buffer, int from, int length) throws IOException {
        int read = super.read(buffer, from, length);
        return counted(read, read);
      }

      @Override
      public long skip(long count) throws IOException {
        long skipped = super.skip(count);
        counted(0, skipped);
        return skipped;
      }

      private int counted(int read, long bytes) {
        if (read < 0) {
          inflated.merge(part, own, Math::max);
          atEnd.run();
        } else {
          own += bytes;
          check(others + own);
        }
        return read;
      }
    };
  }

  private void check(long bytes) {
    if (bytes > GREATEST || bytes > HARMLESS && bytes / RATIO > packed) {
      throw file.refused("unsafe", packed + " B → > " + (bytes >> 20) + " MB");
    }
  }
}
