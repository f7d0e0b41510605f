package khoyte.pipelines.read.container;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A document with blanks where declarations stand within it: somebody pasted others in as they
 * were. No byte changes its place.
 */
public final class WithoutDeclarations extends FilterInputStream {
  private static final byte[] REST = "?xml ".getBytes(StandardCharsets.US_ASCII);

  private boolean isDeclaration;

  public WithoutDeclarations(InputStream stream) {
    super(new BufferedInputStream(stream));
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    if (next == '<') {
      in.mark(REST.length);
      isDeclaration = Arrays.equals(in.readNBytes(REST.length), REST);
      in.reset();
    }
    if (!isDeclaration || next < 0) {
      return next;
    }
    isDeclaration = next != '>';
    return next == '\n' ? next : ' ';
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    int count = 0;
    while (count < length) {
      int next = read();
      if (next < 0) {
        return count == 0 && length > 0 ? -1 : count;
      }
      buffer[from + count++] = (byte) next;
    }
    return count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
