package khoyte.pipelines.link;

import static khoyte.pipelines.link.TownModel.certainBy;
import static khoyte.pipelines.link.TownModel.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khoyte.pipelines.link.estimate.Explanation;
import khoyte.pipelines.link.estimate.LinkParameters;
import khoyte.pipelines.link.model.Contradiction;
import khoyte.pipelines.link.model.LinkModel;
import khoyte.pipelines.link.model.Relation;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Messages;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole linkages of an invented town. */
@Tag("slow")
class LinkageTest {
  private static final int HOUSEHOLDS = 220;

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
  void householdsTwinsAndNamesakesAreNotOnePerson() {
    List<List<String>> town = SmallTown.rows(HOUSEHOLDS, 5);
    Linkage linkage = people.linkage(model(), people.table(SmallTown.HEADINGS, town));
    LinkParameters parameters = linkage.train();
    Links links = linkage.link(parameters);

    long truth = pairs(town.stream().map(row -> SmallTown.person(row.get(0))).toList());
    List<Row> matches =
        links.links().collectAsList().stream()
            .filter(row -> row.getString(4).equals("match"))
            .toList();
    long right =
        matches.stream().filter(row -> SmallTown.isOne(row.getString(0), row.getString(1))).count();
    assertThat(right / (double) matches.size()).as("precision of links").isGreaterThan(0.99);
    assertThat(right / (double) truth).as("recall of links").isGreaterThan(0.93);
    assertThat(parameters.trained().matches())
        .as("expected matches")
        .isBetween(truth * 0.93, truth * 1.07);

    List<Row> everybody = links.people().collectAsList();
    long together = pairs(everybody.stream().map(row -> row.getString(0)).toList());
    long rightTogether =
        pairs(
            everybody.stream()
                .map(row -> row.getString(0) + " " + SmallTown.person(row.getString(1)))
                .toList());
    assertThat(everybody).hasSameSizeAs(town);
    assertThat(rightTogether / (double) together).as("precision of clusters").isGreaterThan(0.99);
    assertThat(rightTogether / (double) truth).as("recall of clusters").isGreaterThan(0.94);
    assertThat(links.clusterSizes().get(0)).isLessThanOrEqualTo(3);
  }

  @Test
  void aTownWithoutRepeatedPeopleHasNoLinks() {
    List<List<String>> firstRows =
        SmallTown.rows(HOUSEHOLDS, 6).stream().filter(row -> row.get(0).endsWith(".0")).toList();
    Linkage linkage = people.linkage(model(), people.table(SmallTown.HEADINGS, firstRows));

    assertThat(linkage.link(linkage.train()).counts().matches()).isZero();
  }

  @Test
  void oneRowIsNothingToLearnFrom() {
    List<List<String>> one = SmallTown.rows(HOUSEHOLDS, 6).subList(0, 1);
    Linkage linkage = people.linkage(model(), people.table(SmallTown.HEADINGS, one));

    assertThatThrownBy(linkage::train)
        .isInstanceOfSatisfying(
            KhoyteException.class,
            error ->
                assertThat(error.text(Messages.VIETNAMESE))
                    .startsWith("Không thể học tham số của mô hình ")
                    .contains("không có cặp dòng nào để so sánh"));
  }

  @Test
  void neitherTheOrderOfRowsNorThePartitionsChangeAnything() {
    List<List<String>> town = SmallTown.rows(60, 7);
    Linkage linkage = people.linkage(model(), people.table(SmallTown.HEADINGS, town));
    LinkParameters parameters = linkage.train();
    List<String> links = DrawnPeople.texts(linkage.link(parameters).links());
    List<String> clusters = DrawnPeople.texts(linkage.link(parameters).people());

    List<List<String>> shuffled = new ArrayList<>(town);
    Collections.shuffle(shuffled, new Random(1));
    people.session.conf().set("spark.sql.shuffle.partitions", "5");
    try {
      SourceTable table = people.table(SmallTown.HEADINGS, shuffled);
      Linkage again =
          people.linkage(
              model(),
              new SourceTable(table.name(), table.headings(), table.rows().repartition(3)));

      assertThat(again.train()).isEqualTo(parameters);
      assertThat(DrawnPeople.texts(again.link(parameters).links())).isEqualTo(links);
      assertThat(DrawnPeople.texts(again.link(parameters).people())).isEqualTo(clusters);
    } finally {
      people.session.conf().set("spark.sql.shuffle.partitions", "1");
    }
    assertThat(links).isNotEmpty();
  }

  @Test
  void anExplanationAddsUpToTheWeightThatSparkGives() {
    List<List<String>> town = SmallTown.rows(60, 8);
    Linkage linkage = people.linkage(model(), people.table(SmallTown.HEADINGS, town));
    LinkParameters parameters = linkage.train();
    List<Row> links = linkage.link(parameters).links().collectAsList();

    assertThat(links).hasSizeGreaterThan(20);
    for (Row link : links.subList(0, 8)) {
      Explanation explanation =
          linkage.explain(parameters, link.getString(0), link.getString(1)).orElseThrow();
      assertThat(explanation.weight())
          .isCloseTo(link.getDouble(2), org.assertj.core.data.Offset.offset(1e-6));
    }
    assertThat(linkage.explain(parameters, "0001.0", "nobody")).isEmpty();
    assertThat(linkage.unlinkable(parameters)).isLessThan(town.size() / 20);
  }

