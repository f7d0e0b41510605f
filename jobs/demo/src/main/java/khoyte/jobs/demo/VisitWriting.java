package khoyte.jobs.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import khoyte.jobs.demo.Clerk.Written;
import khoyte.jobs.demo.Dice.Purpose;
import khoyte.jobs.demo.HisFiles.Version;
import khoyte.jobs.demo.VisitEnvelope.VisitTable;
import khoyte.jobs.demo.Visits.Fate;

/** Puts a version of a visit into its tables, and its truth onto the sheet. */
final class VisitWriting {
  private static final int FAITHFUL = 26;
  private static final List<Slip> OLD_SLIPS =
      List.of(
          Slip.NO_KEYS,
          Slip.NO_KEYS,
          Slip.NO_KEYS,
          Slip.TWO_CARDS,
          Slip.CAPITALS,
          Slip.DOUBLE_SPACES,
          Slip.DECOMPOSED,
          Slip.MODERN_TONE,
          Slip.BARE_NAME,
          Slip.MISSPELT,
          Slip.YEAR_ONLY,
          Slip.TWELVE_DIGITS,
          Slip.OTHER_GENDER);
  private static final List<Slip> NEW_SLIPS =
      List.of(
          Slip.NO_KEYS,
          Slip.NO_KEYS,
          Slip.TWO_CARDS,
          Slip.CAPITALS,
          Slip.BARE_NAME,
          Slip.MISSPELT,
          Slip.YEAR_ONLY,
          Slip.OTHER_DAY,
          Slip.NO_ID,
          Slip.OLD_ID,
          Slip.LOST_ZERO,
          Slip.WRONG_DIGIT,
          Slip.OTHERS_ID,
          Slip.NO_UNIT,
          Slip.WRONG_UNIT,
          Slip.UNIT_DIGIT_LOST,
          Slip.UNIT_ZEROS_LOST);

  private final Visits visits;
  private final Clerk clerk;
  private final Edition edition;
  private final long seed;

  VisitWriting(Visits visits, Clerk clerk, Edition edition, long seed) {
    this.visits = visits;
    this.clerk = clerk;
    this.edition = edition;
    this.seed = seed;
  }

  private String key(int visit) {
    return Numbers.padded(edition.key(visit), 10);
  }

  List<VisitTable> tables(int entry, Hospital hospital, LocalDate made, TruthSheet truth) {
    int visit = Version.visit(entry);
    Version version = Version.of(entry);
    if (version == Version.WITHDRAWAL) {
      truth.plant(Planted.VISIT_WITHDRAWN);
      return List.of(new VisitTable("XML1", NewTables.withdrawal(hospital, key(visit))));
    }
    Written written = written(visit, hospital);
    if (version == Version.CURRENT) {
      Set<Planted> traps = traps(visit, written);
      truth.record(HisFiles.SOURCE, hospital.code() + "/" + key(visit), written.citizen(), traps);
    }
    if (version == Version.REPEATED) {
      truth.plant(Planted.VISIT_REPEATED_IN_FILE);
    }
    return tables(row(visit, version, hospital, written.text(), made));
  }

  /** As in the file it should have been in; no truth, for nothing of it may be loaded. */
  List<VisitTable> refusedTables(int entry, Hospital hospital) {
    int visit = Version.visit(entry);
    Written written = written(visit, hospital);
    return tables(row(visit, Version.CURRENT, hospital, written.text(), HisFiles.LATE));
  }

  private Written written(int visit, Hospital hospital) {
    Clerk.Form form = hospital.form();
    if (visits.isStranger(visit)) {
      return clerk.stranger(visit, form);
    }
    Scripted story = visits.stories.get(visit);
    if (story != null) {
      return clerk.told(story, form, Purpose.VISIT, visit);
    }
    List<Slip> slips = hospital.dialect().isOld() ? OLD_SLIPS : NEW_SLIPS;
    int turn = visit % (FAITHFUL + slips.size()) - FAITHFUL;
    List<Slip> made = turn < 0 ? List.of() : List.of(slips.get(turn));
    return clerk.spoilt(visits.persons.at(visit), made, form, Purpose.VISIT, visit);
  }

