package khoyte.pipelines.spark;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/** What is done at the same time, with the faults it would have had one after the other. */
public final class Parallel {

  private Parallel() {}

  /** Returns when all have ended; throws what one of them threw. */
  public static void run(Runnable... tasks) {
    result(
        CompletableFuture.allOf(
            Stream.of(tasks)
                .map(CompletableFuture::runAsync)
                .toArray(CompletableFuture<?>[]::new)));
  }

  /** Waits for a result; throws what the task threw. */
  public static <T> T result(CompletableFuture<T> task) {
    try {
      return task.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
