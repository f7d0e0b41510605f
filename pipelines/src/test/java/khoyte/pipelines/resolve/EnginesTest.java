package khoyte.pipelines.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
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
      RandomProvince drawn = new RandomProvince(2);
      List<List<RandomProvince.File>> nights = drawn.nights(2);
      nights.get(0).forEach(file -> province.arrives(file.table(), file.drawn()));
      province.night(drawn.asOf());
      nights.get(1).forEach(file -> province.arrives(file.table(), file.drawn()));
      province.nextNight(AS_OF);
    }
    opened.forEach(engines -> compared.addAll(engines.compared()));

    assertThat(models()).allSatisfy(model -> assertThat(compared).contains(model + "*"));
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
