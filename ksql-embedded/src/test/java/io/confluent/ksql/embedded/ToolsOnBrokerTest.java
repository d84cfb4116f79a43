package io.confluent.ksql.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.net.LoopbackPort;
import io.confluent.ksql.tools.datagen.DataGen;
import io.confluent.ksql.tools.replay.Replay;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The generator and the replay against a real broker. */
@Timeout(60)
class ToolsOnBrokerTest {
  @TempDir static Path directory;

  private static EmbeddedBroker broker;

  @BeforeAll
  static void start() {
    broker = new EmbeddedBroker(directory, 0).start();
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void replaysTheTestDataIntoATopicThatItMakes() throws Exception {
    Path messages = Path.of("..", "test-data", "ecg_discord_test.msgs");
    assertThat(new Replay(broker.bootstrapServers(), "Replayed").send(messages, 0)).isEqualTo(27);
    assertThat(Records.read(broker.bootstrapServers(), "Replayed", 27))
        .isEqualTo(Files.readAllLines(messages));
  }

  @Test
  void printsTheRowsThatTheTopicHasGot() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        DataGen.run(
            new PrintStream(out, true),
            new PrintStream(err, true),
            "quickstart=ecg",
            "seed=1",
            "iterations=20",
            "bootstrap-server=" + broker.bootstrapServers());
    assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
    List<String> rows = Records.read(broker.bootstrapServers(), "HealthSensorInputTopic", 20);
    assertThat(rows).hasSize(20);
    List<String> printed = out.toString(StandardCharsets.UTF_8).lines().toList();
    for (int i = 0; i < 20; i++) {
      assertThat(rows.get(i)).startsWith((i + 1) + ",");
      assertThat(printed.get(i))
          .startsWith((i + 1) + " --> (" + rows.get(i).replaceFirst(",", " | ") + ") ts:");
    }
  }

  @Test
  void saysThatTheTopicsNameIsIllegal() {
    Path messages = Path.of("..", "test-data", "ecg_discord_test.msgs");
    assertThatThrownBy(() -> new Replay(broker.bootstrapServers(), "a b").send(messages, 0))
        .isInstanceOf(DiagnosticException.class)
        .hasMessageContaining("a b");
  }

  @Test
  void saysThatNobodyListens() {
    Path messages = Path.of("..", "test-data", "ecg_discord_test.msgs");
    String nobody = "127.0.0.1:" + LoopbackPort.free(1).get(0);
    Map<String, String> impatient =
        Map.of(
            "bootstrap.servers",
            nobody,
            "default.api.timeout.ms",
            "600",
            "request.timeout.ms",
            "500");
    assertThatThrownBy(() -> new Replay(impatient, "T").send(messages, 0))
        .isInstanceOf(DiagnosticException.class)
        .hasMessageContaining("cannot be reached at " + nobody);
  }
}
