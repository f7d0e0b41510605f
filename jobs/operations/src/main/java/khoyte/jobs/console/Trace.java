package khoyte.jobs.console;

import java.nio.file.FileSystemException;
import java.sql.SQLException;
import khoyte.warehouse.KhoyteException;

/**
 * A stack trace for the log. Of others only the class of an error is written, never its message:
 * that may quote a value of a row. Of the file system's errors the file and the reason are.
 */
public final class Trace {
  private static final int FRAMES = 40;

  private Trace() {}

  /** In one line: what was thrown, and where, of the error and its causes. */
  public static String places(Throwable error) {
    StringBuilder places = new StringBuilder();
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      StackTraceElement[] frames = cause.getStackTrace();
      places.append(places.isEmpty() ? "" : ", caused by ").append(cause.getClass().getName());
      places.append(" in ").append(frames.length == 0 ? "unknown" : frames[0]);
    }
    return places.toString();
  }

  public static String of(Throwable error) {
    StringBuilder trace = new StringBuilder();
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      trace.append(trace.isEmpty() ? "" : "caused by ").append(cause.getClass().getName());
      if (cause instanceof KhoyteException || cause instanceof FileSystemException) {
        trace.append(": ").append(cause.getMessage());
      } else if (cause instanceof SQLException sql) {
        trace.append(": ").append(sql.getSQLState()).append('/').append(sql.getErrorCode());
      }
      StackTraceElement[] frames = cause.getStackTrace();
      for (int i = 0; i < Math.min(frames.length, FRAMES); i++) {
        trace.append("\n    at ").append(frames[i]);
      }
      trace.append('\n');
    }
    return trace.toString();
  }
}
