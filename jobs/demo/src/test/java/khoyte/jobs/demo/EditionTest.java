package khoyte.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditionTest {
  @TempDir Path inbox;

  @Test
  void aLaterEditionBringsFurtherEventsAndChangedRecordsOfTheSamePeople() throws IOException {
    long seed = 2022;
    DemoTruth first =
        DemoProvince.write(0.002, seed, Edition.FIRST, Files.createDirectory(inbox.resolve("one")));
    Path other = Files.createDirectory(inbox.resolve("other"));

    DemoTruth later = DemoProvince.write(0.002, seed, new Edition(3, 10), other);

    assertThat(later.files())
        .extracting(DemoTruth.File::path)
        .isNotEmpty()
        .allSatisfy(path -> assertThat(path).contains("_3."));
    assertThat(later.files()).extracting(DemoTruth.File::refusedBecause).containsOnlyNulls();
    List<String> registry = List.of("ehr", "population");
    long events = records(first, source -> !registry.contains(source));
    assertThat(records(later, source -> !registry.contains(source)))
        .isBetween(events / 13, events / 9);
    long healthRecords = records(first, "ehr"::equals);
    long changed = records(later, "ehr"::equals);
    assertThat(changed).isBetween(healthRecords / 13, healthRecords / 9);
    assertThat(records(later, "population"::equals)).isBetween(changed / 13, changed / 8);
    try (Stream<Path> files = Files.walk(other)) {
      Path doses =
          files.filter(file -> file.endsWith("covid_20221231_734_3.csv")).findFirst().get();
      assertThat(Files.readString(doses)).containsPattern("MT03000\\d{5}");
    }
    assertThat(Files.readAllLines(other.resolve("ehr/ehr_20230109_3.csv")))
        .filteredOn(line -> line.matches("\\d{14},.*")) // an address may have two lines
        .hasSize((int) changed)
        .anySatisfy(line -> assertThat(line).contains("09/01/2023"));
  }

  private static long records(DemoTruth truth, Predicate<String> sources) {
    return truth.files().stream()
        .filter(file -> sources.test(file.source()))
        .mapToLong(DemoTruth.File::records)
        .sum();
  }
}
