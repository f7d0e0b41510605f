package khoyte.jobs.demo;

import java.util.ArrayList;
import java.util.List;
import khoyte.jobs.demo.CovidDose.DateForm;
import khoyte.jobs.demo.CovidDose.VaccineForm;
import khoyte.warehouse.table.CovidDefect;

/**
 * Spoils the vaccination histories of the province dose by dose, in a fixed cycle: of a hundred
 * doses nine stay clean, two cannot be repaired, two come twice, and the rest can be repaired.
 */
final class CovidSpoiling {
  private static final int CYCLE = 100;
  private static final int LAST_VACCINE = 3;

  private final List<Mistake> mistakes = Mistake.ALL;
  private int turn;
  private int cleanTurn;
  private int dateTurn;
  private int copyTurn;
  private int mistakeTurn;
  private int unrepairableTurn;

  List<CovidDose> spoilt(List<CovidDose> history, boolean hasId) {
    List<CovidDose> doses = new ArrayList<>();
    int gap = 0;
    for (int i = 0; i < history.size(); i++) {
      CovidDose dose = history.get(i);
      dose.number += gap;
      doses.add(dose);
      int place = turn++ % CYCLE;
      if (place < 9) {
        gap += keepClean(dose);
      } else if (place == 9) {
        spoilDate(dose);
      } else if (place == 10) {
        dose.vaccineForm = VaccineForm.UNKNOWN;
      } else if (place < 13) {
        addCopy(dose, doses);
      } else if (place == 13 && i > 0 && history.get(i - 1).vaccine != LAST_VACCINE) {
        CovidDose before = history.get(i - 1);
        dose.day = before.day;
        dose.vaccine = LAST_VACCINE;
        dose.trap = Planted.SAME_DAY_OTHER_VACCINE;
      } else {
        make(dose, hasId);
      }
    }
    return doses;
  }

  private static final List<Slip> HARMLESS =
      List.of(
          Slip.CAPITALS,
          Slip.DOUBLE_SPACES,
          Slip.DECOMPOSED,
          Slip.MODERN_TONE,
          Slip.TWO_CARDS,
          Slip.UNIT_ABROAD,
          Slip.UNIT_ZEROS_LOST,
          Slip.UNIT_NOT_COVERED);

  /** How much greater the numbers after it are. */
  private int keepClean(CovidDose dose) {
    int kind = cleanTurn++ % 12;
    if (kind < HARMLESS.size()) {
      dose.slips.add(HARMLESS.get(kind));
    } else if (kind == HARMLESS.size()) {
      dose.vaccineForm = VaccineForm.OTHER_CASE;
    } else if (kind == HARMLESS.size() + 1) {
      dose.number += 2;
      dose.trap = Planted.DOSE_NUMBER_GAP;
      return 2;
    }
    return 0;
  }

  private void spoilDate(CovidDose dose) {
    DateForm[] forms = {
      DateForm.IMPOSSIBLE, DateForm.IN_9999, DateForm.BEFORE_CAMPAIGN, DateForm.AFTER_REPORT
    };
    dose.dateForm = forms[dateTurn++ % forms.length];
    if (dose.dateForm == DateForm.IN_9999) {
      // No unit of the reference is valid in 9999; one that it does not cover is not judged.
      dose.slips.add(Slip.UNIT_NOT_COVERED);
    }
  }

  private void addCopy(CovidDose dose, List<CovidDose> doses) {
    int kind = copyTurn++ % 4;
    if (kind > 1) {
      dose.slips.add(Slip.OLD_PHONE);
    }
    CovidDose copy = dose.copy();
    if (kind < 2) {
      copy.slips.addAll(List.of(Slip.BARE_NAME, Slip.OLD_PHONE));
      copy.vaccineForm =
          CovidVaccines.hasAlias(copy.vaccine) ? VaccineForm.ALIAS : VaccineForm.CODE;
      copy.trap = Planted.DUPLICATE_WITH_MORE_DEFECTS;
    } else if (kind == 2) {
      copy.updated += 3;
      copy.trap = Planted.DUPLICATE_UPDATED_LATER;
    } else {
      copy.trap = Planted.DUPLICATE_WITH_GREATER_KEY;
    }
    doses.add(kind == 0 ? doses.size() - 1 : doses.size(), copy);
  }

