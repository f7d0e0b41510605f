package khoyte.pipelines.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import khoyte.warehouse.table.ResolvedTables;
import khoyte.warehouse.table.Table;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every model gives the same table on every engine, row by row. */
@Tag("slow")
class EnginesTest {
  private static final LocalDate AS_OF = LocalDate.of(2022, 12, 31);

  @TempDir Path home;

  @Test
  void everyModelGivesTheSameTableOnBoth() throws IOException {
    Set<String> compared = new TreeSet<>();
    List<TwoEngines> opened = new ArrayList<>();
    try (SmallProvince province = new SmallProvince(home, DrawnMatcher.rule(10_000))) {
      province.runsOn(
          any -> {
            TwoEngines engines = new TwoEngines(any.duckDb(), any.spark());
            opened.add(engines);
            return engines;
          });
      twoNights(province);
    }
    opened.forEach(engines -> compared.addAll(engines.compared()));

    assertThat(compared).containsAll(models());
  }

  @Test
  void bothWriteTheSameTables() {
    assertThat(tables("spark", SmallProvince::spark))
        .isEqualTo(tables("duckdb", SmallProvince::duckDb));
  }

  /** The rows of every resolved table. */
  private Map<String, List<String>> tables(String folder, SmallProvince.Engines engines) {
    Map<String, List<String>> tables = new TreeMap<>();
    try (SmallProvince province =
        new SmallProvince(home.resolve(folder), DrawnMatcher.rule(10_000))) {
      province.runsOn(engines);
      twoNights(province);
      for (Table table : ResolvedTables.ALL) {
        tables.put(
            table.qualifiedName(),
            province.rows(table).stream().map(Object::toString).sorted().toList());
      }
    }
    return tables;
  }

  /** One that resolves everything, and one on its tables. */
  private static void twoNights(SmallProvince province) {
    RandomProvince drawn = new RandomProvince(2);
    List<List<RandomProvince.File>> nights = drawn.nights(2);
    nights.get(0).forEach(file -> province.arrives(file.table(), file.drawn()));
    province.night(drawn.asOf());
    nights.get(1).forEach(file -> province.arrives(file.table(), file.drawn()));
    province.nextNight(AS_OF);
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
