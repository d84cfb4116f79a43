package io.confluent.ksql.mqtt.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LongPacketsTest {
  /** One to whom something comes all the time, so that it never stalls. */
  private static final class Slow implements LongPackets.Holder {
    private int grants;
    private int evictions;

    @Override
    public void grant() {
      grants++;
    }

    @Override
    public void evict() {
      evictions++;
    }

    @Override
    public long lastReadAt() {
      return System.nanoTime();
    }
  }

  private final Slow first = new Slow();
  private final Slow second = new Slow();
  private final Slow third = new Slow();

  @Test
  void turnsGoToThoseWhoWaitInOrder() {
    LongPackets turns = new LongPackets(1, Duration.ofMinutes(1));
    assertThat(turns.ask(first)).isTrue();
    assertThat(turns.ask(second)).isFalse();
    assertThat(turns.ask(third)).isFalse();

    turns.end(first);
    assertThat(second.grants).isEqualTo(1);
    assertThat(third.grants).isZero();
    turns.end(second);
    assertThat(third.grants).isEqualTo(1);
    turns.end(third);
    assertThat(turns.ask(first)).isTrue();
  }

  @Test
  void whoDoesNotWaitAnyMoreIsPassedOver() {
    LongPackets turns = new LongPackets(1, Duration.ofMinutes(1));
    turns.ask(first);
    turns.ask(second);
    turns.ask(third);

    turns.end(second);
    turns.end(first);
    assertThat(second.grants).isZero();
    assertThat(third.grants).isEqualTo(1);
  }

  @Test
  void whoTakesTooLongHasToGoOnlyWhenOthersWait() {
    LongPackets turns = new LongPackets(2, Duration.ofNanos(1));
    turns.ask(first);
    turns.ask(second);
    turns.tick();
    assertThat(first.evictions).isZero();

    turns.ask(third);
    turns.tick();
    assertThat(first.evictions).isEqualTo(1);
    assertThat(second.evictions).isZero();
    turns.end(first);
    assertThat(third.grants).isEqualTo(1);
  }

  @Test
  void whoGoesOnInTimeMayStay() {
    LongPackets turns = new LongPackets(1, Duration.ofMinutes(1));
    turns.ask(first);
    turns.ask(second);

    turns.tick();
    assertThat(first.evictions).isZero();
  }
}
