package io.confluent.ksql.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.benchmarks.pipeline.Window.Cost;
import io.confluent.ksql.benchmarks.pipeline.Window.Sample;
import org.junit.jupiter.api.Test;

/** What a row costs, from samples of a process. */
final class WindowTest {
  @Test
  void countsWhatHappensBetweenWarmAndTheEnd() {
    Window window = new Window();
    window.add(sample(1000, 900, 10));
    window.add(sample(2000, 1000, 100));
    window.add(sample(2500, 1100, 100));
    window.add(sample(3000, 1500, 200));
    window.add(sample(9000, 4000, 300));
    Cost cost = window.cost(50, 300);
    assertThat(cost.microsARow()).isEqualTo(5000);
    assertThat(cost.rowsPerSecond()).isEqualTo(100);
  }

  @Test
  void takesTheEndIfThereIsNothingElse() {
    Window window = new Window();
    window.add(sample(2000, 1000, 100));
    window.add(sample(3000, 2000, 300));
    assertThat(window.cost(100, 300).rowsPerSecond()).isEqualTo(200);
  }

  @Test
  void refusesToSayAnythingOfOneSample() {
    Window window = new Window();
    window.add(sample(2000, 1000, 300));
    assertThatThrownBy(() -> window.cost(100, 300)).hasMessageContaining("1 times");
  }

  private static Sample sample(long millis, long computedMillis, long rows) {
    return new Sample(millis * 1_000_000, computedMillis * 1_000_000, rows);
  }
}
