package khoyte.jobs.operations;

import java.util.Locale;
import khoyte.warehouse.Messages;

/** The steps of a night, in their order. */
public enum NightStep {
  RECEIVE,
  READ,
  /** The second half of reading: the lake takes over what was written. */
  STAGE,
  CLEAN,
  RESOLVE,
  MARTS,
  CHECK,
  PUBLISH,
  REPORT;

  /** Name of the step in the job and in the tables. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its name for people. */
  public String name(Messages messages) {
    return switch (this) {
      case STAGE -> READ.name(messages);
      default -> messages.text("step." + code());
    };
  }

  public static NightStep of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
