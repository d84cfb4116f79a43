package io.confluent.ksql.engine.subscribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.engine.ResultRow;
import io.confluent.ksql.engine.TransientQuery.End;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class RowQueueTest {
  private static final Duration SOON = Duration.ofMillis(10);
  private static final Duration LONG = Duration.ofSeconds(10);

  private static ResultRow row(int value) {
    return new ResultRow(List.of(value), false);
  }

  @Test
  void givesRowsInOrderAndThenSaysHowItEnded() {
    RowQueue queue = new RowQueue(10, Long.MAX_VALUE);
    queue.put(row(1));
    queue.put(row(2));
    queue.complete();

    assertThat(queue.end()).isEmpty();
    assertThat(queue.next(SOON)).contains(row(1));
    assertThat(queue.next(SOON)).contains(row(2));
    assertThat(queue.next(LONG)).isEmpty();
    assertThat(queue.end()).contains(End.COMPLETED);
  }

  @Test
  void endsAtItsLimit() {
    RowQueue queue = new RowQueue(10, 2);
    queue.put(row(1));
    queue.put(row(2));
    queue.put(row(3));

    assertThat(queue.isOpen()).isFalse();
    assertThat(queue.next(SOON)).contains(row(1));
    assertThat(queue.next(SOON)).contains(row(2));
    assertThat(queue.next(LONG)).isEmpty();
    assertThat(queue.end()).contains(End.LIMIT_REACHED);
    assertThat(new RowQueue(10, 0).end()).contains(End.LIMIT_REACHED);
  }

  @Test
  void holdsTheQueryBackUntilRowsAreFetched() throws InterruptedException {
    RowQueue queue = new RowQueue(1, Long.MAX_VALUE);
    Thread writer =
        new Thread(
            () -> {
              for (int i = 0; i < 3; i++) {
                queue.put(row(i));
              }
            });
    writer.start();
    writer.join(100);
    assertThat(writer.isAlive()).isTrue();

    for (int i = 0; i < 3; i++) {
      assertThat(queue.next(LONG)).contains(row(i));
    }
    writer.join();
  }

  @Test
  void letsAWaitingQueryGoWhenClosed() throws InterruptedException {
    RowQueue queue = new RowQueue(1, Long.MAX_VALUE);
    queue.put(row(0));
    Thread writer = new Thread(() -> queue.put(row(1)));
    writer.start();
    writer.join(50);

    queue.close();
    writer.join();
    assertThat(queue.next(SOON)).isEmpty();
    assertThat(queue.end()).contains(End.CLOSED);
  }

  @Test
  void throwsTheFailureAfterTheRowsBeforeIt() {
    RowQueue queue = new RowQueue(10, Long.MAX_VALUE);
    queue.put(row(1));
    queue.fail(new IllegalStateException("gone"));
    queue.put(row(2));

    assertThat(queue.next(SOON)).contains(row(1));
    assertThatThrownBy(() -> queue.next(LONG)).hasMessage("gone");
  }

  @Test
  void givesNothingWhenNothingComesInTime() {
    RowQueue queue = new RowQueue(10, Long.MAX_VALUE);
    assertThat(queue.next(SOON)).isEmpty();
    assertThat(queue.end()).isEmpty();
  }
}
