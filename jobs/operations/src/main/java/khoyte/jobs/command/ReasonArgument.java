package khoyte.jobs.command;

import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import org.jspecify.annotations.Nullable;

/** Why reports are issued again, as it is printed on them. */
public final class ReasonArgument {
  private static final int MOST = 300;

  private ReasonArgument() {}

  /** One line, without the stop that the page puts at its end. */
  public static @Nullable String read(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String reason = text.strip().replaceFirst("\\.+$", "");
    if (reason.isEmpty()
        || reason.length() > MOST
        || reason.chars().anyMatch(Character::isISOControl)) {
      throw new KhoyteException(Fault.ARGUMENT, "arg.reason", MOST);
    }
    return reason;
  }
}
