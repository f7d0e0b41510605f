package khoyte.jobs.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;

/**
 * What a later edition brings to the registry: health records of ordinary people that changed since
 * (another phone, another home, a name written otherwise, an id that was missing), and what the
 * population database answers about some of them.
 */
final class LaterRecords {
  private static final LocalDate CHANGED = LocalDate.of(2023, 1, 6);
  private static final int ANSWERED_EVERY = 10;

  private final Population people;
  private final Territory territory;
  private final HealthRecordWriting writing;
  private final Edition edition;
  private final long seed;

  LaterRecords(
      Population people,
      Territory territory,
      HealthRecordWriting writing,
      Edition edition,
      long seed) {
    this.people = people;
    this.territory = territory;
    this.writing = writing;
    this.edition = edition;
    this.seed = seed;
  }

  List<InboxFile> files() {
    String day = day().toString().replace("-", "");
    return List.of(
        new InboxFile("ehr/ehr_" + edition.fileName(day + ".csv"), "ehr", this::writeRecords),
        new InboxFile(
            "population/population_" + edition.fileName(day + ".csv"),
            "population",
            this::writeAnswers));
  }

  private LocalDate day() {
    return CHANGED.plusDays(edition.number());
  }

  private boolean hasChanged(int person) {
    return edition.has(person)
        && people.kind(person) == Population.Kind.ORDINARY
        && Revision.of(person, people) == Revision.NONE;
  }

  private void writeRecords(OutputStream out, TruthSheet truth) throws IOException {
    try (CsvFile csv = new CsvFile(out, CsvStyle.PLAIN, HealthRecordRow.HEADINGS)) {
      for (int person = 0; person < people.size(); person++) {
        if (hasChanged(person)) {
          csv.row(changed(person).fields());
          truth.arrived();
        }
      }
    }
  }

  private HealthRecordRow changed(int person) {
    HealthRecordRow row = writing.row(person);
    Dice dice = new Dice(seed, Dice.Purpose.RECORD, edition.key(person));
    row.updated = Writing.slashed(day());
    switch (dice.below(10)) {
      case 0, 1 -> row.livesIn(territory.drawn(people.commune(person).district(), dice));
      case 2 -> row.name = Spelling.upper(Spelling.withoutDiacritics(row.name));
      case 3 -> row.id = Numbers.twelveDigits(people.ids[person]);
      default -> row.phone = Numbers.phone(dice);
    }
    return row;
  }

  private void writeAnswers(OutputStream out, TruthSheet truth) throws IOException {
    try (CsvFile csv = new CsvFile(out, CsvStyle.PLAIN, Answers.HEADINGS)) {
      for (int person = 0; person < people.size(); person++) {
        if (hasChanged(person) && person / edition.every() % ANSWERED_EVERY == 0) {
          csv.row(Answers.match(person, people));
          truth.arrived();
        }
      }
    }
  }
}
