package khoyte.jobs.demo;

import java.math.BigInteger;
import java.util.List;
import khoyte.warehouse.reference.ReferenceLists;

/**
 * Numbers that people carry: the 12-digit citizen id {@code PPP G YY NNNNNN}, the 10-digit
 * insurance number, the 9-digit id of before, and phones. Insurance numbers and old ids are a
 * permutation of the people's positions, so no two are equal and each leads back to its owner.
 */
final class Numbers {
  private static final long INSURANCE = 7_500_000_000L;
  private static final long INSURANCE_RANGE = 100_000_000L;
  private static final long OLD_ID = 270_000_000L;
  private static final long OLD_ID_RANGE = 10_000_000L;
  private static final long STRIDE = 7_654_321L;
  private static final long INSURANCE_BACK = inverse(INSURANCE_RANGE);
  private static final long OLD_ID_BACK = inverse(OLD_ID_RANGE);
  private static final List<String> CARD_OBJECTS =
      List.of("GD", "DN", "HS", "HT", "TE", "HN", "CH", "XK", "CN", "SV");

  /** Codes of birth registration, the province's own first. */
  private static final int[] REGISTRIES =
      ReferenceLists.rows("provinces").stream()
          .mapToInt(row -> Integer.parseInt(row.getField("birth_registration_code")))
          .toArray();

  private Numbers() {}

  private static long inverse(long range) {
    return BigInteger.valueOf(STRIDE).modInverse(BigInteger.valueOf(range)).longValueExact();
  }

  /** A citizen id of valid structure; seven in ten are registered in the province. */
  static long citizenId(boolean female, int birthYear, Dice dice) {
    int registry = dice.below(10) < 7 ? 75 : REGISTRIES[dice.below(REGISTRIES.length)];
    return citizenId(registry, female, birthYear, dice.below(1_000_000));
  }

  static long citizenId(int registry, boolean female, int birthYear, int serial) {
    int sexAndCentury = (birthYear >= 2000 ? 2 : 0) + (female ? 1 : 0);
    return ((registry * 10L + sexAndCentury) * 100 + birthYear % 100) * 1_000_000 + serial;
  }

  static String twelveDigits(long id) {
    return padded(id, 12);
  }

  static String padded(long number, int width) {
    String digits = Long.toString(number);
    return digits.length() < width ? "0".repeat(width - digits.length()) + digits : digits;
  }

  /** Whether the id starts with a registry and a century of people alive. */
  static boolean isValidStructure(long id) {
    int registry = (int) (id / 1_000_000_000L);
    if (id / 100_000_000L % 10 > 3) {
      return false;
    }
    for (int known : REGISTRIES) {
      if (known == registry) {
        return true;
      }
    }
    return registry >= 101;
  }

  /** One digit differs, or two neighbours are swapped. */
  static boolean isNear(long left, long right) {
    String one = twelveDigits(left);
    String other = twelveDigits(right);
    int first = 0;
    while (first < 12 && one.charAt(first) == other.charAt(first)) {
      first++;
    }
    if (first == 12) {
      return false;
    }
    return one.substring(first + 1).equals(other.substring(first + 1))
        || first < 11
            && one.charAt(first) == other.charAt(first + 1)
            && one.charAt(first + 1) == other.charAt(first)
            && one.substring(first + 2).equals(other.substring(first + 2));
  }

  /** The id with one of its last six digits changed. */
  static long withWrongDigit(long id, Dice dice) {
    long unit = (long) Math.pow(10, dice.below(6));
    long digit = id / unit % 10;
    long other = (digit + dice.between(1, 9)) % 10;
    return id + (other - digit) * unit;
  }

  /** The id with the first unequal neighbours among its last digits swapped; itself if none. */
  static long withSwappedDigits(long id) {
    for (long unit = 1; unit < 100_000; unit *= 10) {
      long right = id / unit % 10;
      long left = id / (unit * 10) % 10;
      if (left != right) {
        return id + (left - right) * unit + (right - left) * unit * 10;
      }
    }
    return id;
  }

  static long insurance(int person) {
    return INSURANCE + person * STRIDE % INSURANCE_RANGE;
  }

  /** Position of the person with this insurance number, or -1. */
  static int insured(long number, int people) {
    return owner(number - INSURANCE, INSURANCE_RANGE, INSURANCE_BACK, people);
  }

  static long oldId(int person) {
    return OLD_ID + person * STRIDE % OLD_ID_RANGE;
  }

  static int ofOldId(long number, int people) {
    return owner(number - OLD_ID, OLD_ID_RANGE, OLD_ID_BACK, people);
  }

  private static int owner(long offset, long range, long back, int people) {
    if (offset < 0 || offset >= range) {
      return -1;
    }
    long person = offset * back % range;
    return person < people ? (int) person : -1;
  }

  /** The 15 characters of a card; a pure function of the number. */
  static String card(long insurance) {
    int kind = (int) (Dice.mixed(insurance) >>> 40);
    return CARD_OBJECTS.get(kind % CARD_OBJECTS.size())
        + (2 + kind / 16 % 3)
        + "75"
        + padded(insurance, 10);
  }

  static String phone(Dice dice) {
    String[] prefixes = {"090", "091", "093", "094", "097", "098", "032", "070", "083", "056"};
    return prefixes[dice.below(prefixes.length)] + sevenDigits(dice);
  }

  /** The phone of a person, by his position. */
  static String phoneOf(int person) {
    return phone(new Dice(0, Dice.Purpose.PHONE, person));
  }

  static String sevenDigits(Dice dice) {
    return padded(dice.below(10_000_000), 7);
  }
}
