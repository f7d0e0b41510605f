package khoyte.pipelines.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import khoyte.warehouse.table.ResolvedTables;
import khoyte.warehouse.table.StagedTables;
import khoyte.warehouse.table.Table;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every model gives the same table on every engine, row by row, and so do the tables that they
 * write, each into a lake of its own. With {@code -Dprovinces=<from>-<to>} other provinces are
 * drawn; together they must bring rows to the models.
 */
@Tag("slow")
@Tag("long")
class EnginesTest {
  private static final LocalDate AS_OF = LocalDate.of(2022, 12, 31);

  /** No model of a night: the text of several, and what a matcher learns from. */
  private static final Set<String> OF_NO_NIGHT =
      Set.of("staged_version", "learned_event", "registered_person");

  /** Have rows only where a night is refused. */
  private static final Set<String> REFUSING =
      Set.of("clashing_answer", "clashing_key", "clashing_name");

  /** Have rows in few of the provinces. */
  private static final Set<String> SELDOM =
      Set.of(
          "counting_again",
          "known_exception",
          "refused_citizen",
          "written_removed_citizen_key_move",
          "written_removed_immunization",
          "written_removed_name",
          "written_removed_placed_match_key",
          "written_removed_uncounted_version");

  /** What is seldom drawn: doses that are copies, and doses without a date. */
  private static final List<RandomProvince.File> WITH_COPIES =
      List.of(
          new RandomProvince.File(
              StagedTables.HEALTH_RECORD_VERSION,
              """
              ma_hssk | citizen_id   | name_text   | birth_date | gender | commune | state | opened_on
              HS90    | 075081000190 | Vũ Văn Đôi  | 1981-03-04 | 1      | 26050   | 1     | 2020-01-01
              HS91    | 075081000191 | Vũ Văn Sáu  | 1981-06-06 | 1      | 26500   | 1     | 2020-01-01
              """),
          new RandomProvince.File(
              StagedTables.COVID_DOSE_VERSION,
              """
              ma_mui_tiem | citizen_id   | name_text  | birth_date | gender | commune | commune_text | province_text | given_on   | vaccine | vaccine_text | dose_number
              M90         | 075081000190 | Vũ Văn Đôi | 1981-03-04 | 1      | 26050   | 26050        | 75            | 2021-09-01 | Pfizer  | Pfizer       | 1
              M91         | 075081000190 | Vu Van Doi | 1981-03-04 | 1      | 26050   | 26050        | 75            | 2021-09-01 | Pfizer  | Pfizer       | 1
              M92         | 075081000190 | Vũ Văn Đôi | 1981-03-04 | 1      | 26050   | 26050        | 75            | 2021-09-01 | Pfizer  | Pfizer       | 1
              M93         | 075081000190 | Vũ Văn Đôi | 1981-03-04 | 1      |         | 2605         | 75            |            | Pfizer  | Pfizer       | 2
              """));

  /** The first that comes of somebody of whom nothing else does. */
  private static final List<RandomProvince.File> VISITS_LATER =
      List.of(
          new RandomProvince.File(
              StagedTables.ENCOUNTER_VERSION,
              """
              facility_code | ma_lk | citizen_id   | name_text  | birth_date | gender | commune | admitted_at      | dialect
              75001         | L90   | 075081000191 | Vũ Văn Sáu | 1981-06-06 | 1      | 26500   | 2022-05-01 08:00 | 4210
              """));

  @TempDir Path home;

  @Test
  void everyModelGivesTheSameTableOnBoth() throws IOException {
    TwoEngines.Compared compared = new TwoEngines.Compared(new TreeSet<>(), new TreeSet<>());
    String[] range = System.getProperty("provinces", "2-2").split("-");
    for (long seed = Long.parseLong(range[0]); seed <= Long.parseLong(range[1]); seed++) {
      twoNights(seed, compared);
    }

    Set<String> models = models();
    models.removeAll(OF_NO_NIGHT);
    assertThat(compared.made()).containsAll(models);
    models.removeAll(REFUSING);
    models.removeAll(SELDOM);
    assertThat(compared.withRows()).containsAll(models);
  }

  /** One night that resolves everything, and one on its tables. */
  private void twoNights(long seed, TwoEngines.Compared compared) {
    try (SmallProvince one = province("duckdb" + seed);
        SmallProvince other = province("spark" + seed)) {
      one.runsOn(any -> new TwoEngines(one.duckDb(), other.spark(), compared));
      RandomProvince drawn = new RandomProvince(seed);
      List<List<RandomProvince.File>> nights = drawn.nights(2);
      arrive(nights.get(0), one, other);
      arrive(WITH_COPIES, one, other);
      one.night(drawn.asOf());
      areSame(one, other);
      arrive(nights.get(1), one, other);
      arrive(VISITS_LATER, one, other);
      one.nextNight(AS_OF);
      areSame(one, other);
    }
  }

  private SmallProvince province(String folder) {
    return new SmallProvince(home.resolve(folder), DrawnMatcher.rule(10_000));
  }

  private static void arrive(List<RandomProvince.File> files, SmallProvince... provinces) {
    for (SmallProvince province : provinces) {
      files.forEach(file -> province.arrives(file.table(), file.drawn()));
    }
  }

  private static void areSame(SmallProvince one, SmallProvince other) {
    for (Table table : ResolvedTables.ALL) {
      assertThat(rows(other, table)).as(table.qualifiedName()).isEqualTo(rows(one, table));
    }
  }

  private static List<String> rows(SmallProvince province, Table table) {
    return province.rows(table).stream().map(Object::toString).sorted().toList();
  }

  /** The models of a night; those that write have the name of what they write. */
  private static Set<String> models() throws IOException {
    Set<String> models = new TreeSet<>();
    for (String folder : List.of("version", "registry", "link", "dose", "write", "balance")) {
      try (Stream<Path> files = Files.list(Path.of("src/main/resources/sql", folder))) {
        files
            .map(file -> file.getFileName().toString().replace(".sql", ""))
            .forEach(name -> models.add(folder.equals("write") ? "written_" + name : name));
      }
    }
    return models;
  }
}