  @Test
  void rowsThatSayTooLittleAreCounted() {
    List<List<String>> town = new ArrayList<>(SmallTown.rows(60, 8));
    town.add(List.of("9999.0", "ba", "", "", "", ""));
    Linkage linkage = people.linkage(model(), people.table(SmallTown.HEADINGS, town));
    LinkParameters parameters = linkage.train();

    assertThat(linkage.unlinkable(parameters)).isPositive();
  }

  @Test
  void twoTablesOneToOne() {
    List<List<String>> town = SmallTown.rows(120, 9);
    SourceTable first = people.table(SmallTown.HEADINGS, ofRow(town, ".0"));
    SourceTable second = people.table(SmallTown.HEADINGS, ofRow(town, ".1"));
    Linkage linkage = people.linkage(model().withRelation(Relation.ONE_TO_ONE), first, second);
    Links links = linkage.link(linkage.train());

    List<Row> matches =
        links.links().collectAsList().stream()
            .filter(row -> row.getString(4).equals("match"))
            .toList();
    assertThat(linkage.rows())
        .containsExactly((long) ofRow(town, ".0").size(), (long) ofRow(town, ".1").size());
    assertThat(matches).allMatch(row -> row.getString(0).endsWith(".0"));
    assertThat(matches).extracting(row -> row.getString(0)).doesNotHaveDuplicates();
    assertThat(matches).extracting(row -> row.getString(1)).doesNotHaveDuplicates();
    assertThat(matches.stream().filter(row -> SmallTown.isOne(row.getString(0), row.getString(1))))
        .hasSizeGreaterThan(matches.size() * 98 / 100)
        .hasSizeGreaterThan(ofRow(town, ".1").size() * 90 / 100);
    assertThat(links.idsAreMarked()).isFalse();
  }

  @Test
  void idsThatBothTablesHaveAreMarkedInClusters() {
    List<List<String>> town = ofRow(SmallTown.rows(30, 9), ".0");
    SourceTable table = people.table(SmallTown.HEADINGS, town);
    Linkage linkage = people.linkage(model(), table, table);
    Links links = linkage.link(linkage.train());

    assertThat(links.idsAreMarked()).isTrue();
    assertThat(DrawnPeople.texts(links.people()))
        .hasSize(town.size() * 2)
        .contains("1:0001.0 1:0001.0", "1:0001.0 2:0001.0");
  }

