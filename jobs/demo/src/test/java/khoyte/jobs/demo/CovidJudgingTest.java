package khoyte.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import khoyte.jobs.demo.CovidDose.DateForm;
import khoyte.jobs.demo.CovidDose.VaccineForm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CovidJudgingTest {
  private static final long SEED = 11;
  private static final int PFIZER = 1;
  private static final int MODERNA = 2;

  private static Population people;
  private static CovidJudging judging;
  private static int withId;
  private static int withoutId;

  @BeforeAll
  static void settle() {
    List<DistrictFigures> figures = DistrictFigures.at(0.002);
    Territory territory = new Territory(figures);
    NameStock names = new NameStock();
    Settlement settlement = Settlement.of(figures, 0.002, SEED);
    people = new Population(settlement.people(), territory, names);
    Registry registry = new Registry(people);
    new Census(people, registry, territory, names, SEED).take(settlement);
    judging =
        new CovidJudging(people, new Clerk(people, territory, registry, names, SEED, Dirt.USUAL));
    withId = first(true);
    withoutId = first(false);
  }

  private static int first(boolean known) {
    int person = 0;
    while ((people.id(person) != 0) != known
        || people.has(person, Population.YEAR_ONLY | Population.PLAIN_NAME)) {
      person++;
    }
    return person;
  }

  private final List<CovidDose> doses = new ArrayList<>();

  private CovidDose dose(int person, int vaccine, int day, int number, Slip... slips) {
    CovidDose dose = new CovidDose(person);
    dose.vaccine = vaccine;
    dose.day = 19_000 + day;
    dose.updated = dose.day + 1;
    dose.number = number;
    dose.slips.addAll(List.of(slips));
    doses.add(dose);
    return dose;
  }

  private String judged() {
    judging.judge(doses, 0, Set.of());
    return doses.stream()
        .map(
            dose ->
                dose.status.code()
                    + " "
                    + dose.defects
                    + (dose.repairedNumber == 0 ? "" : " " + dose.repairedNumber))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void aGapIsNoDefectAndAWrongNumberBecomesTheOneBeforePlusOne() {
    dose(withId, PFIZER, 1, 2);
    dose(withId, PFIZER, 30, 2);
    dose(withId, PFIZER, 60, CovidDose.NUMBER_MISSING);
    dose(withId, PFIZER, 90, 7);
    assertThat(judged())
        .isEqualTo(
            """
            clean [] 2
            cleaned [DOSE_NUMBER] 3
            cleaned [DOSE_NUMBER] 4
            clean [] 7\
            """);
  }

  @Test
  void theCopyWithTheFewestDefectsIsKeptThenTheEarliestThenTheSmallestKey() {
    dose(withId, PFIZER, 1, 1, Slip.OLD_PHONE);
    dose(withId, PFIZER, 1, 1).updated += 9;
    dose(withId, MODERNA, 1, 1);
    dose(withId, PFIZER, 40, 5, Slip.OLD_PHONE).updated += 1;
    dose(withId, PFIZER, 40, 5, Slip.OLD_PHONE);
    dose(withId, PFIZER, 40, 5, Slip.OLD_PHONE);
    assertThat(judged())
        .isEqualTo(
            """
            duplicate [PHONE_PREFIX, DUPLICATE]
            cleaned [DOSE_NUMBER] 2
            clean [] 1
            duplicate [PHONE_PREFIX, DUPLICATE]
            cleaned [PHONE_PREFIX] 5
            duplicate [PHONE_PREFIX, DUPLICATE]\
            """);
  }

  @Test
  void whatCannotBeRepairedOrPlacedInTimeGoesToVerifyAndHasNoNumber() {
    dose(withoutId, PFIZER, 1, 1, Slip.NO_ID);
    dose(withoutId, PFIZER, 30, 2).vaccineForm = VaccineForm.UNKNOWN;
    dose(withoutId, PFIZER, 60, 3).dateForm = DateForm.IMPOSSIBLE;
    dose(withoutId, PFIZER, 90, 4, Slip.LONG_PHONE_AS_ID);
    assertThat(judged())
        .isEqualTo(
            """
            to_verify [ID_MISSING]
            to_verify [VACCINE_ALIAS]
            to_verify [DATE_IMPLAUSIBLE]
            clean [] 4\
            """);
  }

  @Test
  void aStrangersDoseIsUnmatched() {
    dose(CovidDose.STRANGER, PFIZER, 1, 1);
    assertThat(judged()).isEqualTo("to_verify [UNMATCHED]");
  }
}
