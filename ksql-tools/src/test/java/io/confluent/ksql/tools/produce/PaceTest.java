package io.confluent.ksql.tools.produce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PaceTest {
  private static final long MS = 1_000_000;

  private final AtomicLong now = new AtomicLong(77);

  @Test
  void keepsTheRateWhateverSendingTakes() {
    Pace pace = Pace.perSecond(10, now::get, now::addAndGet);
    long begin = now.get();
    for (int i = 0; i < 101; i++) {
      pace.await();
      now.addAndGet(30 * MS);
    }
    assertThat(now.get() - begin).isEqualTo(10_030 * MS);
  }

  @Test
  void doesNotHurryAfterAPause() {
    List<Long> sleeps = new ArrayList<>();
    Pace pace =
        Pace.perSecond(
            10,
            now::get,
            nanos -> {
              sleeps.add(nanos / MS);
              now.addAndGet(nanos);
            });
    pace.await();
    now.addAndGet(5_000 * MS);
    pace.await();
    pace.await();
    pace.await();
    assertThat(sleeps).containsExactly(100L, 100L);
  }

  @Test
  void randomPausesAreWithinTheirBound() {
    List<Long> sleeps = new ArrayList<>();
    Pace pace = Pace.upTo(3, new Random(1), nanos -> sleeps.add(nanos / MS));
    for (int i = 0; i < 200; i++) {
      pace.await();
    }
    assertThat(sleeps).contains(0L, 1L, 2L, 3L).allMatch(ms -> ms >= 0 && ms <= 3);
  }

  @Test
  @Timeout(20)
  void stoppingEndsASleep() throws InterruptedException {
    StopSignal stop = new StopSignal();
    Thread sleeper = new Thread(() -> stop.sleepNanos(Long.MAX_VALUE));
    sleeper.start();
    stop.stop();
    sleeper.join();
    assertThat(stop.isStopped()).isTrue();
  }
}
