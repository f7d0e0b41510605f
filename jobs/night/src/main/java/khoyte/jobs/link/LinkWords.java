package khoyte.jobs.link;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import khoyte.jobs.console.Spoken;
import khoyte.pipelines.resolve.PersonLikeness.Likeness;
import khoyte.pipelines.resolve.PersonLikeness.Trait;
import khoyte.warehouse.Messages;
import khoyte.warehouse.explain.PersonValues;
import khoyte.warehouse.reference.AdministrativeUnit;
import khoyte.warehouse.reference.AdministrativeUnits;
import org.jspecify.annotations.Nullable;

/** What an explanation calls things, in the language of who asks. */
record LinkWords(Spoken spoken, AdministrativeUnits units) {

  Messages messages() {
    return spoken.messages();
  }

  /** A value as a person writes it; empty if there is none. */
  String value(PersonValues person, Trait trait) {
    return switch (trait) {
      case NAME -> given(person.nameText());
      case BIRTH_DATE -> birth(person);
      case GENDER ->
          person.gender() == null
              ? ""
              : messages().text(person.gender() == 1 ? "explain.male" : "explain.female");
      case CITIZEN_ID -> given(person.citizenId() == null ? person.idText() : person.citizenId());
      case INSURANCE_NUMBER -> String.join(", ", person.insuranceNumbers());
      case OLD_ID -> given(person.oldId());
      case PHONE -> given(person.phone());
      case COMMUNE -> commune(person.commune());
    };
  }

  private static String given(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }

  private String birth(PersonValues person) {
    LocalDate date = person.birthDate();
    if (date != null) {
      return spoken.day(date);
    }
    return person.birthYear() == null ? "" : String.valueOf(person.birthYear());
  }

  private String commune(@Nullable String unit) {
    if (unit == null) {
      return "";
    }
    AdministrativeUnit found = units.byId(unit);
    return found == null ? unit : found.name();
  }

  String trait(Trait trait) {
    return messages().text("explain.trait." + trait.name().toLowerCase(Locale.ROOT));
  }

  /** The sign behind a value that is compared. */
  static String sign(Likeness likeness) {
    return switch (likeness) {
      case SAME -> "=";
      case NEAR -> "~";
      case DIFFERENT -> "≠";
      case UNKNOWN -> "";
    };
  }

  String evidence(@Nullable String code) {
    return messages().text("explain.evidence." + (code == null ? "none" : code));
  }

  /** A comparison of a model, by its own name if it is one that we know. */
  String comparison(String name) {
    return messages().textOr("explain.comparison." + name, name);
  }

  /** How two values agree, in words where the model's tests are ours. */
  String level(String level) {
    if (level.isEmpty()) {
      return messages().text("link.explain.silent");
    }
    return Arrays.stream(level.split(" or ", -1))
        .map(this::test)
        .collect(Collectors.joining(messages().text("explain.or")));
  }

  private String test(String test) {
    String[] words = test.strip().split(" ");
    String key = "explain.level." + words[0];
    if (messages().textOr(key, "").isEmpty()) {
      return test;
    }
    if (words.length == 1) {
      return messages().text(key, "");
    }
    String column = messages().textOr("explain.comparison." + words[1], "");
    String meant = column.isEmpty() ? limit(words) : column.toLowerCase(messages().locale());
    return messages().textOr(key + "." + words[1], messages().text(key, meant));
  }

  /** A number that is a share of something is said in percent. */
  private static String limit(String[] words) {
    return words[0].equals("jaro-winkler")
        ? new BigDecimal(words[1]).movePointRight(2).stripTrailingZeros().toPlainString() + "%"
        : words[1];
  }

  /** {@code +3,20}; a weight in bits. */
  String weight(double weight) {
    BigDecimal rounded = decimal(weight, 2);
    return (rounded.signum() > 0 ? "+" : "") + printed(rounded);
  }

  String probability(double probability) {
    return printed(decimal(probability, 6));
  }

  /** A number as the language writes it. */
  String decimal(BigDecimal value) {
    return printed(value);
  }

  private static BigDecimal decimal(double value, int decimals) {
    return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
  }

  private String printed(BigDecimal value) {
    char point = DecimalFormatSymbols.getInstance(messages().locale()).getDecimalSeparator();
    return value.toPlainString().replace('.', point);
  }
}
