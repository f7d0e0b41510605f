package khoyte.pipelines.resolve;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import khoyte.pipelines.read.person.Closeness;
import khoyte.warehouse.explain.KnownPerson;
import khoyte.warehouse.explain.PersonValues;
import khoyte.warehouse.table.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * How far a record and a health record are alike by the rules that decide without probabilities.
 *
 * @param traits all of them
 * @param key the strongest key that both hold and that agrees, else name, birth date and commune if
 *     all three are equal; null if neither
 */
public record PersonLikeness(Map<Trait, Likeness> traits, @Nullable Evidence key) {

  /** What is compared. */
  public enum Trait {
    NAME,
    BIRTH_DATE,
    GENDER,
    CITIZEN_ID,
    INSURANCE_NUMBER,
    OLD_ID,
    PHONE,
    COMMUNE
  }

  /** How far two values are alike. */
  public enum Likeness {
    SAME,
    /** Names without diacritics equal or close, the years of birth, ids but for one slip. */
    NEAR,
    DIFFERENT,
    /** One of them is missing. */
    UNKNOWN
  }

  public PersonLikeness {
    traits = Collections.unmodifiableMap(new EnumMap<>(traits));
  }

  /** Compares a record with a health record. */
  public static PersonLikeness of(PersonValues asked, KnownPerson known) {
    PersonValues other = known.values();
    Map<Trait, Likeness> traits = new EnumMap<>(Trait.class);
    traits.put(Trait.NAME, name(asked, other));
    traits.put(Trait.BIRTH_DATE, birthDate(asked, other));
    traits.put(Trait.GENDER, same(asked.gender(), other.gender()));
    traits.put(Trait.CITIZEN_ID, citizenId(asked.citizenId(), other.citizenId()));
    traits.put(Trait.INSURANCE_NUMBER, insurance(asked, other));
    traits.put(Trait.OLD_ID, same(asked.oldId(), other.oldId()));
    traits.put(Trait.PHONE, same(asked.phone(), other.phone()));
    traits.put(
        Trait.COMMUNE,
        known.isSameCommune() ? Likeness.SAME : same(asked.commune(), other.commune()));
    return new PersonLikeness(traits, key(asked, other, traits));
  }

  private static Likeness name(PersonValues one, PersonValues other) {
    if (one.name() == null || other.name() == null) {
      return Likeness.UNKNOWN;
    }
    if (one.name().equals(other.name())) {
      return Likeness.SAME;
    }
    return Closeness.close(folded(one), folded(other)) ? Likeness.NEAR : Likeness.DIFFERENT;
  }

  private static String folded(PersonValues person) {
    return Objects.requireNonNullElse(person.nameFolded(), "");
  }

  private static Likeness birthDate(PersonValues one, PersonValues other) {
    Likeness date = same(one.birthDate(), other.birthDate());
    if (date == Likeness.SAME) {
      return date;
    }
    Likeness year = same(one.birthYear(), other.birthYear());
    return year == Likeness.SAME ? Likeness.NEAR : year;
  }

  private static Likeness citizenId(@Nullable String one, @Nullable String other) {
    Likeness likeness = same(one, other);
    return one != null && other != null && Closeness.oneSlip(one, other) ? Likeness.NEAR : likeness;
  }

  private static Likeness insurance(PersonValues one, PersonValues other) {
    if (one.insuranceNumbers().isEmpty() || other.insuranceNumbers().isEmpty()) {
      return Likeness.UNKNOWN;
    }
    return Collections.disjoint(one.insuranceNumbers(), other.insuranceNumbers())
        ? Likeness.DIFFERENT
        : Likeness.SAME;
  }

  private static Likeness same(@Nullable Object one, @Nullable Object other) {
    if (one == null || other == null) {
      return Likeness.UNKNOWN;
    }
    return one.equals(other) ? Likeness.SAME : Likeness.DIFFERENT;
  }

  private static @Nullable Evidence key(
      PersonValues one, PersonValues other, Map<Trait, Likeness> traits) {
    if (face(one).agreesWith(face(other))) {
      if (traits.get(Trait.CITIZEN_ID) == Likeness.SAME) {
        return Evidence.CITIZEN_ID;
      }
      if (traits.get(Trait.INSURANCE_NUMBER) == Likeness.SAME) {
        return Evidence.INSURANCE_NUMBER;
      }
      if (traits.get(Trait.OLD_ID) == Likeness.SAME
          && Objects.equals(one.birthYear(), other.birthYear())) {
        return Evidence.OLD_ID;
      }
    }
    return Objects.equals(one.nameFolded(), other.nameFolded())
            && traits.get(Trait.BIRTH_DATE) == Likeness.SAME
            && traits.get(Trait.COMMUNE) == Likeness.SAME
        ? Evidence.NAME_BIRTH_COMMUNE
        : null;
  }

  private static KeyMoves.Face face(PersonValues person) {
    return new KeyMoves.Face(person.nameFolded(), person.birthDate());
  }
}
