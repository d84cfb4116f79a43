package io.confluent.ksql.rest.server.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.rest.server.http.HttpError;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class RepeatedRequestsTest {
  private static final byte[] ROWS = {1};
  private final AtomicInteger done = new AtomicInteger();
  private Instant now = Instant.EPOCH;
  private final RepeatedRequests requests =
      new RepeatedRequests(
          Duration.ofMinutes(1),
          2,
          new Clock() {
            @Override
            public ZoneId getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
              throw new UnsupportedOperationException();
            }

            @Override
            public Instant instant() {
              return now;
            }
          });

  private Object ask(String key) {
    return requests.answer(key, ROWS, done::incrementAndGet);
  }

  @Test
  void answersARepetitionAsBeforeForAWhile() {
    assertThat(ask("a")).isEqualTo(1);
    now = now.plusSeconds(60);
    assertThat(ask("a")).isEqualTo(1);
    now = now.plusSeconds(1);
    assertThat(ask("a")).isEqualTo(2);
  }

  @Test
  void forgetsTheOldestWhereThereAreTooMany() {
    ask("a");
    ask("b");
    assertThat(ask("b")).isEqualTo(2);
    assertThat(ask("a")).isEqualTo(1);
    ask("c");
    assertThat(ask("b")).isEqualTo(2);
    assertThat(ask("a")).isEqualTo(4);
  }

  @Test
  void refusesAnotherRequestOfTheSameKey() {
    ask("a");
    assertThatThrownBy(() -> requests.answer("a", new byte[] {2}, done::incrementAndGet))
        .isInstanceOfSatisfying(HttpError.class, e -> assertThat(e.status()).isEqualTo(422));
  }

  @Test
  void remembersNoFailure() {
    assertThatThrownBy(
            () ->
                requests.answer(
                    "a",
                    ROWS,
                    () -> {
                      throw new IllegalStateException("no Kafka");
                    }))
        .hasMessage("no Kafka");
    assertThat(ask("a")).isEqualTo(1);
  }

  @Test
  void waitsForTheSameRequestThatIsWorkedOn() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    CompletableFuture<Object> first =
        CompletableFuture.supplyAsync(
            () ->
                requests.answer(
                    "a",
                    ROWS,
                    () -> {
                      begun.countDown();
                      awaitQuietly(go);
                      return done.incrementAndGet();
                    }));
    begun.await();
    CompletableFuture<Object> second = CompletableFuture.supplyAsync(() -> ask("a"));
    assertThat(second.completeOnTimeout("waits", 200, TimeUnit.MILLISECONDS).get())
        .isEqualTo("waits");
    go.countDown();
    assertThat(first.get()).isEqualTo(1);
    assertThat(ask("a")).isEqualTo(1);
    assertThat(done).hasValue(1);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
