package khoyte.jobs.night;

import java.nio.file.Path;

/** A process that runs a night of a {@link FakeHouse} and is killed in one of its parts. */
final class KilledNight {

  private KilledNight() {}

  /** Home, configuration, part. */
  public static void main(String[] args) {
    FakeHouse house = new FakeHouse(Path.of(args[0]), Path.of(args[1]));
    house.killed = args[2];
    house.night("2022-12-31");
  }
}
