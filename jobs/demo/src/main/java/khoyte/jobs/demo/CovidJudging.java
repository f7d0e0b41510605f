package khoyte.jobs.demo;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import khoyte.jobs.demo.Clerk.Form;
import khoyte.jobs.demo.Clerk.Written;
import khoyte.jobs.demo.CovidDose.DateForm;
import khoyte.jobs.demo.CovidDose.Status;
import khoyte.jobs.demo.CovidDose.VaccineForm;
import khoyte.jobs.demo.Dice.Purpose;
import khoyte.warehouse.table.CovidDefect;

/**
 * What the rules must make of one person's doses: the defects that were planted, then duplicates,
 * statuses and numbers in the order of the cleaning contract.
 */
final class CovidJudging {
  private static final Set<CovidDefect> OF_THE_ROW =
      EnumSet.of(
          CovidDefect.ID_MISSING,
          CovidDefect.ID_FORMAT,
          CovidDefect.DOB_FORMAT,
          CovidDefect.PHONE_PREFIX,
          CovidDefect.UNIT_UNKNOWN,
          CovidDefect.VACCINE_ALIAS);

  private final Population people;
  private final Clerk clerk;

  CovidJudging(Population people, Clerk clerk) {
    this.people = people;
    this.clerk = clerk;
  }

  /** How the person stands in the row of a dose; the number of the dose is part of its key. */
  Written written(CovidDose dose, int number) {
    if (dose.person == CovidDose.STRANGER) {
      return clerk.stranger(3_000_000_000L + number, Form.ALL);
    }
    Scripted story = dose.story;
    return story != null
        ? clerk.told(story, Form.ALL, Purpose.COVID, number)
        : clerk.spoilt(dose.person, dose.slips, Form.ALL, Purpose.COVID, number);
  }

  /** Judges the doses of one person; the first has the number, the others follow. */
  void judge(List<CovidDose> doses, int firstNumber, Set<CovidDefect> ofTheStory) {
    for (int i = 0; i < doses.size(); i++) {
      judgeRow(doses.get(i), firstNumber + i, ofTheStory);
    }
    for (CovidDose dose : doses) {
      if (dose.status == Status.CLEAN) {
        markCopies(dose, doses);
      }
    }
    for (CovidDose dose : doses) {
      if (dose.status == Status.CLEAN && !dose.defects.isEmpty()) {
        boolean unrepairable = dose.isUnrepairable(people.id(dose.citizen) != 0);
        dose.status = unrepairable ? Status.TO_VERIFY : Status.CLEANED;
      }
    }
    number(doses);
  }

  private void judgeRow(CovidDose dose, int number, Set<CovidDefect> ofTheStory) {
    Written written = written(dose, number);
    dose.citizen = written.citizen();
    dose.status = Status.CLEAN;
    dose.repairedNumber = 0;
    dose.defects = EnumSet.noneOf(CovidDefect.class);
    dose.defects.addAll(ofTheStory);
    for (Slip slip : written.slips()) {
      CovidDefect defect = slip.defect();
      if (defect != null) {
        dose.defects.add(defect);
      }
    }
    if (dose.vaccineForm == VaccineForm.ALIAS || dose.vaccineForm == VaccineForm.UNKNOWN) {
      dose.defects.add(CovidDefect.VACCINE_ALIAS);
    }
    if (dose.citizen < 0) {
      boolean noGender = written.slips().contains(Slip.NO_GENDER);
      dose.defects.retainAll(OF_THE_ROW);
      dose.defects.add(CovidDefect.UNMATCHED);
      if (noGender) {
        dose.defects.add(CovidDefect.GENDER_MISMATCH);
      }
    } else if (people.id(dose.citizen) == 0) {
      dose.defects.remove(CovidDefect.ID_MISMATCH);
    }
    if (dose.dateForm == DateForm.IN_9999 && !written.slips().contains(Slip.UNIT_NOT_COVERED)) {
      // A unit of the reference would be judged on that day, and is none by then.
      dose.dateForm = DateForm.IMPOSSIBLE;
    }
    if (dose.dateForm.isImplausible()) {
      dose.defects.add(CovidDefect.DATE_IMPLAUSIBLE);
    }
    if (dose.citizen < 0 || dose.dateForm.isImplausible()) {
      dose.status = Status.TO_VERIFY;
    }
  }

  /** Keeps the copy with the fewest defects, then the earliest update, then the smallest key. */
  private static void markCopies(CovidDose dose, List<CovidDose> doses) {
    List<CovidDose> copies =
        doses.stream()
            .filter(other -> other.status == Status.CLEAN)
            .filter(other -> other.vaccineForm != VaccineForm.UNKNOWN)
            .filter(other -> other.day == dose.day && other.vaccine == dose.vaccine)
            .sorted(
                Comparator.<CovidDose>comparingInt(other -> other.defects.size())
                    .thenComparingInt(other -> other.updated))
            .toList();
    if (dose.vaccineForm == VaccineForm.UNKNOWN) {
      return;
    }
    for (CovidDose copy : copies.subList(1, copies.size())) {
      copy.status = Status.DUPLICATE;
      copy.defects.add(CovidDefect.DUPLICATE);
    }
  }

  private static void number(List<CovidDose> doses) {
    List<CovidDose> counted =
        doses.stream()
            .filter(dose -> dose.status == Status.CLEAN || dose.status == Status.CLEANED)
            .sorted(
                Comparator.<CovidDose>comparingInt(dose -> dose.day)
                    .thenComparing(dose -> CovidVaccines.code(dose.vaccine)))
            .toList();
    int before = 0;
    for (CovidDose dose : counted) {
      boolean right = dose.number >= 1 && dose.number > before;
      dose.repairedNumber = right ? dose.number : before + 1;
      if (!right) {
        dose.defects.add(CovidDefect.DOSE_NUMBER);
        dose.status = Status.CLEANED;
      }
      before = dose.repairedNumber;
    }
  }
}
