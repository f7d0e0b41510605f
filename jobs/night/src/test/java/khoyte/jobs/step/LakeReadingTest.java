package khoyte.jobs.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import khoyte.jobs.conf.SourceConf;
import khoyte.jobs.operations.ArrivedFile;
import khoyte.jobs.operations.FileOutcome;
import khoyte.jobs.operations.Operations;
import khoyte.pipelines.read.SourceReading;
import khoyte.pipelines.read.container.IgnoredEntries;
import khoyte.pipelines.version.VersionBasis;
import khoyte.pipelines.version.VersionStaging;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Messages;
import khoyte.warehouse.Sha256;
import khoyte.warehouse.StorageException;
import khoyte.warehouse.lake.DataFileWriter;
import khoyte.warehouse.lake.Lake;
import khoyte.warehouse.reference.AdministrativeUnits;
import khoyte.warehouse.table.StagedTables;
import khoyte.warehouse.worklist.WorklistSeal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeReadingTest {
  @TempDir Path folder;
  private NightHome home;
  private Operations operations;
  private Lake lake;
  private LakeReading reading;

  @BeforeEach
  void open() {
    home = new NightHome(folder);
    operations = home.operations();
    lake = Lake.open(operations.lake());
    lake.ensure(StagedTables.ALL);
    reading =
        new LakeReading(
            lake,
            home.layout,
            new SourceReading(
                AdministrativeUnits.load(),
                "75",
                new WorklistSeal("a secret of sixteen".getBytes(StandardCharsets.UTF_8)),
                IgnoredEntries.NONE),
            new VersionStaging(lake, new VersionBasis(new byte[16], null)));
  }

  @AfterEach
  void close() {
    lake.close();
    operations.close();
  }

  private ArrivedFile landed(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("new"), text);
    String sha256 = Sha256.of(file);
    Path landed = home.layout.landed(sha256);
    Files.createDirectories(landed.getParent());
    Files.move(file, landed);
    return new ArrivedFile(1, "ehr", "", "ehr.csv", sha256, text.length(), Instant.EPOCH, null);
  }

  private SourceConf source() {
    return home.setting().conf().source("ehr");
  }

  @Test
  void aRefusedFileLeavesOneRowOfQuarantine() throws IOException {
    FileOutcome outcome = reading.read(landed("MA_HSSK\n"), source());

    assertThat(outcome.refusal().key()).isEqualTo("file.refused.heading");
    assertThat(outcome.dataFiles())
        .extracting(file -> file.table().qualifiedName() + " " + file.rows())
        .containsExactly("health.quarantine 1");
  }

  @Test
  void bytesThatWereDamagedHereAreNotTheSendersFault() throws IOException {
    ArrivedFile file = landed("MA_HSSK\n");
    Path landed = home.layout.landed(file.sha256());
    Files.writeString(landed, "MA_HSSX\n");
    assertDamaged(file, landed);
    Files.delete(landed);
    assertDamaged(file, landed);
  }

  private void assertDamaged(ArrivedFile file, Path landed) {
    assertThatThrownBy(() -> reading.read(file, source()))
        .isInstanceOfSatisfying(
            KhoyteException.class,
            e -> {
              assertThat(e.fault()).isEqualTo(Fault.RESOURCE);
              assertThat(e.text(Messages.VIETNAMESE))
                  .isEqualTo(
                      "Không thể đọc "
                          + landed
                          + " (tệp ehr.csv): nội dung đã lưu không còn như khi nhận. Chạy khoyte verify"
                          + " rồi khôi phục từ bản sao lưu.");
              assertThat(e.text(Messages.ENGLISH))
                  .isEqualTo(
                      "Cannot read "
                          + landed
                          + " (file ehr.csv): what was kept is no longer what arrived. Run khoyte"
                          + " verify and restore it from a backup.");
            });
  }

  @Test
  void whatInputAndOutputThrowIsOfStorageAndWhatElseIsThrownIsNot() {
    RuntimeException full = new UncheckedIOException(new IOException("No space left on device"));
    RuntimeException packed = new IllegalStateException("Cannot close", full);
    RuntimeException row = new ClassCastException();

    assertThat(StorageException.of(full)).isInstanceOf(StorageException.class).hasCause(full);
    assertThat(StorageException.of(packed)).isInstanceOf(StorageException.class);
    assertThat(StorageException.of(row)).isSameAs(row);
  }

  @Test
  void aRowThatDoesNotFitItsTableIsToBlameItselfAndLeavesNothing() throws IOException {
    DataFileWriter writer = lake.writer(StagedTables.QUARANTINE, "x");
    writer.write(row());
    Object[] wrong = row();
    wrong[0] = "no number";

    assertThatThrownBy(() -> writer.write(wrong))
        .isInstanceOf(RuntimeException.class)
        .isNotInstanceOf(StorageException.class);
    writer.discard();
    try (Stream<Path> files = Files.walk(folder.resolve("lake"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".parquet"))).isEmpty();
    }
  }

  private static Object[] row() {
    return List.of(1L, 1, "ehr", "f", "ehr.csv", 1, "c", "k", "vi", "[]").toArray();
  }
}
