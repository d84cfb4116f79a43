package io.confluent.ksql.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.benchmarks.pipeline.Window.Cost;
import io.confluent.ksql.benchmarks.pipeline.Window.Sample;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a row costs, from samples of a process. */
final class WindowTest {
  private static final Duration WARM = Duration.ofSeconds(2);

  @Test
  void countsEachStretchOfTheTimeAfterTheWarmUp() {
    Window window = new Window();
    window.add(sample(500, 400, 0));
    window.add(sample(1000, 900, 10));
    window.add(sample(2000, 1900, 50));
    window.add(sample(3000, 2000, 100));
    window.add(sample(4000, 2100, 100));
    window.add(sample(5000, 3000, 200));
    window.add(sample(7000, 3500, 300));

    assertThat(window.costs(WARM, 400, 2))
        .containsExactly(new Cost(10_000, 50), new Cost(5_000, 50));
  }

  @Test
  void leavesOutTheEndOfAllRows() {
    Window window = new Window();
    window.add(sample(1000, 900, 10));
    window.add(sample(3000, 2000, 100));
    window.add(sample(5000, 3000, 200));
    window.add(sample(9000, 7000, 300));

    assertThat(window.costs(WARM, 300, 1)).containsExactly(new Cost(10_000, 50));
  }

  @Test
  void refusesToSayAnythingWhereRowsRanOut() {
    Window window = new Window();
    window.add(sample(1000, 900, 10));
    window.add(sample(2000, 1000, 300));

    assertThatThrownBy(() -> window.costs(WARM, 300, 3)).hasMessageContaining("to 300");
  }

  private static Sample sample(long millis, long computedMillis, long rows) {
    return new Sample(millis * 1_000_000, computedMillis * 1_000_000, rows);
  }
}
