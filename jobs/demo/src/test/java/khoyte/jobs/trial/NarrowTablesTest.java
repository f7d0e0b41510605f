package khoyte.jobs.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import khoyte.jobs.link.LinkModelFile;
import khoyte.pipelines.link.CsvLinkage;
import khoyte.pipelines.link.CsvTables;
import khoyte.pipelines.link.Links;
import khoyte.pipelines.link.model.LinkModel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How right the shipped linker of people is where little but names and a birth date is known. */
@Tag("slow")
@Tag("long")
class NarrowTablesTest {
  private static final LinkModel MODEL = LinkModelFile.read(Path.of("../../conf/link/person.yml"));

  @TempDir Path folder;

  @Test
  void namesAndADateInThreeColumns() throws IOException {
    List<LinkAccuracy.Line> lines =
        linked(
            "id,first_name,last_name,birth_day,birth_month,birth_year",
            NarrowTable.of(1500, 2, 1),
            row ->
                String.join(
                    ",", row.get(0), row.get(1), row.get(2), row.get(5), row.get(4), row.get(3)));

    assertRight(lines, 0.98, 0.95);
  }

  @Test
  void aWholeNameAndADate() throws IOException {
    assertRight(
        linked(
            "id,full_name,dob",
            NarrowTable.of(1500, 2, 2),
            row ->
                String.join(",", row.get(0), (row.get(1) + " " + row.get(2)).strip(), date(row))),
        0.98,
        0.9);
  }

  @Test
  void aSurnameAndADate() throws IOException {
    assertRight(
        linked(
            "id,surname,dob",
            NarrowTable.of(1500, 2, 3),
            row -> String.join(",", row.get(0), row.get(2), date(row))),
        0.94,
        0.86);
  }

  @Test
  void tenSpellingsOfAPersonAreOnePerson() throws IOException {
    assertRight(
        linked(
            "id,first_name,last_name,dob",
            NarrowTable.of(240, 10, 4),
            row -> String.join(",", row.get(0), row.get(1), row.get(2), date(row))),
        0.99,
        0.97);
  }

  @Test
  void whereNobodyHasTwoRowsNobodyIsFoundTwice() throws IOException {
    List<LinkAccuracy.Line> lines =
        linked(
            "id,first_name,last_name,dob",
            NarrowTable.of(1500, 1, 5),
            row -> String.join(",", row.get(0), row.get(1), row.get(2), date(row)));

    assertThat(lines.get(0).score().wrong()).isZero();
    assertThat(lines.get(2).score().wrong()).isZero();
  }

  /** Links first, clusters last. */
  private static void assertRight(List<LinkAccuracy.Line> lines, double precision, double f1) {
    for (LinkAccuracy.Line line : List.of(lines.get(0), lines.get(2))) {
      assertThat(line.score().precision()).as("precision, " + line).isGreaterThan(precision);
      assertThat(line.score().f1()).as("F1, " + line).isGreaterThan(f1);
    }
  }

  private static String date(List<String> row) {
    return String.join("-", row.subList(3, 6));
  }

  private List<LinkAccuracy.Line> linked(
      String heading, List<List<String>> rows, Function<List<String>, String> cut)
      throws IOException {
    List<String> lines = new ArrayList<>(List.of(heading));
    rows.forEach(row -> lines.add(cut.apply(row)));
    Path table = Files.write(folder.resolve("people.csv"), lines);
    Path pairs = folder.resolve("links.csv");
    Path people = folder.resolve("clusters.csv");
    try (CsvLinkage linkage =
        CsvLinkage.open(
            MODEL,
            new CsvTables(List.of(table), Map.of()),
            new CsvLinkage.Place("local[2]", 2, folder.resolve("work")),
            remark -> {})) {
      Links links = linkage.linkage().link(linkage.linkage().train());
      CsvLinkage.writeLinks(links, pairs);
      CsvLinkage.writeClusters(links, people, 20);
    }
    return LinkAccuracy.lines("drawn", pairs, people);
  }
}
