package khoyte.jobs.demo;

import static khoyte.jobs.demo.Scripted.found;
import static khoyte.jobs.demo.Scripted.undecided;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import khoyte.jobs.demo.Settlement.Group;
import khoyte.jobs.demo.Visits.Fate;
import khoyte.warehouse.table.CovidDefect;

/** What happens to the cast: its visits, routine doses and COVID-19 doses. */
final class CastEvents {

  /** A visit of the cast. */
  record Visit(Scripted story, Fate fate) {}

  /** A routine dose of the cast. */
  record RoutineDose(Scripted story, boolean afterReport) {}

  /**
   * A COVID-19 dose of the cast.
   *
   * @param defects what it breaks by the way the person is written
   */
  record CovidDose(Scripted story, Set<CovidDefect> defects) {}

  private final Population people;
  private final List<Visit> visits = new ArrayList<>();
  private final List<RoutineDose> routineDoses = new ArrayList<>();
  private final List<CovidDose> covidDoses = new ArrayList<>();

  CastEvents(Population people, Settlement settlement) {
    this.people = people;
    settlement.groups().forEach(this::tell);
  }

  List<Visit> visits() {
    return visits;
  }

  List<RoutineDose> routineDoses() {
    return routineDoses;
  }

  List<CovidDose> covidDoses() {
    return covidDoses;
  }

  private void tell(Group group) {
    switch (group.family()) {
      case TWINS -> dosesWithTheOthersId(group, Planted.TWINS);
      case CLOSE_TWINS -> dosesWithTheOthersId(group, Planted.CLOSE_TWINS);
      case NEAR_IDS -> dosesWithTheOthersId(group, Planted.CONTESTED_BY_NEAR_ID);
      case NAMESAKES_TOGETHER -> namesakesTogether(group.member(0), group.member(1));
      case NAMESAKES_APART -> namesakesApart(group.member(0), group.member(1));
      case FATHER_AND_SON -> fatherAndSon(group.member(0), group.member(1));
      case MOTHER_AND_CHILD -> motherAndChild(group.member(0), group.member(1));
      case ONE_ID -> {
        dose(found(group.member(0), Planted.TWO_CITIZENS_ONE_ID, w -> {}));
        dose(found(group.member(1), Planted.TWO_CITIZENS_ONE_ID, w -> {}));
      }
      case ONE_INSURANCE -> {
        int owner = group.member(0);
        visit(
            undecided(owner, Planted.TWO_CITIZENS_ONE_INSURANCE_NUMBER, w -> w.writeId(0)),
            Fate.REGULAR);
        dose(found(group.member(1), Planted.TWO_CITIZENS_ONE_INSURANCE_NUMBER, w -> {}));
      }
      case CUT_CHAIN -> {
        visit(
            undecided(group.member(0), Planted.RECORD_BETWEEN_TWO_IDS, w -> w.writeId(0)),
            Fate.REGULAR);
        dose(found(group.member(0), Planted.RECORD_BETWEEN_TWO_IDS, w -> {}));
      }
      case TWICE_BY_ID, TWICE_BY_INSURANCE, TWICE_BY_OLD_ID, TWICE_CHAINED ->
          registeredTwice(group.member(0), Planted.REGISTERED_TWICE);
      case TWICE_APART ->
          registeredTwice(group.member(0), Planted.REGISTERED_TWICE_IN_TWO_DISTRICTS);
      case TWICE_MOVED -> registeredTwice(group.member(0), Planted.REGISTERED_TWICE_AND_MOVED);
      case REFUSED_ID -> refusedId(group.member(0));
      case OTHER_ID -> otherId(group.member(0), Planted.ANSWER_OTHER_ID);
      case REFUSED_THEN_GIVEN -> otherId(group.member(0), Planted.ANSWER_REFUSED_THEN_GIVEN);
      case NOT_FOUND -> dose(found(group.member(0), Planted.ANSWER_NOT_FOUND, w -> {}));
      case TONE -> modernTone(group.member(0));
      case NO_KEYS -> routine(found(group.member(0), Planted.RECORD_WITHOUT_KEYS, w -> {}), false);
      case VISIT_LATER ->
          visit(found(group.member(0), Planted.VISIT_AFTER_REPORT, w -> {}), Fate.LATER);
      case VISIT_WITHDRAWN ->
          visit(found(group.member(0), Planted.VISIT_WITHDRAWN, w -> {}), Fate.WITHDRAWN);
      case VISIT_REFUSED ->
          visit(found(group.member(0), Planted.VISIT_ONLY_IN_REFUSED_FILE, w -> {}), Fate.REFUSED);
      case VISIT_CORRECTED ->
          visit(
              found(group.member(0), Planted.VISIT_CORRECTED_TO_AFTER_REPORT, w -> {}),
              Fate.CORRECTED);
      case ROUTINE_LATER ->
          routine(found(group.member(0), Planted.ROUTINE_DOSE_AFTER_REPORT, w -> {}), true);
    }
  }

