package io.confluent.ksql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That what docs/performance.md says can be measured by anybody. */
class MeasureStartTest {
  @TempDir Path directory;

  @Test
  void measuresBothStartsAndLeavesNothingRunning() {
    Ports ports = Ports.free();

    Run.Result result =
        Processes.isolated(
                Run.of(
                    Installation.SOURCES.resolve("bin/ksql-measure-start"),
                    "--runs",
                    "1",
                    "--rest",
                    "0",
                    "--port-base",
                    "" + ports.base()),
                directory)
            .result();

    assertThat(result.status()).as(result.output() + result.errors()).isZero();
    List<String> rows = result.lines().subList(2, result.lines().size());
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0))
        .matches(
            "\\| embedded, fresh data directory \\| \\d+\\.\\d{3} s \\| \\d+ MB \\| \\d+ MB \\|");
    assertThat(rows.get(1)).startsWith("| external broker on the same machine | ");
    assertThat(ports.areFree()).isTrue();
  }
}
