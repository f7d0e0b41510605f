package khoyte.jobs.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLockTest {
  @TempDir Path folder;

  @Test
  void itIsHeldByOneAloneOrByManyTogether() {
    Path file = folder.resolve("x.lock");
    try (ProcessLock one = ProcessLock.shared(file);
        ProcessLock other = ProcessLock.shared(file)) {
      assertThat(ProcessLock.free(file)).isEmpty();
    }
    try (ProcessLock alone = ProcessLock.exclusive(file)) {
      assertThat(ProcessLock.free(file)).isEmpty();
    }
    assertThat(ProcessLock.free(file)).hasValueSatisfying(ProcessLock::close);
  }

  @Test
  void whoLetsGoLeavesTheOthersTheirs() throws Exception {
    Path file = folder.resolve("x.lock");
    try (ProcessLock stays = ProcessLock.shared(file)) {
      ProcessLock.shared(file).close();
      assertThat(ProcessLock.free(file)).isEmpty();

      assertThat(freeForAnotherProcess(file)).isEqualTo("false");
    }
    assertThat(freeForAnotherProcess(file)).isEqualTo("true");
  }

  @Test
  void whoWantsItAloneWaits() throws Exception {
    Path file = folder.resolve("x.lock");
    ProcessLock shared = ProcessLock.shared(file);
    CompletableFuture<ProcessLock> waiting =
        CompletableFuture.supplyAsync(() -> ProcessLock.exclusive(file));

    assertThat(waiting).isNotDone();
    shared.close();

    try (ProcessLock alone = waiting.get(10, TimeUnit.SECONDS)) {
      assertThat(ProcessLock.free(file)).isEmpty();
    }
  }

  private static String freeForAnotherProcess(Path file) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Free.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    String text = new String(process.getInputStream().readAllBytes());
    process.waitFor();
    return text.strip();
  }

  /** Says whether a lock is free. */
  static final class Free {
    public static void main(String[] args) {
      System.out.println(ProcessLock.free(Path.of(args[0])).isPresent());
    }
  }
}
