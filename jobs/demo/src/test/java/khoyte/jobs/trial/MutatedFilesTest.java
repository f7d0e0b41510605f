package khoyte.jobs.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import khoyte.jobs.demo.DemoProvince;
import khoyte.jobs.demo.Edition;
import khoyte.pipelines.read.SourceReading;
import khoyte.pipelines.read.container.IgnoredEntries;
import khoyte.pipelines.read.source.ColumnMap;
import khoyte.pipelines.read.source.LandedFile;
import khoyte.pipelines.read.source.ReadOutcome;
import khoyte.pipelines.read.source.RowSink;
import khoyte.pipelines.read.source.SourceKind;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.reference.AdministrativeUnits;
import khoyte.warehouse.table.Table;
import khoyte.warehouse.worklist.WorklistSeal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Some mutations for every reader; {@code make fuzz} tries a thousand in a night. */
class MutatedFilesTest {
  private static final int MUTATIONS = 60;
  private static final long LARGEST = 50_000;

  @TempDir static Path folder;
  private static List<Path> files;

  @BeforeAll
  static void write() throws IOException {
    DemoProvince.write(DemoProvince.LEAST_SCALE, 2022, Edition.FIRST, folder);
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(file -> file.toFile().length() <= LARGEST).sorted().toList();
    }
  }

  private static List<Path> ofKind(SourceKind kind) {
    List<Path> own = new ArrayList<>();
    for (Path file : files) {
      String name = file.toString();
      boolean isWorkbook = name.endsWith(".xlsx");
      boolean isOwn =
          kind == SourceKind.CORRECTION
              ? isWorkbook
              : folder
                  .relativize(file)
                  .startsWith(kind == SourceKind.HIS_XML ? "his" : kind.code());
      if (isOwn && Files.isRegularFile(file)) {
        own.add(file);
      }
    }
    return own;
  }

  @ParameterizedTest
  @EnumSource(SourceKind.class)
  void aMutatedFileIsTakenWholeOrRefusedWithAReason(SourceKind kind) throws IOException {
    List<Path> own = ofKind(kind);
    Random random = new Random(kind.ordinal());
    SourceReading reading =
        new SourceReading(
            AdministrativeUnits.load(),
            "75",
            new WorklistSeal("a secret of sixteen".getBytes(StandardCharsets.UTF_8)),
            new IgnoredEntries(List.of("Thumbs.db")));
    List<String> wrong = new ArrayList<>();
    int taken = 0;
    for (int seed = 0; seed < MUTATIONS; seed++) {
      Path file = own.get(random.nextInt(own.size()));
      Path mutated = folder.resolve("mutated");
      Files.write(
          mutated,
          new Mutation(seed)
              .of(
                  Files.readAllBytes(file),
                  Files.readAllBytes(own.get(random.nextInt(own.size())))));
      Counted sink = new Counted();
      try {
        ReadOutcome outcome =
            reading.read(landed(file, mutated, kind), kind, ColumnMap.DEFAULT, sink);
        taken++;
        if (outcome.quarantined() != sink.quarantined || outcome.staged() != sink.records) {
          wrong.add(seed + " " + file.getFileName() + " does not add up: " + outcome);
        }
      } catch (KhoyteException e) {
        if (!e.key().startsWith("file.refused.") || e.key().equals(LandedFile.UNEXPECTED)) {
          wrong.add(seed + " " + file.getFileName() + " " + e);
        }
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(taken).isBetween(kind == SourceKind.CORRECTION ? 0 : 1, MUTATIONS - 1);
  }

  private static LandedFile landed(Path file, Path mutated, SourceKind kind) {
    return new LandedFile(
        1,
        kind.code(),
        null,
        String.valueOf(file.getFileName()),
        mutated,
        LocalDate.of(2022, 12, 31));
  }

  /** Counts records by the table of their kind: rows of a visit's other tables are none. */
  private static final class Counted implements RowSink {
    private int records;
    private int quarantined;

    @Override
    public void staged(Table table, Object[] row) {
      for (SourceKind kind : SourceKind.values()) {
        records += kind.table() == table ? 1 : 0;
      }
    }

    @Override
    public void quarantined(
        @Nullable Integer line, @Nullable String column, String reasonKey, Object... values) {
      quarantined++;
    }
  }
}
