package khoyte.pipelines.read.container;

import java.io.IOException;

/** What was packed is not what comes out. */
final class ChecksumException extends IOException {
  private static final long serialVersionUID = 1L;
}
