package khoyte.jobs;

import khoyte.jobs.command.CommandParts;

/** Where the parts of the house are put together: reading, lake, resolution, marts, reports. */
final class House {

  private House() {}

  static CommandParts parts() {
    return new CommandParts(
        (setting, operations) -> {
          throw missing("night");
        },
        (setting, order) -> {
          throw missing("report");
        },
        (setting, night) -> {
          throw missing("report");
        },
        (setting, night, question, out) -> {
          throw missing("sql");
        },
        (setting, night, atMost) -> {
          throw missing("status");
        },
        (scale, seed, inbox) -> {
          throw missing("demo");
        });
  }

  private static IllegalStateException missing(String part) {
    return new IllegalStateException("Cannot " + part + ": the house is not put together");
  }
}
