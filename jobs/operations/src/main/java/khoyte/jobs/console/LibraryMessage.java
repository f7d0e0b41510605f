package khoyte.jobs.console;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;

/**
 * The message of a line of the log. Of a library's only the pattern is written, which stands in its
 * code, and the classes of an error: what it puts into the pattern, or writes without one, may
 * quote a value of a row.
 */
public final class LibraryMessage extends ClassicConverter {

  @Override
  public String convert(ILoggingEvent event) {
    if (event.getLoggerName().startsWith("khoyte.")) {
      return event.getFormattedMessage();
    }
    Object[] values = event.getArgumentArray();
    StringBuilder text =
        new StringBuilder(values == null || values.length == 0 ? "(…)" : event.getMessage());
    for (IThrowableProxy cause = event.getThrowableProxy();
        cause != null;
        cause = cause.getCause()) {
      text.append(" < ").append(cause.getClassName());
    }
    return text.toString();
  }
}
