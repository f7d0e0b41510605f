package khoyte.jobs.demo;

import java.util.List;
import khoyte.jobs.demo.Slip.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Writes people into events. Whatever slips happen, the registry tells whom the rules find: a slip
 * after which they would find another than intended is not made.
 */
final class Clerk {
  private static final int HARD_EVERY = 5;
  private static final List<Planted> LIKENESSES =
      List.of(Planted.STRANGER_NAMESAKE, Planted.STRANGER_RELATIVE, Planted.STRANGER_TWIN);

  private final Scribe scribe;
  private final Population people;
  private final Territory territory;
  private final Registry registry;
  private final long seed;
  private final Dirt dirt;

  Clerk(
      Population people,
      Territory territory,
      Registry registry,
      NameStock names,
      long seed,
      Dirt dirt) {
    this.dirt = dirt;
    this.people = people;
    this.territory = territory;
    this.registry = registry;
    this.seed = seed;
    scribe = new Scribe(people, territory, names, seed);
  }

  /** What a form has room for. */
  enum Form {
    ALL,
    /** QĐ 4210: no citizen id, no phone, no unit codes. */
    WITHOUT_ID;

    void fit(Writing written) {
      if (this == WITHOUT_ID) {
        written.writeId(0);
      }
    }
  }

  /**
   * A person as written, and who that is.
   *
   * @param slips those that were made
   * @param citizen position, or {@link Registry#UNDECIDED} or {@link Registry#NOBODY}
   * @param hard what makes him hard to find, in the hardest dirt
   */
  record Written(Writing text, List<Slip> slips, int citizen, @Nullable Planted hard) {
    Written(Writing text, List<Slip> slips, int citizen) {
      this(text, slips, citizen, null);
    }
  }

  Written faithful(int person, Form form, Dice.Purpose purpose, long event) {
    Writing written = scribe.faithful(person, new Dice(seed, purpose, event));
    form.fit(written);
    int citizen = registry.citizenOf(written);
    if (citizen != person && people.kind(person).isRegistered()) {
      throw new IllegalStateException(
          "Cannot find person " + person + ": the rules find " + citizen);
    }
    return new Written(written, List.of(), citizen);
  }

  /** With those of the slips that can happen and leave the person to be found. */
  Written spoilt(int person, List<Slip> slips, Form form, Dice.Purpose purpose, long event) {
    if (dirt == Dirt.HARDEST && event % HARD_EVERY == 0) {
      Written hard = hard(person, form, purpose, event);
      if (hard != null) {
        return hard;
      }
    }
    Dice dice = new Dice(seed, purpose, event);
    Writing written = scribe.faithful(person, dice);
    Subject subject = new Subject(person, people, territory);
    List<Slip> made =
        slips.stream()
            .filter(slip -> slip != Slip.MISSPELT || isBornAsRecorded(person))
            .filter(slip -> slip.spoil(written, subject, dice))
            .toList();
    form.fit(written);
    int citizen = registry.citizenOf(written);
    return citizen == person || !people.kind(person).isRegistered()
        ? new Written(written, made, citizen)
        : faithful(person, form, purpose, event);
  }

  /** So that no rule finds him; null if that cannot be. */
  private @Nullable Written hard(int person, Form form, Dice.Purpose purpose, long event) {
    if (!people.kind(person).isRegistered() || !isBornAsRecorded(person)) {
      return null;
    }
    Dice dice = new Dice(seed, purpose, event);
    Writing written = scribe.faithful(person, dice);
    HardSlip slip = HardSlip.values()[(int) (event / HARD_EVERY % HardSlip.values().length)];
    boolean spoilt =
        slip.fits(form) && slip.spoil(written, new Subject(person, people, territory), dice);
    form.fit(written);
    return spoilt && registry.citizenOf(written) == Registry.NOBODY
        ? new Written(written, List.of(), person, slip.planted())
        : null;
  }

  /** Where his birth dates differ, only an equal name makes a key agree with all of them. */
  private boolean isBornAsRecorded(int person) {
    return Answers.about(person, people) != Answers.Answer.CORRECTS_BIRTH;
  }

  /** As the cast's story wants it; the registry must agree with the story. */
  Written told(Scripted story, Form form, Dice.Purpose purpose, long event) {
    Writing written = scribe.faithful(story.person(), new Dice(seed, purpose, event));
    story.edit().accept(written);
    form.fit(written);
    int citizen = registry.citizenOf(written);
    if (citizen != story.citizen()) {
      throw new IllegalStateException(
          "Cannot plant " + story.planted() + ": the rules find " + citizen);
    }
    return new Written(written, List.of(), citizen);
  }

  /** A person of another province whom no rule finds here. */
  Written stranger(long number, Form form) {
    if (dirt == Dirt.HARDEST && number % 2 == 0) {
      Planted kind = LIKENESSES.get((int) (number / 2 % LIKENESSES.size()));
      Dice dice = new Dice(seed, Dice.Purpose.DIRT, number);
      for (int attempt = 0; attempt < 50; attempt++) {
        int person = dice.below(people.size());
        if (people.kind(person) != Population.Kind.ORDINARY) {
          continue;
        }
        Writing written = scribe.likeness(person, kind, dice);
        form.fit(written);
        if (registry.citizenOf(written) == Registry.NOBODY) {
          return new Written(written, List.of(), Registry.NOBODY, kind);
        }
      }
    }
    for (long variant = number; ; variant += 1_000_000_007L) {
      Writing written = scribe.stranger(variant);
      form.fit(written);
      if (registry.citizenOf(written) == Registry.NOBODY) {
        return new Written(written, List.of(), Registry.NOBODY);
      }
    }
  }
}
