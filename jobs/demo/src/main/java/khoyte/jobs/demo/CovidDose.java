package khoyte.jobs.demo;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import khoyte.warehouse.table.CovidDefect;
import org.jspecify.annotations.Nullable;

/** A COVID-19 dose of the model: how it is written down, and what the rules must make of it. */
final class CovidDose {
  static final int STRANGER = -1;

  /** Written numbers that are none. */
  static final int NUMBER_MISSING = -1;

  static final int NUMBER_NOT_WHOLE = -2;

  /** How the name of the vaccine is written. */
  enum VaccineForm {
    CODE,
    OTHER_CASE,
    ALIAS,
    UNKNOWN
  }

  /** How the date is written. */
  enum DateForm {
    REAL,
    IMPOSSIBLE,
    IN_9999,
    BEFORE_CAMPAIGN,
    AFTER_REPORT,
    BEFORE_BIRTH;

    boolean isImplausible() {
      return this != REAL;
    }
  }

  /** What the contract calls it. */
  enum Status {
    CLEAN("clean"),
    CLEANED("cleaned"),
    TO_VERIFY("to_verify"),
    DUPLICATE("duplicate");

    private final String code;

    Status(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  final int person;
  int day;
  int updated;
  int vaccine;
  VaccineForm vaccineForm = VaccineForm.CODE;
  DateForm dateForm = DateForm.REAL;
  int number;
  final List<Slip> slips = new ArrayList<>();
  @Nullable Scripted story;
  @Nullable Planted trap;

  /** District of the file in which it comes. */
  int district;

  int citizen;
  Status status = Status.CLEAN;
  Set<CovidDefect> defects = EnumSet.noneOf(CovidDefect.class);
  int repairedNumber;

  CovidDose(int person) {
    this.person = person;
  }

  /** Another dose of the person on the same day with the same vaccine, written the same way. */
  CovidDose copy() {
    CovidDose copy = new CovidDose(person);
    copy.day = day;
    copy.updated = updated;
    copy.vaccine = vaccine;
    copy.number = number;
    copy.slips.addAll(slips);
    copy.district = district;
    return copy;
  }

  boolean isUnrepairable(boolean citizenHasId) {
    return vaccineForm == VaccineForm.UNKNOWN
        || !citizenHasId
            && (defects.contains(CovidDefect.ID_MISSING)
                || defects.contains(CovidDefect.ID_FORMAT));
  }
}
