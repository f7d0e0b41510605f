package khoyte.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageFaultTest {

  @TempDir Path folder;

  @Test
  void aFileThatDoesNotFitIsRefusedBeforeItIsWritten() {
    Path file = folder.resolve("not yet/2022-12-31.v1.duckdb");

    assertThatCode(() -> StorageFault.require(file, 1)).doesNotThrowAnyException();
    KhoyteException failure =
        catchThrowableOfType(KhoyteException.class, () -> StorageFault.require(file, 9L << 50));

    assertThat(failure.fault()).isEqualTo(Fault.RESOURCE);
    assertThat(failure.text(Messages.VIETNAMESE))
        .matches(
            "Không thể ghi .*2022-12-31.v1.duckdb: ổ đĩa hết chỗ \\(còn [\\d.]+ MB, cần"
                + " 9.663.676.416 MB\\). Giải phóng chỗ rồi chạy lại.");
    assertThat(failure)
        .message()
        .matches(
            "Cannot write .*2022-12-31.v1.duckdb: the disk is full \\([\\d,]+ MB left,"
                + " 9,663,676,416 MB needed\\). Free some space and run again.");
  }

  @Test
  void aFullDiskIsKnownByWhatWritersSay() {
    Path file = folder.resolve("a");

    assertThat(StorageFault.cannotWrite(file, new IOException("No space left on device")))
        .isInstanceOf(KhoyteException.class);
    assertThat(
            StorageFault.cannotWrite(
                file, new SQLException("IO Error: Could not write file: No space left on device")))
        .isInstanceOf(KhoyteException.class);
    assertThat(StorageFault.cannotWrite(file, new IOException("Disk quota exceeded")))
        .isInstanceOf(KhoyteException.class);
    assertThat(StorageFault.cannotWrite(file, new IOException("Is a directory")))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(StorageFault.cannotWrite(file, new SQLException("Binder Error")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Cannot write " + file);
  }
}
