package khoyte.pipelines.spark;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionsTest {

  @Test
  void aFolderThatCannotBeMadeIsAnErrorAndNotTheEndOfTheProgram(@TempDir Path work)
      throws IOException {
    Path file = Files.createFile(work.resolve("file"));

    assertThatThrownBy(() -> Sessions.open("local[1]", Map.of(), file.resolve("scratch")))
        .isInstanceOf(UncheckedIOException.class);
  }
}
