package khoyte.jobs.demo;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import khoyte.jobs.demo.Slip.Pen;
import khoyte.jobs.demo.Slip.Subject;
import khoyte.warehouse.reference.ReferenceLists;

/**
 * Ways to write a person down after which no rule finds him, though somebody who looks at the
 * registry mostly would. Several slips together, the numbers first.
 */
enum HardSlip {
  NAME(Planted.HARD_NAME, SlipOfId::withoutKeys, HardSlip::typo),
  VARIANT(Planted.HARD_NAME_VARIANT, SlipOfId::withoutKeys, HardSlip::otherForm),
  SWAPPED(
      Planted.HARD_BIRTH_SWAPPED,
      SlipOfId::withoutKeys,
      SlipOfName::withoutDiacritics,
      SlipOfBirth::swapped),
  DIGIT(
      Planted.HARD_BIRTH_DIGIT,
      SlipOfId::withoutKeys,
      HardSlip::oneDigitOfBirth,
      HardSlip::ownPhone),
  YEAR(
      Planted.HARD_BIRTH_YEAR,
      SlipOfId::withoutKeys,
      SlipOfBirth.as(Writing.BirthForm.YEAR),
      HardSlip::ownPhone),
  MOVED_PHONE(
      Planted.HARD_MOVED_WITH_PHONE, SlipOfId::withoutKeys, HardSlip::moved, HardSlip::ownPhone),
  ID_MOVED(
      Planted.HARD_ID_AND_MOVED,
      HardSlip::knownId,
      HardSlip::withoutCard,
      SlipOfId::wrongDigit,
      HardSlip::moved),
  ID_NAME(
      Planted.HARD_ID_AND_NAME,
      HardSlip::knownId,
      HardSlip::withoutCard,
      SlipOfId::wrongDigit,
      HardSlip::typo),
  CARD_NAME_YEAR(
      Planted.HARD_CARD_NAME_YEAR,
      HardSlip::knownCard,
      SlipOfId::missing,
      HardSlip::typo,
      SlipOfBirth.as(Writing.BirthForm.YEAR)),
  ID_NAME_YEAR(
      Planted.HARD_ID_NAME_YEAR,
      HardSlip::knownId,
      HardSlip::typo,
      SlipOfBirth.as(Writing.BirthForm.YEAR)),
  MOVED(Planted.HARD_MOVED, SlipOfId::withoutKeys, HardSlip::moved, HardSlip::otherPhone),
  PLACEHOLDER(
      Planted.HARD_PLACEHOLDER, SlipOfId::withoutKeys, HardSlip::placeholder, HardSlip::ownPhone);

  /** Forms of a name word beside the one it is written in. */
  private static final Map<String, String> FORMS =
      ReferenceLists.rows("name_variants").stream()
          .flatMap(
              row ->
                  List.of(
                      Map.entry(row.getField("north"), row.getField("south")),
                      Map.entry(row.getField("south"), row.getField("north")))
                      .stream())
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));

  private final Planted planted;
  private final List<Pen> pens;

  HardSlip(Planted planted, Pen... pens) {
    this.planted = planted;
    this.pens = List.of(pens);
  }

  Planted planted() {
    return planted;
  }

  /** Whether it leaves enough where there is room for neither id nor phone. */
  boolean fits(Clerk.Form form) {
    return form == Clerk.Form.ALL
        || this == NAME
        || this == VARIANT
        || this == SWAPPED
        || this == CARD_NAME_YEAR;
  }

  /** False where one of its slips cannot happen; the writing is then of no use. */
  boolean spoil(Writing written, Subject subject, Dice dice) {
    for (Pen pen : pens) {
      if (!pen.spoil(written, subject, dice)) {
        return false;
      }
    }
    return true;
  }

  private static boolean knownId(Writing written, Subject subject, Dice dice) {
    return subject.people().id(subject.person()) != 0;
  }

  private static boolean knownCard(Writing written, Subject subject, Dice dice) {
    return subject.people().insurance(subject.person()) != 0;
  }

  private static boolean withoutCard(Writing written, Subject subject, Dice dice) {
    written.writeCard(0);
    return true;
  }

  /** A letter of any word lost, doubled or swapped with its neighbour. */
  private static boolean typo(Writing written, Subject subject, Dice dice) {
    String[] words = written.name.split(" ", -1);
    int place = dice.below(words.length);
    String word = words[place];
    if (word.length() < 3) {
      return false;
    }
    int at = dice.between(1, word.length() - 2);
    words[place] =
        switch (dice.below(3)) {
          case 0 -> word.substring(0, at) + word.substring(at + 1);
          case 1 -> word.substring(0, at + 1) + word.substring(at);
          default ->
              word.substring(0, at)
                  + word.charAt(at + 1)
                  + word.charAt(at)
                  + word.substring(at + 2);
        };
    return write(written, String.join(" ", words));
  }

  private static boolean otherForm(Writing written, Subject subject, Dice dice) {
    String[] words = written.name.split(" ", -1);
    for (int i = 0; i < words.length; i++) {
      String other = FORMS.get(words[i]);
      if (other != null) {
        words[i] = other;
        return write(written, String.join(" ", words));
      }
    }
    return false;
  }

  private static boolean write(Writing written, String name) {
    boolean other = !Spelling.folded(name).equals(Spelling.folded(written.name));
    written.name = name;
    return other;
  }

  private static boolean oneDigitOfBirth(Writing written, Subject subject, Dice dice) {
    if (!written.hasFullBirth()) {
      return false;
    }
    String digits =
        LocalDate.ofEpochDay(written.birthDay).toString().replace("-", "").toLowerCase(Locale.ROOT);
    for (int attempt = 0; attempt < 20; attempt++) {
      int place = dice.between(3, 7);
      char digit = (char) ('0' + dice.below(10));
      String other = digits.substring(0, place) + digit + digits.substring(place + 1);
      try {
        LocalDate day =
            LocalDate.of(
                Integer.parseInt(other.substring(0, 4)),
                Integer.parseInt(other.substring(4, 6)),
                Integer.parseInt(other.substring(6)));
        if (!other.equals(digits) && day.getYear() <= 2022) {
          written.birthDay = (int) day.toEpochDay();
          written.birthYear = day.getYear();
          return true;
        }
      } catch (DateTimeException e) {
        // no such day: another digit
        continue;
      }
    }
    return false;
  }

  private static boolean ownPhone(Writing written, Subject subject, Dice dice) {
    written.phone = subject.people().phone(subject.person());
    return true;
  }

  private static boolean otherPhone(Writing written, Subject subject, Dice dice) {
    written.phone = Numbers.phone(dice);
    return true;
  }

  /** To another commune of the province, mostly of the same district. */
  private static boolean moved(Writing written, Subject subject, Dice dice) {
    Commune home = subject.people().commune(subject.person());
    int further = dice.below(3) == 0 ? 1 + dice.below(10) : 0;
    Commune other = subject.territory().drawn((home.district() + further) % 11, dice);
    if (other.position() == home.position()) {
      return false;
    }
    written.communeCode = other.code();
    written.districtCode = other.districtCode();
    written.provinceCode = other.provinceCode();
    written.commune = other.position();
    written.address = Addresses.full(other, dice);
    return true;
  }

  private static boolean placeholder(Writing written, Subject subject, Dice dice) {
    written.name = "Con bà " + written.name;
    return true;
  }
}