  @Test
  void aContradictedPairIsReviewedAtMostAndNeverOnePerson() {
    List<List<String>> town = SmallTown.rows(60, 8);
    LinkModel strict = model(List.of(new Contradiction(Map.of("street", List.of("different")))));
    Linkage linkage = people.linkage(strict, people.table(SmallTown.HEADINGS, town));
    Links links = linkage.link(linkage.train());
    Map<String, String> streets =
        town.stream().collect(Collectors.toMap(row -> row.get(0), row -> row.get(4)));

    List<Row> rows = links.links().collectAsList();
    assertThat(rows)
        .filteredOn(row -> row.getString(4).equals("review"))
        .anyMatch(row -> row.getDouble(2) > 3);
    for (Row row : rows) {
      if (row.getString(4).equals("match")) {
        assertThat(far(streets.get(row.getString(0)), streets.get(row.getString(1)))).isFalse();
      }
    }
    Map<String, List<String>> clusters =
        links.people().collectAsList().stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.getString(0),
                    Collectors.mapping(row -> streets.get(row.getString(1)), Collectors.toList())));
    assertThat(clusters.values())
        .allMatch(
            inhabited ->
                inhabited.stream().noneMatch(one -> inhabited.stream().anyMatch(n -> far(one, n))));
  }

  @Test
  void whatATableLacksIsRemarkedAndLeftOut() {
    people.prepared(
        model(),
        people.table(
            """
            number | Given | FAMILY | born
            1      | a     | b      | 19800101
            """));

    assertThat(people.remarks.stream().map(remark -> remark.text(Messages.ENGLISH)))
        .containsExactly(
            "people.csv: no heading of a row identifier is known; the first column, “number”, is"
                + " taken.",
            "Not in the tables and not compared: phone, street.");
  }

  @Test
  void aDateThatStandsForNoneSaysNothing() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      boolean isUnknown = i % 4 == 0;
      rows.add(person(i, "given" + i, isUnknown ? "01/01/2000" : day(i)));
    }
    // one person with many rows
    for (int i = 100; i < 140; i++) {
      rows.add(person(i, "anna", "05/05/1950"));
    }
    rows.add(person(140, "berta", "1900-01-01"));
    PreparedRows prepared =
        people.prepared(certainBy("given", "born"), table(rows, "given", "born"));

    assertThat(prepared.rows().where("c_born = '19500505'").count()).isEqualTo(40);
    assertThat(prepared.rows().where("c_born is null").count()).isEqualTo(26);
    assertThat(prepared.values()).containsEntry("born", 115L);
    assertThat(people.remarks.stream().map(remark -> remark.text(Messages.ENGLISH)))
        .contains(
            "born: 19000101 stands in 1 rows for a date that is not known; it is not compared.",
            "born: 20000101 stands in 25 rows for a date that is not known; it is not compared.");
    assertThat(people.remarks.stream().map(remark -> remark.text(Messages.VIETNAMESE)))
        .contains(
            "born: 20000101 có ở 25 dòng, dùng thay cho ngày không biết; không được so sánh.");
  }

  @Test
  void whereManyAreBornOnFewDaysTheirDatesCount() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      rows.add(person(i, "given" + i, day(i % 7)));
    }

    people.prepared(model(), table(rows, "given", "born"));

    assertThat(people.remarks).extracting(Remark::key).containsExactly("link.column.missing");
  }

  private static List<String> person(int id, String given, String born) {
    return List.of(String.valueOf(id), given, "berg", born, "", "");
  }

  private static String day(int number) {
    return LocalDate.of(1950, 1, 1).plusDays(number * 17L).toString();
  }

  @Test
  void withTooLittleToTellPeopleApartNobodyIsOnePerson() {
    List<List<String>> town = SmallTown.rows(HOUSEHOLDS, 5);
    for (List<String> compared : List.of(List.of("street"), List.of("family", "phone"))) {
      people.remarks.clear();
      Linkage linkage = people.linkage(model(), table(town, compared.toArray(String[]::new)));
      LinkParameters parameters = linkage.train();
      Links.Counts counts = linkage.link(parameters).counts();

      assertThat(parameters.trained().matches()).isZero();
      assertThat(counts.matches() + counts.reviews()).isZero();
      assertThat(counts.others()).isPositive();
      Remark last = people.remarks.get(people.remarks.size() - 1);
      assertThat(last.text(Messages.ENGLISH))
          .isEqualTo(
              "Too little to tell people apart: only "
                  + String.join(", ", compared)
                  + " can be compared. No pair is a match. Name further columns with --column.");
      assertThat(last.text(Messages.VIETNAMESE))
          .startsWith("Không đủ căn cứ để phân biệt người này với người khác: chỉ so sánh được ")
          .contains("Không cặp nào được coi là khớp.");
    }
  }

  /** A table of which nothing else is known. */
  private static SourceTable table(List<List<String>> rows, String... columns) {
    List<String> headings = Stream.concat(Stream.of("id"), Stream.of(columns)).toList();
    return people.table(
        headings,
        rows.stream()
            .map(row -> headings.stream().map(SmallTown.HEADINGS::indexOf).map(row::get).toList())
            .toList());
  }

  @Test
  void aPairIsAMatchIfItsRowsAreOnePersonByOthers() {
    List<List<String>> town = SmallTown.rows(HOUSEHOLDS, 5);
    Linkage linkage = people.linkage(model(), people.table(SmallTown.HEADINGS, town));
    Links links = linkage.link(linkage.train());
    Map<String, String> persons =
        links.people().collectAsList().stream()
            .collect(Collectors.toMap(row -> row.getString(1), row -> row.getString(0)));

    List<Row> rows = links.links().collectAsList();
    for (Row row : rows) {
      boolean isOne = Objects.equals(persons.get(row.getString(0)), persons.get(row.getString(1)));
      assertThat(row.getString(4).equals("match")).isEqualTo(isOne);
    }
    assertThat(rows)
        .as("one person, though the pair alone does not tell")
        .anyMatch(row -> row.getString(4).equals("match") && row.getDouble(3) < 0.8);
  }

  @Test
  void anIdThatIsRepeatedIsRefusedWithoutBeingTold() {
    assertThatThrownBy(
            () ->
                people.prepared(
                    model(),
                    people.table(
                        """
                        id | given | family | born
                        17 | a     | b      | 19800101
                        17 | c     | d      | 19800101
                        """)))
        .hasMessage(
            "Cannot link table people.csv: column “id” has 2 rows but only 1 different values. Give"
                + " every row its own identifier.");
  }

  @Test
  void aTableWithoutAnyKnownHeadingIsRefused() {
    assertThatThrownBy(() -> people.prepared(model(), people.table("id | x\n1 | 2\n")))
        .hasMessage(
            "Cannot link table people.csv: model drawn knows none of its headings. Add them under"
                + " columns in the model.");
  }

  private static boolean far(String one, String other) {
    return !one.isEmpty()
        && !other.isEmpty()
        && new JaroWinklerSimilarity().apply(one, other) < 0.92;
  }

  private static List<List<String>> ofRow(List<List<String>> town, String ending) {
    return town.stream().filter(row -> row.get(0).endsWith(ending)).toList();
  }

  private static long pairs(List<String> names) {
    return names.stream()
        .collect(Collectors.groupingBy(name -> name, Collectors.counting()))
        .values()
        .stream()
        .mapToLong(size -> size * (size - 1) / 2)
        .sum();
  }
}
