package khoyte.jobs.console;

import java.io.PrintStream;
import khoyte.warehouse.Messages;
import khoyte.warehouse.Notice;

/**
 * Where the program speaks: results on {@code out}, remarks and errors on {@code err}.
 *
 * @param terminal whether a person looks at {@code out} while it is written
 */
public record Console(PrintStream out, PrintStream err, boolean terminal, Messages messages) {

  /** A line of a result, as it is. */
  public void line(String line) {
    out.println(line);
  }

  /** A line of the message list. */
  public void say(String key, Object... values) {
    out.println(messages.text(key, values));
  }

  public void remark(Notice notice) {
    remark(notice.text(messages));
  }

  public void remark(String line) {
    err.println(line);
  }
}
