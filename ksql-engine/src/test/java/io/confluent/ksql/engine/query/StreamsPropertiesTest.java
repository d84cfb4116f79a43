package io.confluent.ksql.engine.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.setting.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StreamsPropertiesTest {
  private static Map<String, Object> of(Map<String, String> given) {
    return StreamsProperties.of(Settings.of(given), "app");
  }

  @Test
  void writesSoonUnlessToldOtherwise() {
    assertThat(of(Map.of()))
        .containsEntry("producer.linger.ms", "1")
        .containsEntry("commit.interval.ms", "2000");
    assertThat(of(Map.of("ksql.profile", "throughput")))
        .containsEntry("producer.linger.ms", "20")
        .containsEntry("main.consumer.max.partition.fetch.bytes", "8388608")
        .containsEntry("statestore.cache.max.bytes", "67108864");
  }

  @Test
  void letsWhatIsGivenWithoutPrefixWin() {
    assertThat(
            of(
                Map.of(
                    "ksql.profile",
                    "throughput",
                    "linger.ms",
                    "7",
                    "consumer.receive.buffer.bytes",
                    "65536",
                    "max.partition.fetch.bytes",
                    "1000")))
        .containsEntry("linger.ms", "7")
        .containsEntry("consumer.receive.buffer.bytes", "65536")
        .containsEntry("max.partition.fetch.bytes", "1000")
        .containsEntry("producer.batch.size", "1000000")
        .doesNotContainKeys(
            "producer.linger.ms",
            "main.consumer.receive.buffer.bytes",
            "main.consumer.max.partition.fetch.bytes");
  }

  @Test
  void commitsMoreOftenWhereRowsAreSeenWithTheCommit() {
    assertThat(of(Map.of("processing.guarantee", "exactly_once_v2")))
        .containsEntry("commit.interval.ms", "20");
    assertThat(of(Map.of("processing.guarantee", "exactly_once_v2", "ksql.profile", "THROUGHPUT")))
        .containsEntry("commit.interval.ms", "500");
  }

  @Test
  void letsWhatIsGivenWin() {
    assertThat(
            of(
                Map.of(
                    "ksql.profile",
                    "throughput",
                    "producer.linger.ms",
                    "7",
                    "processing.guarantee",
                    "exactly_once_v2",
                    "commit.interval.ms",
                    "300")))
        .containsEntry("producer.linger.ms", "7")
        .containsEntry("commit.interval.ms", "300");
  }
}
