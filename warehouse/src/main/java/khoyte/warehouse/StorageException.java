package khoyte.warehouse;

import java.io.IOException;

/**
 * What was to be kept cannot be kept, or what was kept cannot be read: a disk, rights, the lake.
 * Never the fault of the file that was being read.
 */
public final class StorageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StorageException(Throwable cause) {
    super(cause);
  }

  /** An error of writing: of storage if input or output is behind it, else as it is. */
  public static RuntimeException of(RuntimeException error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return new StorageException(error);
      }
    }
    return error;
  }
}
