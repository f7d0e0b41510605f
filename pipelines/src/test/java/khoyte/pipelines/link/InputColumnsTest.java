package khoyte.pipelines.link;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import khoyte.pipelines.link.model.Cleaning;
import khoyte.pipelines.link.model.LinkColumn;
import khoyte.pipelines.link.model.LinkColumn.Substitute;
import khoyte.pipelines.link.model.LinkModel;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Messages;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a model takes from a table for what, by its headings or because somebody says so. */
@Tag("slow")
class InputColumnsTest {
  private static final LinkModel MODEL =
      DrawnPeople.model(
          List.of(
              new LinkColumn(
                  "given",
                  List.of("given", "first_name"),
                  List.of(),
                  new Substitute(List.of(List.of("full_name")), List.of(Cleaning.GIVEN_PART))),
              new LinkColumn(
                  "family",
                  List.of("family", "last_name"),
                  List.of(),
                  new Substitute(List.of(List.of("full_name")), List.of(Cleaning.SURNAME_PART))),
              new LinkColumn(
                  "born",
                  List.of("born", "birthday", "birth_year"),
                  List.of(Cleaning.DATE),
                  new Substitute(
                      List.of(List.of("birth_year"), List.of("birth_month"), List.of("birth_day")),
                      List.of(Cleaning.DATE)))),
          List.of(DrawnPeople.rule("family"), DrawnPeople.rule("given")),
          List.of(
              DrawnPeople.comparison("given", "equal"),
              DrawnPeople.comparison("family", "equal"),
              DrawnPeople.comparison("born", "equal")));

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

  @BeforeEach
  void forget() {
    people.remarks.clear();
  }

  @Test
  void aDateInThreeColumnsThoughOneOfThemIsHeadedAsAWholeOne() {
    assertThat(
            rows(
                MODEL,
                """
                id | given | family | birth_day | birth_month | birth_year
                1  | anna  | berg   | 7         | 3           | 1980
                2  | anna  | berg   | 31        | 2           | 1980
                3  | anna  | berg   |           | 3           | 1980
                4  | anna  | berg   |           |             | 1980
                5  | anna  | berg   | 7         | 3           |
                """))
        .containsExactly(
            "1 anna berg 19800307",
            "2 anna berg 19800231",
            "3 anna berg 19800300",
            "4 anna berg 1980",
            "5 anna berg null");
    assertThat(people.remarks).isEmpty();
  }

  @Test
  void oneColumnAloneIsTheDateItIsHeadedAs() {
    assertThat(rows(MODEL, "id | given | family | birthday\n1 | anna | berg | 7/3/1980\n"))
        .containsExactly("1 anna berg 19800307");
    assertThat(rows(MODEL, "id | given | family | birth_year\n1 | anna | berg | 1980\n"))
        .containsExactly("1 anna berg 1980");
  }

  @Test
  void columnsThatNobodyKnowsAreNamedWithTheNearestKnownOne() {
    rows(MODEL, "id | given | familly | born | first_nam\n1 | anna | berg | 1980 | x\n");

    assertThat(said(Messages.ENGLISH))
        .containsExactly(
            "people.csv: columns that no heading knows and that are not compared, with the nearest"
                + " known name: familly ~ family, first_nam ~ given. To name one: --column"
                + " family=familly",
            "Not in the tables and not compared: family.");
    assertThat(said(Messages.VIETNAMESE).get(0))
        .isEqualTo(
            "people.csv: các cột không rõ là gì nên không được so sánh, kèm tên gần nhất đã biết:"
                + " familly ~ family, first_nam ~ given. Khai báo, ví dụ: --column"
                + " family=familly");
  }

  @Test
  void whatSomebodySaysOfAColumnCountsBeforeItsHeading() throws IOException {
    String table =
        """
        born | given | y    | m | d | who
        1    | x     | 1980 | 3 | 7 | Anna Berg
        """;
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("id", "Born");
    columns.put("full_name", "who");
    columns.put("birth_year", "y");
    columns.put("birth_month", "m");
    columns.put("birth_day", "d");

    assertThat(rows(told(columns, table), table)).containsExactly("1 anna berg 19800307");
    assertThat(rows(told(Map.of("id", "born", "family", "given", "given", "who"), table), table))
        .containsExactly("1 anna berg x");
  }

