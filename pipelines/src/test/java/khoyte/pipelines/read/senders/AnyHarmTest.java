package khoyte.pipelines.read.senders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import khoyte.pipelines.read.source.SourceKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens to a file on its way, it is taken or refused, and every record is told of. */
class AnyHarmTest {
  private static final int HARMED_FILES = 25;

  static Stream<Arguments> files() {
    return Seeds.drawn(6).stream()
        .flatMap(
            seed ->
                Stream.of("csv", "csv.gz", "csv.zip", "xlsx", "xml", "xml.gz", "xml.zip")
                    .map(form -> Arguments.of(form, seed)));
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("files")
  void harmedFilesAreTakenOrRefused(String form, long seed) {
    var random = new Random(seed);
    SourceKind kind =
        form.startsWith("xml")
            ? SourceKind.HIS_XML
            : List.of(SourceKind.EHR, SourceKind.POPULATION, SourceKind.COVID_VACCINATION)
                .get(random.nextInt(3));
    byte[] whole = file(form, kind, random);
    assertThat(Received.of(kind, "a." + form, whole).isRefused()).isFalse();
    for (int i = 0; i < HARMED_FILES; i++) {
      Received received = Received.of(kind, "a." + form, harmed(whole, random));
      if (received.isRefused()) {
        received.assertRefused();
      } else {
        assertThat(received.balance()).isNotEmpty();
        received.remarks();
      }
    }
  }

  private static byte[] file(String form, SourceKind kind, Random random) {
    if (form.startsWith("xml")) {
      String[] visits = new String[8];
      for (int i = 0; i < visits.length; i++) {
        visits[i] =
            random.nextBoolean()
                ? Extract.visit("LK-" + i)
                : Extract.hoso("XML1", Extract.summary("LK-" + i));
      }
      return packed(form, "a.xml", Extract.of(visits));
    }
    var table = new DrawnTable(kind, random, 8);
    return form.equals("xlsx")
        ? new SheetWriter(table, random, true).bytes()
        : packed(form, "a.csv", Received.utf8(table.plain()));
  }

  private static byte[] packed(String form, String name, byte[] bytes) {
    return form.endsWith(".gz")
        ? GzipBytes.of(bytes)
        : form.endsWith(".zip") ? ZipBytes.of(name, bytes) : bytes;
  }

  private static byte[] harmed(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    for (int i = random.nextInt(4); i >= 0 && bytes.length > 1; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        case 2 -> bytes = Arrays.copyOf(bytes, at + 1);
        case 3 -> {
          int length = Math.min(random.nextInt(64), bytes.length - at);
          bytes =
              GzipsTest.joined(
                  Arrays.copyOf(bytes, at + length), Arrays.copyOfRange(bytes, at, bytes.length));
        }
        default ->
            Arrays.fill(bytes, at, Math.min(at + random.nextInt(40), bytes.length), (byte) 0);
      }
    }
    return bytes;
  }
}
