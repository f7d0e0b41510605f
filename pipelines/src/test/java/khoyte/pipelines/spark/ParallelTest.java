package khoyte.pipelines.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ParallelTest {

  @Test
  void bothRunAtTheSameTime() {
    CountDownLatch met = new CountDownLatch(2);

    Parallel.run(() -> meet(met), () -> meet(met));

    assertThat(met.getCount()).isZero();
  }

  @Test
  void theFaultOfOneIsThrownAsItWasOnceTheOtherHasEnded() {
    UncheckedIOException fault = new UncheckedIOException(new IOException("disk full"));
    CountDownLatch failed = new CountDownLatch(1);
    AtomicBoolean ended = new AtomicBoolean();

    assertThatThrownBy(
            () ->
                Parallel.run(
                    () -> {
                      failed.countDown();
                      throw fault;
                    },
                    () -> {
                      meet(failed);
                      ended.set(true);
                    }))
        .isSameAs(fault);
    assertThat(ended).isTrue();
  }

  private static void meet(CountDownLatch others) {
    others.countDown();
    try {
      assertThat(others.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
