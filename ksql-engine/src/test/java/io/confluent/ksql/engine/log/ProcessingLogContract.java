package io.confluent.ksql.engine.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What every processing log holds to. */
abstract class ProcessingLogContract {
  abstract ProcessingLog log();

  /** Messages of what arrived; waits for what is under way. */
  abstract List<String> arrived();

  static ProcessingError error(String message) {
    return new ProcessingError(
        ProcessingError.Type.RECORD_PROCESSING,
        "CSAS_OUT_0",
        "Project",
        message,
        List.of("outer", "inner"),
        Optional.of(new RecordPlace("input", 1, 42)),
        Optional.of("SCORE"),
        Optional.empty());
  }

  @Test
  void keepsErrorsInOrder() {
    log().write(error("first"));
    log().write(error("second"));

    assertThat(arrived()).containsExactly("first", "second");
  }

  @Test
  void takesErrorsOfManyThreads() throws InterruptedException {
    CountDownLatch start = new CountDownLatch(1);
    Thread[] threads = new Thread[4];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          new Thread(
              () -> {
                try {
                  start.await();
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
                for (int n = 0; n < 20; n++) {
                  log().write(error("x"));
                }
              });
      threads[i].start();
    }
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(arrived()).hasSize(80);
  }
}
