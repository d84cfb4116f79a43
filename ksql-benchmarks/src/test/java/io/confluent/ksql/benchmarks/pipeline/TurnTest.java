package io.confluent.ksql.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.benchmarks.pipeline.Turn.Cost;
import io.confluent.ksql.benchmarks.pipeline.Turn.Sample;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a row costs, from samples of a process. */
final class TurnTest {
  private static final Duration LENGTH = Duration.ofSeconds(2);

  @Test
  void countsFromAnAdvanceToTheFirstAfterTheLength() {
    Turn turn = new Turn(Duration.ZERO, LENGTH, sample(0, 0, 100));

    assertThat(turn.endsWith(sample(100, 50, 100))).isFalse();
    assertThat(turn.endsWith(sample(200, 100, 200))).isFalse();
    assertThat(turn.endsWith(sample(2100, 1000, 900))).isFalse();
    assertThat(turn.endsWith(sample(2300, 1100, 900))).isFalse();
    assertThat(turn.endsWith(sample(2700, 1350, 1200))).isTrue();
    assertThat(turn.cost()).isEqualTo(new Cost(1250, 400));
  }

  @Test
  void advancesDoNotCountWhileAProcessSettles() {
    Turn turn = new Turn(Duration.ofMillis(200), LENGTH, sample(1000, 0, 0));

    assertThat(turn.endsWith(sample(1100, 90, 500))).isFalse();
    assertThat(turn.endsWith(sample(1200, 100, 600))).isFalse();
    assertThat(turn.endsWith(sample(3100, 1900, 1000))).isFalse();
    assertThat(turn.endsWith(sample(3200, 2100, 1100))).isTrue();
    assertThat(turn.cost()).isEqualTo(new Cost(4000, 250));
  }

  @Test
  void lastsFromCommitToCommitWhereTheyAreFarApart() {
    Turn turn = new Turn(Duration.ZERO, LENGTH, sample(0, 0, 0));

    assertThat(turn.endsWith(sample(50, 10, 1000))).isFalse();
    assertThat(turn.endsWith(sample(4000, 3000, 1000))).isFalse();
    assertThat(turn.endsWith(sample(5050, 4010, 6000))).isTrue();
    assertThat(turn.cost()).isEqualTo(new Cost(800, 1000));
  }

  private static Sample sample(long millis, long computedMillis, long rows) {
    return new Sample(millis * 1_000_000, computedMillis * 1_000_000, rows);
  }
}
