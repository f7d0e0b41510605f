package khoyte.jobs.demo;

import java.util.function.Consumer;

/**
 * An event of the cast.
 *
 * @param person who was there
 * @param planted the trap it is; null if it is only there to be found
 * @param edit what the clerk wrote otherwise than faithfully
 * @param citizen whom the rules must find
 */
record Scripted(int person, Planted planted, Consumer<Writing> edit, int citizen) {

  static Scripted found(int person, Planted planted, Consumer<Writing> edit) {
    return new Scripted(person, planted, edit, person);
  }

  static Scripted undecided(int person, Planted planted, Consumer<Writing> edit) {
    return new Scripted(person, planted, edit, Registry.UNDECIDED);
  }
}
