package khoyte.pipelines.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import khoyte.pipelines.link.model.Cleaning;
import khoyte.pipelines.link.model.Comparison;
import khoyte.pipelines.link.model.Level;
import khoyte.pipelines.link.model.LevelTest;
import khoyte.pipelines.link.model.LinkColumn;
import khoyte.pipelines.link.model.LinkModel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pairs are drawn as {@code left / right}; the answer is the name of the level, or silent. */
@Tag("slow")
class ComparisonLevelsTest {
  @TempDir static Path folder;
  private static DrawnPeople people;

  @BeforeAll
  static void open() {
    people = new DrawnPeople(folder);
  }

  @AfterAll
  static void close() {
    people.close();
  }

  @Test
  void aMissingValueSaysNothing() {
    assertThat(levels("equal", "an / an", "an / nam", "an / ", " / an", " / "))
        .containsExactly("equal", "different", "silent", "silent", "silent");
  }

  @Test
  void foldedTextsAreEqualWithoutTheirMarks() {
    assertThat(levels("equal; folded", "lê / lê", "lê / le", "lê / ly"))
        .containsExactly("equal", "folded", "different");
  }

  @Test
  void editDistances() {
    assertThat(levels("levenshtein 1; levenshtein 2", "abcd / abcx", "abcd / abdc", "abcd / xy"))
        .containsExactly("levenshtein 1", "levenshtein 2", "different");
    assertThat(levels("damerau 1; damerau 2", "abcd / abdc", "abcd / badc", "abcd / abcdefgh"))
        .containsExactly("damerau 1", "damerau 2", "different");
  }

  @Test
  void jaroWinklerAsPublished() {
    assertThat(
            levels(
                "jaro-winkler 0.96; jaro-winkler 0.84; jaro-winkler 0.81",
                "martha / marhta",
                "dwayne / duane",
                "dixon / dicksonx",
                "dixon / an"))
        .containsExactly(
            "jaro-winkler 0.96", "jaro-winkler 0.84", "jaro-winkler 0.81", "different");
  }

  @Test
  void theFirstLevelThatHoldsCountsAndTestsAreJoined() {
    assertThat(levels("equal; jaro-winkler 0.95 or damerau 1", "ab / ab", "ab / ba", "ab / cd"))
        .containsExactly("equal", "jaro-winkler 0.95 or damerau 1", "different");
  }

  @Test
  void beginnings() {
    assertThat(levels("starts 3", "ben / benjamin", "benjamin / ben", "be / benjamin", "jon / ben"))
        .containsExactly("starts 3", "starts 3", "different", "different");
  }

  @Test
  void oneSlipOfAnId() {
    assertThat(
            levels(
                "one-slip",
                "075123 / 075124",
                "075123 / 071523",
                "075123 / 07512",
                "075123 / 075134",
                "075123 / 075123"))
        .containsExactly("one-slip", "one-slip", "different", "different", "different");
  }

  @Test
  void partsOfDates() {
    assertThat(
            levels(
                "day-month-swapped; date-parts 2; date-parts 1",
                "19800304 / 19800403",
                "19800304 / 19800307",
                "19800304 / 19900304",
                "19800304 / 19810307",
                "19800304 / 19900502",
                "1980 / 19800304"))
        .containsExactly(
            "day-month-swapped",
            "date-parts 2",
            "date-parts 2",
            "date-parts 1",
            "different",
            "different");
  }

  @Test
  void wordsInCommon() {
    LinkColumn words =
        new LinkColumn(
            "value", List.of("value"), List.of(Cleaning.WORDS), LinkColumn.Substitute.NONE);
    Comparison comparison = DrawnPeople.comparison("value", "equal", "overlap 2");
    assertThat(
            levels(
                words,
                comparison,
                "van hoa an / an hoa van",
                "van hoa an / hoa an binh",
                "van hoa / hoa binh",
                "an / "))
        .containsExactly("equal", "overlap 2", "different", "silent");
  }

  @Test
  void exchangedColumnsAreCountedOnce() {
    LinkModel model =
        DrawnPeople.model(
            List.of(DrawnPeople.column("given"), DrawnPeople.column("family")),
            List.of(DrawnPeople.rule("given")),
            List.of(
                DrawnPeople.comparison("given", "equal", "swapped family 0.9"),
                new Comparison(
                    "family",
                    "family",
                    List.of(Level.of("equal")),
                    List.of(LevelTest.of("swapped given 0.9")),
                    false)));
    PreparedRows prepared =
        people.prepared(
            model,
            people.table(
                """
                id | given | family
                1  | john  | miller
                2  | mille | john
                3  | john  | smith
                4  | miller |
                """));
    assertThat(pairs(prepared))
        .containsExactly(
            "1-2: swapped family 0.9, silent",
            "1-3: equal, different",
            "1-4: different, silent",
            "2-3: different, different",
            "2-4: different, silent",
            "3-4: different, silent");
  }

  private static List<String> levels(String levels, String... pairs) {
    return levels(
        DrawnPeople.column("value"),
        DrawnPeople.comparison("value", levels.split("; ", -1)),
        pairs);
  }

  private static List<String> levels(LinkColumn column, Comparison comparison, String... pairs) {
    LinkModel model =
        DrawnPeople.model(List.of(column), List.of(DrawnPeople.rule("value")), List.of(comparison));
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < pairs.length; i++) {
      String[] values = pairs[i].split("/", -1);
      rows.add(List.of("%02d-l".formatted(i), values[0]));
      rows.add(List.of("%02d-r".formatted(i), values[1]));
    }
    PreparedRows prepared = people.prepared(model, people.table(List.of("id", "value"), rows));
    return pairs(prepared).stream()
        .filter(pair -> pair.matches("(..)-l-\\1-r: .*"))
        .map(pair -> pair.substring(pair.indexOf(": ") + 2))
        .toList();
  }

  /** Every pair of rows with its levels. */
  private static List<String> pairs(PreparedRows prepared) {
    var left =
        prepared.left().join(prepared.rows().select("row", "id").toDF("l_row", "l_id"), "l_row");
    var right =
        prepared.right().join(prepared.rows().select("row", "id").toDF("r_row", "r_id"), "r_row");
    return new ComparisonLevels(prepared.model())
            .of(
                left.join(right, org.apache.spark.sql.functions.expr("l_row < r_row")),
                List.of(
                    org.apache.spark.sql.functions.col("l_id"),
                    org.apache.spark.sql.functions.col("r_id")))
            .orderBy("l_id", "r_id")
            .collectAsList()
            .stream()
            .map(
                row -> {
                  List<String> names = new ArrayList<>();
                  for (int i = 0; i < prepared.model().comparisons().size(); i++) {
                    byte level = row.<Byte>getAs("g_" + i);
                    names.add(
                        level == Comparison.SILENT
                            ? "silent"
                            : prepared.model().comparisons().get(i).levelNames().get(level));
                  }
                  return row.getString(0)
                      + "-"
                      + row.getString(1)
                      + ": "
                      + String.join(", ", names);
                })
            .toList();
  }
}
