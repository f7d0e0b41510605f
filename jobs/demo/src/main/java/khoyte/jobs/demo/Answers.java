package khoyte.jobs.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import khoyte.jobs.demo.Population.Kind;
import khoyte.jobs.demo.Settlement.Group;

/**
 * What the national population database answers about health records: a file of 15/12/2022, and one
 * of 04/01/2023 in which some answers are other than before.
 */
final class Answers {
  private static final String SOURCE = "population";
  private static final int EVERY = 37;
  static final List<String> HEADINGS =
      List.of("MA_HSSK", "HO_TEN", "NGAY_SINH", "GIOI_TINH", "SO_DINH_DANH", "KET_QUA");

  private final Population people;
  private final Settlement settlement;
  private final Scribe scribe;

  Answers(Population people, Settlement settlement, Scribe scribe) {
    this.people = people;
    this.settlement = settlement;
    this.scribe = scribe;
  }

  /** What the answer about an ordinary person says beside his health record. */
  enum Answer {
    NONE,
    MATCHES,
    /** The name with its diacritics. */
    CORRECTS_NAME,
    /** Another day of birth in the same year. */
    CORRECTS_BIRTH,
    NOT_FOUND
  }

  static Answer about(int person, Population people) {
    boolean asked =
        person % EVERY == 5
            && people.kind(person) == Kind.ORDINARY
            && people.has(person, Population.HAS_ID)
            && !people.has(
                person, Population.YEAR_ONLY | Population.PLAIN_NAME | Population.GENDER_UNKNOWN)
            && Revision.of(person, people) == Revision.NONE;
    if (!asked) {
      return Answer.NONE;
    }
    return switch (person / EVERY % 20) {
      case 0 -> Answer.NOT_FOUND;
      case 1 -> Answer.CORRECTS_NAME;
      case 2 -> Answer.CORRECTS_BIRTH;
      default -> Answer.MATCHES;
    };
  }

  List<InboxFile> files() {
    return List.of(
        new InboxFile("population/population_20221215.csv", SOURCE, this::writeFirst),
        new InboxFile("population/population_20230104.csv", SOURCE, this::writeSecond));
  }

  private void writeFirst(OutputStream out, TruthSheet truth) throws IOException {
    try (CsvFile csv = new CsvFile(out, CsvStyle.OFFICE, HEADINGS)) {
      for (int person = 0; person < people.size(); person++) {
        switch (about(person, people)) {
          case NONE -> {}
          case MATCHES -> match(csv, truth, person, Planted.ANSWER_MATCHES);
          case CORRECTS_NAME -> match(csv, truth, person, Planted.ANSWER_CORRECTS_NAME);
          case CORRECTS_BIRTH -> match(csv, truth, person, Planted.ANSWER_CORRECTS_BIRTH);
          case NOT_FOUND -> notFound(csv, truth, person);
        }
      }
      for (Group group : settlement.groups()) {
        int person = group.member(0);
        switch (group.family()) {
          case REFUSED_ID -> refuse(csv, truth, person, Planted.ANSWER_REFUSES_ID);
          case REFUSED_THEN_GIVEN -> refuse(csv, truth, person, Planted.ANSWER_REFUSED_THEN_GIVEN);
          case OTHER_ID -> match(csv, truth, person, Planted.ANSWER_OTHER_ID);
          case NOT_FOUND -> notFound(csv, truth, person);
          default -> {}
        }
      }
      writeStrangers(csv, truth);
    }
  }

  private void writeSecond(OutputStream out, TruthSheet truth) throws IOException {
    try (CsvFile csv = new CsvFile(out, CsvStyle.PLAIN, HEADINGS)) {
      for (Group group : settlement.groups()) {
        if (group.family() == Family.REFUSED_THEN_GIVEN) {
          match(csv, truth, group.member(0), Planted.ANSWER_REFUSED_THEN_GIVEN);
        }
      }
    }
  }

  private void writeStrangers(CsvFile csv, TruthSheet truth) {
    for (int i = 0; i < Math.max(1, people.size() / 5000); i++) {
      Writing stranger = scribe.stranger(5_000_000_000L + i);
      csv.row(
          "99999" + Numbers.padded(i + 1L, 9),
          stranger.name,
          stranger.birthText(),
          stranger.genderText(),
          stranger.idText,
          "KHOP");
      truth.arrived();
      truth.plant(Planted.ANSWER_WITHOUT_RECORD);
    }
  }

  private void match(CsvFile csv, TruthSheet truth, int person, Planted trap) {
    row(csv, person, people.ids[person], "KHOP");
    truth.arrived();
    truth.plant(trap);
  }

  private void refuse(CsvFile csv, TruthSheet truth, int person, Planted trap) {
    row(csv, person, people.writtenIds.getOrDefault(person, 0L), "KHONG_KHOP");
    truth.arrived();
    truth.plant(trap);
  }

  private void notFound(CsvFile csv, TruthSheet truth, int person) {
    row(csv, person, people.ids[person], "KHONG_TIM_THAY");
    truth.arrived();
    truth.plant(Planted.ANSWER_NOT_FOUND);
  }

  private void row(CsvFile csv, int person, long id, String answer) {
    csv.row(fields(person, people, id, answer));
  }

  /** A row that says that the health record of a person is right. */
  static String[] match(int person, Population people) {
    return fields(person, people, people.ids[person], "KHOP");
  }

  private static String[] fields(int person, Population people, long id, String answer) {
    return new String[] {
      people.recordKey(person),
      people.fullName(person),
      Writing.slashed(people.birthDate(person)),
      people.isFemale(person) ? "Nữ" : "Nam",
      Numbers.twelveDigits(id),
      answer
    };
  }
}
