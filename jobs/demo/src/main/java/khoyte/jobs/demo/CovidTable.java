package khoyte.jobs.demo;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import khoyte.jobs.demo.CovidDose.DateForm;
import khoyte.jobs.demo.CovidDose.Status;
import khoyte.jobs.demo.CovidDose.VaccineForm;
import khoyte.warehouse.table.CovidDefect;

/** All COVID-19 doses in compact columns; a dose's number is its row. */
final class CovidTable {
  private static final int BITS = 6;
  private static final Planted[] TRAPS = Planted.values();

  private final IntColumn persons = new IntColumn();
  private final IntColumn days = new IntColumn();
  private final IntColumn updates = new IntColumn();
  private final IntColumn forms = new IntColumn();
  private final IntColumn numbers = new IntColumn();
  private final IntColumn slips = new IntColumn();
  private final IntColumn districts = new IntColumn();
  private final IntColumn citizens = new IntColumn();
  private final IntColumn judgements = new IntColumn();
  private final IntColumn repairedNumbers = new IntColumn();
  private final Map<Integer, Scripted> stories = new HashMap<>();

  int size() {
    return persons.size();
  }

  void add(CovidDose dose) {
    Scripted story = dose.story;
    if (story != null) {
      stories.put(size(), story);
    }
    persons.add(dose.person);
    days.add(dose.day);
    updates.add(dose.updated);
    int trap = dose.trap == null ? 0 : dose.trap.ordinal() + 1;
    forms.add(
        trap << 12 | dose.vaccine << 8 | dose.vaccineForm.ordinal() << 4 | dose.dateForm.ordinal());
    numbers.add(dose.number);
    int made = 0;
    for (Slip slip : dose.slips) {
      made = made << BITS | slip.ordinal() + 1;
    }
    slips.add(made);
    districts.add(dose.district);
    citizens.add(dose.citizen);
    int defects = 0;
    for (CovidDefect defect : dose.defects) {
      defects |= 1 << defect.ordinal();
    }
    judgements.add(defects << 2 | dose.status.ordinal());
    repairedNumbers.add(dose.repairedNumber);
  }

  CovidDose dose(int row) {
    CovidDose dose = new CovidDose(persons.at(row));
    dose.day = days.at(row);
    dose.updated = updates.at(row);
    int form = forms.at(row);
    int trap = form >> 12;
    dose.trap = trap == 0 ? null : TRAPS[trap - 1];
    dose.vaccine = form >> 8 & 0xF;
    dose.vaccineForm = VaccineForm.values()[form >> 4 & 0xF];
    dose.dateForm = DateForm.values()[form & 0xF];
    dose.number = numbers.at(row);
    for (int made = slips.at(row); made != 0; made >>>= BITS) {
      dose.slips.add(0, Slip.values()[(made & (1 << BITS) - 1) - 1]);
    }
    dose.story = stories.get(row);
    dose.district = districts.at(row);
    dose.citizen = citizens.at(row);
    dose.status = Status.values()[judgements.at(row) & 3];
    dose.defects = defects(judgements.at(row) >> 2);
    dose.repairedNumber = repairedNumbers.at(row);
    return dose;
  }

  private static Set<CovidDefect> defects(int bits) {
    Set<CovidDefect> defects = EnumSet.noneOf(CovidDefect.class);
    for (CovidDefect defect : CovidDefect.values()) {
      if ((bits >> defect.ordinal() & 1) != 0) {
        defects.add(defect);
      }
    }
    return defects;
  }

  int district(int row) {
    return districts.at(row);
  }

  boolean isAfterReport(int row) {
    return (forms.at(row) & 0xF) == DateForm.AFTER_REPORT.ordinal();
  }
}
