package khoyte.jobs.command;

import java.time.DateTimeException;
import java.time.LocalDate;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;

/** A date on the command line. */
public final class DateArgument {

  private DateArgument() {}

  /** Reads {@code 2022-12-31}. */
  public static LocalDate read(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new KhoyteException(e, Fault.ARGUMENT, "arg.date", text);
    }
  }
}
