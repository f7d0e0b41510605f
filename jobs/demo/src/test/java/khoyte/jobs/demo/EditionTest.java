package khoyte.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditionTest {
  @TempDir Path inbox;

  @Test
  void aLaterEditionBringsFurtherEventsOfTheSamePeople() throws IOException {
    long seed = 2022;
    DemoTruth first =
        DemoProvince.write(0.002, seed, Edition.FIRST, Files.createDirectory(inbox.resolve("one")));
    Path other = Files.createDirectory(inbox.resolve("other"));

    DemoTruth later = DemoProvince.write(0.002, seed, new Edition(3, 10), other);

    assertThat(later.files())
        .extracting(DemoTruth.File::path)
        .isNotEmpty()
        .allSatisfy(
            path -> assertThat(path).contains("_3.").doesNotStartWith("ehr").doesNotStartWith("p"));
    assertThat(later.files()).extracting(DemoTruth.File::refusedBecause).containsOnlyNulls();
    long events =
        first.files().stream()
            .filter(file -> !List.of("ehr", "population").contains(file.source()))
            .mapToLong(DemoTruth.File::records)
            .sum();
    long more = later.files().stream().mapToLong(DemoTruth.File::records).sum();
    assertThat(more).isBetween(events / 13, events / 9);
    try (Stream<Path> files = Files.walk(other)) {
      Path doses =
          files.filter(file -> file.endsWith("covid_20221231_734_3.csv")).findFirst().get();
      assertThat(Files.readString(doses)).containsPattern("MT03000\\d{5}");
    }
  }
}
