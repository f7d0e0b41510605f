package khoyte.jobs.operations;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import khoyte.jobs.conf.BuildInfo;
import khoyte.jobs.conf.Conf;
import khoyte.jobs.console.Console;
import khoyte.jobs.console.Spoken;
import khoyte.warehouse.Layout;
import khoyte.warehouse.Notice;

/** Where and how the program runs: the only place from which time and environment come. */
public record NightSetting(
    Conf conf,
    Layout layout,
    Map<String, String> environment,
    InstantSource clock,
    Console console,
    BuildInfo build) {

  /** The day it is, where the warehouse stands. */
  public LocalDate today() {
    return clock.instant().atZone(conf.general().timeZone()).toLocalDate();
  }

  /** How long it has been, in words. */
  public String since(Instant begin) {
    return spoken().duration(Duration.between(begin, clock.instant()));
  }

  /** The operations database for a moment. */
  public Operations glance() {
    return Operations.glance(conf.general().operations(), layout, environment);
  }

  /** Says a line of the message list. */
  public void say(String key, Object... values) {
    console.say(key, values);
  }

  /** Remarks a line of the message list. */
  public void remark(String key, Object... values) {
    console.remark(Notice.of(key, values));
  }

  public Spoken spoken() {
    return new Spoken(console.messages(), conf.general().timeZone());
  }
}
