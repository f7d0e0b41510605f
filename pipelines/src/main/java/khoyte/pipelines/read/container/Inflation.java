package khoyte.pipelines.read.container;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import khoyte.pipelines.read.source.LandedFile;

/** Counts what comes out of a compressed file and stops where it is out of all proportion. */
final class Inflation {
  private static final long HARMLESS = 200L << 20;
  private static final long GREATEST = 16L << 30;
  private static final long RATIO = 250;

  private final LandedFile file;
  private final long packed;
  private long inflated;

  Inflation(LandedFile file, long packed) {
    this.file = file;
    this.packed = packed;
  }

  InputStream count(InputStream stream) {
    return new FilterInputStream(stream) {
      @Override
      public int read() throws IOException {
        int read = super.read();
        add(read < 0 ? 0 : 1);
        return read;
      }

      @Override
      public int read(byte[] buffer, int from, int length) throws IOException {
        int read = super.read(buffer, from, length);
        add(Math.max(read, 0));
        return read;
      }
    };
  }

  private void add(int bytes) {
    inflated += bytes;
    if (inflated > GREATEST || inflated > HARMLESS && inflated / RATIO > packed) {
      throw file.refused("unsafe", packed + " B → > " + (inflated >> 20) + " MB");
    }
  }
}