  private void dosesWithTheOthersId(Group group, Planted planted) {
    int first = group.member(0);
    int second = group.member(1);
    dose(found(first, planted, w -> {}));
    dose(found(second, planted, w -> w.writeId(people.ids[first])), CovidDefect.ID_MISMATCH);
    visit(found(second, planted, w -> {}), Fate.REGULAR);
  }

  private void namesakesTogether(int first, int second) {
    dose(found(first, Planted.NAMESAKES_TOGETHER, w -> {}));
    visit(undecided(second, Planted.NAMESAKES_TOGETHER, Writing::dropKeys), Fate.REGULAR);
    visit(found(second, Planted.NAMESAKES_TOGETHER, w -> {}), Fate.REGULAR);
  }

  private void namesakesApart(int first, int second) {
    visit(found(first, Planted.NAMESAKES_APART, Writing::dropKeys), Fate.REGULAR);
    dose(
        undecided(
            first,
            Planted.CONTESTED_UNDECIDED,
            w -> {
              w.dropKeys();
              w.writeId(people.ids[second]);
            }));
  }

  private void fatherAndSon(int father, int son) {
    dose(
        undecided(
            son,
            Planted.FATHER_AND_SON,
            w -> {
              w.dropKeys();
              w.writeId(people.ids[father]);
            }));
    visit(found(son, Planted.FATHER_AND_SON, w -> {}), Fate.REGULAR);
  }

  private void motherAndChild(int mother, int child) {
    routine(found(child, Planted.MOTHER_AND_CHILD, w -> w.writeId(people.ids[mother])), false);
    dose(
        found(child, Planted.MOTHER_AND_CHILD, w -> w.writeId(people.ids[mother])),
        CovidDefect.ID_MISMATCH);
  }

  private void registeredTwice(int person, Planted planted) {
    dose(
        found(
            person,
            planted,
            w -> {
              w.writeUnreadableId(Long.toString(people.oldId(person)));
              w.oldId = people.oldId(person);
            }),
        CovidDefect.ID_FORMAT);
    visit(found(person, planted, w -> {}), Fate.REGULAR);
  }

  private void modernTone(int person) {
    dose(found(person, Planted.NAME_WITH_MODERN_TONE, w -> w.name = Spelling.modernTone(w.name)));
    visit(
        found(
            person,
            Planted.NAME_WITH_MODERN_TONE,
            w -> {
              w.dropKeys();
              w.name = Spelling.modernTone(w.name);
            }),
        Fate.REGULAR);
  }

  private void refusedId(int person) {
    dose(
        found(
            person,
            Planted.ANSWER_REFUSES_ID,
            w -> {
              w.dropKeys();
              w.writeId(people.ids[person]);
            }));
    dose(found(person, Planted.UNREPAIRABLE_ID, w -> w.writeId(0)), CovidDefect.ID_MISSING);
  }

  private void otherId(int person, Planted planted) {
    long written = people.writtenIds.getOrDefault(person, 0L);
    dose(found(person, planted, w -> w.writeId(written)), CovidDefect.ID_MISMATCH);
    dose(found(person, planted, w -> {}));
  }

  private void visit(Scripted story, Fate fate) {
    visits.add(new Visit(story, fate));
  }

  private void routine(Scripted story, boolean afterReport) {
    routineDoses.add(new RoutineDose(story, afterReport));
  }

  private void dose(Scripted story, CovidDefect... defects) {
    Set<CovidDefect> broken = EnumSet.noneOf(CovidDefect.class);
    broken.addAll(List.of(defects));
    covidDoses.add(new CovidDose(story, broken));
  }
}
