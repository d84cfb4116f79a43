package io.confluent.ksql.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.confluent.ksql.distribution.DemoDocument.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every command and statement of demo.adoc, and what it says they print. */
class DemoDocumentTest {
  private static final Path DOCUMENT = Installation.SOURCES.resolve("demo.adoc");

  @TempDir Path directory;

  @Test
  @Timeout(value = 4, unit = TimeUnit.MINUTES)
  void printsWhatTheDocumentShows() throws Exception {
    Path commands = kafkacat();
    List<Block> blocks = DemoDocument.parse(Files.readAllLines(DOCUMENT));

    try (DemoSession session = new DemoSession(directory, commands)) {
      assertThat(session.run(blocks)).isEmpty();
    }
  }

  /** A directory where {@code kafkacat} is found, whatever the machine calls it. */
  private Path kafkacat() throws IOException {
    Path found = need("kafkacat", Run.onPath("kafkacat").or(() -> Run.onPath("kcat")));
    need("script", Run.onPath("script"));
    need("curl", Run.onPath("curl"));
    Path commands = Files.createDirectories(directory.resolve("commands"));
    Path command = commands.resolve("kafkacat");
    Files.writeString(command, "#!/bin/sh\nexec '" + found + "' \"$@\"\n");
    assertThat(command.toFile().setExecutable(true)).isTrue();
    return commands;
  }

  /** Where there is no such command the test is left out, but not in continuous integration. */
  private static Path need(String name, Optional<Path> command) {
    if (command.isEmpty()) {
      String missing = name + " is not installed";
      assertThat(System.getenv("CI")).as(missing).isNotEqualTo("true");
      Assumptions.abort(missing);
    }
    return command.orElseThrow();
  }

  @Test
  void aBlockThatNothingTriesIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DemoDocument.parse(List.of("[source,sql]", "----", "x", "----")))
        .withMessageStartingWith("Line 2:");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DemoDocument.parse(List.of("text", "....", "x", "....")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DemoDocument.parse(List.of("[.output]", "....", "x")));
  }

  @Test
  void dotsStandForWhatDiffers() {
    OutputPattern rows = OutputPattern.of("head\n...\n|1 |0.5...|\n");

    assertThat(rows.matches("head\n|1 |0.51 |\n")).isTrue();
    assertThat(rows.matches("\nhead  \nx\ny\n|1 |0.5 |\n\n")).isTrue();
    assertThat(rows.matches("head\n|1 |0.4 |\n")).isFalse();
    assertThat(rows.matches("head\n|1 |0.5 |\nmore\n")).isFalse();
    assertThat(rows.matches("before\nhead\n|1 |0.5 |\n")).isFalse();
  }
}
