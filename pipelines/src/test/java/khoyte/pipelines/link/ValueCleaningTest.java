package khoyte.pipelines.link;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        .containsExactly("anna", "anna", "anna");
    assertThat(cleaned("middle-part", "Anna Maria Lisa Berg", "Berg, Anna Maria", "Anna Berg"))
        .containsExactly("maria lisa", "maria", null);
    assertThat(cleaned("surname-part", "Anna Maria Berg", "van Berg, Anna", "Anna"))
        .containsExactly("berg", "van berg", "anna");
  }

  @Test
  void aWholeNameThatBeginsWithTheFamilyName() {
    WritingHabits familyFirst = new WritingHabits(false, true);

    assertThat(cleaned(familyFirst, "given-part", "nguyễn thị ngọc mai", "Mai"))
        .containsExactly("mai", "mai");
    assertThat(cleaned(familyFirst, "middle-part", "nguyễn thị ngọc mai", "trần an", "Mai"))
        .containsExactly("thị ngọc", null, null);
    assertThat(cleaned(familyFirst, "surname-part", "nguyễn thị ngọc mai", "Mai"))
        .containsExactly("nguyễn", null);
  }

  @Test
  void theColumnTellsWhetherFamilyNamesComeFirst() {
    assertThat(isFamilyFirst("nguyễn thị mai", "tran van an", "y moan")).isTrue();
    assertThat(isFamilyFirst("anna berg", "mai nguyen", "le roy jones", "john cole", "berg, anna"))
        .isFalse();
    assertThat(isFamilyFirst("nguyễn")).isFalse();
  }

  @Test
  void sexInEitherLanguageOrByCode() {
    assertThat(cleaned("sex", "Nam", "Nữ", "male", "F", "1", "2", "other"))
        .containsExactly("m", "f", "m", "f", "m", "f", "o");
  }

  @Test
  void aCardThatChangesKeepsItsNumber() {
    assertThat(cleaned("insurance-number", "HS4 75 0123456789", "GD-4750123456789", "0123456789"))
        .containsExactly("0123456789", "0123456789", "0123456789");
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
  void ofADateWithoutMonthAndDayTheYearIsLeft() {
    assertThat(cleaned("date", "1980", "1980-00-00", "00/00/1980", "1980-03-00"))
        .containsExactly("1980", "1980", "1980", "19800300");
  }

  @Test
  void theColumnTellsWhetherMonthsComeFirst() {
    assertThat(isMonthFirst("03/04/1980", "12/31/1980", "11/12/1990")).isTrue();
    assertThat(isMonthFirst("03/04/1980", "31/12/1980", "1990-12-31")).isFalse();
    assertThat(isMonthFirst("03/04/1980")).isFalse();
    assertThat(
            cleaned(
                new WritingHabits(true, false), "date", "03/04/1980", "31/12/1980", "12/31/1980"))
        .containsExactly("19800304", "19801231", "19801231");
  }

  private static boolean isMonthFirst(String... raw) {
    return habits(Cleaning.DATE, raw).monthFirst();
  }

  private static boolean isFamilyFirst(String... raw) {
    return habits(Cleaning.GIVEN_PART, raw).familyFirst();
  }

  private static WritingHabits habits(Cleaning step, String... raw) {
    return Objects.requireNonNull(
        WritingHabits.of(values(raw), Map.of("v0", List.of(step))).get("v0"));
  }

  private static List<String> cleaned(String steps, String... raw) {
    return cleaned(WritingHabits.USUAL, steps, raw);
  }

  private static List<String> cleaned(WritingHabits habits, String steps, String... raw) {
    List<Cleaning> cleaning =
        Arrays.stream(steps.split(" ", -1))
            .filter(step -> !step.isEmpty())
            .map(Cleaning::of)
            .toList();
    Column plain = ValueCleaning.plain(col("v0"), Set.of("unknown"));
    return texts(values(raw).select(ValueCleaning.cleaned(plain, cleaning, habits)));
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
