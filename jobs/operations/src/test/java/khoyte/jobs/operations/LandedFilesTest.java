package khoyte.jobs.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import khoyte.jobs.conf.OperationsConf;
import khoyte.jobs.console.KeptNotice;
import khoyte.warehouse.Layout;
import khoyte.warehouse.Messages;
import khoyte.warehouse.lake.WrittenFile;
import khoyte.warehouse.table.StagedTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandedFilesTest {
  private static final Instant NOW = Instant.parse("2022-12-31T18:00:00Z");
  private static final KeptNotice REFUSAL =
      KeptNotice.of("file.refused.encoding", List.of("b.csv"));
  private static final LocalDate DAY = LocalDate.of(2022, 12, 31);

  @TempDir Path home;

  @Test
  void theManifestKeepsWhatReadingGave() {
    try (Operations operations =
        Operations.glance(new OperationsConf("", "", ""), new Layout(home), Map.of())) {
      LandedFiles files = operations.files();
      ArrivedFile his = inserted(files, "his-xml", "75001", "a.xml", null);
      ArrivedFile ehr = inserted(files, "ehr", "", "b.csv", DAY);

      files.keep(
          his,
          new FileOutcome(
              3L,
              3,
              2,
              1,
              DAY,
              List.of(KeptNotice.of("column.extra", List.of("a.xml", "LA"))),
              List.of(new WrittenFile(StagedTables.ENCOUNTER_VERSION, "p1", 2, 100)),
              null));
      files.keep(
          ehr,
          new FileOutcome(
              null,
              0,
              0,
              0,
              null,
              List.of(),
              List.of(new WrittenFile(StagedTables.QUARANTINE, "p2", 1, 10)),
              REFUSAL));
      files.countCopy(ehr.id());
      files.assignCommit("run-1");

      assertThat(files.known(ehr.id()))
          .containsExactly(
              new FileRecord(
                  new ArrivedFile(his.id(), "his-xml", "75001", "a.xml", "a.xml", 7, NOW, DAY),
                  false,
                  3L,
                  3,
                  2,
                  1,
                  0),
              new FileRecord(ehr, true, null, 0, 0, 0, 1));
      assertThat(files.known(his.id())).hasSize(1);
      assertThat(files.refused(0, ehr.id()))
          .containsExactly(new RefusedFile("ehr", "b.csv", REFUSAL));
      assertThat(files.warnings(0, ehr.id()))
          .extracting(warning -> warning.text(Messages.ENGLISH))
          .containsExactly("File a.xml: column “LA” is not used and was left out.");
      assertThat(files.counts(0, ehr.id()))
          .containsExactly(
              new SourceCounts("ehr", 1, 0, 0, 0, 1, 7, NOW),
              new SourceCounts("his-xml", 1, 3, 2, 1, 0, 7, NOW));
      assertThat(files.deliveries(ehr.id()))
          .containsExactly(
              new Delivery("ehr", "", null, null, 1),
              new Delivery("his-xml", "75001", DAY, NOW, 0));
      assertThat(files.unread(ehr.id())).isEmpty();
      assertThat(files.openCommits()).containsExactly("run-1");
      assertThat(files.dataFiles("run-1"))
          .containsExactly(
              new WrittenFile(StagedTables.QUARANTINE, "p2", 1, 10),
              new WrittenFile(StagedTables.ENCOUNTER_VERSION, "p1", 2, 100));
    }
  }

  private static ArrivedFile inserted(
      LandedFiles files, String source, String folder, String name, LocalDate fileDate) {
    long id = files.insert(new ArrivedFile(0, source, folder, name, name, 7, NOW, fileDate));
    return new ArrivedFile(id, source, folder, name, name, 7, NOW, fileDate);
  }
}
