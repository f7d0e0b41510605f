package khoyte.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {

  @Test
  void aFileTakesThePlaceOfTheOldOneAndLeavesNothingElse(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("2022-12-31").resolve("x.csv");

    new ReportFile(file).write(new byte[] {1});
    new ReportFile(file).write(new byte[] {2});

    assertThat(file).hasBinaryContent(new byte[] {2});
    assertThat(file.getParent()).isDirectoryContaining(file::equals);
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aClosedFolderIsSaid(@TempDir Path folder) throws IOException {
    Path closed = Files.createFile(folder.resolve("out"));

    KhoyteException refused =
        catchThrowableOfType(
            KhoyteException.class,
            () -> new ReportFile(closed.resolve("x.csv")).write(new byte[] {1}));

    assertThat(refused.text(Messages.VIETNAMESE))
        .isEqualTo("Không thể ghi vào " + closed + ": không có quyền ghi.");
    assertThat(refused)
        .hasMessage(
            "Cannot write into "
                + closed
                + ": no right to write there. Give the right and run again.");
  }
}
