package khoyte.pipelines.read.senders;

import static khoyte.pipelines.read.source.SourceKind.COVID_VACCINATION;
import static khoyte.pipelines.read.source.SourceKind.EHR;
import static khoyte.pipelines.read.source.SourceKind.IMMUNIZATION;
import static khoyte.pipelines.read.source.SourceKind.POPULATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import khoyte.pipelines.read.source.SourceKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A table is the same table however it is written: row by row, value by value. */
class AnyWritingTest {
  private static final int PEOPLE = 15;

  static Stream<Arguments> tables() {
    return Stream.of(EHR, POPULATION, IMMUNIZATION, COVID_VACCINATION)
        .flatMap(kind -> Seeds.drawn(8).stream().map(seed -> Arguments.of(kind, seed)));
  }

  private static void assertSame(Received received, DrawnTable table) {
    Received plain = Received.of(table.kind, "a.csv", table.plain());
    int count = table.rows.size();
    assertThat(received.keptBack()).isEmpty();
    assertThat(received.texts()).isEqualTo(table.rows);
    assertThat(received.understood()).isEqualTo(plain.understood());
    assertThat(received.balance()).isEqualTo(count + " = " + count + " + 0");
    assertThat(received.rows("content_hash")).isEqualTo(plain.rows("content_hash"));
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("tables")
  void plainTextIsReadAsItStands(SourceKind kind, long seed) {
    var table = new DrawnTable(kind, new Random(seed), PEOPLE);

    assertSame(Received.of(kind, "a.csv", table.plain()), table);
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("tables")
  void textInAnyHabitsIsThePlainText(SourceKind kind, long seed) {
    var random = new Random(seed);
    var table = new DrawnTable(kind, random, PEOPLE);

    assertSame(Received.of(kind, "a.csv", new CsvWriter(table, random).text()), table);
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("tables")
  void aPackedTextIsThePlainText(SourceKind kind, long seed) {
    var random = new Random(seed);
    var table = new DrawnTable(kind, random, PEOPLE);

    assertSame(Received.of(kind, "a.zip", CsvWriter.packed(table.plain(), random)), table);
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("tables")
  void textInAnyHabitsAndAnyContainerIsThePlainText(SourceKind kind, long seed) {
    var random = new Random(seed);
    var table = new DrawnTable(kind, random, PEOPLE);
    byte[] packed = CsvWriter.packed(new CsvWriter(table, random).text(), random);

    assertSame(Received.of(kind, "a.zip", packed), table);
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("tables")
  void aWorkbookOfTextsIsThePlainText(SourceKind kind, long seed) {
    var random = new Random(seed);
    var table = new DrawnTable(kind, random, PEOPLE);

    assertSame(Received.of(kind, "a.xlsx", new SheetWriter(table, random, false).bytes()), table);
  }

  /** Its texts are others, for a spreadsheet ate zeros and days; what they mean is the same. */
  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("tables")
  void aWorkbookOfDatesAndNumbersMeansThePlainText(SourceKind kind, long seed) {
    var random = new Random(seed);
    var table = new DrawnTable(kind, random, PEOPLE);

    Received received = Received.of(kind, "a.xlsx", new SheetWriter(table, random, true).bytes());

    assertThat(received.understood())
        .isEqualTo(Received.of(kind, "a.csv", table.plain()).understood());
    assertThat(received.keptBack()).isEmpty();
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("tables")
  void whatIsPackedAndCutIsRefused(SourceKind kind, long seed) {
    var random = new Random(seed);
    var table = new DrawnTable(kind, random, PEOPLE);
    byte[] text = Received.utf8(table.plain());
    for (byte[] whole :
        List.of(
            GzipBytes.of(text),
            ZipBytes.of("a.csv", text),
            new SheetWriter(table, random, true).bytes())) {
      byte[] cut = java.util.Arrays.copyOf(whole, 4 + random.nextInt(whole.length - 4));

      Received.of(kind, "a.zip", cut).assertRefused(Reason.DAMAGED);
    }
  }
}
