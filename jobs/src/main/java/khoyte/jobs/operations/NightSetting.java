package khoyte.jobs.operations;

import java.time.InstantSource;
import java.util.Map;
import khoyte.jobs.conf.BuildInfo;
import khoyte.jobs.conf.Conf;
import khoyte.jobs.console.Console;
import khoyte.jobs.console.Spoken;
import khoyte.warehouse.Layout;

/** Where and how the program runs: the only place from which time and environment come. */
public record NightSetting(
    Conf conf,
    Layout layout,
    Map<String, String> environment,
    InstantSource clock,
    Console console,
    BuildInfo build) {

  public Spoken spoken() {
    return new Spoken(console.messages(), conf.general().timeZone());
  }
}
