package khoyte.warehouse.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;
import org.apache.iceberg.io.SeekableInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeFileIOTest {

  @TempDir Path lake;
  private LakeFileIO files;

  @BeforeEach
  void open() {
    files = new LakeFileIO(lake);
  }

  @Test
  void aFileKeepsTheNameItHasInTheLake() throws IOException {
    OutputFile output = files.newOutputFile("health/citizen/data/a.parquet");
    try (PositionOutputStream stream = output.create()) {
      stream.write("abc".getBytes(StandardCharsets.UTF_8));
      stream.write('d');
      assertThat(stream.getPos()).isEqualTo(4);
    }

    assertThat(output.location()).isEqualTo("health/citizen/data/a.parquet");
    assertThat(output.toInputFile().getLength()).isEqualTo(4);
    try (SeekableInputStream stream = output.toInputFile().newStream()) {
      stream.seek(2);
      assertThat(stream.readAllBytes()).asString().isEqualTo("cd");
    }
    assertThat(lake.resolve("health/citizen/data/a.parquet")).hasContent("abcd");
  }

  @Test
  void aFileIsNotCreatedTwice() throws IOException {
    OutputFile output = files.newOutputFile("a");
    output.create().close();

    assertThatThrownBy(output::create)
        .isInstanceOf(AlreadyExistsException.class)
        .hasMessage("Cannot create a: already in the lake");
  }

  @Test
  void aDeletedFileIsGone() throws IOException {
    files.newOutputFile("a").create().close();

    files.deleteFile("a");

    assertThat(files.newInputFile("a").exists()).isFalse();
    assertThatCode(() -> files.deleteFile("a"))
        .as("Iceberg's clean-up names files that were never written")
        .doesNotThrowAnyException();
  }

  @Test
  void nothingOutsideTheLakeIsOpened() {
    assertThatThrownBy(() -> files.newInputFile("../secret/key"))
        .hasMessage("Cannot open ../secret/key: outside the lake");
    assertThatThrownBy(() -> files.newOutputFile("/etc/passwd"))
        .hasMessage("Cannot open /etc/passwd: outside the lake");
  }
}
