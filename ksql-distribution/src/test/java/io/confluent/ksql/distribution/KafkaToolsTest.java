package io.confluent.ksql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.embedded.EmbeddedBroker;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kafka's tools, run from the source tree against a broker. */
class KafkaToolsTest {
  private static final Installation SOURCES = new Installation(Installation.SOURCES);

  @TempDir Path directory;

  @Test
  void topicIsMadeWrittenAndReadWithTheCommandsOfOldInstructions() {
    try (EmbeddedBroker broker = new EmbeddedBroker(directory.resolve("data"), 0).start()) {
      Run.Result created =
          kafka(
                  broker,
                  "kafka-topics",
                  "--zookeeper",
                  "localhost:2181",
                  "--create",
                  "--topic",
                  "HealthSensorInputTopic",
                  "--partitions",
                  "1",
                  "--replication-factor",
                  "1")
              .result();
      assertThat(created.output()).contains("Created topic HealthSensorInputTopic.");

      Run.Result written =
          kafka(broker, "kafka-console-producer", "--topic", "HealthSensorInputTopic")
              .reading("33333, 6.90#6.89\n")
              .result();
      assertThat(written.status()).as(written.errors()).isZero();

      Run.Result read =
          kafka(
                  broker,
                  "kafka-console-consumer",
                  "--topic",
                  "HealthSensorInputTopic",
                  "--from-beginning",
                  "--max-messages",
                  "1")
              .result();
      assertThat(read.output()).as(read.errors()).isEqualTo("33333, 6.90#6.89\n");
    }
  }

  private Run kafka(EmbeddedBroker broker, String tool, String... arguments) {
    return Run.of(SOURCES.launcher(tool), arguments)
        .in(directory)
        .with("JAVA_HOME", System.getProperty("java.home"))
        .with("KSQL_LOG_DIR", directory.resolve("logs").toString())
        .with("KSQL_BOOTSTRAP_SERVERS", broker.bootstrapServers());
  }
}
