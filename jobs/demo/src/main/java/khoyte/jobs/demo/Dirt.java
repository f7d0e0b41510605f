package khoyte.jobs.demo;

/** How badly the clerks of a synthetic province write. */
public enum Dirt {
  /** So that the rules find whoever is to be found, and the tables of 2022 come out. */
  USUAL,
  /**
   * To measure the matcher: of five visits and doses one is written so that the rules find nobody,
   * and half of the strangers are relatives, neighbours or namesakes of people in the registry. The
   * tables are not those of 2022.
   */
  HARDEST
}