  @Test
  void whatTheModelOrTheTableDoesNotHaveCannotBeSaid() {
    assertThatThrownBy(() -> told(Map.of("famly", "given"), "id | given\n1 | anna\n"))
        .isInstanceOfSatisfying(
            KhoyteException.class,
            error -> {
              assertThat(error.text(Messages.ENGLISH))
                  .isEqualTo(
                      "Cannot take --column famly=…: model drawn knows no “famly”. Known names: id,"
                          + " given, full_name, family, born, birth_year, birth_month, birth_day.");
              assertThat(error.text(Messages.VIETNAMESE))
                  .startsWith(
                      "Không thể khai báo --column famly=…: mô hình drawn không biết “famly”.");
            });
    assertThatThrownBy(() -> told(Map.of("family", "surname"), "id | given\n1 | anna\n"))
        .isInstanceOfSatisfying(
            KhoyteException.class,
            error -> {
              assertThat(error.text(Messages.ENGLISH))
                  .isEqualTo(
                      "Cannot take --column family=surname: the tables have no column “surname”."
                          + " Their columns: id, given.");
              assertThat(error.text(Messages.VIETNAMESE))
                  .isEqualTo(
                      "Không thể khai báo --column family=surname: danh sách không có cột"
                          + " “surname”. Các cột: id, given.");
            });
  }

  @Test
  void rowsWithoutAnIdAreRefusedAndCounted() {
    assertThatThrownBy(
            () ->
                rows(
                    MODEL,
                    """
                    id | given | family | born
                    1  | anna  | berg   | 1980
                       | anna  | berg   | 1980
                    \u00a0 | anna  | berg   | 1980
                    """))
        .isInstanceOfSatisfying(
            KhoyteException.class,
            error -> {
              assertThat(error.text(Messages.ENGLISH))
                  .isEqualTo(
                      "Cannot link table people.csv: 2 rows have no identifier in column “id”. Give"
                          + " every row its own identifier.");
              assertThat(error.text(Messages.VIETNAMESE))
                  .isEqualTo(
                      "Không thể đối chiếu danh sách people.csv: 2 dòng không có mã ở cột “id”. Cho"
                          + " mỗi dòng một mã riêng.");
            });
  }

  @Test
  void whatNoRuleBringsTogetherIsSaidToBeTooLittle() {
    assertThatThrownBy(() -> rows(MODEL, "id | born | fam\n1 | 1980 | berg\n"))
        .isInstanceOfSatisfying(
            KhoyteException.class,
            error -> {
              assertThat(error.text(Messages.ENGLISH))
                  .isEqualTo(
                      "Cannot link table people.csv: model drawn knows born of it, and by that alone"
                          + " no rule brings rows together. Name further columns with --column.");
              assertThat(error.text(Messages.VIETNAMESE))
                  .isEqualTo(
                      "Không thể đối chiếu danh sách people.csv: mô hình drawn chỉ nhận ra born,"
                          + " không quy tắc nào ghép được các dòng chỉ bằng cột ấy. Khai báo thêm"
                          + " cột bằng --column.");
            });
    assertThat(said(Messages.ENGLISH)).anyMatch(line -> line.contains("fam ~ family"));
  }

  /** The model as it is told of a file. */
  private static LinkModel told(Map<String, String> columns, String drawn) throws IOException {
    Path file =
        Files.writeString(folder.resolve("told.csv"), drawn.replaceAll(" *\\| *", ",").strip());
    return new CsvTables(List.of(file), columns).told(MODEL, List.of(CsvTable.of(file)));
  }

  private static List<String> said(Messages messages) {
    return people.remarks.stream().map(remark -> remark.text(messages)).toList();
  }

  private static List<String> rows(LinkModel model, String drawn) {
    PreparedRows prepared = people.prepared(model, people.table(drawn));
    Dataset<Row> rows = prepared.rows().orderBy(PreparedRows.ROW);
    List<String> names = List.of("given", "family", "born");
    return DrawnPeople.texts(
        rows.select(
            Stream.concat(
                    Stream.of(col(PreparedRows.ID)),
                    names.stream()
                        .filter(name -> List.of(rows.columns()).contains("c_" + name))
                        .map(name -> col("c_" + name)))
                .toArray(Column[]::new)));
  }
}
