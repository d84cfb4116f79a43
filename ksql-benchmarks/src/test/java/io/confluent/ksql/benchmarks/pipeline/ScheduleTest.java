package io.confluent.ksql.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long turns are, and how many. */
final class ScheduleTest {
  private static final Duration WARM = Duration.ofSeconds(13);

  @Test
  void turnsAreShortWhereAdvancesAreSeenAtOnce() {
    Schedule schedule = Schedule.of(WARM, Duration.ofSeconds(8), Duration.ZERO);

    assertThat(schedule).isEqualTo(new Schedule(Duration.ofSeconds(2), 7, 4));
  }

  @Test
  void turnsAreALittleShorterThanAStep() {
    Schedule schedule = Schedule.of(WARM, Duration.ofSeconds(18), Duration.ofSeconds(5));

    assertThat(schedule).isEqualTo(new Schedule(Duration.ofMillis(4500), 3, 4));
    assertThat(schedule.longestTurn()).isGreaterThan(Duration.ofSeconds(5));
  }

  @Test
  void thereAreThreeRoundsAtLeast() {
    Schedule schedule = Schedule.of(WARM, Duration.ofSeconds(2), Duration.ZERO);

    assertThat(schedule.rounds()).isEqualTo(3);
  }
}