  private void make(CovidDose dose, boolean hasId) {
    Mistake mistake = mistakes.get(mistakeTurn++ % mistakes.size());
    boolean needsId =
        mistake.slips().stream()
            .map(Slip::defect)
            .anyMatch(d -> d == CovidDefect.ID_MISSING || d == CovidDefect.ID_FORMAT);
    if (needsId && !hasId && unrepairableTurn++ % 3 > 0) {
      mistake = Mistake.OF_VACCINE;
    }
    mistake.make(dose);
  }

  /** What is written wrong in a dose, and can be repaired. */
  private record Mistake(List<Slip> slips, boolean alias, NumberForm form) {
    static final Mistake OF_VACCINE = new Mistake(List.of(), true, NumberForm.RIGHT);
    static final List<Mistake> ALL = all();

    private enum NumberForm {
      RIGHT,
      MISSING,
      REPEATED,
      NOT_WHOLE,
      ZERO
    }

    private static Mistake of(Slip... slips) {
      return new Mistake(List.of(slips), false, NumberForm.RIGHT);
    }

    private static List<Mistake> all() {
      List<Mistake> all = new ArrayList<>();
      for (Slip slip : Slip.values()) {
        if (slip.defect() != null) {
          all.add(of(slip));
        }
      }
      for (NumberForm form : NumberForm.values()) {
        if (form != NumberForm.RIGHT) {
          all.add(new Mistake(List.of(), false, form));
        }
      }
      for (int i = 0; i < 4; i++) {
        all.add(OF_VACCINE);
        all.add(of(Slip.BARE_NAME));
        all.add(of(Slip.LOST_ZERO));
        all.add(of(Slip.OLD_PHONE));
      }
      all.add(of(Slip.NO_ID, Slip.OLD_PHONE));
      all.add(of(Slip.BARE_NAME, Slip.OTHER_DAY));
      all.add(of(Slip.MISSPELT, Slip.NO_GENDER));
      all.add(of(Slip.BARE_NAME, Slip.LOST_ZERO));
      all.add(of(Slip.OLD_ID, Slip.OLD_PHONE));
      all.add(of(Slip.YEAR_ONLY, Slip.NO_UNIT));
      all.add(of(Slip.SWAPPED_BIRTH, Slip.WRONG_UNIT));
      all.add(of(Slip.BARE_NAME, Slip.OTHERS_ID));
      all.add(of(Slip.NO_GENDER, Slip.WRONG_DIGIT, Slip.OLD_PHONE));
      all.add(new Mistake(List.of(Slip.SWAPPED_BIRTH), true, NumberForm.RIGHT));
      all.add(new Mistake(List.of(Slip.OLD_ID), true, NumberForm.RIGHT));
      all.add(new Mistake(List.of(Slip.NO_ID), true, NumberForm.REPEATED));
      return List.copyOf(all);
    }

    void make(CovidDose dose) {
      dose.slips.addAll(slips);
      if (alias) {
        if (CovidVaccines.hasAlias(dose.vaccine)) {
          dose.vaccineForm = VaccineForm.ALIAS;
        } else {
          dose.slips.add(Slip.OLD_PHONE);
        }
      }
      switch (form) {
        case RIGHT -> {}
        case MISSING -> dose.number = CovidDose.NUMBER_MISSING;
        case REPEATED -> dose.number = Math.max(0, dose.number - 1);
        case NOT_WHOLE -> dose.number = CovidDose.NUMBER_NOT_WHOLE;
        case ZERO -> dose.number = 0;
      }
    }
  }
}
