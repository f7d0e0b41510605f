package khoyte.pipelines.read.worklist;

import static khoyte.warehouse.worklist.WorklistColumn.POLICE;
import static khoyte.warehouse.worklist.WorklistColumn.PROPOSAL;
import static khoyte.warehouse.worklist.WorklistColumn.RESULT;
import static khoyte.warehouse.worklist.WorklistColumn.RIGHT_BIRTH_DATE;
import static khoyte.warehouse.worklist.WorklistColumn.RIGHT_GENDER;
import static khoyte.warehouse.worklist.WorklistColumn.RIGHT_ID;
import static khoyte.warehouse.worklist.WorklistColumn.RIGHT_NAME;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import khoyte.pipelines.read.person.CitizenIds;
import khoyte.pipelines.read.person.DateText;
import khoyte.pipelines.read.person.Gender;
import khoyte.pipelines.read.person.Names;
import khoyte.pipelines.read.text.VietnameseText;
import khoyte.warehouse.worklist.Decision;
import khoyte.warehouse.worklist.IssuedRow;
import khoyte.warehouse.worklist.PoliceAnswer;
import khoyte.warehouse.worklist.Present;
import khoyte.warehouse.worklist.WorklistColumn;
import org.jspecify.annotations.Nullable;

/**
 * What a filled-in row says, or the first thing that is wrong with it. A truth about the row and
 * what it was printed for, and about nothing else.
 *
 * @param asOf date of the list, after which nobody on it was born
 */
record RowReview(IssuedRow issued, Entry entry, LocalDate asOf) {
  private static final LocalDate FIRST_BIRTH = LocalDate.of(1900, 1, 1);
  private static final int LONGEST_NAME = 255;

  /** A flaw, thrown to the end of the review. */
  private static final class Found extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Flaw flaw;

    Found(Flaw.Reason reason, WorklistColumn column) {
      super(reason.key(), null, false, false);
      this.flaw = new Flaw(reason, column);
    }
  }

  /** Either part is null. */
  record Result(@Nullable Finding finding, @Nullable Flaw flaw) {}

  Result result() {
    try {
      return new Result(finding(), null);
    } catch (Found found) {
      return new Result(null, found.flaw);
    }
  }

  private Finding finding() throws Found {
    refuseIfLockedCellsChanged();
    String written = entry.text(RESULT);
    if (written == null) {
      throw new Found(Flaw.Reason.NOT_REVIEWED, RESULT);
    }
    Decision decision = choice(written, RESULT, issued.sheet().decisions(), Decision::text);
    String answer = entry.text(POLICE);
    PoliceAnswer police =
        answer == null
            ? null
            : choice(answer, POLICE, Arrays.asList(PoliceAnswer.values()), PoliceAnswer::text);
    if (police == PoliceAnswer.DIFFERS && decision.saysWhoItIs()) {
      throw new Found(Flaw.Reason.POLICE_DIFFER, POLICE);
    }
    if (decision.candidate() >= issued.candidates().size()) {
      throw new Found(Flaw.Reason.NO_SUCH_CANDIDATE, RESULT);
    }
    if (decision == Decision.AS_PROPOSED && issued.proposals().isEmpty()) {
      throw new Found(Flaw.Reason.NO_PROPOSAL, PROPOSAL);
    }
    return new Finding(issued, decision, police, corrected(decision), entry);
  }

  private void refuseIfLockedCellsChanged() throws Found {
    Present present = issued.present();
    List<@Nullable String> printed =
        Arrays.asList(present.name(), present.birthDate(), present.gender(), present.id());
    for (int i = 0; i < printed.size(); i++) {
      WorklistColumn column = WorklistColumn.PRESENT.get(i);
      if (!normal(printed.get(i)).equals(normal(entry.text(column)))) {
        throw new Found(Flaw.Reason.LOCKED_CELL_CHANGED, column);
      }
    }
  }

  private static String normal(@Nullable String text) {
    return text == null ? "" : VietnameseText.normalForm(text);
  }

  private static <T> T choice(
      String written, WorklistColumn column, List<T> offered, Function<T, String> text)
      throws Found {
    for (T one : offered) {
      if (normal(text.apply(one)).equals(normal(written))) {
        return one;
      }
    }
    throw new Found(Flaw.Reason.NOT_A_CHOICE, column);
  }

  private Corrected corrected(Decision decision) throws Found {
    if (decision != Decision.CORRECTED) {
      for (WorklistColumn column : WorklistColumn.RIGHT) {
        if (entry.has(column)) {
          throw new Found(Flaw.Reason.CORRECTED_UNASKED, column);
        }
      }
      return Corrected.NOTHING;
    }
    if (!entry.isCorrected()) {
      throw new Found(Flaw.Reason.NOTHING_CORRECTED, RIGHT_NAME);
    }
    String name = name();
    LocalDate birthDate = birthDate();
    Integer gender = gender();
    return new Corrected(citizenId(birthDate, gender), name, birthDate, gender);
  }

  private @Nullable String name() throws Found {
    String written = entry.text(RIGHT_NAME);
    if (written == null) {
      return null;
    }
    boolean isName =
        written.length() <= LONGEST_NAME
            && written.chars().anyMatch(Character::isLetter)
            && written.chars().noneMatch(c -> Character.isDigit(c) || "=+@<>{}[]".indexOf(c) >= 0);
    if (!isName) {
      throw new Found(Flaw.Reason.NO_NAME, RIGHT_NAME);
    }
    return Names.normalForm(written);
  }

  private @Nullable LocalDate birthDate() throws Found {
    String written = entry.text(RIGHT_BIRTH_DATE);
    if (written == null) {
      return null;
    }
    LocalDate date = DateText.birth(written).date();
    if (date == null || date.isBefore(FIRST_BIRTH) || date.isAfter(asOf)) {
      throw new Found(Flaw.Reason.NO_BIRTH_DATE, RIGHT_BIRTH_DATE);
    }
    return date;
  }

  private @Nullable Integer gender() throws Found {
    String written = entry.text(RIGHT_GENDER);
    Integer gender = Gender.read(written);
    if (written != null && gender == null) {
      throw new Found(Flaw.Reason.NOT_A_CHOICE, RIGHT_GENDER);
    }
    return gender;
  }

  /** The id, which must be one of the person as he is now known: corrected, else as he arrived. */
  private @Nullable String citizenId(@Nullable LocalDate birthDate, @Nullable Integer gender)
      throws Found {
    String written = entry.text(RIGHT_ID);
    if (written == null) {
      return null;
    }
    String digits = written.replaceAll("[\\s\\p{Z}\\p{C}.]", "");
    if (!digits.matches("[0-9]{12}")) {
      throw new Found(Flaw.Reason.NOT_TWELVE_DIGITS, RIGHT_ID);
    }
    Integer year =
        birthDate != null
            ? Integer.valueOf(birthDate.getYear())
            : DateText.birth(issued.present().birthDate()).year();
    Integer sex = gender != null ? gender : Gender.read(issued.present().gender());
    String id = CitizenIds.citizenId(digits, year, sex);
    if (id == null) {
      throw new Found(Flaw.Reason.NO_CITIZEN_ID, RIGHT_ID);
    }
    if (CitizenIds.contradicts(id, year, sex)) {
      throw new Found(Flaw.Reason.ID_OF_ANOTHER_BIRTH_OR_GENDER, RIGHT_ID);
    }
    return id;
  }
}
