package io.confluent.ksql.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class PerformanceTest {
  private final Performance performance = new Performance();

  @Test
  void isCutShortFromAnotherThread() {
    CountDownLatch begun = new CountDownLatch(1);
    Thread other =
        new Thread(
            () -> {
              try {
                begun.await();
                performance.cutShort();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    other.start();

    assertThatThrownBy(
            () ->
                performance.run(
                    () -> {
                      begun.countDown();
                      new CountDownLatch(1).await();
                    }))
        .isInstanceOf(InterruptedException.class);
  }

  @Test
  void doesNotBeginAfterThat() {
    performance.cutShort();

    assertThatThrownBy(
            () ->
                performance.run(
                    () -> {
                      throw new AssertionError("It began.");
                    }))
        .isInstanceOf(InterruptedException.class);
  }

  @Test
  void leavesWhatComesAfterAlone() throws InterruptedException {
    performance.run(performance::cutShort);
    performance.cutShort();

    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }
}
