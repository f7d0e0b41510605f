package khoyte.pipelines.link;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import khoyte.pipelines.link.model.Cleaning;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class ValueCleaningTest {
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
  void everyValueIsTrimmedAndSmallAndNothingIsNothing() {
    assertThat(cleaned("", "  Mary \u00a0 ANN ", "", "   ", "Unknown"))
        .containsExactly("mary ann", null, null, null);
  }

  @Test
  void foldingTakesDiacriticsOffHoweverTheyAreWritten() {
    assertThat(cleaned("fold", "Đặng Thị Ngọc", "Nguye\u0302\u0303n", "Søren Åström", "plain"))
        .containsExactly("dang thi ngoc", "nguyen", "soren astrom", "plain");
  }

  @Test
  void lettersDigitsAndBoth() {
    assertThat(cleaned("letters", "O'Brien-Smith 2", "Иванов", "123"))
        .containsExactly("obriensmith", "иванов", null);
    assertThat(cleaned("digits", "+84 (0)91-234", "none")).containsExactly("84091234", null);
    assertThat(cleaned("alphanumeric", "QQ 12 34 56 C", "--")).containsExactly("qq123456c", null);
  }

  @Test
  void wordsOfAValue() {
    assertThat(cleaned("first-word", "Anna Maria Berg")).containsExactly("anna");
    assertThat(cleaned("last-word", "Anna Maria Berg")).containsExactly("berg");
    assertThat(cleaned("first-letter", "Female")).containsExactly("f");
    assertThat(cleaned("words", "7 Wallaby-Place, wallaby", "-"))
        .containsExactly("[7, place, wallaby]", null);
  }

  @Test
  void aWholeNameWithAndWithoutComma() {
    assertThat(cleaned("given-part", "Anna Maria Berg", "Berg, Anna Maria", "Anna"))
        .containsExactly("anna", "anna maria", "anna");
    assertThat(cleaned("surname-part", "Anna Maria Berg", "van Berg, Anna", "Anna"))
        .containsExactly("berg", "van berg", "anna");
  }

  @Test
  void stepsFollowOneAnother() {
    assertThat(cleaned("fold surname-part letters", "Ngô-Đình, Diệm")).containsExactly("ngodinh");
  }

  @Test
  void datesInAnyUsualForm() {
    assertThat(
            cleaned(
                "date",
                "19801231",
                "1980-12-31",
                "1980/1/2",
                "1980-12-31 00:00:00",
                "1980-12-31T10:20:30Z",
                "31/12/1980",
                "1.2.1980",
                "31-Dec-1980",
                "2 January 1980",
                "31121980",
                "31/12/80",
                "31/12/05"))
        .containsExactly(
            "19801231",
            "19801231",
            "19800102",
            "19801231",
            "19801231",
            "19801231",
            "19800201",
            "19801231",
            "19800102",
            "19801231",
            "19801231",
            "20051231");
  }

  @Test
  void aMistypedDateKeepsItsDigits() {
    assertThat(cleaned("date", "19801350", "1980-99-31", "198012", "year unknown", "31/13/1980"))
        .containsExactly("19801350", "19809931", "198012", null, "19801331");
  }

  @Test
  void theColumnTellsWhetherMonthsComeFirst() {
    assertThat(monthsFirst("03/04/1980", "12/31/1980", "11/12/1990")).isPositive();
    assertThat(monthsFirst("03/04/1980", "31/12/1980", "1990-12-31")).isNegative();
    assertThat(monthsFirst("03/04/1980")).isZero();
    Dataset<Row> dates = values("03/04/1980", "31/12/1980", "12/31/1980");
    assertThat(texts(dates.select(ValueCleaning.cleaned(col("v0"), List.of(Cleaning.DATE), true))))
        .containsExactly("19800304", "19801231", "19801231");
  }

  private static long monthsFirst(String... raw) {
    return values(raw).select(DateForms.monthFirst(col("v0"))).first().getLong(0);
  }

  private static List<String> cleaned(String steps, String... raw) {
    List<Cleaning> cleaning =
        Arrays.stream(steps.split(" ", -1))
            .filter(step -> !step.isEmpty())
            .map(Cleaning::of)
            .toList();
    Column plain = ValueCleaning.plain(col("v0"), Set.of("unknown"));
    return texts(values(raw).select(ValueCleaning.cleaned(plain, cleaning, false)));
  }

  private static Dataset<Row> values(String... raw) {
    return people.table(List.of("value"), Arrays.stream(raw).map(List::of).toList()).rows();
  }

  private static List<String> texts(Dataset<Row> rows) {
    return rows.collectAsList().stream()
        .map(
            row ->
                row.isNullAt(0)
                    ? null
                    : row.get(0) instanceof scala.collection.Seq<?> list
                        ? scala.jdk.javaapi.CollectionConverters.asJava(list).toString()
                        : row.getString(0))
        .toList();
  }
}
