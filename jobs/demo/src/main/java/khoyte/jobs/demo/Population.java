package khoyte.jobs.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * The people of the province, by position, in compact arrays. What it says of a person is what the
 * registry of citizens must hold once all files are read: the citizen's values.
 */
final class Population {
  static final int FEMALE = 1;
  static final int YEAR_ONLY = 1 << 1;
  static final int HAS_ID = 1 << 2;
  static final int HAS_INSURANCE = 1 << 3;
  static final int HAS_OLD_ID = 1 << 4;

  /** Written in capitals without diacritics, and known by no other name. */
  static final int PLAIN_NAME = 1 << 5;

  static final int GENDER_UNKNOWN = 1 << 6;
  static final int MANAGED = 1 << 7;
  static final int WITH_IMMUNIZATION = 1 << 8;
  static final int WITH_ENCOUNTER = 1 << 9;
  static final int UNDECIDED = 1 << 10;

  /** Why a person is in the registry, or is not. */
  enum Kind {
    ORDINARY,
    MOVED,
    DIED,
    DIED_LATER,
    OPENED_LATER,
    WITHDRAWN,
    UNREAD_QUOTE,
    UNREAD_FIELDS,
    CAST;

    /** Whether any health record of his is current. */
    boolean isRegistered() {
      return this != WITHDRAWN && this != UNREAD_QUOTE && this != UNREAD_FIELDS;
    }
  }

  private static final Kind[] KINDS = Kind.values();

  private final Territory territory;
  private final NameStock names;
  final short[] communes;
  final int[] birthDays;
  final int[] nameNumbers;
  final long[] ids;
  final short[] flags;
  final byte[] kinds;

  /** Insurance numbers and old ids that stand in a record though they are another person's. */
  final Map<Integer, Integer> borrowedInsurance = new HashMap<>();

  final Map<Integer, Integer> borrowedOldId = new HashMap<>();

  /** Ids that stand in a health record though the population database knows better. */
  final Map<Integer, Long> writtenIds = new HashMap<>();

  Population(int size, Territory territory, NameStock names) {
    this.territory = territory;
    this.names = names;
    communes = new short[size];
    birthDays = new int[size];
    nameNumbers = new int[size];
    ids = new long[size];
    flags = new short[size];
    kinds = new byte[size];
  }

  int size() {
    return communes.length;
  }

  Commune commune(int person) {
    return territory.commune(communes[person]);
  }

  Kind kind(int person) {
    return KINDS[kinds[person]];
  }

  boolean has(int person, int flag) {
    return (flags[person] & flag) != 0;
  }

  void set(int person, int flag) {
    flags[person] |= (short) flag;
  }

  void clear(int person, int flag) {
    flags[person] &= (short) ~flag;
  }

  boolean isFemale(int person) {
    return has(person, FEMALE);
  }

  LocalDate birthDate(int person) {
    return LocalDate.ofEpochDay(birthDays[person]);
  }

  int birthYear(int person) {
    return birthDate(person).getYear();
  }

  /** As the registry knows him. */
  String name(int person) {
    String full = fullName(person);
    return has(person, PLAIN_NAME) ? Spelling.upper(Spelling.withoutDiacritics(full)) : full;
  }

  String fullName(int person) {
    return names.text(nameNumbers[person], isFemale(person));
  }

  /** Insurance number in his health record, 0 if there is none. */
  long insurance(int person) {
    Integer owner = borrowedInsurance.get(person);
    if (owner != null) {
      return Numbers.insurance(owner);
    }
    return has(person, HAS_INSURANCE) ? Numbers.insurance(person) : 0;
  }

  /** Old id in his health records, 0 if there is none. */
  long oldId(int person) {
    Integer owner = borrowedOldId.get(person);
    if (owner != null) {
      return Numbers.oldId(owner);
    }
    return has(person, HAS_OLD_ID) ? Numbers.oldId(person) : 0;
  }

  /** The phone of his health record. */
  String phone(int person) {
    return Numbers.phoneOf(person);
  }

  /** Citizen id, 0 if the registry knows none. */
  long id(int person) {
    return has(person, HAS_ID) ? ids[person] : 0;
  }

  /** Key of his first health record. */
  String recordKey(int person) {
    return recordKey(commune(person), person);
  }

  /** Key of a health record opened in a commune. */
  static String recordKey(Commune commune, int recordNumber) {
    return commune.code() + Numbers.padded(recordNumber, 9);
  }
}
