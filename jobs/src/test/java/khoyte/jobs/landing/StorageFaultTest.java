package khoyte.jobs.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import khoyte.warehouse.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageFaultTest {
  @TempDir Path home;

  @Test
  void aFullDiskIsSaidWithWhatIsLeftAndWhatIsNeeded() {
    IOException full = new FileSystemException("x", null, "No space left on device");

    String text =
        StorageFault.of(new UncheckedIOException(full), home.resolve("tệp.csv"), 5L << 20)
            .orElseThrow()
            .text(Messages.VIETNAMESE);

    assertThat(text)
        .matches(
            "Không thể ghi tệp\\.csv: ổ đĩa hết chỗ \\(còn [0-9.]+ MB, cần 5 MB\\)\\. Giải phóng"
                + " chỗ rồi chạy lại\\.");
  }

  @Test
  void missingRightsNameTheFolder() {
    IOException denied = new AccessDeniedException(home.resolve("a.csv").toString());

    assertThat(
            StorageFault.of(denied, home.resolve("a.csv"), 0)
                .orElseThrow()
                .text(Messages.VIETNAMESE))
        .isEqualTo("Không thể ghi vào " + home + ": không có quyền ghi.");
  }

  @Test
  void anythingElseIsNoFaultOfTheStorage() {
    assertThat(StorageFault.of(new IOException("stream closed"), home, 0)).isEmpty();
  }
}
