package khoyte.jobs.operations;

import java.util.Locale;

/** How a run, or a step of it, stands. */
public enum NightState {
  RUNNING,
  COMPLETED,
  /** Failed, or its process died. */
  FAILED;

  /** As written in tables; the text for people is {@code state.<code>}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static NightState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
