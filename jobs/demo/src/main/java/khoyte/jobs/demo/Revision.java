package khoyte.jobs.demo;

import khoyte.jobs.demo.Population.Kind;

/** In how many versions an ordinary person's health record comes. */
enum Revision {
  NONE,
  /** An older file holds an older version. */
  OLDER,
  /** A later file corrects it. */
  CORRECTED,
  /** Two later files of one day hold two versions of one update; they tie but for the commune. */
  CONFLICT;

  static Revision of(int person, Population people) {
    if (people.kind(person) != Kind.ORDINARY) {
      return NONE;
    }
    if (person % 1009 == 5) {
      return CONFLICT;
    }
    if (person % 307 == 11) {
      return CORRECTED;
    }
    return person % 101 == 17 ? OLDER : NONE;
  }
}
