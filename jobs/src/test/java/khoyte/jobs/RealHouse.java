package khoyte.jobs;

import khoyte.jobs.command.CommandParts;

/** The parts that the program is put together from, for tests elsewhere. */
public final class RealHouse {

  private RealHouse() {}

  public static CommandParts parts() {
    return House.parts();
  }
}
