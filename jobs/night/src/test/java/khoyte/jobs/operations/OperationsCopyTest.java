package khoyte.jobs.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import khoyte.jobs.conf.OperationsConf;
import khoyte.jobs.console.KeptNotice;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Layout;
import khoyte.warehouse.Messages;
import khoyte.warehouse.NightId;
import khoyte.warehouse.lake.Lake;
import khoyte.warehouse.table.ResolvedTables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.FileSystemUtils;

/** A copy of the operations database, between the two databases it may be in. */
@Tag("slow")
class OperationsCopyTest {
  private static final Instant NOW = Instant.parse("2023-01-06T02:00:00.123Z");
  private static final OperationsConf H2 = new OperationsConf("", "", "");
  private static EmbeddedPostgres postgres;

  @TempDir Path folder;

  @BeforeAll
  static void startPostgres() throws IOException {
    postgres = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stopPostgres() throws IOException {
    postgres.close();
  }

  @ParameterizedTest
  @CsvSource({"h2, h2", "h2, postgres", "postgres, h2", "postgres, postgres"})
  void everyRowComesBackAndCountingGoesOn(String from, String to) throws Exception {
    Path copy = folder.resolve("copy");
    List<String> written;
    try (Operations operations = open(from, "from")) {
      fill(operations);
      operations.copy().write(copy);
      written = Files.readAllLines(copy);
    }

    try (Operations operations = open(to, "to")) {
      Lake.open(operations.lake()).close();
      operations.copy().restore(copy, false);
      Path again = folder.resolve("again");
      operations.copy().write(again);

      assertThat(Files.readAllLines(again)).isEqualTo(written);
      assertThat(
              operations.nights().start(NightId.parse("2023-01-01.v1"), 7, "1.0.0", NOW, null).id())
          .isEqualTo(2);
      assertThat(operations.files().insert(file("b"))).isEqualTo(2);
      assertThat(operations.files().known(1).get(0).file()).isEqualTo(file("a", 1));
      FileSystemUtils.copyRecursively(folder.resolve("from/lake"), folder.resolve("to/lake"));
      try (Lake lake = Lake.open(operations.lake())) {
        assertThat(lake.metadataFiles()).hasSize(1);
      }
    }
  }

  @Test
  void nothingIsMixedWithWhatIsThere() throws Exception {
    Path copy = folder.resolve("copy");
    try (Operations operations = open("h2", "from")) {
      fill(operations);
      operations.copy().write(copy);
      List<String> before = Files.readAllLines(copy);

      assertThatThrownBy(() -> operations.copy().restore(copy, false))
          .isInstanceOfSatisfying(
              KhoyteException.class,
              error ->
                  assertThat(error.text(Messages.VIETNAMESE))
                      .isEqualTo(
                          "Không thể khôi phục: cơ sở dữ liệu vận hành không rỗng. Đặt"
                              + " operations.url là một cơ sở dữ liệu trống."));
      operations.copy().restore(copy, true);
      operations.copy().write(copy);
      assertThat(Files.readAllLines(copy)).isEqualTo(before);
    }
  }

  /** Every file is written together with a warning: a copy between the two would tell. */
  @ParameterizedTest
  @CsvSource({"h2", "postgres"})
  void aCopyIsOfOneInstant(String database) throws Exception {
    AtomicBoolean stop = new AtomicBoolean();
    try (Operations writing = open(database, "written");
        Operations copying = open(database, "written", true)) {
      Thread writer =
          new Thread(
              () -> {
                for (int i = 0; !stop.get(); i++) {
                  ArrivedFile file = file("f" + i, writing.files().insert(file("f" + i)));
                  writing.files().keep(file, outcome());
                }
              });
      writer.start();
      List<String> torn = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        Path copy = folder.resolve("copy" + i);
        copying.copy().write(copy);
        Map<String, Long> rows = new TreeMap<>(Map.of("read", 0L, "file_warning", 0L));
        OperationsCopy.read(
            copy,
            (table, row) ->
                rows.merge("read".equals(row.get("state")) ? "read" : table, 1L, Long::sum));
        if (!rows.get("read").equals(rows.get("file_warning"))) {
          torn.add(rows.toString());
        }
      }
      stop.set(true);
      writer.join();

      assertThat(torn).isEmpty();
      assertThat(writing.files().greatest()).isGreaterThan(20);
    }
  }

  private static void fill(Operations operations) {
    NightId night = NightId.parse("2022-12-31.v1");
    ArrivedFile file = file("a", operations.files().insert(file("a")));
    operations.files().keep(file, outcome());
    NightRun run = operations.nights().start(night, 7, "1.0.0 (a1b2c3d)", NOW, null);
    operations.nights().know(run.id(), 1, NOW);
    operations.nights().startStep(run.id(), "receive", 1, NOW);
    operations
        .nights()
        .finishStep(run.id(), new StepRun("receive", NightState.COMPLETED, NOW, NOW, 1, 1, 1));
    operations.nights().keepLate(run.id(), List.of(new LateSource("ehr", "", null, 3)));
    operations
        .nights()
        .keepBalances(run.id(), List.of(new RecordBalance(file.id(), 1, 0, 0, 1, 0, 0, 0)));
    operations.nights().keepSnapshots(run.id(), Map.of("health.citizen", Long.MAX_VALUE));
    operations.nights().finish(run.id(), NightState.COMPLETED, NOW);
    operations.nights().keepFact("fact", "“đã có”, \"x\"\n");
    operations.keeping().change(List.of(new KeptFile("warehouse/x", "00", 1L << 40)), List.of());
    operations.keeping().retire(NightId.parse("2022-12-30.v2"), "warehouse/y", NOW);
    operations.keeping().issue(night);
    try (Lake lake = Lake.open(operations.lake())) {
      lake.ensure(List.of(ResolvedTables.CITIZEN));
    }
  }

  private static ArrivedFile file(String name) {
    return file(name, 0);
  }

  private static ArrivedFile file(String name, long id) {
    return new ArrivedFile(id, "ehr", "75001", name, name, 1, NOW, LocalDate.of(2022, 12, 31));
  }

  private static FileOutcome outcome() {
    return new FileOutcome(
        null,
        1,
        1,
        0,
        null,
        List.of(KeptNotice.of("quarantine.key", List.of("ghi chú"))),
        List.of(),
        null);
  }

  private Operations open(String database, String name) throws Exception {
    return open(database, name, false);
  }

  private Operations open(String database, String name, boolean again) throws Exception {
    Layout layout = new Layout(Files.createDirectories(folder.resolve(name)));
    if (database.equals("h2")) {
      return Operations.glance(H2, layout, Map.of());
    }
    String unique = name + "_" + Math.abs(folder.hashCode());
    if (!again) {
      try (var connection = postgres.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute("create database " + unique);
      }
    }
    return Operations.glance(
        new OperationsConf(postgres.getJdbcUrl("postgres", unique), "postgres", ""),
        layout,
        Map.of());
  }
}
