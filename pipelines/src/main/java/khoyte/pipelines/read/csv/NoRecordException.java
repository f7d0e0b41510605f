package khoyte.pipelines.read.csv;

import java.io.IOException;

/** The bytes go on for 64 MB without the end of a record: it is no CSV. */
public final class NoRecordException extends IOException {
  private static final long serialVersionUID = 1L;
}
