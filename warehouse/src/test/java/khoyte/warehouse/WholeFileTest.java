package khoyte.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  private static final int WRITERS = 16;

  @TempDir Path folder;

  @Test
  void itTakesThePlaceOfWhatWasThereForItsOwnerOnly() throws IOException {
    Path file = folder.resolve("tệp");
    Files.writeString(file, "cũ");

    WholeFile.write(file, new byte[] {1});

    assertThat(file).hasBinaryContent(new byte[] {1});
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(names()).containsExactly("tệp");
  }

  @Test
  void manyMayWriteTheSameFileAtATime() throws Exception {
    Path file = folder.resolve("x");
    atOnce(
        number -> {
          WholeFile.write(file, new byte[] {number, number});
          return true;
        });

    byte[] bytes = Files.readAllBytes(file);
    assertThat(bytes).hasSize(2);
    assertThat(bytes[0]).isEqualTo(bytes[1]);
    assertThat(names()).containsExactly("x");
  }

  @Test
  void ofThoseWhoWriteANewFileAtATimeOneDoes() throws Exception {
    Path file = folder.resolve("x");

    List<Boolean> written = atOnce(number -> WholeFile.writeNew(file, new byte[] {number}));

    assertThat(written.stream().filter(one -> one)).hasSize(1);
    assertThat(file).hasBinaryContent(new byte[] {(byte) written.indexOf(true)});
    assertThat(names()).containsExactly("x");
  }

  @Test
  void anUnfinishedFileIsKnownByItsName() {
    Path file = folder.resolve("x.csv");

    assertThat(Set.of(WholeFile.unfinished(file), WholeFile.unfinished(file))).hasSize(2);
    assertThat(WholeFile.isUnfinished(WholeFile.unfinished(file))).isTrue();
    assertThat(WholeFile.isUnfinished(file)).isFalse();
  }

  private interface Writing {
    boolean by(byte number) throws IOException;
  }

  private static List<Boolean> atOnce(Writing writing) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    try {
      List<Callable<Boolean>> writers =
          Stream.iterate(0, number -> number + 1)
              .limit(WRITERS)
              .map(number -> (Callable<Boolean>) () -> writing.by(number.byteValue()))
              .toList();
      return threads.invokeAll(writers).stream()
          .map(
              one -> {
                try {
                  return one.get();
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              })
          .toList();
    } finally {
      threads.shutdown();
    }
  }

  private List<String> names() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