  private Set<Planted> traps(int visit, Written written) {
    Set<Planted> traps = EnumSet.noneOf(Planted.class);
    written.slips().forEach(slip -> traps.add(slip.planted()));
    Planted hard = written.hard();
    if (hard != null) {
      traps.add(hard);
    }
    Scripted story = visits.stories.get(visit);
    if (story != null) {
      traps.add(story.planted());
    }
    if (visits.isStranger(visit)) {
      traps.add(Planted.STRANGER);
    }
    switch (visits.fate(visit)) {
      case LATER -> traps.add(Planted.VISIT_AFTER_REPORT);
      case RESENT -> traps.add(Planted.VISIT_RESENT);
      default -> {}
    }
    return traps;
  }

  private VisitRow row(
      int visit, Version version, Hospital hospital, Writing person, LocalDate made) {
    Dice dice = new Dice(seed, Purpose.VISIT, -1L - visit);
    Fate fate = visits.fate(visit);
    boolean inJanuary = fate == Fate.LATER || fate == Fate.CORRECTED && version == Version.CURRENT;
    LocalDate day =
        inJanuary
            ? HisFiles.YEAR_START.plusYears(1).plusDays(dice.below(3))
            : HisFiles.YEAR_START.plusDays(visits.days.at(visit));
    LocalDateTime in = day.atTime(dice.between(6, 16), dice.below(60));
    boolean inpatient = dice.below(100) < 9 && !inJanuary;
    LocalDate left = inpatient ? day.plusDays(dice.between(1, 7)) : day;
    LocalDate lastDay = made.minusDays(1);
    LocalDateTime out = (left.isAfter(lastDay) ? lastDay : left).atTime(18, dice.below(60));
    LocalDateTime settled = out.plusMinutes(dice.below(300));
    if (fate == Fate.RESENT && version == Version.CURRENT) {
      settled = HisFiles.LATE.minusDays(2).atTime(9, dice.below(60));
    }
    int extras = version == Version.EARLIER ? 0 : 1;
    return new VisitRow(
        hospital,
        key(visit),
        person,
        in,
        out,
        version == Version.OPEN ? null : settled,
        inpatient,
        dice.below(Treatments.DIAGNOSES.size()),
        dice.below(Treatments.DIAGNOSES.size()),
        dice.below(100) < 10 ? dice.between(1, 3) : 0,
        dice.below(100) < 10 ? dice.between(1, 2) : 0,
        dice.below(100) < 4 ? 2 : 0,
        extras * 1000L * dice.between(33, 400));
  }

  private static List<VisitTable> tables(VisitRow row) {
    boolean old = row.hospital().dialect().isOld();
    List<VisitTable> tables = new ArrayList<>();
    tables.add(new VisitTable("XML1", old ? OldTables.summary(row) : NewTables.summary(row)));
    if (row.drugs() > 0) {
      tables.add(new VisitTable("XML2", old ? OldTables.drugs(row) : NewTables.drugs(row)));
    }
    if (row.services() > 0) {
      tables.add(new VisitTable("XML3", old ? OldTables.services(row) : NewTables.services(row)));
    }
    if (row.results() > 0) {
      tables.add(new VisitTable("XML4", old ? OldTables.results(row) : NewTables.results(row)));
    }
    if (!old && row.inpatient()) {
      tables.add(new VisitTable("XML7", NewTables.discharge(row)));
    }
    if (!old && NewTables.isReferred(row)) {
      tables.add(new VisitTable("XML13", NewTables.referral(row)));
    }
    if (!old && NewTables.hasAppointment(row)) {
      tables.add(new VisitTable("XML14", NewTables.appointment(row)));
    }
    return tables;
  }
}
