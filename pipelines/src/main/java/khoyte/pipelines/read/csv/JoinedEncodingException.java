package khoyte.pipelines.read.csv;

import java.io.IOException;

/** From a line on, text has another encoding than before. */
public final class JoinedEncodingException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int line;

  JoinedEncodingException(int line) {
    this.line = line;
  }

  public int line() {
    return line;
  }
}
