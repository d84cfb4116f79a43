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
    Optional<Path> found = Run.onPath("kafkacat").or(() -> Run.onPath("kcat"));
    if (found.isEmpty()) {
      String missing = "kafkacat is not installed (Debian: apt install kafkacat)";
      assertThat(System.getenv("CI")).as(missing).isNotEqualTo("true");
      Assumptions.abort(missing);
    }
    Path commands = Files.createDirectories(directory.resolve("commands"));
    Files.createSymbolicLink(commands.resolve("kafkacat"), found.get());
    return commands;
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
