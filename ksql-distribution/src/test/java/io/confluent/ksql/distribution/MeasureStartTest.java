package io.confluent.ksql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That what docs/performance.md says can be measured by anybody. */
class MeasureStartTest {
  @TempDir Path directory;

  @Test
  void measuresBothStartsAndLeavesNothingRunning() throws Exception {
    Ports ports = Ports.free();
    Path output = directory.resolve("output");
    Path errors = directory.resolve("errors");

    // Two servers one after the other: more than the patience that other commands are given.
    Process process =
        Processes.of(
                "ksql-measure-start",
                directory,
                "--runs",
                "1",
                "--rest",
                "0",
                "--port-base",
                "" + ports.base())
            .start(output, errors);
    try {
      assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    } finally {
      Processes.end(process);
    }

    assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
    List<String> lines = Files.readAllLines(output);
    assertThat(lines).hasSize(4);
    assertThat(lines.get(2))
        .matches(
            "\\| embedded, fresh data directory \\| \\d+\\.\\d{3} s \\| \\d+ MB \\| \\d+ MB \\|");
    assertThat(lines.get(3)).startsWith("| external broker on the same machine | ");
    assertThat(ports.areFree()).isTrue();
  }
}
